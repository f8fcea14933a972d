"""How a line of a text is set: its formats, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QImage, QTextBlock, QTextLayout

from newsroom.ui.editor.markdown_look import format_range

_LONG = 4_000  # UTF-16 units; to break such a line into rows is felt

Ranges = list[QTextLayout.FormatRange]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is set.

    ``indent`` is the text that rows after the first are indented by; beside the line may
    stand a ``bar`` or a ``picture``, an empty one if it is not there yet.
    """

    formats: Ranges
    indent: str = ""
    bar: bool = False
    picture: QImage | None = None


class Styler(Protocol):
    """Says how lines are set."""

    def style(self, block: QTextBlock) -> LineStyle:
        """Return how a line is set as it is now."""

    def is_fresh(self, block: QTextBlock) -> bool:
        """Say whether a line would be set as it was the last time."""

    def underlines(self, block: QTextBlock, first: int, last: int) -> Ranges:
        """Return what is underlined within a stretch of a long line, which its style leaves out.

        Formats can't be changed without breaking a line anew.
        """


def is_long(block: QTextBlock) -> bool:
    """Say whether a line is set so that few changes need it to be broken into rows anew."""
    return block.length() > _LONG


def beside_preedit(formats: Ranges, layout: QTextLayout) -> Ranges:
    """Move formats aside for what an input method is composing."""
    size, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    if not size:
        return formats
    moved = []
    for one in formats:
        start, end = one.start, one.start + one.length
        start, end = (place + size if place > at else place for place in (start, end))
        moved.append(format_range(start, end, one.format))
    return moved
