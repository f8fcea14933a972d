"""A field for text from elsewhere, which takes a paste as the page does."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from newsroom.ui.editor.clipboard import Pasting, own_text

_PASTE_PLAIN = "Ctrl+Shift+V"


class RawEdit(QPlainTextEdit):
    """Bold, lists, quotations and links that are pasted come as Markdown; fonts do not."""

    def __init__(self) -> None:
        super().__init__()
        self.pasting = Pasting(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take what has words, formatted or not."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: no fonts, no colours, but what is bold or a list stays so."""
        own = own_text(source)
        if own is not None:
            self.insertPlainText(own)
        else:
            self.pasting.paste(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste the words alone with the key that does so on the page."""
        pressed = QKeySequence(event.keyCombination())
        if pressed == QKeySequence(_PASTE_PLAIN):
            self.insertPlainText(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)
