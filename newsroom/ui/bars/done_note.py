"""What a person just did, told for a moment where nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from newsroom.ui.review.announcing import announce

_GOES_AFTER = 8_000  # milliseconds, as what the banner says does


class DoneNote(QWidget):
    """Offers to undo it; ``gone`` tells that there is no more to be said."""

    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("state", "told")
        self.undo = QPushButton()
        self.undo.setProperty("kind", "status")
        self.undo.setProperty("state", "told")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes once it is clicked
        self._undo: Callable[[], None] = lambda: None
        self.undo.clicked.connect(lambda: self._undo())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._text)
        row.addWidget(self.undo)
        self._timer = QTimer(self, singleShot=True, interval=_GOES_AFTER)
        self._timer.timeout.connect(self._grow_old)

    @property
    def text(self) -> str:
        """What was told last."""
        return self._text.text()

    def say(self, done: str, button: str, undo: Callable[[], None]) -> None:
        """Say that something was done, and by which words it can be undone."""
        self._text.setText(done)
        self.undo.setText(button)
        self.undo.setAccessibleName(f"{button}: {done}")
        self._undo = undo
        self._timer.start()
        announce(self, done)

    def end(self) -> None:
        """Say it no more."""
        self._timer.stop()
        self.gone.emit()

    # Within.

    def _grow_old(self) -> None:
        if self.undo.hasFocus():  # somebody is about to press it
            self._timer.start()
        else:
            self.end()
