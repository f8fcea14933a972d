"""The page of the desk: statuses, filters, the table, and below it what a story says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import DeskView
from newsroom.story.workflow import Status
from newsroom.ui.desk_view.desk_chips import DeskChips
from newsroom.ui.desk_view.desk_filters import DeskFilters
from newsroom.ui.desk_view.desk_model import DeskModel
from newsroom.ui.desk_view.desk_table import DeskTable
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_LOWEST = 90  # pixels, of the pane below


class DeskPage(QWidget):
    """Shows what it is given and says what is wanted; others do it."""

    closed = Signal()
    log_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__(objectName="desk")
        self._theme = theme
        self._total = 0  # stories of the statuses that are shown, whatever else is asked for
        self.model = DeskModel(zone, self)
        self.chips = DeskChips()
        self.filters = DeskFilters(theme)
        self.table = DeskTable(theme, self.model)
        self.table.order_wanted.connect(self.filters.put_in_order)
        self.table.typed.connect(self.filters.begin_text)
        self.table.preview_wanted.connect(lambda: self.show_text(self.text.isHidden()))
        self.table.moved.connect(self._refresh)
        self.filters.text.returnPressed.connect(self._leave_text)
        self.note = EmptyNote(theme, "file", "", "")
        self.whole = line_button(self.tr("Tampilkan semua di meja"), self._show_whole)
        self.again = line_button(self.tr("Coba lagi"), self.again_wanted.emit)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Isi naskah terpilih"))
        self.text.hide()
        self.open = line_button(
            self.tr("Buka dan sunting"), lambda: self.table.open_wanted.emit(True)
        )
        self.open.setToolTip(self.tr("Buka dan sunting (Enter); Shift+Enter membuka saja"))
        self.assign = line_button(self.tr("Tugaskan redaktur…"), self.table.assigning_wanted.emit)
        self.assign.setToolTip(self.tr("Tugaskan redaktur (F2)"))
        self.look = line_button(self.tr("Lihat isi"), self.table.preview_wanted.emit)
        self.look.setToolTip(self.tr("Lihat isi naskah terpilih (Spasi)"))
        self._told = QLabel()
        self._told.setProperty("role", "muted")
        self._lay_out()
        self.say_loading()

    @property
    def is_previewing(self) -> bool:
        """True while the text of the story at hand is shown."""
        return not self.text.isHidden()

    def show_view(self, view: DeskView) -> None:
        """Show what is listed, and how."""
        self.filters.show_view(view)
        self.chips.show_chosen(view.statuses)
        self.table.show_order(view.order, falling=view.falling)

    def show_lines(
        self,
        lines: Sequence[DeskLine],
        counts: Mapping[Status, int],
        now: datetime,
        me: str,
        done: Collection[str] = (),
    ) -> None:
        """Show the stories of the view, and how many there are of each status.

        What is ``done`` here is let go of, where it was chosen.
        """
        self.chips.show_counts(counts)
        self._total = sum(counts.get(one, 0) for one in self.filters.view.statuses)
        had_note = self._stack.currentIndex() == 0 and self.note.isAncestorOf(self.focusWidget())
        self.table.show_lines(lines, now, me, done)
        if not lines:
            self._say_none(self._total)
        self._stack.setCurrentIndex(1 if lines else 0)
        if lines and had_note:
            self.table.setFocus()
        self._refresh()

    def show_text(self, shown: bool) -> None:
        """Show what the story at hand says, or no longer."""
        self.text.setVisible(shown)
        self.look.setText(self.tr("Tutup isi") if shown else self.tr("Lihat isi"))
        self.table.moved.emit()

    def say_text(self, text: str) -> None:
        """Show a text below the table."""
        self.text.setPlainText(text)
        # The sheet has given the field the interface's font meanwhile.
        self.text.document().setDefaultFont(self._theme.reading_font(15))

    def say_loading(self) -> None:
        """Say that the stories are on their way."""
        self._say("file", self.tr("Membuka meja redaksi…"), "")

    def say_error(self, words: str) -> None:
        """Say why they can't be shown."""
        self._say("warning", self.tr("Meja tidak dapat dibuka"), words, "warning")
        self.again.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the desk by Esc, and the search first."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.text.hasFocus() and self.filters.text.text():
            self.filters.text.clear()
            self.filters.tell_text()
        elif not self.table.hasFocus() and self.table.isVisible():
            self.table.setFocus()
        else:
            self.closed.emit()

    # Within.

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Meja redaksi"))
        title.setProperty("role", "title")
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Tutup meja redaksi"))
        self._close.setToolTip(self.tr("Tutup meja redaksi (Esc)"))
        self._close.clicked.connect(self.closed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(title)
        head.addSpacing(2 * STEP)
        head.addWidget(self.chips, 1)
        head.addWidget(line_button(self.tr("Log harian…"), self.log_wanted.emit))
        head.addWidget(self._close)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self._told, 1)
        for button in (self.look, self.assign, self.open):
            foot.addWidget(button)
        empty, middle, buttons = QWidget(), QVBoxLayout(), QHBoxLayout()
        empty.setLayout(middle)
        buttons.addStretch()
        buttons.addWidget(self.whole)
        buttons.addWidget(self.again)
        buttons.addStretch()
        middle.addStretch(1)
        middle.addWidget(self.note)
        middle.addLayout(buttons)
        middle.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self.text)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.text.setMinimumHeight(_LOWEST)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        rows.setSpacing(2 * STEP)
        rows.addLayout(head)
        rows.addWidget(self.filters)
        rows.addWidget(split, 1)
        rows.addLayout(foot)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _refresh(self) -> None:
        chosen = self.table.chosen() if self.model.rowCount() else []
        for button in (self.open, self.assign, self.look):
            button.setEnabled(bool(chosen))
        several = len(chosen) > 1
        self.open.setEnabled(bool(chosen) and not several)
        shown, total = number(self.model.rowCount()), number(self._total)
        is_all = shown == total
        told = [
            self.tr("{0} naskah").format(shown)
            if is_all
            else self.tr("{0} dari {1} naskah").format(shown, total)
        ]
        if several:
            told.append(self.tr("{0} terpilih").format(number(len(chosen))))
        told.append(self.tr("F12 membuka naskah berikutnya dari mana saja"))
        self._told.setText(" · ".join(told))

    def _say_none(self, hidden: int) -> None:
        if hidden:
            words = self.tr("Ubah saringan di atas, atau tampilkan semuanya lagi.")
            self._say("filter", self.tr("Tidak ada naskah yang cocok"), words)
        else:
            words = self.tr("Naskah yang diajukan wartawan menunggu di sini.")
            self._say("check", self.tr("Tidak ada naskah yang menunggu"), words, "good")
        self.whole.setVisible(bool(hidden))

    def _say(self, icon: str, title: str, words: str, colour: str = "muted") -> None:
        self.note.say(icon, title, words, colour)
        self._stack.setCurrentIndex(0)
        self.whole.hide()
        self.again.hide()

    def _show_whole(self) -> None:
        self.filters.use(DeskView())

    def _leave_text(self) -> None:
        self.filters.tell_text()
        if self.model.rowCount():
            self.table.setFocus()

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close", "muted"))
