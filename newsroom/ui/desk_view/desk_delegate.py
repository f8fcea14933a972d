"""How the cells of the desk look."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import Order
from newsroom.story.workflow import Status
from newsroom.ui.desk_view import words
from newsroom.ui.desk_view.choice import Pressure, is_due, pressure
from newsroom.ui.desk_view.desk_model import COLUMNS, NUMBERS, DeskModel, Index, LineRole
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

ROW_HEIGHT = 64
_PAD = 11
_ICON = 14
_LINE = 17  # from one line of text to the next
_STATES = {
    Status.SUBMITTED: "accent",
    Status.EDITING: "accent",
    Status.RETURNED: "warning",
    Status.HELD: "hint",
    Status.READY: "good",
}
_FOUND = (("error", "error"), ("warning", "warning"), ("hint", "hint"))  # icon, colour


class DeskDelegate(QStyledItemDelegate):
    """Paints every cell itself: there is no widget in a row, however many rows there are."""

    def __init__(self, theme: Theme, model: DeskModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._side, self._text = theme.font(12), theme.font()
        self._strong = theme.font(bold=True)
        self._side_bold = theme.font(12, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high, so that a thousand cost nothing to lay out."""
        return QSize(_PAD, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line: DeskLine = index.data(LineRole)
        column = COLUMNS[index.column()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, is_first=index.column() == 0)
        room = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        painter.setClipRect(option.rect)
        match column:
            case Order.HEADLINE:
                self._headline(painter, room, line)
            case Order.STATUS:
                self._status(painter, room, line)
            case Order.DEADLINE:
                self._deadline(painter, room, line)
            case Order.FOUND:
                self._found(painter, room, line)
            case _ if column in NUMBERS:
                self._number(painter, room, self._model.text(line, column))
            case _:
                self._plain(painter, room, self._model.text(line, column), column)
        painter.restore()

    # Within.

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_first: bool) -> None:
        rect, colour = option.rect, self._theme.colour
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("tint"))
            if is_first:
                painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), colour("accent"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 4, 4)

    def _headline(self, painter: QPainter, room: QRectF, line: DeskLine) -> None:
        about = words.about(line)
        text, width = self._model.text(line, Order.HEADLINE), room.width()
        parts = _two_lines(text, self._strong, width)
        height = _LINE * (len(parts) + bool(about))
        top = room.y() + (room.height() - height) / 2
        if about:
            self._write(painter, self._side, "muted", about, QRectF(room.x(), top, width, _LINE))
            top += _LINE
        for part in parts:
            self._write(painter, self._strong, "ink", part, QRectF(room.x(), top, width, _LINE))
            top += _LINE

    def _status(self, painter: QPainter, room: QRectF, line: DeskLine) -> None:
        model = self._model
        holder, until = model.held_by(line), words.until(line, model.now, model.zone)
        top = room.center().y() - (_LINE if holder or until else _LINE / 2)
        colour = self._theme.colour(_STATES.get(line.status, "muted"))
        spot = QRectF(room.x(), top + 5, 8, 8)
        painter.setPen(QPen(colour, 2))
        # Full where somebody is at work or it is done, a ring where it waits.
        full = line.status in (Status.EDITING, Status.READY)
        painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        label = QRectF(room.x() + 14, top, room.width() - 14, _LINE)
        self._write(painter, self._text, "ink", model.text(line, Order.STATUS), label)
        if holder:
            self._icon(painter, "pen", "muted", room.x() - 2, top + _LINE + 2)
        below = label.translated(0, _LINE)
        if is_due(line, model.now):
            self._write(painter, self._side_bold, "warning", until, below)
        else:
            self._write(painter, self._side, "muted", holder or until, below)

    def _deadline(self, painter: QPainter, room: QRectF, line: DeskLine) -> None:
        far = pressure(line, self._model.now)
        text = self._model.text(line, Order.DEADLINE)
        if far in (Pressure.NONE, Pressure.MET, Pressure.LATER):
            colour = "ink" if far is Pressure.LATER else "muted"
            self._write(painter, self._text, colour, text or "–", _middle(room))
            return
        name = "error" if far is Pressure.OVERDUE else "warning"
        if far is Pressure.NEAR:
            self._icon(painter, "history", name, room.x(), room.center().y() - _ICON / 2)
            beside = _middle(room).adjusted(_ICON + STEP, 0, 0, 0)
            self._write(painter, self._text, name, text, beside)
            return
        # What is late is filled, what soon will be is framed.
        width = QFontMetricsF(self._side_bold).horizontalAdvance(text) + _ICON + 5 * STEP
        pill = QRectF(room.x(), room.center().y() - 12, min(width, room.width()), 24)
        is_late = far is Pressure.OVERDUE
        painter.setPen(QPen(self._theme.colour(name), 1))
        painter.setBrush(self._theme.colour(name) if is_late else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        ink = "surface" if is_late else name
        self._icon(painter, "error" if is_late else "warning", ink, pill.x() + 6, pill.y() + 5)
        beside = pill.adjusted(_ICON + 10, 0, -STEP, 0)
        self._write(painter, self._side_bold, ink, text, beside)

    def _found(self, painter: QPainter, room: QRectF, line: DeskLine) -> None:
        if line.found is None or not any(line.found):
            self._write(painter, self._text, "muted", "–" if line.found is None else "0",
                        _middle(room))  # fmt: skip
            return
        at, metrics = room.x(), QFontMetricsF(self._side_bold)
        for (icon, colour), count in zip(_FOUND, line.found, strict=True):
            if count:
                text = number(count)
                self._icon(painter, icon, colour, at, room.center().y() - _ICON / 2)
                at += _ICON + 3
                width = metrics.horizontalAdvance(text)
                beside = QRectF(at, room.y(), width + 1, room.height())
                self._write(painter, self._side_bold, colour, text, beside)
                at += width + 2 * STEP

    def _number(self, painter: QPainter, room: QRectF, text: str) -> None:
        painter.setFont(self._text)
        painter.setPen(self._theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, text)

    def _plain(self, painter: QPainter, room: QRectF, text: str, column: Order) -> None:
        colour = "ink" if text else "muted"
        if not text and column is Order.EDITOR:
            text = self._model.tr("belum ada")
        self._write(painter, self._text, colour, text or "–", _middle(room))

    def _icon(self, painter: QPainter, name: str, colour: str, x: float, y: float) -> None:
        place = QRect(round(x), round(y), _ICON, _ICON)
        self._theme.icon(name, colour).paint(painter, place)

    def _write(self, painter: QPainter, font: QFont, colour: str, text: str, room: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour(colour)))
        told = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, told)


def _middle(room: QRectF) -> QRectF:
    return QRectF(QPointF(room.x(), room.center().y() - _LINE / 2 - 1), room.size()).adjusted(
        0, 0, 0, _LINE + 2 - room.height()
    )


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return a text as it stands on up to two lines; what does not fit goes into the second."""
    layout = QTextLayout(text, font)
    wraps = QTextOption()
    wraps.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wraps)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(width, 1))
    layout.endLayout()
    # Qt counts letters as UTF-16 does, Python does not.
    units = text.encode("utf-16-le", "surrogatepass")
    cut = 2 * first.textLength()
    parts = (units[:cut], units[cut:])
    return [part for one in parts if (part := one.decode("utf-16-le", "surrogatepass").strip())]
