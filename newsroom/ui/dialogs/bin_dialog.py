"""“Keranjang”: what was thrown away, to bring back or to delete for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.asking import ask
from newsroom.ui.dialogs.bin_model import BinModel
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.review.announcing import announce
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.binned import BinnedStory

_ROW = 34  # pixels


class BinDialog(QDialog):
    """Shows the bin and says what is to be done with what is in it; others do it."""

    restore_wanted = Signal(object)  # [id]
    deletion_wanted = Signal(object)  # [id]; a person has confirmed it

    def __init__(self, theme: Theme, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keranjang"))
        resize_in_screen(self, 660, 480)
        about = self.tr("Naskah di sini dihapus sendiri {0} hari setelah dibuang.")
        self._about = QLabel(about.format(days))
        self._about.setProperty("role", "muted")
        self.stories = BinModel(self)
        self.table = self._make_table()
        self.note = EmptyNote(theme, "trash", "", "")
        saying, middle = QWidget(), QVBoxLayout()
        saying.setLayout(middle)
        middle.addStretch(1)
        middle.addWidget(self.note)
        middle.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(saying)
        self._stack.addWidget(self.table)
        self.message = still_label()
        self.restore = QPushButton(self.tr("Pulihkan"))
        self.restore.setProperty("kind", "main")
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._restore)
        self.delete = line_button(self.tr("Hapus selamanya…"), self._delete)
        self.empty = line_button(self.tr("Kosongkan keranjang…"), self._empty)
        self.leave = line_button(self.tr("Tutup"), self.reject)
        keys = QShortcut(QKeySequence.StandardKey.Delete, self.table, self._delete)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._days = days
        self._lay_out()
        self.note.say("trash", self.tr("Membuka keranjang…"), "")
        self._refresh()

    def show_stories(self, stories: Sequence[BinnedStory]) -> None:
        """Show what is in the bin; the place in the list is kept."""
        row = max(self.table.currentIndex().row(), 0)
        self.stories.show_rows(stories)
        if stories:
            self._stack.setCurrentWidget(self.table)
            self.table.selectRow(min(row, len(stories) - 1))
            self.table.setFocus()
        else:
            kept = self.tr("Naskah yang Anda buang tinggal di sini selama {0} hari.")
            self.note.say("trash", self.tr("Keranjang kosong"), kept.format(self._days))
            self._stack.setCurrentIndex(0)
            self.leave.setFocus()
        self._refresh()

    def say(self, message: str, role: str = "good") -> None:
        """Say how something went; ``role`` is ``error`` for what did not."""
        self.message.setText(message)
        set_styled(self.message, "role", role)
        announce(self, message, urgent=role == "error")

    def fail(self, message: str) -> None:
        """Say why the bin can't be shown, or what was asked can't be done."""
        if not self.stories.rowCount():
            self.note.say("warning", self.tr("Keranjang tidak dapat dibuka"), message, "warning")
        self.say(message if self.stories.rowCount() else "", "error")
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Take no further wishes while one is being fulfilled."""
        self.table.setEnabled(not busy)
        self._refresh()

    def chosen(self) -> list[int]:
        """Return the rows that are chosen."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    # Within.

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("kind", "rows")
        table.setAccessibleName(self.tr("Naskah di keranjang"))
        table.setModel(self.stories)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 110), (2, 110)):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heads.resizeSection(column, width)
        table.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        return table

    def _lay_out(self) -> None:
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.empty)
        foot.addStretch()
        for button in (self.leave, self.delete, self.restore):
            foot.addWidget(button)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self._about)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.message)
        rows.addLayout(foot)
        self.setTabOrder(self.table, self.restore)
        self.setTabOrder(self.restore, self.delete)
        self.setTabOrder(self.delete, self.empty)
        self.setTabOrder(self.empty, self.leave)

    def _refresh(self) -> None:
        free, count = self.table.isEnabled(), len(self.chosen())
        several = self.tr("Pulihkan {0} naskah").format(number(count))
        self.restore.setText(several if count > 1 else self.tr("Pulihkan"))
        self.restore.setEnabled(free and count > 0)
        self.delete.setEnabled(free and count > 0)
        self.empty.setEnabled(free and self.stories.rowCount() > 0)

    def _restore(self) -> None:
        if rows := self.chosen():
            self.restore_wanted.emit([self.stories.id_at(row) for row in rows])

    def _delete(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            question = self.tr("Hapus “{0}” untuk selamanya?").format(
                self.stories.title_at(rows[0])
            )
        else:
            question = self.tr("Hapus {0} naskah untuk selamanya?").format(number(len(rows)))
        self._ask_to_delete(question, self.tr("Hapus selamanya"), rows)

    def _empty(self) -> None:
        rows = list(range(self.stories.rowCount()))
        question = self.tr("Kosongkan keranjang? {0} naskah dihapus untuk selamanya.")
        self._ask_to_delete(question.format(number(len(rows))), self.tr("Kosongkan"), rows)

    def _ask_to_delete(self, question: str, word: str, rows: list[int]) -> None:
        if not rows or not self.table.isEnabled():
            return
        ids = [self.stories.id_at(row) for row in rows]
        why = self.tr("Isi naskah dan riwayat versinya tidak dapat dikembalikan.")
        ask(self, question, why, word, lambda: self.deletion_wanted.emit(ids))

    def _show_menu(self, point: QPoint) -> None:
        if not self.table.indexAt(point).isValid():
            return
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.restore.text()).triggered.connect(self._restore)
        menu.addSeparator()
        menu.addAction(self.delete.text()).triggered.connect(self._delete)
        menu.popup(self.table.viewport().mapToGlobal(point))
