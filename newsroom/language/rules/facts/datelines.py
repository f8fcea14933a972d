"""What opens a story and what its paragraphs tell, for the rules that hold them together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import WrittenDate, written_dates
from newsroom.language.rules.rule import About, Match
from newsroom.story.dateline import Dateline, known_patterns, split_dateline

_REACH = 200  # code points: a dateline is short
_PARTS = "-–—|"  # one of them parts it from the prose
_OPENS = "*_ \t\u200b\u200e\ufeff"  # may stand before it


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of the body with its dates, and the dateline that opens it, up to ``start``."""

    prose: Prose
    dates: tuple[WrittenDate, ...]
    dateline: Dateline | None = None
    start: int = 0


class AgainstDateline(ABC):
    """A rule of whole stories that holds what they tell against the dateline.

    The dateline opens the body, or stands apart from it: then ``note_dateline`` is
    noted before the notes of the paragraphs.
    """

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return a paragraph of the body as it is read."""
        return _told(prose) if prose.field == "body" else None

    def note_dateline(self, dateline: Dateline) -> object:
        """Return what is to be known of a dateline that stands apart; None if it is empty."""
        return dateline if dateline.place or dateline.date else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield what the text tells otherwise than its dateline, if it has one."""
        dateline, told = None, list[tuple[int, Told]]()
        for index, note in enumerate(notes):
            if isinstance(note, Dateline):
                dateline = note
            elif isinstance(note, Told):
                if note.dateline and not dateline:
                    # What stands before it, a headline in a raw text, is no part of the report.
                    dateline, told = note.dateline, []
                told.append((index, note))
        if dateline and told:
            yield from self.against(dateline, told)

    @abstractmethod
    def against(
        self, dateline: Dateline, told: Sequence[tuple[int, Told]]
    ) -> Iterator[tuple[int, Match]]:
        """Yield what paragraphs, the lead first, tell otherwise than the dateline."""


@lru_cache(16)  # several rules read the same paragraph, one after the other
def _told(prose: Prose) -> Told:
    opening = prose.text[:_REACH].lstrip(_OPENS)
    may_be = opening[:1].isalnum() and any(sign in opening for sign in _PARTS)
    found = split_dateline(prose.text, known_patterns()) if may_be else None
    return Told(prose, written_dates(prose.text), *(found or ()))
