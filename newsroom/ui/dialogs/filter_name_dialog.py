"""A name for the search at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.workflow import Status
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP


class FilterNameDialog(QDialog):
    """Says what will be kept, and beforehand whether it takes the place of another search."""

    named = Signal(str)

    def __init__(
        self,
        query: str,
        status: Status | None,
        forms: bool,
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Simpan saringan"))
        resize_in_screen(self, 420, 0)
        self._names = {name.casefold() for name in names}
        about = QLabel(self.tr("Yang dicari: {0}").format(in_words(query, status, forms)))
        about.setProperty("role", "muted")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        label = QLabel(self.tr("Nama"))
        label.setProperty("role", "field")
        self.name = QLineEdit(" ".join(part for part in (status and status.label, query) if part))
        self.name.setAccessibleName(self.tr("Nama saringan"))
        self.name.setMaxLength(60)
        self.name.selectAll()
        self.name.textChanged.connect(self._refresh)
        label.setBuddy(self.name)
        self.note = QLabel()
        self.note.setProperty("role", "warning")
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing())
        self.save = QPushButton(self.tr("Simpan"))
        self.save.setProperty("kind", "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._name)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.save)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(STEP)
        for widget in (about, label, self.name, self.note):
            rows.addWidget(widget)
            if widget is about:
                rows.addSpacing(2 * STEP)
        rows.addStretch()
        rows.addLayout(foot)
        self._refresh()
        self.name.setFocus()

    def _refresh(self) -> None:
        name = " ".join(self.name.text().split())
        taken = name.casefold() in self._names
        told = self.tr("Nama ini sudah dipakai; saringan yang lama diganti.") if taken else ""
        self.note.setText(told)
        self.save.setText(self.tr("Ganti") if taken else self.tr("Simpan"))
        self.save.setEnabled(bool(name))

    def _name(self) -> None:
        self.accept()
        self.named.emit(" ".join(self.name.text().split()))


def in_words(query: str, status: Status | None, forms: bool = False) -> str:
    """Say what a search seeks.

    >>> in_words("banjir sejak:2026", Status.READY), in_words("", Status.DRAFT)
    ('“banjir sejak:2026” · Siap tayang', 'Draf')
    """
    parts = (f"“{query}”" if query else "", status.label if status else "")
    return " · ".join((*filter(None, parts), *(("bentuk kata",) if forms and query else ())))
