"""Asking for a name: of a view, of an editor."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP

_LONGEST = 60


class NameDialog(QDialog):
    """One field; it says beforehand that a name is taken, as ``told`` has it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        word: str,
        name: str = "",
        taken: Collection[str] = (),
        told: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_in_screen(self, 400, 0)
        self._taken = {one.casefold() for one in taken}
        self._told = told
        label = QLabel(self.tr("Nama"))
        label.setProperty("role", "field")
        self.name = QLineEdit(name)
        self.name.setAccessibleName(title)
        self.name.setMaxLength(_LONGEST)
        self.name.selectAll()
        label.setBuddy(self.name)
        self.note = QLabel()
        self.note.setProperty("role", "warning")
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing())
        self.done_button = QPushButton(word)
        self.done_button.setProperty("kind", "main")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.done_button)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        for widget in (label, self.name, self.note):
            rows.addWidget(widget)
        rows.addLayout(foot)
        self.name.textChanged.connect(self._refresh)
        self._refresh()

    def ask(self, then: Callable[[str], object]) -> None:
        """Ask without stopping the window."""
        self.accepted.connect(lambda: then(" ".join(self.name.text().split())))
        self.open()
        self.name.setFocus()

    def _refresh(self) -> None:
        name = " ".join(self.name.text().split())
        self.note.setText(self._told if name.casefold() in self._taken else "")
        self.done_button.setEnabled(bool(name))
