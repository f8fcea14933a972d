"""The story as the portal's page would show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QWidget

from newsroom.ui.theme import Theme

PAGE_WIDTH = 720


class _Page(QTextBrowser):
    """A browser that shows the pictures it was given, and fetches nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: dict[str, QImage] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """Answer from the pictures at hand; a file or a site is never read."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self.pictures.get(name.toString(), QImage())
        return None


class Preview(QWidget):
    """A page of the portal's width in the middle of the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = _Page()
        self._page.setObjectName("previewPage")
        self._page.setMaximumWidth(PAGE_WIDTH)
        self._page.setAccessibleName(self.tr("Pratinjau"))
        self._html = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 0)
        row.addStretch(1)
        row.addWidget(self._page, 100)
        row.addStretch(1)
        self.setFocusProxy(self._page)
        theme.changed.connect(self._draw)

    def show_page(self, html: str, pictures: Mapping[str, QImage]) -> None:
        """Show a page, keeping how far it was scrolled."""
        if html == self._html and pictures.keys() == self._page.pictures.keys():
            return
        at = self._page.verticalScrollBar().value()
        self._html = html
        self._page.pictures = dict(pictures)
        self._draw()
        self._page.verticalScrollBar().setValue(at)

    def _draw(self) -> None:
        self._page.setHtml(self._html)
