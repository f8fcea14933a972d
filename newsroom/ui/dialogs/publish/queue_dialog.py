"""“Antrean unggah”: what waits, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.store.deliveries.records import PushState
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.publish.parts import main_button, say, words_label
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.publishing.words import state_words, why
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.deliveries.records import Push

_ROW = 34  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = 4


class QueueDialog(QDialog):
    """A line for each upload; Enter goes on with it, Alt+↑ and Alt+↓ move it, Del calls it off."""

    go_on_wanted = Signal(str)  # push: retry, answer, or look how far it is
    cancel_wanted = Signal(str)
    undo_wanted = Signal(str)
    move_wanted = Signal(str, int)  # push, its place from 0
    story_wanted = Signal(str)  # push

    def __init__(
        self, theme: Theme, titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """``titles`` are the portals', by their names, as they come to be known."""
        super().__init__(parent)
        self._titles = titles
        self.setWindowTitle(self.tr("Antrean unggah"))
        resize_in_screen(self, 860, 460)
        self._pushes: Sequence[Push] = ()
        self._cancelled = ""
        self.table = self._make_table()
        self._empty = EmptyNote(
            theme,
            "check",
            self.tr("Tidak ada yang menunggu"),
            self.tr("Naskah yang diunggah ke portal dan belum selesai tampil di sini."),
        )
        self.reason = words_label()
        self.message = words_label()
        self.message.hide()
        self.undo = line_button(self.tr("Urungkan"), self._undo)
        self.undo.hide()
        self.up = line_button(self.tr("Naik"), lambda: self._move(-1))
        self.up.setToolTip(self.tr("Alt+Panah atas"))
        self.down = line_button(self.tr("Turun"), lambda: self._move(1))
        self.down.setToolTip(self.tr("Alt+Panah bawah"))
        self.cancel = line_button(self.tr("Batalkan unggahan"), self._cancel)
        self.cancel.setToolTip(self.tr("Del"))
        self.open_story = line_button(self.tr("Buka naskah"), self._open_story)
        self.leave = line_button(self.tr("Tutup"), self.reject)
        self.go_on = main_button(self.tr("Coba lagi sekarang"), self._go_on)
        for keys, act in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Del", self._cancel),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self._lay_out()
        self.show_pushes(())

    def show_pushes(self, pushes: Sequence[Push]) -> None:
        """Show the queue as it is now; the chosen line stays chosen."""
        chosen, row = self.chosen, max(self.table.currentRow(), 0)
        self._pushes, now = pushes, datetime.now(UTC)
        self.table.setRowCount(len(pushes))
        for at, push in enumerate(pushes):
            headline = push.headline.strip() or self.tr("Tanpa judul")
            portal = self._titles.get(push.portal, push.portal)
            texts = (headline, portal, state_words(push, now), why(push))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                self.table.setItem(at, column, item)
        self.table.setVisible(bool(pushes))
        self._empty.setVisible(not pushes)
        same = [at for at, push in enumerate(pushes) if chosen and push.id == chosen.id]
        if pushes:
            self.table.setCurrentCell(same[0] if same else min(row, len(pushes) - 1), 0)
        self._follow()

    @property
    def chosen(self) -> Push | None:
        """The upload that the keyboard is at."""
        row = self.table.currentRow()
        return self._pushes[row] if 0 <= row < len(self._pushes) else None

    def tell_cancelled(self, push: str, headline: str) -> None:
        """Say that an upload was called off, and offer to take that back."""
        self._cancelled = push
        self.undo.show()
        named = headline.strip() or self.tr("Tanpa judul")
        say(self.message, self.tr("Unggahan “{0}” dibatalkan.").format(named))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, unless it presses another button."""
        if event.key() in _ENTER and self.focusWidget() is self.table:
            self._go_on()
        else:
            super().keyPressEvent(event)

    # Within.

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, _COLUMNS)
        table.setProperty("kind", "rows")
        table.setAccessibleName(self.tr("Antrean unggah"))
        table.setHorizontalHeaderLabels(
            [self.tr("Naskah"), self.tr("Portal"), self.tr("Keadaan"), self.tr("Sebab")]
        )
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.currentCellChanged.connect(lambda *_: self._follow())
        table.cellDoubleClicked.connect(lambda *_: self._go_on())
        return table

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.message, 1)
        told.addWidget(self.undo)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        for button in (self.up, self.down, self.cancel, self.open_story):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.go_on)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.reason)
        rows.addLayout(told)
        rows.addLayout(foot)

    def _follow(self) -> None:
        """Offer what can be done with the chosen upload, and say all of why it waits."""
        push, row = self.chosen, self.table.currentRow()
        for button in (self.cancel, self.open_story, self.go_on):
            button.setEnabled(push is not None)
        self.up.setEnabled(push is not None and row > 0)
        self.down.setEnabled(push is not None and row < len(self._pushes) - 1)
        say(self.reason, why(push) if push else "")
        words = {
            PushState.PERSON: self.tr("Jawab…"),
            PushState.RUNNING: self.tr("Lihat kemajuan"),
        }
        state = push.state if push else PushState.WAITING
        self.go_on.setText(words.get(state, self.tr("Coba lagi sekarang")))

    def _go_on(self) -> None:
        if push := self.chosen:
            self.go_on_wanted.emit(push.id)

    def _cancel(self) -> None:
        if push := self.chosen:
            self.cancel_wanted.emit(push.id)

    def _open_story(self) -> None:
        if push := self.chosen:
            self.story_wanted.emit(push.id)

    def _move(self, step: int) -> None:
        push, place = self.chosen, self.table.currentRow() + step
        if push and 0 <= place < len(self._pushes):
            self.move_wanted.emit(push.id, place)

    def _undo(self) -> None:
        self.undo.hide()
        say(self.message, "")
        self.table.setFocus()
        self.undo_wanted.emit(self._cancelled)
