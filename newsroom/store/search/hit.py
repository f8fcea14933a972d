"""What a search gives. Apart, so that a window need not load the store."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.store.summary import StorySummary

Marks = tuple[tuple[int, int], ...]
"""Start and end, exclusive, of each word found in a text, in code points."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a story, in one line and without Markdown, with the words found in it."""

    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A story that was found; ``headline`` is its headline in one line, with the words in it."""

    story: StorySummary
    headline: Snippet
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Row:
    """A story as a row of the list shows it; ``snippet`` where something is sought."""

    story: StorySummary
    snippet: Snippet | None = None
