"""A bar over the page that says what is wrong and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from newsroom.ui.theme import Theme

_GOES_AFTER = 8_000  # milliseconds, for what needs no answer


class Banner(QFrame):
    """One message at a time; a worse one is not hidden by a lesser one."""

    _LEVELS = ("good", "warning", "error")

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._level = ""
        self._act: Callable[[], None] = lambda: None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.setProperty("kind", "line")
        self._button.clicked.connect(lambda: self._act())
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Tutup pesan"))
        self._close.setAccessibleName(self.tr("Tutup pesan"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_GOES_AFTER)
        self._timer.timeout.connect(self.clear)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self,
        message: str,
        level: str = "error",
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a message of level error, warning or good, with something to do about it."""
        if not self.isHidden() and self._rank(level) < self._rank(self._level):
            return
        self._level = level
        self._text.setText(message)
        self._button.setText(button)
        self._button.setVisible(act is not None)
        self._act = act or (lambda: None)
        self.setProperty("level", level)
        self.style().polish(self)
        self.setAccessibleName(message)
        if level == "good":
            self._timer.start()
        else:
            self._timer.stop()
        self.show()

    def clear(self, level: str = "") -> None:
        """Take the message away; with a level, only if it is of that level."""
        if not level or level == self._level:
            self._timer.stop()
            self.hide()

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

    def _rank(self, level: str) -> int:
        return self._LEVELS.index(level) if level in self._LEVELS else -1
