"""What is painted of a line besides its letters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QTextBlock,
    QTextLayout,
)

from newsroom.ui.editor.line_rows import BAR, PICTURE, row_at
from newsroom.ui.editor.line_style import Styler, beside_preedit
from newsroom.ui.editor.markdown_look import format_range
from newsroom.ui.editor.underlines import draw_underlines

_ABOVE_PICTURE = 4


def draw_bar(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Draw the bar beside a quotation, which stands at a place."""
    painter.fillRect(QRectF(place.left(), place.top(), BAR, place.height()), colour)


def draw_picture(painter: QPainter, place: QRectF, picture: QImage | None, ground: QColor) -> None:
    """Draw the middle of a picture beside its line; an empty frame while there is none."""
    frame = QRectF(place.topLeft() + QPointF(0, _ABOVE_PICTURE), QSizeF(PICTURE))
    if picture is None or picture.isNull():
        painter.fillRect(frame, ground)
        return
    part = frame.size().scaled(QSizeF(picture.size()), Qt.AspectRatioMode.KeepAspectRatio)
    middle = QRectF(QPointF(0, 0), part)
    middle.moveCenter(QPointF(picture.width() / 2, picture.height() / 2))
    painter.drawImage(frame, picture, middle)


def draw_marks(
    painter: QPainter, block: QTextBlock, place: QRectF, clip: QRectF, styler: Styler
) -> None:
    """Underline what is marked in those rows of a long line that are seen."""
    layout, top = block.layout(), place.top()
    rows = range(row_at(layout, clip.top() - top), row_at(layout, clip.bottom() - top) + 1)
    first, last = layout.lineAt(rows[0]), layout.lineAt(rows[-1])
    composed = len(layout.preeditAreaText())
    marks = styler.underlines(
        block, first.textStart() - composed, last.textStart() + last.textLength()
    )
    metrics = QFontMetricsF(block.document().defaultFont())
    draw_underlines(painter, layout, place.topLeft(), rows, beside_preedit(marks, layout), metrics)


def selected(
    selection: QAbstractTextDocumentLayout.Selection, block: QTextBlock
) -> QTextLayout.FormatRange | None:
    """Return the part of a selection that lies in a line; None if none does."""
    start, length = block.position(), block.length()
    first = max(selection.cursor.selectionStart() - start, 0)
    last = min(selection.cursor.selectionEnd() - start, length)
    return format_range(first, last, selection.format) if first < last else None
