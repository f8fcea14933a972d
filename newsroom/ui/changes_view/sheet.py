"""The sheet on which a story with its changes is read; one change is set off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from newsroom.ui.changes_view.runs import Run
from newsroom.ui.changes_view.set_out import Passage
from newsroom.ui.changes_view.writing import Span, Writer, Written
from newsroom.ui.theme import COLUMN_WIDTH, STEP, Theme
from newsroom.ui.zooming import zoom_steps

_SIDE, _ABOVE, _BELOW = 32, 24, 64  # pixels around the column where there is no more room
_IN_SIGHT = 72  # around a change that is gone to


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read: the story set out, and what is said within it of a run of a change.

    ``heads`` name the two columns: as it was, and as it is.
    """

    passages: Sequence[Passage]
    note: Callable[[Run], str]
    heads: tuple[str, str]


class ChangesSheet(QTextEdit):
    """Can be read, selected and copied, and not be changed."""

    clicked = Signal(int)  # the number of a change
    moved = Signal()  # what is shown stands elsewhere now
    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("changesSheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Or the lines of a long text would be broken once more when the bar comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Naskah dengan perubahannya"))
        self._theme = theme
        self._zoom, self._width = 100, COLUMN_WIDTH
        self._reading: Reading | None = None
        self._shown: QTextDocument | None = None
        self.two_columns = False
        self.written = Written()
        self._current = -1
        self._kept_right = 0
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        theme.changed.connect(self.draw)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a story, or nothing; the place that is read stays where that can be."""
        self._reading = reading
        self.draw()

    def set_look(self, zoom: int, width: int) -> None:
        """Show the text so large, and the column so wide at 100 percent."""
        if (zoom, width) != (self._zoom, self._width):
            self._zoom, self._width = zoom, width
            self.draw()
            self.set_off(self._current)

    def keep_right(self, pixels: int) -> None:
        """Keep so much room on the right for what lies over the sheet."""
        if pixels != self._kept_right:
            self._kept_right = pixels
            self._centre()

    def column_width(self) -> int:
        """Return how wide the text would be if there were room, in one column or in two."""
        width = self._width * self._zoom // 100
        return width * 2 if self.two_columns else width

    def draw(self) -> None:
        """Write the text anew, in the colours of the theme."""
        place = self.verticalScrollBar().value()
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.reading_font(17 * self._zoom // 100))
        self.written = Written()
        if (reading := self._reading) is not None:
            writer = Writer(self._theme, self._zoom, reading.note)
            self.written = (
                writer.write_columns(document, reading.passages, reading.heads)
                if self.two_columns
                else writer.write(document, reading.passages)
            )
        before, self._shown = self._shown, document  # the field does not keep it
        self._put_margins(document)  # first, or the lines would be broken twice
        self.setDocument(document)
        if before is not None:
            before.deleteLater()  # nor does it let it go
        self.moved.emit()
        self.verticalScrollBar().setValue(place)

    # The change that is set off.

    @property
    def current(self) -> int:
        """The number of the change that is set off, or -1."""
        return self._current

    def set_off(self, number: int) -> None:
        """Set off one change, and bring it into view."""
        self._current = number
        self.viewport().update()
        if spots := self.written.spots.get(number):
            self._bring_into_view(spots[-1])
            cursor = self.textCursor()
            cursor.setPosition(spots[0 if _touch(spots) else -1][0])
            self.setTextCursor(cursor)

    def place_of(self, number: int) -> QRectF:
        """Return where a change is seen, in the viewport; empty for one that is not there."""
        spots = self.written.spots.get(number)
        if not spots:
            return QRectF()
        whole = QRectF()
        for rect in self._rects(spots[-1]):
            whole = whole.united(rect)
        return whole

    def change_at(self, point: QPointF) -> int:
        """Return the number of the change under a point of the viewport, or -1."""
        at = (
            self.document()
            .documentLayout()
            .hitTest(
                point + QPointF(0, self.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit
            )
        )
        for number, spots in self.written.spots.items() if at >= 0 else ():
            if any(start <= at < end for start, end in spots):
                return number
        return -1

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around the change that is set off."""
        super().paintEvent(event)
        spots = self.written.spots.get(self._current)
        if not spots:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        for spot in [(spots[0][0], spots[-1][1])] if _touch(spots) else spots:
            for rect in self._rects(spot):
                painter.drawRoundedRect(rect.adjusted(-2.5, -0.5, 2.5, 0.5), 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and in sight the change at hand if it was so before."""
        super().resizeEvent(event)
        self._centre()
        place, height = self.place_of(self._current), self.viewport().height()
        if place.top() >= 0 and height < place.bottom() <= event.oldSize().height():
            self._bring_into_view(self.written.spots[self._current][-1])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the text larger or smaller while Ctrl is held."""
        steps = zoom_steps(event)
        if steps is None:
            super().wheelEvent(event)
        elif steps:
            self.zoom_wanted.emit(steps)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the change that was clicked."""
        super().mouseReleaseEvent(event)
        number = self.change_at(event.position())
        if number >= 0 and not self.textCursor().hasSelection():
            self.clicked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            on = self.change_at(event.position()) >= 0
            shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    # Within.

    def _centre(self) -> None:
        self._put_margins(self.document())
        self.moved.emit()

    def _put_margins(self, document: QTextDocument) -> None:
        """Have the column in the middle of the room there is."""
        width, room = self.column_width(), self.viewport().width() - self._kept_right
        side = _SIDE if room > width // 2 else 4 * STEP
        left = max((room - width) // 2, side)
        right = max(room - width - left, side)
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(left)
        form.setTopMargin(_ABOVE)
        form.setRightMargin(right + self._kept_right)
        form.setBottomMargin(_BELOW)
        if form != frame.frameFormat():
            frame.setFrameFormat(form)

    def _bring_into_view(self, spot: Span) -> None:
        rects = list(self._rects(spot))
        if not rects:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rects[0].top() - _IN_SIGHT, rects[-1].bottom() + _IN_SIGHT
        if top < 0 or bottom - top > height:
            bar.setValue(round(bar.value() + top))
        elif bottom > height:
            bar.setValue(round(bar.value() + bottom - height))

    def _rects(self, spot: Span) -> Iterator[QRectF]:
        """Yield the part of each line that a stretch takes, in the viewport."""
        block = self.document().findBlock(spot[0])
        while block.isValid() and block.position() < spot[1]:
            yield from self._line_rects(block, *spot)
            block = block.next()

    def _line_rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        # Where a block lies is known once all above it is laid out.
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        corner -= QPointF(0, self.verticalScrollBar().value())
        layout, first, last = block.layout(), start - block.position(), end - block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            left, right = (
                max(first, line.textStart()),
                min(last, line.textStart() + line.textLength()),
            )
            if left < right:
                x, x_end = (_x(line.cursorToX(place)) for place in (left, right))
                x_end = min(x_end, line.x() + line.naturalTextWidth())  # without a last blank
                if x_end > x:
                    yield QRectF(corner.x() + x, corner.y() + line.y(), x_end - x, line.height())


def _touch(spots: Sequence[Span]) -> bool:
    """Say whether what went and what came stand beside each other."""
    return len(spots) == 2 and spots[1][0] - spots[0][1] <= 1


def _x(answer: float | tuple[float, int]) -> float:
    """Return a place in a line; Qt's binding also tells at which letter that is."""
    return answer[0] if isinstance(answer, tuple) else answer
