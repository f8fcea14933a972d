"""The ground behind words that somebody has commented on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QTextBlock, QTextLayout

from newsroom.story.comments.comment import Anchor
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme

_FAINT, _CLEAR = 0.10, 0.22  # of the accent over the paper: the text keeps its contrast
_FOOT = 3.0  # pixels; of the brackets at both ends


@dataclass(slots=True)
class _Stretch:
    """Words of a thread, in Qt's positions."""

    thread: str
    start: int
    end: int


class CommentGround(QObject):
    """Paints it in one field, between brackets: findings have lines under them, and no ground.

    Positions follow what is typed, until the field is shown its anchors again.
    """

    chosen = Signal(str)  # the thread whose words were clicked

    def __init__(self, edit: ProseEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self._stretches: list[_Stretch] = []
        self._current = ""
        edit.lines.ground = self._draw
        edit.document().contentsChange.connect(self._follow)
        edit.viewport().installEventFilter(self)

    def show_anchors(self, anchors: Iterable[tuple[str, Anchor]]) -> None:
        """Mark the words of threads, whose anchors are those of the text as it is."""
        text = self._edit.text()
        told = [
            _Stretch(thread, units(text[: anchor.start]), units(text[: anchor.end]))
            for thread, anchor in anchors
            if anchor.start < anchor.end
        ]
        if told != self._stretches:
            self._stretches = told
            self._edit.viewport().update()

    def show_current(self, thread: str) -> None:
        """Set off the words of one thread; none if it is empty."""
        if thread != self._current:
            self._current = thread
            self._edit.viewport().update()

    def thread_at(self, position: int) -> str:
        """Return the thread of the words at a Qt position, of several that of the fewest words."""
        here = [one for one in self._stretches if one.start <= position <= one.end]
        return min(here, key=lambda one: one.end - one.start).thread if here else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a click on marked words; whoever selects a text means that."""
        # Asked first of what kind it is: its type is dear, and paintings come by here.
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and not self._edit.textCursor().hasSelection()
        ):
            exact = Qt.HitTestAccuracy.ExactHit
            position = self._edit.lines.hitTest(QPointF(event.position()), exact)
            if position >= 0 and (thread := self.thread_at(position)):
                self.chosen.emit(thread)
        return False

    # Within.

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Move along with an edit; words that are gone are marked no more."""
        past, longer = position + removed, added - removed
        left = []
        for one in self._stretches:
            if past <= one.start:
                one.start, one.end = one.start + longer, one.end + longer
            elif position < one.end:
                inside = position >= one.start
                one.end = one.end + longer if past <= one.end else position
                one.start = one.start if inside else position + added
            if one.start < one.end:
                left.append(one)
        self._stretches = left

    def _draw(self, painter: QPainter, block: QTextBlock, place: QRectF) -> None:
        """Paint what of a line is marked, before its letters."""
        first, length = block.position(), block.length() - 1
        for one in self._stretches:
            start, end = max(one.start - first, 0), min(one.end - first, length)
            if start < end:
                whole = one.start >= first, one.end <= first + length
                self._draw_part(painter, block.layout(), place, (start, end), whole, one.thread)

    def _draw_part(
        self,
        painter: QPainter,
        layout: QTextLayout,
        place: QRectF,
        part: tuple[int, int],
        whole: tuple[bool, bool],
        thread: str,
    ) -> None:
        start, end = part
        rows = range(
            layout.lineForTextPosition(start).lineNumber(),
            layout.lineForTextPosition(end).lineNumber() + 1,
        )
        ground = self._theme.colour("accent")
        ground.setAlphaF(_CLEAR if thread == self._current else _FAINT)
        painter.save()
        pen = QPen(self._theme.colour("accent"), 2 if thread == self._current else 1)
        painter.setPen(pen)
        for number in rows:
            line = layout.lineAt(number)
            past = line.textStart() + line.textLength()
            if start >= past or end <= line.textStart():
                continue
            left = line.cursorToX(max(start, line.textStart()))[0]
            right = min(line.cursorToX(min(end, past))[0], line.x() + line.naturalTextWidth())
            box = QRectF(left, line.y(), right - left, line.height()).translated(place.topLeft())
            painter.fillRect(box, ground)
            if whole[0] and start >= line.textStart():
                _bracket(painter, box.left(), box, _FOOT)
            if whole[1] and end <= past:
                _bracket(painter, box.right(), box, -_FOOT)
        painter.restore()


def _bracket(painter: QPainter, x: float, box: QRectF, foot: float) -> None:
    top, bottom = box.top() + 1, box.bottom() - 1
    painter.drawPolyline(
        [QPointF(x + foot, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + foot, bottom)]
    )
