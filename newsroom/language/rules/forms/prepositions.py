"""*Di*, *ke* and *dari*: prepositions stand apart, prefixes do not (EYD V, II.B and II.C)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import like
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches

_REMEMBERED = 10_000
_ENDINGS = ("nya", "ku", "mu", "lah", "kah", "nyalah", "nyakah")
_MADE = ("ber", "di", "ke", "me", "pe", "ter")  # with an affix already: penumpukan, perbankan
_NOUNS = {
    "di": ("places", "parts", "positions", "only_di"),
    "ke": ("places", "parts", "positions", "only_ke"),
    "dari": ("positions",),
}


class Joined:
    """Finds prepositions written together with what follows: *dirumah, keJakarta, disinilah*.

    ``apart`` parts those before nouns that make no verb with *di-* and no noun with
    *ke-*; ``before`` are joined forms that are wrong only where one of some words follows.
    """

    def __init__(
        self,
        about: About,
        apart: Mapping[str, str],
        names: frozenset[str],
        other_names: frozenset[str],
        before: Mapping[str, frozenset[str]],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._names = {name.lower(): name for name in names}
        self._other_names = other_names
        self._before = before
        self._is_word = is_word
        self._apart = apart
        # What is told by the word alone: di and ke begin many words of a text.
        self._part_name = lru_cache(_REMEMBERED)(self._before_name)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> Joined:
        """Read the nouns and names that ship with the program."""
        values = read_list("preposition_joined")
        names = frozenset(values["words"]["names"].split())
        other_names = frozenset(values["not"]["names"].split())
        before = {form: frozenset(words) for form, words in values["before"].items()}
        return cls(
            about(values["rule"], "preposition_joined.toml"),
            joined_forms(),
            names,
            other_names,
            before,
            is_word,
        )

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        if not word.startswith(("di", "ke", "dari")):
            return False
        told = word in self._apart or word in self._before or "-" in word
        return told or bool(self._before_abstract(word)) or not self._is_word(word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each joined preposition, parted."""
        for index, lowered in enumerate(prose.lowered):
            if not self.may_mark(lowered):
                continue
            word = prose.words[index]
            if word.text in self._other_names:
                continue
            fix = (
                self._apart.get(lowered)
                or self._doubled(lowered)
                or self._in_context(prose, index)
                or self._before_abstract(lowered)
            )
            if fix:
                yield Match(word.start, word.end, (like(word.text, fix),))
            elif fix := self._part_name(word.text):
                yield Match(word.start, word.end, (fix,))

    def _doubled(self, word: str) -> str:
        """Part a doubled noun from its preposition: *dimana-mana, dirumah-rumahnya*."""
        first, _, second = word.partition("-")
        if first in _NOUNS:  # the hyphen of di-rumah
            return self._apart.get(first + second, "")
        if not second or first not in self._apart:
            return ""
        preposition, noun = self._apart[first].split(" ", 1)
        if second == noun or second in (noun + "nya", noun + "ku", noun + "mu", noun + "lah"):
            return f"{preposition} {noun}-{second}"
        return ""

    def _in_context(self, prose: Prose, index: int) -> str:
        word = prose.lowered[index]
        follows = self._before.get(word)
        if follows and touches(prose, index) and prose.lowered[index + 1] in follows:
            return f"{word[:2]} {word[2:]}"
        return ""

    def _before_abstract(self, word: str) -> str:
        """Part *di* from nouns that are no base of a verb: *dikehidupan, dipemakaman*."""
        noun = word.removeprefix("di")
        if noun == word or len(noun) < 8 or not noun.startswith(("pe", "ke")):
            return ""
        if not noun.endswith("an") or noun.endswith("kan"):
            return ""
        return f"di {noun}" if self._is_word(noun) and not self._is_word(word) else ""

    def _before_name(self, word: str) -> str:
        for preposition in ("dari", "di", "ke"):
            if not word.startswith((preposition, preposition.capitalize())):
                continue
            length = len(preposition)
            rest = word[length:]
            if rest.startswith("-"):
                name = self._names.get(rest[1:].lower())
            elif rest[:1].isupper() and rest[1:].islower() and len(rest) > 2:
                joined = preposition + rest.lower()
                name = "" if not rest.isalpha() or self._is_word(joined) else rest
                if word[0].isupper() and rest.lower() not in self._names:
                    name = ""  # a name is written so: DiCaprio
            else:
                name = self._names.get(rest) if not self._is_word(word.lower()) else ""
            if name:
                return f"{word[:length]} {name}"
        return ""


