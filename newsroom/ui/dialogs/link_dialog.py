"""Asking for the address of a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.addresses import clean_address
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.theme import STEP, Theme

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+")
_HOST = re.compile(r"(?:[^\s.:/@]+\.)+[^\s.:/@\d][^\s.:/@]*(?::\d{1,5})?")


def web_address(text: str) -> str | None:
    """Return an address that a reader may be led to, made whole; None if it is none.

    Only web pages and mail are links; ``javascript:``, ``data:`` and ``file:`` never.

    >>> web_address(" infobanten.id/berita "), web_address("rina@contoh.id")
    ('https://infobanten.id/berita', 'mailto:rina@contoh.id')
    >>> web_address("http://contoh.id:8080/a b")
    'http://contoh.id:8080/a%20b'
    >>> web_address("java\\tscript:alert(1)"), web_address("kata biasa")
    (None, None)
    """
    # Browsers skip control characters inside a scheme; so a check must not see them either.
    address = "".join(letter for letter in text if letter.isprintable()).strip()
    address = address.removeprefix("//")
    scheme = _SCHEME.match(address)
    if not scheme:
        address = f"mailto:{address}" if _MAIL.fullmatch(address) else f"https://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return address if _MAIL.fullmatch(parts.path) else None
    if parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc):
        return address.replace(" ", "%20")
    return None


class LinkDialog(QDialog):
    """One field; what is typed is made whole, or refused with the reason.

    A link that is ``known`` already may also be taken away.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, known: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tautan"))
        self.setMinimumWidth(420)
        title = QLabel(self.tr("Alamat tautan"))
        title.setProperty("role", "field")
        self.is_removed = False
        self.field = QLineEdit(known)
        self.field.selectAll()
        self.field.setAccessibleName(self.tr("Alamat tautan"))
        self.field.setPlaceholderText("https://")
        title.setBuddy(self.field)
        self._error = still_label("error")
        self.field.textChanged.connect(self._error.clear)
        cancel = QPushButton(self.tr("Batal"))
        cancel.setProperty("kind", "line")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._ok = QPushButton(self.tr("Pasang tautan"))
        self._ok.setProperty("kind", "main")
        self._ok.setIcon(theme.icon("link", "on_accent"))
        self._ok.setDefault(True)
        self._ok.clicked.connect(self.accept)
        self.remove = QPushButton(self.tr("Hapus tautan"))
        self.remove.setAutoDefault(False)
        self.remove.setVisible(bool(known))
        self.remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(STEP)
        for widget in (title, self.field, self._error):
            column.addWidget(widget)
        column.addSpacing(2 * STEP)
        column.addLayout(buttons)

    def address(self) -> str | None:
        """Return the address typed, made whole and untracked; None if it is none.

        Of a link that is to be taken away it is empty.
        """
        if self.is_removed:
            return ""
        whole = web_address(self.field.text())
        return whole and (clean_address(whole) or whole)

    def accept(self) -> None:
        """Close with a good address; stay with the reason otherwise."""
        if self.address() is not None:
            super().accept()
            return
        self._error.setText(
            self.tr(
                "Ini bukan alamat laman atau surel. "
                "Contoh: https://contoh.id/berita atau redaksi@contoh.id."
            )
        )
        self.field.setAccessibleDescription(self._error.text())
        self.field.setFocus()
        self.field.selectAll()

    def _remove(self) -> None:
        self.is_removed = True
        super().accept()


def ask_link(theme: Theme, parent: QWidget, known: str = "") -> str | None:
    """Ask for an address; empty for no link; None when the person thought better of it."""
    dialog = LinkDialog(theme, parent, known)
    answer = dialog.exec()
    dialog.deleteLater()
    return dialog.address() if answer == QDialog.DialogCode.Accepted else None
