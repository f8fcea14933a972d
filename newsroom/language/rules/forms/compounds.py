"""Compounds: apart with no affix or one, joined with a prefix and a suffix (EYD V, II.D)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newsroom.language.affixes import prefixed, take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import TITLE_FIELDS, like
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches, without_ending

Pairs = Mapping[str, tuple[str, str]]
"""Compounds, written as one word, with their two parts."""

_PREFIXES = frozenset(("me", "di", "ber", "ter", "pe", "per", "memper", "diper"))
_SHORTEST = 7
_LONGEST_PREFIX = 9
_ORDINAL = "ke"
_TIMES = frozenset(("belas", "puluh", "ratus", "ribu"))
_NAMED_BY_LAW = ("khusus", "ibukota")  # Daerah Khusus Ibukota Jakarta (UU 29/2007)


class JoinedCompound:
    """Finds compounds written as one word: *kerjasama, bertanggungjawab, beritahukan*.

    What has both a prefix and a suffix is one word rightly. ``offices`` are titles,
    of which both parts take a capital before a name; they and ``places`` are wrong in
    names too, which are otherwise left alone. ``hyphened`` are wrong with a hyphen.
    """

    def __init__(
        self,
        about: About,
        pairs: Pairs,
        offices: frozenset[str],
        places: frozenset[str],
        hyphened: frozenset[str],
    ) -> None:
        self.about = about
        self._pairs = pairs
        self._offices = offices
        self._never_names = offices | places
        self._hyphened = hyphened
        # Most words are ruled out by six letters; a nasal prefix may eat the first of a base.
        self._starts = {base[at : at + 6] for base in pairs for at in (0, 1)}
        self._parted = cache(self._look_up)

    @classmethod
    def load(cls, pairs: Pairs) -> JoinedCompound:
        """Read what ships with the program beside the pairs."""
        values = read_list("compound_apart")
        return cls(
            about(values["rule"], "compound_apart.toml"),
            pairs,
            frozenset(values["capitals"]["offices"].split()),
            frozenset(values["capitals"]["places"].split()),
            frozenset(values["hyphen"]["words"].replace("-", "").split()),
        )

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return len(word) >= _SHORTEST and bool(self._parted(word))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each joined compound, parted."""
        for index, lowered in enumerate(prose.lowered):
            if not self.may_mark(lowered):
                continue
            fix = self._parted(lowered)
            word = prose.words[index]
            if word.text[:1].isupper() and not word.text.isupper():
                if prose.lowered[max(0, index - 1) : index + 1] == _NAMED_BY_LAW:
                    continue
                joined = fix.replace(" ", "")
                if word.opens:
                    both = joined in self._offices and _capital_follows(prose, index)
                elif joined not in self._never_names and _is_in_name(prose, index):
                    continue
                else:
                    both = True
                fix = fix.title() if both else like(word.text, fix)
            else:
                fix = like(word.text, fix)
            yield Match(word.start, word.end, (fix,))

    def _look_up(self, word: str) -> str:
        joined = word.replace("-", "", 1)
        if not any(joined[at : at + 6] in self._starts for at in range(_LONGEST_PREFIX + 1)):
            return ""
        for parts in take_apart(joined):
            if parts.base not in self._pairs or (
                joined != word and parts.base not in self._hyphened
            ):
                continue
            if (parts.prefix and parts.suffix) or parts.suffix == "an":
                return ""
            first, second = self._pairs[parts.base]
            taken = parts.prefix in _PREFIXES or (parts.prefix == _ORDINAL and second in _TIMES)
            if parts.prefix and (not taken or parts.join() != joined):
                continue
            return f"{prefixed(parts.prefix, first)} {second}{parts.tail}"
        return ""


class WrappedCompound:
    """Finds compounds with a prefix and a suffix that stand apart: *pertanggung jawaban*."""

    def __init__(self, about: About, pairs: Pairs) -> None:
        self.about = about
        self._firsts: dict[str, list[str]] = {}
        for first, second in pairs.values():
            for suffix in ("kan", "i", "an"):
                self._firsts.setdefault(second + suffix, []).append(first)

    @classmethod
    def load(cls, pairs: Pairs) -> WrappedCompound:
        """Read what ships with the program beside the pairs."""
        values = read_list("compound_wrapped")
        return cls(about(values["rule"], "compound_wrapped.toml"), pairs)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return without_ending(word) in self._firsts

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each wrapped compound, joined."""
        words, lowered = prose.words, prose.lowered
        for index in range(1, len(words)):
            stem = without_ending(lowered[index])
            if stem not in self._firsts or not touches(prose, index - 1):
                continue
            before = lowered[index - 1]
            begin = index - 1
            split = index > 1 and lowered[index - 2] in ("di", "ke") and touches(prose, index - 2)
            if split and (before in self._firsts[stem] or before.startswith("per")):
                before = lowered[index - 2] + before
                begin = index - 2
            if self._wraps(before, stem):
                found = prose.text[words[begin].start : words[index].end]
                fix = like(found, before + lowered[index])
                yield Match(words[begin].start, words[index].end, (fix,))

    def _wraps(self, before: str, stem: str) -> bool:
        nominal = stem.endswith("an") and not stem.endswith("kan")
        prefixes = (
            ("pe", "per", "ke", "pember") if nominal else ("me", "di", "ter", "memper", "diper")
        )
        return any(
            before == prefixed(prefix, first) for first in self._firsts[stem] for prefix in prefixes
        )


def rules() -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    pairs = _pairs()
    return [
        JoinedCompound.load(pairs),
        WrappedCompound.load(pairs),
    ]


def _pairs() -> Pairs:
    values = read_list("compound_apart")
    rightly = frozenset(values["not"]["words"].split())
    pairs = {}
    for pair in values["pairs"]["words"].replace("\n", ";").split(";"):
        if pair.strip():
            first, second = pair.split()
            if first + second not in rightly:
                pairs[first + second] = (first, second)
    return pairs


def _is_in_name(prose: Prose, index: int) -> bool:
    """Say whether a capital word stands beside another, as part of a name; headlines have none."""
    if prose.field in TITLE_FIELDS:
        return False
    before = index > 0 and touches(prose, index - 1) and prose.words[index - 1]
    if before and before.text[:1].isupper():
        return True
    return _capital_follows(prose, index)


def _capital_follows(prose: Prose, index: int) -> bool:
    if index + 1 >= len(prose.words) or not touches(prose, index):
        return False
    return prose.words[index + 1].text[:1].isupper()
