"""The foot of a dialog in which long work is done: how far it is, how it went, what next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.details_dialog import DetailsDialog
from newsroom.ui.review.announcing import announce
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP

_STEPS = 1000
_LINES = 2


class _State(Enum):
    IDLE = auto()
    WORKING = auto()
    CANCELLING = auto()


class ProgressFoot(QWidget):
    """Says what is being done, and lets it be stopped; ``cancelled`` asks for that.

    ``told`` puts progress into words; without it there is a percentage.
    """

    cancelled = Signal()
    close_wanted = Signal()

    def __init__(self, told: Callable[[int, int], str] | None = None) -> None:
        super().__init__()
        self._told = told
        self._state = _State.IDLE
        self._words = ""
        self._lines: tuple[str, ...] = ()
        self._folder = Path()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.message.setMinimumWidth(1)  # a long name of a folder does not widen the dialog
        # Room for some lines from the start: nothing moves when something is said.
        self.message.setMinimumHeight(_LINES * self.message.fontMetrics().lineSpacing())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Kemajuan"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.details = line_button(self.tr("Lihat rincian…"), self._show_details)
        self.folder = line_button(self.tr("Buka folder"), self._open_folder)
        self.stop = line_button(self.tr("Batalkan"), self.cancel)
        self.leave = line_button(self.tr("Tutup"), self.close_wanted.emit)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * STEP)
        self._buttons.addWidget(self.details)
        self._buttons.addWidget(self.folder)
        self._buttons.addStretch()
        for button in (self.stop, self.leave):
            self._buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self.bar)
        rows.addWidget(self.message)
        rows.addLayout(self._buttons)
        self._enter(_State.IDLE)
        self.say("")

    def add_main(self, button: QPushButton) -> None:
        """Put the dialog's main button last."""
        self._buttons.addWidget(button)

    def add_left(self, button: QPushButton) -> None:
        """Put another quiet button at the left."""
        self._buttons.insertWidget(0, button)

    @property
    def is_working(self) -> bool:
        """Say whether something is under way, be it that it is being stopped."""
        return self._state is not _State.IDLE

    def begin(self, words: str) -> None:
        """Say what is being done from now on."""
        self._words = words
        self.say(f"{words}…")
        self.bar.setRange(0, 0)
        self._enter(_State.WORKING)
        self.stop.setFocus()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        if self._state is not _State.WORKING or total <= 0:
            return
        if done >= total:  # what comes after that can't be measured
            self.bar.setRange(0, 0)
            self.message.setText(self.tr("{0}: menyelesaikan…").format(self._words))
            return
        share = done * _STEPS // total
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(share)
        told = self._told(done, total) if self._told else f"{share * 100 // _STEPS}%"
        self.message.setText(f"{self._words}: {told}")

    def cancel(self) -> None:
        """Ask for what is under way to be stopped."""
        if self._state is _State.WORKING:
            self._enter(_State.CANCELLING)
            self.say(self.tr("Membatalkan…"))
            self.cancelled.emit()

    def end(
        self,
        words: str,
        role: str = "",
        details: Sequence[str] = (),
        folder: Path | None = None,
    ) -> None:
        """Say how it went, with what more there is to read and to see."""
        self._enter(_State.IDLE)
        self.say(words, role, details, folder)

    def say(
        self,
        words: str,
        role: str = "",
        details: Sequence[str] = (),
        folder: Path | None = None,
    ) -> None:
        """Say something."""
        self._lines, self._folder = tuple(details), folder or Path()
        self.details.setVisible(bool(self._lines))
        self.folder.setVisible(folder is not None)
        self.message.setText(words)
        self.message.setAccessibleName(words)
        set_styled(self.message, "role", role or None)
        if words:
            announce(self, words, urgent=role == "error")

    # Within.

    def _enter(self, state: _State) -> None:
        self._state = state
        self.bar.setVisible(self.is_working)
        self.stop.setVisible(self.is_working)
        self.stop.setEnabled(state is not _State.CANCELLING)
        self.leave.setVisible(not self.is_working)

    def _show_details(self) -> None:
        dialog = DetailsDialog(self.message.text(), self._lines, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
