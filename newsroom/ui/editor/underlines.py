"""Underlining words of a line that has been broken into rows, as Qt itself would."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

_GOLDEN = 1.618_033_99
_WAVES = 100  # pixels; as long as a piece of them is drawn and repeated


def draw_underlines(
    painter: QPainter,
    layout: QTextLayout,
    at: QPointF,
    rows: range,
    marks: Iterable[QTextLayout.FormatRange],
    metrics: QFontMetricsF,
) -> None:
    """Underline the part of each mark that stands in some rows of a line drawn ``at`` a place."""
    lines = [layout.lineAt(row) for row in rows]
    starts = [line.textStart() for line in lines]
    starts.append(starts[-1] + lines[-1].textLength())
    for mark in marks:
        first, last = max(mark.start, starts[0]), min(mark.start + mark.length, starts[-1])
        row = bisect_right(starts, first) - 1
        while first < last:
            end = min(last, starts[row + 1])
            _underline(painter, lines[row], (first, end), at, mark.format, metrics)
            first, row = end, row + 1


def _underline(
    painter: QPainter,
    line: QTextLine,
    part: tuple[int, int],
    at: QPointF,
    shape: QTextCharFormat,
    metrics: QFontMetricsF,
) -> None:
    left, right = sorted(line.cursorToX(place)[0] for place in part)
    right = min(right, line.x() + line.naturalTextWidth())  # not under blanks at a row's end
    if left >= right:
        return
    base = at.y() + line.y() + line.ascent()
    width = metrics.lineWidth()
    below, descent = metrics.underlinePos(), metrics.descent()
    colour = shape.underlineColor()
    painter.save()
    if shape.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
        waves = _waves(min(max(below, width), (descent - 1) / 2), width, colour.name())
        painter.translate(at.x() + left, base + 1)
        height = min(waves.height(), floor(descent - 1))
        painter.fillRect(QRectF(0, 0, ceil(right - left), height), QBrush(waves))
    else:
        painter.setPen(QPen(colour, width, Qt.PenStyle.DotLine))
        y = base + min(ceil(below) + 0.5, max(descent - 0.5, below))
        painter.drawLine(QLineF(at.x() + left, y, at.x() + right, y))
    painter.restore()


@lru_cache(maxsize=16)
def _waves(radius: float, width: float, colour: str) -> QImage:
    """Draw a piece of a wavy line."""
    half = max(2.0, max(1.0, radius) * _GOLDEN)
    length = ceil(_WAVES / (2 * half)) * 2 * half
    radius = floor(max(1.0, radius) * 2) / 2
    path, x, y = QPainterPath(), 0.0, radius
    while x < length:
        x, y = x + half, -y
        path.quadTo(x - half / 2, y, x, 0)
    pixels = QImage.Format.Format_ARGB32_Premultiplied
    waves = QImage(round(length), round(2 * radius), pixels)
    waves.fill(Qt.GlobalColor.transparent)
    pen = QPen(QColor(colour), min(width, 0.8 * radius))
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter = QPainter(waves)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, radius)
    painter.drawPath(path)
    painter.end()
    return waves
