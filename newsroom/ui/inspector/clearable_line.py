"""A line that may be left empty, and emptied with one click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from newsroom.ui.theme import Theme


class ClearableLine(QLineEdit):
    """Shows a cross while there is something to empty."""

    cleared = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        position = QLineEdit.ActionPosition.TrailingPosition
        self.cross = self.addAction(theme.icon("close", "muted"), position)
        self.cross.setText(self.tr("Kosongkan"))
        self.cross.setToolTip(self.tr("Kosongkan"))
        self.cross.setVisible(False)
        self.cross.triggered.connect(self._clear)
        self.textChanged.connect(self._show_cross)
        theme.changed.connect(self._tint)

    def _clear(self) -> None:
        self.clear()
        self.cleared.emit()

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))

    def _tint(self) -> None:
        self.cross.setIcon(self._theme.icon("close", "muted"))