class Apart:
    """Finds the prefixes *di-* and *ke-* written apart: *di tulis, di-kerjakan, ke adilan*.

    ``bases`` are words that are verbs with *di-* and no nouns that *di* could stand
    before; verbs in *-kan* and *-i* and nouns in *ke-…-an* are told by the dictionaries.
    ``doubtful`` are nouns as well, and verbs only after a word of ``auxiliaries`` or
    before *oleh*; ``abstract`` make nouns with *ke-*. ``nouns`` only look like verbs;
    ``pairs`` are two words of which the first is no verb: *di lepas pantai*. ``mended``
    says what is meant where the base is at fault too: *di rubah*.
    """

    def __init__(
        self,
        about: About,
        lists: Mapping[str, Mapping[str, Any]],
        is_word: Callable[[str], bool],
    ) -> None:
        self.about = about
        self._bases = frozenset(lists["bases"]["words"].split())
        self._doubtful = frozenset(lists["doubtful"]["words"].split())
        self._auxiliaries = frozenset(lists["doubtful"]["after"].split())
        self._nouns = frozenset(lists["nouns"]["words"].split())
        self._abstract = frozenset(lists["abstract"]["words"].split())
        self._pairs = frozenset(lists["pairs"]["words"])
        self._mended = lists["mended"]
        self._is_word = is_word
        self._is_passive = cache(self._look_up_passive)
        self._is_abstract = cache(self._look_up_abstract)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> Apart:
        """Read the verbs that ship with the program."""
        values = read_list("preposition_apart")
        return cls(about(values["rule"], "preposition_apart.toml"), values, is_word)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in ("di", "ke") or word.startswith("di-")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each prefix that stands apart, joined."""
        lowered, words = prose.lowered, prose.words
        for index, prefix in enumerate(lowered):
            if prefix.startswith("di-"):
                if words[index].text[3:].islower() and self._is_passive(prefix[3:]):
                    word = words[index]
                    yield Match(word.start, word.end, (word.text.replace("-", "", 1),))
            elif prefix in ("di", "ke") and index + 1 < len(words) and self._joins(prose, index):
                start, end = words[index].start, words[index + 1].end
                joined = prefix + lowered[index + 1]
                fix = self._mended.get(joined, joined)
                yield Match(start, end, (like(prose.text[start:end], fix),))

    def _joins(self, prose: Prose, index: int) -> bool:
        lowered, (prefix, word) = prose.lowered, prose.words[index : index + 2]
        if not word.text.islower() and not prefix.text.isupper():
            return False  # a name
        if not touches(prose, index):
            return False
        if lowered[index] == "ke":
            return self._is_abstract(lowered[index + 1])
        follows = lowered[index + 2] if index + 2 < len(lowered) else ""
        if f"{lowered[index + 1]} {follows}" in self._pairs:
            return False
        if lowered[index + 1] in self._doubtful:
            return follows == "oleh" or (index > 0 and lowered[index - 1] in self._auxiliaries)
        return self._is_passive(lowered[index + 1])

    def _look_up_passive(self, word: str) -> bool:
        stem = _without_clitic(word)
        if word in self._nouns or stem in self._nouns:
            return False
        if "di" + word in self._mended:
            return True
        if word in self._bases or stem in self._bases:
            return True
        if stem.startswith("per") and len(stem) >= 7 and self._is_word("di" + stem):
            return stem.endswith("kan") or not stem.endswith("an")
        if stem.endswith("kan"):
            base = stem[:-3]
            if len(base) < 3 or not self._is_word(base) or self._is_word(base + "k"):
                return False  # what ends in k may have -an: tumpukan, petikan
            return self._is_word("di" + stem) or (len(base) > 3 and not base.startswith(_MADE))
        base = stem.removesuffix("i")
        known = base in self._bases or self._is_word(base)
        return base != stem and len(base) >= 3 and known and self._is_word("di" + stem)

    def _look_up_abstract(self, word: str) -> bool:
        stem = _without_clitic(word)
        if stem in self._abstract:
            return True
        return (
            stem.endswith("an")
            and len(stem) >= 5
            and stem not in self._nouns
            and (stem.startswith("tidak") or not self._is_word(stem))
            and (stem.startswith("tidak") or self._is_word("ke" + stem))
        )


def rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    return [Joined.load(is_word), Apart.load(is_word)]


@cache
def joined_forms() -> Mapping[str, str]:
    """Return the joined forms that are wrong wherever they stand, each parted."""
    values = read_list("preposition_joined")
    return dict(_joined(values["words"], frozenset(values["not"]["words"].split())))


def _joined(nouns: Mapping[str, str], rightly: frozenset[str]) -> Iterator[tuple[str, str]]:
    for preposition, lists in _NOUNS.items():
        for name in lists:
            for noun in nouns[name].split():
                if preposition + noun in rightly:
                    continue
                yield preposition + noun, f"{preposition} {noun}"
                for ending in _ENDINGS:
                    yield preposition + noun + ending, f"{preposition} {noun}{ending}"
                yield f"{preposition}{noun}pun", f"{preposition} {noun} pun"
                yield f"{preposition}{noun}nyapun", f"{preposition} {noun}nya pun"


def _without_clitic(word: str) -> str:
    return word.removesuffix("lah").removesuffix("nya")
