"""Asking for a name: of a view, of a search, of an editor."""

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
    """One field; it says beforehand that a name is taken, as ``told`` has it.

    ``word`` is on its button, and ``instead`` where a name is taken. ``about`` says what is named.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        word: str,
        name: str = "",
        taken: Collection[str] = (),
        told: str = "",
        *,
        instead: str = "",
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_in_screen(self, 400, 0)
        self._taken = {one.casefold() for one in taken}
        self._told, self._word, self._instead = told, word, instead or word
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
        if about:
            named = QLabel(about)
            named.setProperty("role", "muted")
            named.setTextFormat(Qt.TextFormat.PlainText)
            named.setWordWrap(True)
            rows.addWidget(named)
            rows.addSpacing(2 * STEP)
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
        is_taken = name.casefold() in self._taken
        self.note.setText(self._told if is_taken else "")
        self.done_button.setText(self._instead if is_taken else self._word)
        self.done_button.setEnabled(bool(name))
