"""An acronym mistyped: the letters that its name has stand elsewhere in the story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.language.name_slips import Slip, slip_between
from newsroom.language.prose import Prose
from newsroom.language.rules.names.acronyms import Acronyms, explained, fitting, is_one_slip
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_SHORTEST = 4  # letters of capitals, of which other ones in that order are another body's
_SURE = frozenset((Slip.SWAPPED, Slip.DOUBLED))
_SHORTEST_MIXED = 6  # of an acronym made of syllables: Raperda


@dataclass(frozen=True, slots=True)
class _Noted:
    """The words of a paragraph that may be acronyms, and those in brackets with their names."""

    used: tuple[tuple[str, int, int], ...]
    explained: tuple[tuple[str, str, int, int], ...]


class AcronymSlips:
    """An acronym that its name has not, one slip from one in the story that it has.

    Either may be the one in brackets: *Dinas Pendidikan dan Kebudayaan (Disdikbut)* where
    the story goes on with *Disdikbud*, or *BPDB* in a story of the *BPBD*.
    """

    def __init__(self, about: About, acronyms: Acronyms, is_name: Callable[[str], bool]) -> None:
        self.about = about
        self._acronyms = acronyms
        self._is_name = is_name

    def note(self, prose: Prose) -> object:
        """Return the possible acronyms of a paragraph; None if there are none."""
        if prose.text.isupper():
            return None
        capitals = (prose.words[at] for at in prose.capitals)
        used = tuple((w.text, w.start, w.end) for w in capitals if _is_like_acronym(w.text))
        return _Noted(used, explained(prose.text) if "(" in prose.text else ()) if used else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield each mistyped acronym, with the one that fits the name."""
        noted = [(index, note) for index, note in enumerate(notes) if isinstance(note, _Noted)]
        names = self._names(noted)
        told = {short for _, note in noted for short, *_ in note.explained}
        for index, note in noted:
            for word, start, end in note.used:
                if word in names or self._is_known(word):
                    continue
                if (fix := self._meant(word, names, is_told=word in told)) is None:
                    continue
                message = f"“{word}” di sini, “{fix}” di tempat lain; periksa singkatannya."
                yield index, Match(start, end, (fix,), message)

    def _names(self, noted: Sequence[tuple[int, _Noted]]) -> Mapping[str, str]:
        """Return the acronyms of a story that fit a name told or known, each with that name."""
        used = {word for _, note in noted for word, _, _ in note.used}
        told = [(short, words) for _, note in noted for short, words, _, _ in note.explained]
        names = {word: name for word in used if (name := self._acronyms.expansion(word))}
        for short, words in told:
            for word in used:
                is_it = word == short or _is_slip(short, word)
                if is_it and word not in names and (name := fitting(word, words)):
                    names[word] = name
        return names

    def _meant(self, word: str, names: Mapping[str, str], *, is_told: bool) -> str | None:
        """Return the acronym that one is a slip for; None if it is none.

        One that stands behind its name may have any slip; another may be another's (Kajari,
        Kajati), so that letters must have changed places or stand twice.
        """
        near = [
            other
            for other, name in names.items()
            if (_is_slip(word, other) if is_told else slip_between(word, other) in _SURE)
            and not fitting(word, name)
        ]
        return near[0] if len(near) == 1 else None

    def _is_known(self, word: str) -> bool:
        if word in self._acronyms.known or word in self._acronyms.common:
            return True
        return self._is_name(word.capitalize()) or self._is_name(word)


def story_rules(is_name: Callable[[str], bool]) -> list[StoryRule]:
    """Return the rules of this module; ``is_name`` knows words with their capital."""
    return [AcronymSlips(said("fact")["fact.acronym_slip"], Acronyms.load(), is_name)]


def _is_like_acronym(word: str) -> bool:
    if not word.isalpha():
        return False
    if word.isupper():
        return len(word) >= _SHORTEST
    return len(word) >= _SHORTEST_MIXED


def _is_slip(one: str, other: str) -> bool:
    """Say whether an acronym is another mistyped; of capitals only two may have changed places."""
    if one.isupper() != other.isupper() or not is_one_slip(one, other):
        return False
    return not one.isupper() or sorted(one) == sorted(other)
