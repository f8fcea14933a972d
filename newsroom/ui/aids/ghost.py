"""Dim words behind the cursor that are not in the text, or in a small box beside it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from newsroom.ui.theme import STEP, Theme

_KEY_SIZE = 12


class Ghost(QWidget):
    """Shows how the word at the cursor may go on; it takes neither clicks nor the keyboard.

    At the end of a line it stands behind the cursor as if it were written there. Where text
    follows it stands in a box below, or above where there is no room.
    """

    def __init__(self, theme: Theme, edit: QTextEdit) -> None:
        super().__init__(edit.viewport())
        self._theme = theme
        self._edit = edit
        self._font = edit.font()
        self._ascent = 0.0
        self._is_boxed = False
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_text(self, text: str) -> bool:
        """Show words at the cursor; False, and nothing shown, if there is no room."""
        place = self._place(text)
        if place is None:
            self.hide()
            return False
        self.text = text
        self.setAccessibleName(self.tr("Lanjutan: {0}. Tekan Tab.").format(text.strip()))
        self.setGeometry(place)
        self.raise_()
        self.show()
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and in a box the key that takes them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted = self._theme.colour("muted")
        if not self._is_boxed:
            painter.setFont(self._font)
            painter.setPen(muted)
            painter.drawText(0, round(self._ascent), self.text)
            return
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink"))
        inner = self.rect().adjusted(2 * STEP, 0, -2 * STEP, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, self._boxed(self.text))
        painter.setFont(self._theme.font(_KEY_SIZE))
        painter.setPen(muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, "Tab")

    # Within.

    def _place(self, text: str) -> QRect | None:
        cursor = self._edit.textCursor()
        view = self._edit.viewport().rect()
        at = self._edit.cursorRect()
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if cursor.atBlockEnd() and line.isValid():
            self._font = _font_at_end(self._edit, block)
            width = ceil(QFontMetricsF(self._font).horizontalAdvance(text)) + 1
            if at.right() + width <= view.right():
                self._is_boxed = False
                self._ascent = line.ascent()
                top = self._edit.document().documentLayout().blockBoundingRect(block).top()
                height = ceil(line.ascent() + line.descent()) + 2
                return QRect(at.left(), round(top + line.y()), width, height)
        self._is_boxed = True
        return self._beside(at, view, text)

    def _beside(self, at: QRect, view: QRect, text: str) -> QRect | None:
        words = QFontMetricsF(self._theme.font()).horizontalAdvance(self._boxed(text))
        key = QFontMetricsF(self._theme.font(_KEY_SIZE)).horizontalAdvance("Tab")
        box = QRect(0, 0, ceil(words + key) + 8 * STEP, 7 * STEP)
        box.moveTopLeft(at.bottomLeft() + QPoint(0, 2))
        if box.bottom() > view.bottom():
            box.moveBottom(at.top() - 2)
        box.moveLeft(max(0, min(box.left(), view.right() - box.width())))
        return box if view.contains(box) else None

    def _boxed(self, text: str) -> str:
        return f"…{text}"


def _font_at_end(edit: QTextEdit, block: QTextBlock) -> QFont:
    """Return the font in which the end of a line is drawn."""
    font = QFont(edit.font())
    end = block.length() - 1
    for part in block.layout().formats():
        # The letter just typed may not have its format yet.
        if part.start < end <= part.start + part.length + 1:
            shape: QTextCharFormat = part.format
            size = shape.property(QTextCharFormat.Property.FontPixelSize)
            if size:
                font.setPixelSize(int(size))
            if shape.hasProperty(QTextCharFormat.Property.FontWeight):
                font.setWeight(QFont.Weight(shape.fontWeight()))
            if shape.fontItalic():
                font.setItalic(True)
    return font
