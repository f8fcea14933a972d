"""Bound forms, prefixes and doubled words: all are joined (EYD V, II.B)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.kinds import TITLE_FIELDS
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches, without_ending
from newsroom.language.tokens import Word

_HYPHEN = "Awalan dirangkai dengan huruf kapital dengan tanda hubung: “{fix}”."
_GOD = regex(r"\b(?:Allah|Tuhan|Dia|Dialah|Yang|Sang)(?:\s[Yy]ang)?\s$")
_FUSED = "Gabungan kata yang sudah padu ditulis serangkai (EYD V, II.B.3.e): “{fix}”."


class BoundForm:
    """Finds bound forms that stand apart or with a needless hyphen: *antar kota, non-aktif*."""

    def __init__(
        self, about: About, lists: Mapping[str, Mapping[str, Any]], is_word: Callable[[str], bool]
    ) -> None:
        self.about = about
        always = lists["always"]
        self._always = frozenset(always["words"].split())
        self._fused = frozenset(lists["fused"]["words"].split())
        self._hyphened = frozenset(always["hyphened"].split())
        self._in_headlines = frozenset(always["headlines"].split())
        self._apart = frozenset(always["apart"].split())
        self._names = frozenset(always["names"].split())
        self._with = {form: frozenset(words.split()) for form, words in lists["with"].items()}
        self._before = _split(lists["unless"]["before"])
        self._after = _split(lists["unless"]["after"])
        self._of_god = frozenset(read_list("compound_maha")["of_god"]["words"].split())
        self._forms = self._always | self._hyphened | frozenset(self._with)
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> BoundForm:
        """Read the forms that ship with the program."""
        values = read_list("compound_bound")
        return cls(about(values["rule"], "compound_bound.toml"), values, is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word.partition("-")[0] in self._forms

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each bound form, joined to its word."""
        words = prose.words
        for index, lowered in enumerate(prose.lowered):
            message = _FUSED if lowered.partition("-")[0] in self._fused else ""
            if lowered in self._forms:
                if index + 1 < len(words) and touches(prose, index):
                    fix = self._joined(prose, index)
                    if fix:
                        yield Match(words[index].start, words[index + 1].end, (fix,), message)
            elif "-" in lowered:
                form, _, rest = lowered.partition("-")
                word = words[index]
                lower = form in self._forms and word.text[len(form) :].islower()
                if lower and self._takes(form, rest):
                    fix = word.text.replace("-", "", 1)
                    yield Match(word.start, word.end, (fix,), message)

    def _joined(self, prose: Prose, index: int) -> str:
        """Return the bound form with the word after it; nothing if they may stand apart."""
        form, follows = prose.words[index], prose.words[index + 1]
        lowered, next_lowered = prose.lowered[index], prose.lowered[index + 1]
        before = prose.lowered[index - 1] if index else ""
        after = prose.lowered[index + 2] if index + 2 < len(prose.words) else ""
        if before in self._before.get(lowered, ()) or after in self._after.get(lowered, ()):
            return ""
        if form.text.isupper() and len(form.text) > 1:
            shout = follows.text.isupper() and self._takes(lowered, next_lowered)
            return form.text + follows.text if shout else ""
        if follows.text.islower():
            if form.text[:1].isupper() and not self._may_open(form, lowered):
                return ""
            return form.text + follows.text if self._takes(lowered, next_lowered) else ""
        if not follows.text[:1].isupper():
            return ""
        if form.text.islower() or (form.opens and not self._is_word(next_lowered)):
            hyphen = lowered in self._hyphened and next_lowered not in self._apart
            return f"{form.text}-{follows.text}" if hyphen else ""
        title = prose.field in TITLE_FIELDS and lowered in self._in_headlines
        if title and self._takes(lowered, next_lowered):
            return form.text + next_lowered
        return ""

    def _may_open(self, form: Word, lowered: str) -> bool:
        """Say whether a form with a capital is no name: *Inter menang, Neo milik Andai*."""
        return lowered in self._in_headlines or (form.opens and lowered not in self._names)

    def _takes(self, form: str, word: str) -> bool:
        first = word.partition("-")[0]
        stem = without_ending(first)
        listed = self._with.get(form, frozenset())
        if first in listed or stem in listed:
            return True
        if form not in self._always or first in self._apart or first == form or len(first) < 3:
            return False
        if form == "maha" and first in self._of_god:
            return False
        if self._is_passive(first):
            return False
        return self._is_word(first) or self._is_word(form + first)

    def _is_passive(self, word: str) -> bool:
        """Say whether a word tells what is done to the thing before it: *purna ditunda*."""
        return word.startswith("di") and len(word) > 5 and self._is_word(word[2:])


