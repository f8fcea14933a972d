"""Writing the body: Markdown that looks like what it will become."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QShowEvent,
)

from newsroom.ui.editor.emphasis import BOLD, ITALIC
from newsroom.ui.editor.gap_steps import MOVING, open_gap, step_beside, step_on
from newsroom.ui.editor.links import Link
from newsroom.ui.editor.openings import ITEM
from newsroom.ui.editor.paragraph_keys import SHAPING, shape
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.editor.shaping import selected_link, set_link, toggle_emphasis, toggle_opening
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

# Of the font's own height, which in Noto Serif is 1.36 em: 1.6 em in all.
LINE_HEIGHT = 1.19
PARAGRAPH_GAP = 0.76  # of the font's size


class BodyEdit(ProseEdit):
    """The story's text.

    Enter starts a new paragraph, which in Markdown is an empty line; that empty
    line is drawn as a narrow gap, so that the page reads as it will be printed.
    """

    dragged = Signal(object)  # QPoint; None once it is over
    moved = Signal()  # on the page: what stands above it has another height

    def __init__(self, theme: Theme, checks: LiveChecks) -> None:
        super().__init__(theme, checks, "", markdown=True, spacing=LINE_HEIGHT, gap=PARAGRAPH_GAP)
        self.setAccessibleName(self.tr("Tubuh berita"))
        self.setPlaceholderText(self.tr("Tulis berita di sini…"))
        self.setFont(theme.reading_font())
        theme.changed.connect(self._fill_ground)

    def showEvent(self, event: QShowEvent) -> None:
        """Take a ground of its own, now that the style sheet has had its say."""
        super().showEvent(event)
        self._fill_ground()

    # Marks that a person sets by button or key.

    def toggle_bold(self) -> None:
        """Make the selection or the word bold, or plain again."""
        toggle_emphasis(self, BOLD)

    def toggle_italic(self) -> None:
        """Make the selection or the word italic, or upright again."""
        toggle_emphasis(self, ITALIC)

    def toggle_heading(self) -> None:
        """Make the line a subheading, or prose again."""
        toggle_opening(self, "## ")

    def toggle_list(self) -> None:
        """Make the selected lines items of a list, or prose again."""
        toggle_opening(self, "- ")

    def toggle_numbered_list(self) -> None:
        """Make the selected lines items of a numbered list, or prose again."""
        toggle_opening(self, "1. ")

    def toggle_quote(self) -> None:
        """Set the selected lines off as a quotation, or back."""
        toggle_opening(self, "> ")

    def link_here(self) -> Link | None:
        """Return the link that the cursor or the selection stands in."""
        return selected_link(self)

    def set_link(self, address: str) -> None:
        """Make the selection, as far as its first line goes, or the word a link.

        The link one stands in gets the address; without one it is no link any more.
        """
        set_link(self, address, self.tr("teks tautan"))

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start paragraphs and go on with lists as word processors do."""
        key = event.key()
        if key in SHAPING and shape(self, event):
            return
        super().keyPressEvent(event)
        if key in MOVING:
            select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step_on(self, key, select=select)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click between two paragraphs for one in the nearer of them."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            step_beside(self, event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Tell where something is dragged to."""
        super().dragMoveEvent(event)
        self.dragged.emit(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Tell that it is no longer here."""
        super().dragLeaveEvent(event)
        self.dragged.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that it has been let go."""
        self.dragged.emit(None)
        super().dropEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Make a paragraph of its own of what is let go between two."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if open_gap(cursor):
            self.setTextCursor(cursor)
        super().insertFromMimeData(source)
        cursor.endEditBlock()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell of it."""
        super().moveEvent(event)
        self.moved.emit()

    def pasted(self, text: str) -> str:
        """Part pasted lines into paragraphs when nothing else parts them."""
        text = text.strip("\n")
        if "\n\n" in text or any(ITEM.match(line) for line in text.split("\n")):
            return text
        return re.sub(r"\n[ \t]*", "\n\n", text)

    # Within.

    def _fill_ground(self) -> None:
        """Fill the ground here, or all that lies below is painted with each key."""
        self.viewport().setAutoFillBackground(True)
