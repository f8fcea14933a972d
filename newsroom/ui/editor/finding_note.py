"""What is said of a finding, or of a comment, that a key has gone to, under its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_GAP = 6  # pixels
_WIDTH = 300
# What people do next; the text is then another, or lies elsewhere.
_OVER = {
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.Resize,
    QEvent.Type.FocusOut,
}


class FindingNote(QLabel):
    """Lies over the window, and is not in the pointer's way, as a tip would be."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("findingNote")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.hide()

    def show_at(self, text: str, word: QRect) -> None:
        """Show a text below a word, or above it where there is no room; in global pixels."""
        self.setText(text)
        self.ensurePolished()  # or it would be measured by another letter
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        window = self.parentWidget()
        top_left = window.mapFromGlobal(word.topLeft())
        bottom = top_left.y() + word.height() + _GAP
        if bottom + self.height() > window.height():
            bottom = top_left.y() - _GAP - self.height()
        right = window.width() - self.width() - _GAP
        self.move(QPoint(max(_GAP, min(top_left.x(), right)), bottom))
        self.raise_()
        self.show()
        QApplication.instance().installEventFilter(self)

    def leave(self) -> None:
        """Say no more."""
        QApplication.instance().removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go as soon as a person does something else."""
        if event.type() in _OVER and watched is not self:
            resized = event.type() == QEvent.Type.Resize
            if not resized or watched is self.parentWidget():
                self.leave()
        return False