class ApartPrefix:
    """Finds prefixes that stand apart from their word: *ber jalan, se orang, ketidak adilan*.

    Those in ``hyphened`` are joined to capitals with a hyphen: *ber MoU, se- Serang*.
    """

    def __init__(
        self,
        about: About,
        prefixes: frozenset[str],
        hyphened: frozenset[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._prefixes = prefixes
        self._hyphened = hyphened
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> ApartPrefix:
        """Read the prefixes that ship with the program."""
        values = read_list("compound_prefix")
        prefixes, hyphened = (
            frozenset(values["prefixes"][key].split()) for key in ("words", "hyphened")
        )
        return cls(about(values["rule"], "compound_prefix.toml"), prefixes, hyphened, is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._prefixes

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each prefix that stands apart, joined."""
        words, lowered = prose.words, prose.lowered
        for index in range(len(words) - 1):
            prefix = lowered[index]
            if prefix not in self._prefixes:
                continue
            first, second = words[index], words[index + 1]
            if self._is_before_capital(prose, index):
                yield Match(first.start, second.end, (f"{first.text}-{second.text}",), _HYPHEN)
                continue
            if not touches(prose, index):
                continue
            if not second.text.islower() or (first.text[:1].isupper() and not first.opens):
                continue
            if self._takes(prefix, lowered[index + 1]):
                yield Match(first.start, second.end, (first.text + second.text,))

    def _is_before_capital(self, prose: Prose, index: int) -> bool:
        first, second = prose.words[index : index + 2]
        gap = prose.text[first.end : second.start]
        is_apart = gap in (" ", "- ") and first.text in self._hyphened
        if not is_apart or not second.text[0].isupper() or prose.is_foreign(first):
            return False
        return first.text != "ter" or second.text[1:].isupper()  # Marc-André ter Stegen

    def _takes(self, prefix: str, word: str) -> bool:
        if self._is_word(prefix + word):
            return True
        if prefix == "ketidak":
            return word.endswith("an")
        return prefix in ("ber", "ter", "se") and len(word) >= 4 and self._is_word(word)


class ApartSuffix:
    """Finds *-kan* apart from its verb: *mendapat kan bantuan*.

    It is a particle too (*sudah datang, kan?*), but not between a verb that takes it
    and a word that follows.
    """

    def __init__(self, about: About, is_word: Callable[[str], bool]) -> None:
        self.about = about
        self._is_word = cache(is_word)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> ApartSuffix:
        """Read what is said about the rule."""
        return cls(about(read_list("compound_suffix")["rule"], "compound_suffix.toml"), is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word == "kan"

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each suffix that stands apart, joined."""
        words, lowered = prose.words, prose.lowered
        for index in range(1, len(words) - 1):
            if words[index].text != "kan" or not lowered[index - 1].startswith(("me", "di")):
                continue
            if not touches(prose, index - 1) or not touches(prose, index):
                continue
            verb = words[index - 1]
            if (
                lowered[index - 1] != "mereka"
                and verb.text[1:].islower()
                and self._is_word(lowered[index - 1] + "kan")
            ):
                yield Match(verb.start, words[index].end, (verb.text + "kan",))


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    maha = read_list("compound_maha")
    of_god = regex(
        rf"\b(?P<maha>[Mm]aha)[ ]?(?P<what>{'|'.join(maha['of_god']['words'].split())})\b",
        re.IGNORECASE,
    )
    return [
        Worked(about(maha["rule"], "compound_maha.toml"), of_god, _of_god, ("aha",)),
        BoundForm.load(is_word),
        ApartPrefix.load(is_word),
        ApartSuffix.load(is_word),
    ]


def _of_god(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Part *Maha* from what it says of God, both with a capital; not from what men are called."""
    before = prose.text[max(0, match.start() - 25) : match.start()]
    if match["maha"].islower() and not _GOD.search(before):
        return None
    fix = f"Maha {match['what'].capitalize()}"
    return None if match.group().isupper() or match.group() == fix else (fix,)


def _split(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {form: frozenset(words.split()) for form, words in lists.items()}
