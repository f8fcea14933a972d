"""The story as the portal's page would show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from newsroom.story.markdown_text import without_markup
from newsroom.ui.editor.offsets import units
from newsroom.ui.theme import Theme

PAGE_WIDTH = 720
PHONE_WIDTH = 390

_SIDE = 24  # pixels
_MARGIN = 40  # around the text of the page
_PHONE_MARGIN = 16
_GAP = 8  # between the pictures of a gallery
_LOWEST = 0.4  # of the height
_OTHERS = re.compile(r"[\W_]+")


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
            address, _, across = name.toString().partition("#")  # behind it: how many to a row
            columns = int(across) if across.isdecimal() else 1
            picture = self.pictures.get(address, QImage())
            room = self.viewport().width() - 2 * round(self.document().documentMargin())
            room = room // columns - (_GAP if columns > 1 else 0)
            if 0 < room < picture.width():
                picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            return picture
        return None


class Preview(QWidget):
    """A page of the portal's width in the middle of the window."""

    stale = Signal()  # its colours have changed

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = _Page()
        self._page.setObjectName("previewPage")
        self._page.setMaximumWidth(PAGE_WIDTH)
        self._page.document().setDocumentMargin(_MARGIN)
        self._page.setAccessibleName(self.tr("Pratinjau"))
        self._html = ""
        self._keys: list[tuple[str, int]] | None = None
        self.part = QLabel(
            self.tr("Naskah ini panjang: yang tampil hanya bagian di sekitar kursor.")
        )
        self.part.setProperty("role", "muted")
        self.part.setWordWrap(True)
        self.part.hide()
        self.part.setMaximumWidth(PAGE_WIDTH)
        rows = QVBoxLayout()
        rows.addWidget(self.part)
        rows.addWidget(self._page, 1)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(_SIDE, _SIDE, _SIDE, 0)
        self._across.addStretch(1)
        self._across.addLayout(rows, 100)
        self._across.addStretch(1)
        self.setFocusProxy(self._page)
        self._theme = theme
        theme.changed.connect(self.stale)

    def set_page_width(self, width: int, side: int) -> None:
        """Show the page so many pixels wide, with ``side`` pixels of ground beside it."""
        margin = _MARGIN if width >= PAGE_WIDTH else _PHONE_MARGIN
        self._page.document().setDocumentMargin(margin)
        self._page.setFixedWidth(width)
        self._across.setContentsMargins(side, side, side, 0)
        self.setFixedWidth(width + 2 * side)

    def colours(self) -> tuple[str, str]:
        """Return the colours of a page's kicker and side notes."""
        return self._theme.colours.accent, self._theme.colours.muted

    def show_page(self, html: str, pictures: Mapping[str, QImage], *, part: bool = False) -> None:
        """Show a page, keeping how far it was scrolled; ``part``: it is not all of the story."""
        self.part.setVisible(part)
        if html == self._html and pictures.keys() == self._page.pictures.keys():
            return
        at = self._page.verticalScrollBar().value()
        self._html = html
        self._page.pictures = dict(pictures)
        self._draw()
        self._page.verticalScrollBar().setValue(at)

    def show_line(self, line: str, share: float, height: int) -> None:
        """Scroll so that a line of the text, in Markdown, is ``height`` pixels below the top.

        It is never so far down that its paragraph is out of sight. ``share`` says where in the
        text it stands, for lines that stand there twice.
        """
        key = _letters(without_markup(line))
        if not key:
            return
        if self._keys is None:
            self._keys = self._known_blocks()
        found = [position for shown, position in self._keys if key in shown]
        if not found:
            return
        whole = max(self._page.document().characterCount(), 1)
        position = min(found, key=lambda position: abs(position / whole - share))
        layout = self._page.document().documentLayout()
        place = layout.blockBoundingRect(self._page.document().findBlock(position))
        lowest = round(self._page.viewport().height() * _LOWEST)
        bar = self._page.verticalScrollBar()
        bar.setValue(round(place.top()) - max(0, min(height, lowest)))

    def _draw(self) -> None:
        self._keys = None
        self._page.setHtml(self._html)

    def _known_blocks(self) -> list[tuple[str, int]]:
        """Return the letters of each paragraph shown, and where it begins."""
        # In one call: each into Qt lets the other threads have their turn.
        keys, position = [], 0
        for text in self._page.document().toRawText().split("\u2029"):
            keys.append((_letters(text), position))
            position += units(text) + 1
        return keys


def _letters(text: str) -> str:
    """Return what a text and the page made of it have in common: quotes and marks may differ."""
    return _OTHERS.sub("", text.casefold())
