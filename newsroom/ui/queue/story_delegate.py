"""How one story looks in the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.story.workflow import Status
from newsroom.ui.card_ground import paint_ground
from newsroom.ui.queue.outline import paint_outline
from newsroom.ui.queue.story_list_model import (
    FindingsRole,
    OpenRole,
    SnippetRole,
    StatusRole,
    StoryRole,
    WhenRole,
)
from newsroom.ui.queue.tick import paint_tick
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.search.hit import Snippet

CARD_HEIGHT = 76
GAP = STEP  # between two cards
GUTTER = 10  # to the column's right edge; the scroll bar runs in it
_PADDING = 10
_LINE = 17.5  # of the headline
_META = 17
_DOT = 8
_APART = 8
_BEFORE = 12  # letters of a snippet before what is sought
_SHORTEST_NAME = 44  # pixels; a name cut shorter than this says nothing

_DOTS = {
    Status.DRAFT: "muted",
    Status.SUBMITTED: "accent",
    Status.EDITING: "accent",
    Status.RETURNED: "warning",
    Status.HELD: "hint",
    Status.READY: "good",
    Status.PUBLISHED: "good",
    Status.CORRECTED: "error",
    Status.WITHDRAWN: "muted",
}


class StoryDelegate(QStyledItemDelegate):
    """Paints a headline of up to two lines, and below it status, time, length and name.

    Of a story that was sought the second line is where the words stand in it.

    All rows are of one height, so that the list stands still while a headline is
    being written, and thousands of rows cost nothing to lay out.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One card and the gap below it."""
        return QSize(_PADDING, CARD_HEIGHT + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Measured on the view, whose width does not change when a scroll bar comes.
        width = option.widget.width() - GUTTER
        card = QRectF(option.rect.x(), option.rect.y(), width, CARD_HEIGHT)
        is_open = bool(index.data(OpenRole))
        is_chosen = option.widget.is_several and bool(
            option.state & QStyle.StateFlag.State_Selected
        )
        if is_chosen:
            self._tint(painter, card)
        paint_ground(painter, card, self._theme, option.state, chosen=is_open and not is_chosen)
        room = card.adjusted(_PADDING, 0, -_PADDING, 0)
        if index.data(StoryRole) is None:
            paint_outline(painter, room.x(), room.y(), self._theme)
            painter.restore()
            return
        sought = index.data(SnippetRole)
        lines = self._headline(index.data(), room.width(), 1 if sought else 2)
        rows = len(lines) + bool(sought)
        y = card.y() + (CARD_HEIGHT - rows * _LINE - STEP - _META) / 2
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.colour("ink"))
        for line in lines:
            painter.drawText(
                QRectF(room.x(), y, room.width(), _LINE), Qt.AlignmentFlag.AlignVCenter, line
            )
            y += _LINE
        if sought:
            self._snippet(painter, QRectF(room.x(), y, room.width(), _LINE), sought)
            y += _LINE
        meta = QRectF(room.x(), y + STEP, room.width(), _META)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            start = paint_tick(painter, meta, self._theme, on=is_chosen)
        else:
            start = self._dot(painter, meta, index)
        self._meta(painter, meta, start, index)
        painter.restore()

    # Within.

    def _headline(self, text: str, width: float, most: int) -> list[str]:
        """Break a headline into at most two lines, the last cut to fit."""
        font = self._theme.font(bold=True)
        if most == 1:
            return [QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)]
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        units = text.encode("utf-16-le", "surrogatepass")
        first = units[: 2 * line.textLength()].decode("utf-16-le", "replace").rstrip()
        rest = units[2 * line.textLength() :].decode("utf-16-le", "replace").strip()
        if not rest:
            return [first]
        cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [first, cut]

    def _snippet(self, painter: QPainter, room: QRectF, sought: Snippet) -> None:
        """Paint where the words stand, they themselves bold, from the first of them on."""
        plain, bold = self._theme.font(12), self._theme.font(12, bold=True)
        x, right = room.x(), room.right()
        for text, is_sought in parts_of(sought):
            font = bold if is_sought else plain
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(right - x, 0))
            painter.setFont(font)
            painter.setPen(self._theme.colour("ink" if is_sought else "muted"))
            painter.drawText(
                QRectF(x, room.y(), right - x, room.height()), Qt.AlignmentFlag.AlignVCenter, shown
            )
            x += metrics.horizontalAdvance(text)
            if x >= right:
                return

    def _tint(self, painter: QPainter, card: QRectF) -> None:
        """Paint the ground of a story that is chosen beside others."""
        shape = QPainterPath()
        shape.addRoundedRect(card, 8, 8)
        painter.fillPath(shape, self._theme.colour("tint"))

    def _dot(
        self, painter: QPainter, room: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> float:
        """Paint the colour of a status; return what it takes."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(_DOTS[index.data(StoryRole).status]))
        painter.drawEllipse(QPointF(room.x() + _DOT / 2, room.center().y()), _DOT / 2, _DOT / 2)
        return _DOT + 3

    def _meta(
        self,
        painter: QPainter,
        room: QRectF,
        start: float,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colour, right = self._theme.colour, room.right()
        found = index.data(FindingsRole)
        if found and found.total:
            painter.setFont(self._theme.font(12, bold=True))
            painter.setPen(colour(str(found.worst)))
            count = number(found.total)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
            )
            right -= painter.fontMetrics().horizontalAdvance(count) + _APART
        painter.setFont(self._theme.font(12))
        painter.setPen(colour("muted"))
        x = room.x() + start
        for part in self._parts(index, right - x, QFontMetricsF(painter.font())):
            painter.drawText(QPointF(x, room.y() + 13), part)
            x += painter.fontMetrics().horizontalAdvance(part) + _APART

    def _parts(
        self,
        index: QModelIndex | QPersistentModelIndex,
        width: float,
        metrics: QFontMetricsF,
    ) -> list[str]:
        """Return what the last line has room for; the name goes before the length."""
        story = index.data(StoryRole)
        parts = [index.data(StatusRole), index.data(WhenRole)]
        words = self.tr("{0} kata").format(number(story.words))
        who = ", ".join(story.byline)

        def left_beside(*texts: str) -> float:
            return width - sum(metrics.horizontalAdvance(text) + _APART for text in texts)

        if who:
            needed = min(metrics.horizontalAdvance(who), _SHORTEST_NAME)
            if left_beside(*parts, words) >= needed:
                parts.append(words)
            name = metrics.elidedText(who, Qt.TextElideMode.ElideRight, max(left_beside(*parts), 0))
            return [*parts, name] if left_beside(*parts) >= needed else parts
        return [*parts, words] if left_beside(*parts) >= metrics.horizontalAdvance(words) else parts


def parts_of(sought: Snippet) -> Iterator[tuple[str, bool]]:
    """Yield a snippet in parts, with whether each is what was sought.

    It begins a few words before the first of these: the column is narrow.
    """
    text, at = sought.text, 0
    if sought.marks and sought.marks[0][0] > _BEFORE:
        at = text.rfind(" ", 0, sought.marks[0][0] - _BEFORE) + 1
        yield "…", False
    for start, end in sought.marks:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False
