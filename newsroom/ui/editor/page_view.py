"""How the page is looked at: how large, how wide, and where the line being written stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.editor.still_page import StillPage, settle
from newsroom.ui.theme import COLUMN_WIDTH

if TYPE_CHECKING:
    from newsroom.ui.editor.page import Page

_SIDE = 32  # pixels beside the column where there is no more room
_ABOVE = 24
_BELOW = 64
_LEFT_BELOW = 40  # below the cursor's line on a page that has become shorter
_OPENS_FOR = 500  # milliseconds in which the window may still take its size around a story
_TYPED_AT = 0.42  # of the page's height: where the line being written stays, if it is to stay
_AFTER_END = 0.63  # of it is left free below the last line, which could not be brought up else
_FONTS = {"pageKicker": 12, "pageHeadline": 29, "pageSubheadline": 17, "pageBody": 17,
          "pageDateline": 17, "pageClosing": 17}  # fmt: skip


class PageView(QObject):
    """Lays the column out in the middle of a page, and scrolls the page to the cursor."""

    def __init__(self, page: Page, sheet: QWidget, column: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._sheet, self._column = sheet, column
        self._width = COLUMN_WIDTH
        self._zoom = 100
        self._is_typewriter = False
        self._owed: int | None = None  # a scrolling that there was no room for
        self._opened_at: int | None = None  # where a story is to be seen first
        self._opening = QTimer(self, singleShot=True, interval=_OPENS_FOR)
        self._opening.timeout.connect(self._forget_opening)
        self._still = StillPage(page)
        page.verticalScrollBar().rangeChanged.connect(self._pay)
        # Wheel, keys and mouse; not what the page does itself.
        page.verticalScrollBar().actionTriggered.connect(self._forget_opening)

    def open_at(self, scroll: int) -> None:
        """Scroll a story that has just been opened."""
        self._opened_at = scroll
        self._opening.start()
        # The page knows how far it can scroll only after it has been laid out.
        QTimer.singleShot(0, self, self._show_opened)

    def place(self) -> int:
        """Return how far the page is scrolled, as ``open_at`` is told."""
        return self._still.place()

    @contextmanager
    def held(self, height: int) -> Iterator[None]:
        """Break the lines anew within, on a page so high; the cursor's stays where it is seen."""
        width, at = self._column.width(), self.cursor_height()
        yield
        # Within a short page, as far down as there is room.
        at = min(at, self._page.viewport().height() - _LEFT_BELOW) if at <= height else at
        if self._column.width() == width:
            return
        if self._opened_at is not None:
            QTimer.singleShot(0, self, self._show_opened)
        else:
            QTimer.singleShot(0, self, lambda: self._scroll_cursor_to(at))

    def set_look(self, zoom: int, width: int) -> None:
        """Show the text at ``zoom`` percent, in a column so many pixels wide at 100 percent."""
        if (zoom, width) == (self._zoom, self._width):
            return
        at = self.cursor_height()
        if zoom != self._zoom:
            self._page.setStyleSheet(_zoomed(zoom))
        self._zoom, self._width = zoom, width
        self.centre()
        # The lines are broken anew once the layout has been worked out.
        QTimer.singleShot(0, self, lambda: self._scroll_cursor_to(at))

    def set_typewriter(self, on: bool) -> None:
        """Keep the line being written at one height, or let it wander."""
        self._is_typewriter = on
        self.centre()
        if on:
            QTimer.singleShot(0, self, lambda: self.follow(self._page.body))

    def cursor_height(self) -> int:
        """Return how far below the page's upper edge the cursor of the body is."""
        body = self._page.body
        at = body.cursorRect().center()
        return body.viewport().mapTo(self._page.viewport(), at).y()

    def centre(self) -> None:
        """Put the column in the middle of the page as wide as that is now."""
        width, page = self._width * self._zoom // 100, self._page.viewport()
        self._column.setMaximumWidth(width)
        # In the middle of all there is: the scroll bar takes its room from beside the column.
        left = max((self._page.width() - width) // 2, _SIDE)
        right = max(page.width() - width - left, _SIDE)
        self._sheet.layout().setContentsMargins(left, 0, right, 0)
        below = round(page.height() * _AFTER_END) if self._is_typewriter else _BELOW
        self._column.layout().setContentsMargins(0, _ABOVE, 0, below)

    def follow(self, field: ProseEdit) -> None:
        """Scroll so that the line of the cursor is in view, or where it is to stay."""
        self._forget_opening()  # somebody writes
        if not field.isVisible():
            return
        at = field.cursorRect()
        corner = field.viewport().mapTo(self._sheet, at.center())
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._is_typewriter and field is self._page.body and not by_mouse:
            # A new line has its room before the page is painted, or the text would jump.
            settle(self._page)
            self._owed = corner.y() - round(self._page.viewport().height() * _TYPED_AT)
            self._pay()
        else:
            self._page.ensureVisible(corner.x(), corner.y(), 0, at.height() + 40)

    # Within.

    def _show_opened(self) -> None:
        if self._opened_at is not None:
            self._still.go_to(self._opened_at)

    def _forget_opening(self, _action: int = 0) -> None:
        self._opened_at = None

    def _scroll_cursor_to(self, height: int) -> None:
        """Scroll so that the cursor of the body is at a height, if it was in view."""
        if 0 <= height <= self._page.viewport().height():
            settle(self._page)
            self._set_lines_above(height)
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + self.cursor_height() - height)

    def _set_lines_above(self, height: int) -> None:
        """Have the lines above the cursor set, as far up as they will be seen.

        Their heights are else known only once they are painted, and then the cursor moves.
        """
        block = self._page.body.textCursor().block()
        layout = self._page.body.document().documentLayout()
        while block.isValid() and height > 0:
            height -= ceil(layout.blockBoundingRect(block).height())
            block = block.previous()

    def _pay(self) -> None:
        """Scroll as far as was wanted; what there is no room for yet, once there is."""
        owed, bar = self._owed, self._page.verticalScrollBar()
        if owed is not None:
            self._owed = None if owed <= bar.maximum() else owed
            bar.setValue(owed)


def _zoomed(percent: int) -> str:
    """Return the style sheet that enlarges the page's text."""
    if percent == 100:
        return ""
    sizes = {name: size * percent // 100 for name, size in _FONTS.items()}
    return "\n".join(f"#{name} {{ font-size: {size}px; }}" for name, size in sizes.items())
