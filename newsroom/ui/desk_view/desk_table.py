"""The table of the desk: rows to go through, several of which may be chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import Order
from newsroom.ui.desk_view.desk_delegate import ROW_HEIGHT, DeskDelegate
from newsroom.ui.desk_view.desk_model import COLUMNS, DeskModel
from newsroom.ui.theme import Theme

_FLAG = QItemSelectionModel.SelectionFlag
_NARROW = 240  # pixels for a headline, at the least
_ROOMY, _LONGER = 400, 90  # pixels: of what is beyond the one, names get up to the other
_NAMES = {Order.REPORTER, Order.EDITOR}
# Pixels; the headline has what is left. The first that make room are of least use at a glance.
_WIDTHS = {
    Order.STATUS: 146,
    Order.AGE: 84,
    Order.DEADLINE: 184,
    Order.WORDS: 70,
    Order.FOUND: 124,
    Order.COMMENTS: 92,
    Order.REPORTER: 136,
    Order.EDITOR: 126,
}
_GIVE_WAY = (Order.COMMENTS, Order.WORDS, Order.REPORTER, Order.AGE, Order.EDITOR)


class DeskTable(QTableView):
    """Enter opens and takes the story, Shift+Enter only opens it; letters go to the search."""

    open_wanted = Signal(bool)  # of the story at hand; whether it is to be taken too
    assigning_wanted = Signal()
    preview_wanted = Signal()
    order_wanted = Signal(object)  # Order
    typed = Signal(str)
    moved = Signal()  # to another story, or others are chosen

    def __init__(self, theme: Theme, model: DeskModel) -> None:
        super().__init__()
        self._lines = model
        self.setProperty("kind", "rows")
        self.setAccessibleName(self.tr("Naskah di meja redaksi"))
        self.setModel(model)
        self.setItemDelegate(DeskDelegate(theme, model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.sectionClicked.connect(lambda at: self.order_wanted.emit(COLUMNS[at]))
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _: self.open_wanted.emit(True))
        theme.changed.connect(self.viewport().update)

    @property
    def at_hand(self) -> DeskLine | None:
        """The story that the keyboard is at."""
        return self._lines.line(self.currentIndex().row())

    def chosen(self) -> list[DeskLine]:
        """Return the stories that are chosen, or else the one at hand, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [line for row in rows if (line := self._lines.line(row))]
        at_hand = self.at_hand
        return found or ([at_hand] if at_hand else [])

    def show_lines(
        self, lines: Sequence[DeskLine], now: datetime, me: str, done: Collection[str] = ()
    ) -> None:
        """Show other lines; the place is kept, and what is chosen as far as it is still there.

        Nobody follows what is ``done``: it stays behind with what has come into its place.
        """
        at_hand, column = self.at_hand, max(self.currentIndex().column(), 0)
        before = self.chosen()
        row = self._lines.row_of(before[0].id) if before else None
        chosen = [line.id for line in before if line.id not in done]
        scrolled, was_seen = self.verticalScrollBar().value(), self._is_seen()
        self._lines.show(lines, now, me)
        if not lines:
            self.moved.emit()
            return
        rows = [at for one in chosen if (at := self._lines.row_of(one)) is not None]
        there = self._lines.row_of(at_hand.id) if at_hand and at_hand.id not in done else None
        if there is None:  # it has gone on: what has come into its place
            there = rows[0] if rows else min(row or 0, len(lines) - 1)
        self.selectionModel().setCurrentIndex(self._lines.index(there, column), _FLAG.NoUpdate)
        self._choose(rows or [there])
        self.verticalScrollBar().setValue(scrolled)
        if was_seen and not self._is_seen():
            self.scrollTo(self.currentIndex())

    def go_to_top(self) -> None:
        """Go to the first story, and choose that alone."""
        self._go_to_row(0)
        self.scrollToTop()

    def go_to(self, story_id: str) -> None:
        """Go to a story, if it is shown, and choose that alone."""
        if (row := self._lines.row_of(story_id)) is not None:
            self._go_to_row(row)

    def show_order(self, order: Order, *, falling: bool) -> None:
        """Mark the column that the rows are ordered by."""
        heads, flag = self.horizontalHeader(), Qt.SortOrder
        heads.setSortIndicatorShown(order in COLUMNS)
        if order in COLUMNS:
            way = flag.DescendingOrder if falling else flag.AscendingOrder
            heads.setSortIndicator(COLUMNS.index(order), way)

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the desk do; a letter begins a search."""
        key, held = event.key(), event.modifiers()
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.at_hand is not None:
                self.open_wanted.emit(not held & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_F2 and plain:
            self.assigning_wanted.emit()
        elif key == Qt.Key.Key_Space and plain:
            self.preview_wanted.emit()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the headline the width that the other columns leave."""
        super().resizeEvent(event)
        widths, room = dict(_WIDTHS), self.viewport().width()
        for column in _GIVE_WAY:
            if room - sum(widths.values()) < _NARROW:
                widths.pop(column)
        spare = max(room - sum(widths.values()) - _ROOMY, 0)
        for column in _NAMES & widths.keys():
            widths[column] += min(spare // 3, _LONGER)
        for at, column in enumerate(COLUMNS):
            hidden = column is not Order.HEADLINE and column not in widths
            self.setColumnHidden(at, hidden)
            width = widths.get(column, max(room - sum(widths.values()), _NARROW))
            self.setColumnWidth(at, width)

    # Within.

    def _is_seen(self) -> bool:
        return self.viewport().rect().intersects(self.visualRect(self.currentIndex()))

    def _go_to_row(self, row: int) -> None:
        # By itself the view would add to what is chosen, with Shift or Ctrl still held down.
        only = _FLAG.ClearAndSelect | _FLAG.Rows
        self.selectionModel().setCurrentIndex(self._lines.index(row, 0), only)

    def _choose(self, rows: Sequence[int]) -> None:
        chosen, last = QItemSelection(), len(COLUMNS) - 1
        for row in rows:
            chosen.select(self._lines.index(row, 0), self._lines.index(row, last))
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)


def _is_letter(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return bool(text) and text.isprintable() and text != " " and not event.modifiers() & held
