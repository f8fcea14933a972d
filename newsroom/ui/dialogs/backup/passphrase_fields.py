"""A new passphrase, written twice: nobody could open what a slip of the finger has closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from newsroom.ui.theme import STEP


class PassphraseFields(QWidget):
    """Two lines that show what is written only if that is wished; it goes with the dialog.

    ``warning`` says what is lost with the passphrase; without it, that is a backup.
    """

    changed = Signal()

    def __init__(self, warning: str = "") -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        names = (self.tr("Kata sandi"), self.tr("Sekali lagi"))
        for row, (field, name) in enumerate(zip((self.first, self.second), names, strict=True)):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.textChanged.connect(self.changed)
            label = QLabel(name)
            label.setProperty("role", "field")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.seen = QCheckBox(self.tr("Tampilkan"))
        self.seen.toggled.connect(self._show)
        grid.addWidget(self.seen, 0, 2)
        note = QLabel(
            warning
            or self.tr(
                "Tanpa kata sandi ini cadangan tidak dapat dibuka siapa pun, juga oleh Anda."
            )
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        grid.addWidget(note, 2, 1, 1, 2)
        self.setFocusProxy(self.first)

    @property
    def word(self) -> str:
        """What is written."""
        return self.first.text()

    @property
    def fault(self) -> str:
        """What is wrong with it; nothing if it may be used."""
        if not self.first.text().strip():
            return self.tr("Tulis dulu kata sandinya.")
        if not self.second.text():
            return self.tr("Tulis kata sandinya sekali lagi.")
        if self.first.text() != self.second.text():
            return self.tr("Kedua kata sandi tidak sama.")
        return ""

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(mode)
