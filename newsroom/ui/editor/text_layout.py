"""Setting a text in lines: only what is seen is worked out, however long the text is.

Qt's own layout goes through the whole text, which in a long one is felt at every key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
)

from newsroom.ui.editor.gaps import Gaps
from newsroom.ui.editor.line_estimates import estimated_heights
from newsroom.ui.editor.line_heights import LineHeights
from newsroom.ui.editor.line_lengths import line_lengths
from newsroom.ui.editor.line_painting import draw_bar, draw_marks, draw_picture, selected
from newsroom.ui.editor.line_rows import break_into_rows, changed_below, row_at
from newsroom.ui.editor.line_style import Styler, beside_preedit, is_long
from newsroom.ui.work.pace import key_shown

_AT_ONCE = 40  # so many changed lines are set at once, more when they are seen
_RESTYLED = -1  # instead of the round: set, but its marks may be others
_BARE, _WITH_BAR, _WITH_PICTURE = -1, 1, 2  # states of lines that have one
_EVERYWHERE = QRectF(0, 0, 1e6, 1e8)


class TextLayout(QAbstractTextDocumentLayout):
    """Lays out one document for a text field.

    ``spacing`` is the height of a row as a share of its font's. The empty line between
    two paragraphs is drawn as a gap, of this share of the font's size, if one is given.
    Heights of lines that have not been seen are estimated. ``ground`` paints what lies
    behind the letters of a line at a place.
    """

    stale = Signal(QRectF)  # what is to be painted anew

    def __init__(
        self, document: QTextDocument, styler: Styler, *, spacing: float = 1, gap: float = 0
    ) -> None:
        super().__init__(document)
        self._styler = styler
        self.ground: Callable[[QPainter, QTextBlock, QRectF], None] | None = None
        self._spacing = spacing
        self._gaps = Gaps(gap)
        self._heights = LineHeights([0])
        self._lengths = [1]  # of the lines, in UTF-16 units
        self._revision = -1
        self._set = [0]  # the round in which each line was set; 0 if it was not
        self._round = 1
        self._width = -1.0
        self._written = -1  # the line that was written in last
        self._is_telling = False  # the document of formats, which are no change of it
        self._filled_with = ""  # while the document is being filled
        self._settle_timer = QTimer(self, singleShot=True, interval=0)
        self._settle_timer.timeout.connect(self._settle)

    def fill(self, text: str) -> None:
        """Give the document another text, whose lines end in line feeds."""
        # It is measured as it is here: reading a long text back is felt.
        self._filled_with = text
        self.document().setPlainText(text)
        self._filled_with = ""

    def restyle(self, block: QTextBlock) -> None:
        """Set a line as its marks are now."""
        if len(self._heights) == self.document().blockCount():
            number = block.blockNumber()
            if self._set[number] == self._round:
                self._set[number] = _RESTYLED
            self.stale.emit(self.blockBoundingRect(block))

    def restyle_all(self) -> None:
        """Set all lines anew, as they come into sight."""
        self._round += 1
        self.stale.emit(_EVERYWHERE)

    def is_stale(self, place: QRectF) -> bool:
        """Say whether a line within a place would be set otherwise by now."""
        margin = self.document().documentMargin()
        block = self.document().findBlockByNumber(self._heights.at(place.top() - margin))
        while block.isValid() and len(self._heights) == self.document().blockCount():
            number = block.blockNumber()
            if self._heights.top(number) + margin > place.bottom():
                return False
            if self._set[number] != self._round or not self._styler.is_fresh(block):
                return True
            block = block.next()
        return False

    def set_between(self, top: float, bottom: float, still: float) -> float:
        """Set the lines between two heights; return how far what is at a third one has moved."""
        heights, document = self._heights, self.document()
        if len(heights) != document.blockCount():
            return 0
        margin = document.documentMargin()
        held, total = heights.at(still - margin), heights.total
        before = heights.top(held)
        block = document.findBlockByNumber(heights.at(top - margin))
        while block.isValid() and heights.top(block.blockNumber()) + margin <= bottom:
            self._lay_out(block)
            block = block.next()
        moved = heights.top(held) - before
        if moved or heights.total != total:
            self._settle()
        return moved

    def steady(self, y: float) -> float:
        """Return a height as a measure that the text alone decides, whatever has been set."""
        line = self._heights.at(y)
        *above, own = map(_steady_height, self._lengths[: line + 1])
        within = (y - self._heights.top(line)) / max(self._heights[line], 1)
        return sum(above) + within * own

    def unsteady(self, measure: float) -> float:
        """Return the height that ``steady`` gave this measure of; the line there is set."""
        steady = LineHeights([_steady_height(size) for size in self._lengths])
        line = steady.at(measure)
        self.blockBoundingRect(self.document().findBlockByNumber(line))
        within = (measure - steady.top(line)) / steady[line]
        return self._heights.top(line) + within * self._heights[line]

    # What Qt calls.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Take note of what has changed; few lines are set at once."""
        if self._is_telling:
            return
        document = self.document()
        if document.textWidth() != self._width:
            self._width = document.textWidth()
            self._round += 1
            if document.revision() == self._revision:
                self._widen()
                return
        self._revision = document.revision()
        before = self._heights.total
        last = document.findBlock(position + added)
        first = document.findBlock(position).blockNumber()
        past = (last.blockNumber() if last.isValid() else document.blockCount() - 1) + 1
        count = past - first
        gone = len(self._heights) - (document.blockCount() - count)
        top = self._heights.top(first)
        old = self._heights[first] if gone == count == 1 else -1.0
        self._written = first if count == 1 else -1
        lengths = line_lengths(document.findBlockByNumber(first), count, self._filled_with)
        emptied = _empty(lengths) != _empty(self._lengths[first : first + gone])
        self._lengths[first : first + gone] = lengths
        if gone != 1 or count != 1:  # one line is about as tall as it was, and set just below
            self._heights.replace(first, gone, self._estimated(lengths))
        self._set[first : first + gone] = [0] * count
        block = document.findBlockByNumber(first)
        formats = block.layout().formats() if old > 0 else []
        if count <= _AT_ONCE:
            for number in range(first, past):
                self._lay_out(document.findBlockByNumber(number))
            for gap in self._gaps.around(document, first, past) if emptied else ():
                self._set[gap.blockNumber()] = 0
                self._lay_out(gap)
        if self._heights.total != before:
            self.documentSizeChanged.emit(self.documentSize())
        if self._heights.total == before and old == self._heights[first]:
            same = 0.0
            if not is_long(block):  # whose marks are none of its formats
                same = changed_below(block.layout(), formats, position - block.position())
            top += document.documentMargin() + same
            self.stale.emit(QRectF(0, top, max(self._width, 1), old - same))
        else:
            self.stale.emit(_EVERYWHERE)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the lines within the clip."""
        clip = context.clip if context.clip.isValid() else painter.clipBoundingRect()
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        ground = context.palette.color(QPalette.ColorRole.Mid)
        selections = list(context.selections)
        for block, place in self._seen(clip):
            start, layout = block.position(), block.layout()
            if block.userState() == _WITH_BAR:
                draw_bar(painter, place, ground)
            elif block.userState() == _WITH_PICTURE:
                draw_picture(painter, place, self._styler.style(block).picture, ground)
            if self.ground is not None:
                self.ground(painter, block, place)
            chosen = [part for one in selections if (part := selected(one, block))]
            layout.draw(painter, place.topLeft(), chosen, clip)
            if is_long(block):
                draw_marks(painter, block, place, clip, self._styler)
            at = context.cursorPosition
            if at < -1:  # within what an input method has not handed over yet
                at = start + layout.preeditAreaPosition() - (at + 2)
            if start <= at < start + block.length():
                width = self.property("cursorWidth") or 1
                layout.drawCursor(painter, place.topLeft(), at - start, width)
        self._settle_formats()
        key_shown()

    def documentSize(self) -> QSizeF:
        """Return the width that was given and the height of all lines."""
        margin = 2 * self.document().documentMargin()
        return QSizeF(max(self._width, 0), self._heights.total + margin)

    def pageCount(self) -> int:
        """Return 1: nothing is printed from here."""
        return 1

    def frameBoundingRect(self, _frame: object) -> QRectF:
        """Return the place of the whole text, which is the one frame there is."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the place of a line, which is set if it was not."""
        # In the midst of a change Qt asks about lines that were not told of yet.
        if not block.isValid() or len(self._heights) != self.document().blockCount():
            return QRectF(0, 0, max(self._width, 0), 0)
        number = self._lay_out(block)
        top = self._heights.top(number) + self.document().documentMargin()
        return QRectF(0, top, max(self._width, 0), self._heights[number])

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:
        """Return the position in the text that is at a point, or nearest to it."""
        y = point.y() - self.document().documentMargin()
        block = self.document().findBlockByNumber(self._heights.at(y))
        if not block.isValid() or len(self._heights) != self.document().blockCount():
            return -1
        number = self._lay_out(block)
        y -= self._heights.top(number)
        layout = block.layout()
        line = layout.lineAt(row_at(layout, y))
        along = point.x() - line.x()
        on_text = 0 <= y < self._heights[number] and 0 <= along <= line.naturalTextWidth()
        if accuracy == Qt.HitTestAccuracy.ExactHit and not on_text:
            return -1
        return block.position() + line.xToCursor(point.x())

    # Within.

    def _seen(self, clip: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the lines that meet a stretch of height, each set afresh, with its place."""
        if len(self._heights) != self.document().blockCount():
            return
        margin = self.document().documentMargin()
        block = self.document().findBlockByNumber(self._heights.at(clip.top() - margin))
        while block.isValid():
            number = block.blockNumber()
            old = self._heights[number]
            self._lay_out(block, fresh=True)
            top = self._heights.top(number) + margin
            if self._heights[number] != old:
                self._settle_timer.start()
            if top > clip.bottom():
                return
            yield block, QRectF(0, top, max(self._width, 0), self._heights[number])
            block = block.next()

    def _settle_formats(self) -> None:
        """Have Qt forget that formats were set: it would count them to the next change."""
        self._is_telling = True
        self.document().markContentsDirty(0, 0)
        self._is_telling = False

    def _settle(self) -> None:
        """Tell that lines turned out to be taller or lower than was thought."""
        self.documentSizeChanged.emit(self.documentSize())
        self.stale.emit(_EVERYWHERE)

    def _lay_out(self, block: QTextBlock, *, fresh: bool = False) -> int:
        """Set a line if it is not; return its number. ``fresh``: its marks may have changed."""
        number = block.blockNumber()
        if self._set[number] == self._round and (not fresh or self._styler.is_fresh(block)):
            return number
        style = self._styler.style(block)
        formats = beside_preedit(style.formats, block.layout())
        state = _WITH_PICTURE if style.picture is not None else _WITH_BAR if style.bar else _BARE
        is_broken = self._set[number] in (self._round, _RESTYLED) and state == block.userState()
        self._set[number] = self._round
        if is_broken and formats == block.layout().formats():
            return number
        rows = break_into_rows(
            block,
            style,
            formats,
            width=self._width,
            spacing=self._spacing,
            is_written=number == self._written,
        )
        height = self._gaps.height(self.document()) if self._gaps.is_gap(block) else rows
        block.setUserState(state)
        if height != self._heights[number]:
            self._heights.set(number, height)
        return number

    def _widen(self) -> None:
        """Have all lines broken anew for another width, as they come into sight."""
        self._heights.replace(0, len(self._heights), self._estimated(self._lengths))
        block = self.document().begin()
        while block.isValid() and len(self._lengths) <= _AT_ONCE:
            self._lay_out(block)
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())
        self.stale.emit(_EVERYWHERE)

    def _estimated(self, lengths: list[int]) -> list[float]:
        document = self.document()
        gap = self._gaps.height(document)
        return estimated_heights(document, lengths, self._width, spacing=self._spacing, gap=gap)


def _empty(lengths: list[int]) -> list[bool]:
    return [size == 1 for size in lengths]


def _steady_height(size: int) -> float:
    """Return how tall a line of so many letters is taken to be, in no unit at all.

    So much more than in pixels that none is lost at any size of the text.
    """
    return 1000 * ceil(size / 64)
