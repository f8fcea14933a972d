"""What can be done about several stories that are chosen, below the list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from newsroom.story.person import Role
from newsroom.ui.actions import STEPS, tr
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.queue.status_menu import StatusMenu
from newsroom.ui.queue.story_delegate import GUTTER
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.summary import StorySummary


class SelectionBar(QFrame):
    """Comes with the second story that is chosen, and goes when but one is left."""

    status_chosen = Signal(object)  # Status
    export_wanted = Signal()
    discard_wanted = Signal()
    all_wanted = Signal()
    none_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        chosen: Callable[[], Sequence[StorySummary]],
        role: Callable[[], Role],
    ) -> None:
        super().__init__(objectName="selectionBar")
        self.setAccessibleName(self.tr("Naskah terpilih"))
        self._theme = theme
        self._count = QLabel()
        self._count.setProperty("role", "strong")
        self.every = _button("", self.all_wanted.emit)
        self.every.setProperty("kind", "link")
        self._none = QToolButton()
        self._none.setAccessibleName(self.tr("Batalkan pilihan"))
        self._none.setToolTip(self.tr("Batalkan pilihan (Esc)"))
        self._none.setAccessibleDescription("Esc")
        self._none.clicked.connect(self.none_wanted)
        self._steps = StatusMenu(chosen, self.status_chosen.emit, self, role)
        self.status = _button(tr(STEPS))
        self.status.setMenu(self._steps)
        self.export = _button(self.tr("Ekspor…"), self.export_wanted.emit)
        self.discard = _button(self.tr("Buang"), self.discard_wanted.emit)
        self.discard.setToolTip(self.tr("Buang ke keranjang (Del)"))
        self.discard.setAccessibleDescription("Del")
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)
        self.hide()

    def show_count(self, count: int, listed: int, most: int) -> None:
        """Show how many are chosen of those that are listed, of which not more can be."""
        words = self.tr("{0} terpilih").format(number(count))
        if words != self._count.text():
            self._count.setText(words)
            announce(self, words)
        every = self.tr("Pilih semua {0}") if listed <= most else self.tr("Pilih {0} pertama")
        self.every.setText(every.format(number(min(listed, most))))
        self.every.setVisible(count < min(listed, most))
        self.show()

    def open_steps(self) -> None:
        """Let a person choose the status."""
        self.status.showMenu()

    # Within.

    def _lay_out(self) -> None:
        head, ways, rows = QHBoxLayout(), FlowLayout(6), QVBoxLayout(self)
        head.setSpacing(STEP)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.every)
        head.addWidget(self._none)
        for button in (self.status, self.export, self.discard):
            ways.addWidget(button)
        rows.setContentsMargins(GUTTER, STEP, GUTTER - STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addLayout(head)
        rows.addLayout(ways)

    def _tint(self) -> None:
        self._none.setIcon(self._theme.icon("close", "muted"))


def _button(text: str, act: object = None) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "line")
    button.setProperty("small", "true")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if act is not None:
        button.clicked.connect(lambda: act())
    return button
