"""A kind of rule for stories: places to look at, unless other words in the story settle it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.words import holds_one


class Unless:
    """Marks places in a story that raises a matter, unless some words in it settle that.

    ``raises`` must occur somewhere in the story, ``settles`` nowhere; ``marks`` gives
    the places of a paragraph, which has one of ``needs`` in it, in lower case. No more
    than ``most`` are marked, and only if there are ``least`` at least.
    """

    def __init__(
        self,
        about: About,
        marks: Callable[[Prose], Iterator[tuple[int, int]]],
        *,
        needs: tuple[str, ...],
        settles: re.Pattern[str] | None = None,
        raises: re.Pattern[str] | None = None,
        least: int = 1,
        most: int = 1,
    ) -> None:
        self.about = about
        self._marks = marks
        self._needs = needs
        self._settles = settles
        self._raises = raises
        self._least = least
        self._most = most

    def note(self, prose: Prose) -> object:
        """Return the paragraph's places and its text, which is read only if there are any."""
        holds = holds_one(prose.lowered_text, self._needs)
        marks = tuple(self._marks(prose)) if holds else ()
        return (marks, prose.text)

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the places to look at."""
        told = [note if isinstance(note, tuple) else ((), "") for note in notes]
        places = [(index, Match(*mark)) for index, (marks, _) in enumerate(told) for mark in marks]
        if len(places) < self._least:
            return
        if self._settles and any(self._settles.search(text) for _, text in told):
            return
        if self._raises and not any(self._raises.search(text) for _, text in told):
            return
        yield from places[: self._most]
