"""A word of the headline that is none, but a small slip from one of the story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.name_slips import NearNames, Slip
from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_TITLES = frozenset(("headline", "kicker", "subheadline"))
_SHORTEST = 6
_LONG = 8
_SURE = frozenset((Slip.SWAPPED, Slip.DOUBLED, Slip.DROPPED))
# Headlines leave out the prefix of a verb, which changes its first letter: memuncaki, Puncaki.
_PREFIXES = (
    ("meng", ("k", "")),
    ("meny", ("s",)),
    ("men", ("t", "")),
    ("mem", ("p", "")),
    ("me", ("",)),
    ("ber", ("",)),
)


@dataclass(frozen=True, slots=True)
class _Noted:
    """The words of a paragraph, in lower case, and their places if it is a headline."""

    words: frozenset[str]
    title: tuple[tuple[str, int, int], ...]
    is_title: bool


class HeadlineWords:
    """A word of a headline that no dictionary has, next to one that the story has.

    A headline's words all have a capital, so that by itself one may be a name.
    """

    def __init__(
        self, about: About, is_word: Callable[[str], bool], is_name: Callable[[str], bool]
    ) -> None:
        self.about = about
        self._is_word = is_word
        self._is_name = is_name

    def note(self, prose: Prose) -> object:
        """Return the words of a paragraph; None if there are none."""
        if not prose.words:
            return None
        is_title = prose.field in _TITLES or (prose.field == "body" and prose.is_title)
        title = tuple((w.text, w.start, w.end) for w in prose.words) if is_title else ()
        return _Noted(frozenset(prose.lowered), title, is_title)

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield each such word, with the one that the story has."""
        if not notes or not isinstance(notes[0], _Noted) or not notes[0].is_title:
            return
        head = notes[0]
        rest = [note for note in notes[1:] if isinstance(note, _Noted)]
        told = frozenset[str]().union(*(note.words for note in rest))
        doubtful = [place for place in head.title if self._is_doubtful(place[0], told)]
        if not doubtful:
            return
        near = NearNames(sorted(_forms(told)))
        for word, start, end in doubtful:
            lowered = word.lower()
            meant = [
                other for other, slip in near.near(lowered) if slip in _SURE or len(word) >= _LONG
            ]
            if len(meant) == 1:
                fix = meant[0].capitalize() if word[0].isupper() else meant[0]
                yield 0, Match(start, end, (fix,))

    def _is_doubtful(self, word: str, told: frozenset[str]) -> bool:
        lowered = word.lower()
        if len(word) < _SHORTEST or not word.isalpha() or not word[1:].islower():
            return False
        return not (lowered in told or self._is_word(lowered) or self._is_name(word))


def story_rules(is_word: Callable[[str], bool], is_name: Callable[[str], bool]) -> list[StoryRule]:
    """Return the rules of this module; see ``HeadlineWords``."""
    return [HeadlineWords(said("story")["story.headline_word"], is_word, is_name)]


def _forms(told: frozenset[str]) -> set[str]:
    """Return the words of a story, and the verbs among them as headlines have them."""
    found = {word for word in told if len(word) >= _SHORTEST - 1 and word.isalpha()}
    for word in tuple(found):
        for prefix, firsts in _PREFIXES:
            if word.startswith(prefix):
                found.update(first + word[len(prefix) :] for first in firsts)
    return found
