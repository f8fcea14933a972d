"""A line of a text broken into rows, and where they are."""

from __future__ import annotations

from bisect import bisect_right
from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout

from newsroom.ui.editor.line_style import LineStyle, Ranges, is_long

BAR = 3  # pixels; the bar beside a quotation
PICTURE = QSize(88, 58)
_AFTER_BAR, _AFTER_PICTURE = 12, 16
_AROUND_PICTURE = 8


def break_into_rows(
    block: QTextBlock,
    style: LineStyle,
    formats: Ranges,
    *,
    width: float,
    spacing: float,
    is_written: bool,
) -> float:
    """Break a line into rows that fit into a width; return the height of all.

    ``spacing`` is the height of a row as a share of its font's. Qt measures the letters
    again for the cursor and for each painting, if it doesn't keep their widths: it does
    for a line that is written in, and for long ones.
    """
    layout, document = block.layout(), block.document()
    margin = document.documentMargin()
    first = margin + _indent(style)
    others = first + _hanging(style, document)
    layout.setTextOption(document.defaultTextOption())
    layout.setFormats(formats)
    layout.setCacheEnabled(is_written or is_long(block))
    layout.beginLayout()
    y, x = 0.0, first
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width - margin - x, 1.0))
        own = line.height()
        height = own * spacing
        line.setPosition(QPointF(x, y + height - own))
        y += height
        x = others
    layout.endLayout()
    return max(ceil(y), PICTURE.height() + _AROUND_PICTURE if style.picture is not None else 0)


def row_at(layout: QTextLayout, y: float) -> int:
    """Return the row of a line that a height lies in: the first above all, the last below."""
    rows = range(layout.lineCount())
    return min(bisect_right(rows, y, key=lambda row: _bottom(layout, row)), len(rows) - 1)


def changed_below(layout: QTextLayout, before: Ranges, at: int) -> float:
    """Return the height down to which a line looks as it did before it was changed.

    ``before`` are its formats then, ``at`` is where the change begins, in UTF-16 units.
    """
    old, new = (
        [one for one in formats if one.start < at] for formats in (before, layout.formats())
    )
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    if same is None:
        same = min(len(old), len(new))
    start = min((one.start for one in (*old[same:], *new[same:])), default=at)
    # A word that grew shorter may have gone up to the row above, and one before it that is
    # judged now may stand there.
    row = layout.lineForTextPosition(start).lineNumber() - 1
    return _bottom(layout, row - 1) if row > 0 else 0.0


def _indent(style: LineStyle) -> float:
    if style.picture is not None:
        return PICTURE.width() + _AFTER_PICTURE
    return BAR + _AFTER_BAR if style.bar else 0


def _hanging(style: LineStyle, document: QTextDocument) -> float:
    if not style.indent:
        return 0
    return QFontMetricsF(document.defaultFont()).horizontalAdvance(style.indent)


def _bottom(layout: QTextLayout, row: int) -> float:
    line = layout.lineAt(row)
    return line.y() + line.height()
