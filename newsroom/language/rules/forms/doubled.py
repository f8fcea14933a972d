"""A word that stands twice in a row: doubled without its hyphen, or typed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import TITLE_FIELDS
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.tables import about
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches
from newsroom.language.tokens import Word


@dataclass(frozen=True, slots=True)
class Doubled:
    """Finds doubling without its hyphen: *anak anak, ramai ramai*.

    ``words`` are often or always doubled; those in ``seldom`` were more likely typed twice.
    ``before`` gives the word before which one of them stands twice: *sama | sama sekali*.
    """

    about: About
    words: frozenset[str]
    seldom: frozenset[str]
    before: Mapping[str, str]

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each word and its double, joined with a hyphen and single."""
        for index in _twice(prose):
            first, second = prose.words[index - 1 : index + 1]
            fixes = (f"{first.text}-{second.text}", first.text)
            word, follows = prose.lowered[index], prose.lowered[index + 1 : index + 2]
            if word in self.words and self.before.get(word) not in follows:
                yield Match(first.start, second.end, fixes)
            elif word in self.seldom:
                message = f"Kata “{first.text}” tertulis dua kali, atau kurang tanda hubung."
                yield Match(first.start, second.end, fixes[::-1], message)


@dataclass(frozen=True, slots=True)
class TypedTwice:
    """Finds a word that stands twice in a row; ``allowed`` are those that may.

    Two with capitals are a name (*Duran Duran*), but for ``capitals``; in headlines they
    are words like others. ``spelled`` are figures that follow each other when a number
    is spelled out.
    """

    about: About
    allowed: frozenset[str]
    capitals: frozenset[str]
    spelled: frozenset[str]

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each word and its repetition."""
        for index in _twice(prose):
            first, second = prose.words[index - 1 : index + 1]
            if prose.lowered[index] in self.allowed or self._is_name(second, prose):
                continue
            if not self._is_spelled(prose.lowered, index):
                yield Match(first.start, second.end, (first.text,))

    def _is_name(self, word: Word, prose: Prose) -> bool:
        if not word.text[:1].isupper() or prose.field in TITLE_FIELDS:
            return False
        return word.text.lower() not in self.capitals

    def _is_spelled(self, lowered: Sequence[str], index: int) -> bool:
        beside = (*lowered[max(index - 2, 0) : index - 1], *lowered[index + 1 : index + 2])
        return lowered[index] in self.spelled and any(word in self.spelled for word in beside)


def _twice(prose: Prose) -> Iterator[int]:
    """Yield the number of each word that is the same as the one it touches."""
    lowered = prose.lowered
    for index in range(1, len(lowered)):
        same = lowered[index] == lowered[index - 1] and len(lowered[index]) > 1
        if same and touches(prose, index - 1):
            yield index


def doubled_words(kind: str) -> frozenset[str]:
    """Return the words of one kind: ``always``, ``often`` or ``seldom`` doubled."""
    return frozenset(read_list("doubled")["words"][kind].split())


def rules() -> list[Rule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    values = read_list("doubled")
    lists = {name: frozenset(words.split()) for name, words in values["words"].items()}
    doubled, seldom = lists["always"] | lists["often"], lists["seldom"]
    return [
        Doubled(about(values["doubling"], "doubled.toml"), doubled, seldom, values["before"]),
        TypedTwice(
            about(values["repeated"], "doubled.toml"),
            allowed=doubled | seldom | lists["allowed"],
            capitals=lists["capitals"],
            spelled=lists["spelled"],
        ),
    ]
