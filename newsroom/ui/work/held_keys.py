"""Keys that are pressed while the window goes from one story to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_LONGEST = 3_000  # milliseconds; by then something has gone wrong, and is told elsewhere
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class HeldKeys(QObject):
    """Keeps keys back until the new story is there: they are meant for it, not for the old.

    Whether a key writes or is a shortcut Qt finds out as ever; what it comes to is kept back.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[tuple[QObject, QEvent]] | None = None
        self._end = QTimer(self, singleShot=True, interval=_LONGEST)
        self._end.timeout.connect(self.let_go)

    def hold(self) -> None:
        """Keep back what is pressed from now on."""
        if self._held is None:
            self._held = []
            QApplication.instance().installEventFilter(self)
            self._end.start()

    def let_go(self) -> None:
        """Hand on what was pressed meanwhile to where the keyboard is now."""
        if self._held is None:
            return
        held, self._held = self._held, None
        QApplication.instance().removeEventFilter(self)
        self._end.stop()
        for number, (whose, event) in enumerate(held):
            if self._held is not None:  # one of the keys has asked for yet another story
                self._held += held[number:]
                return
            target = whose if event.type() == QEvent.Type.Shortcut else QApplication.focusWidget()
            if target is not None and isValid(target):
                QApplication.sendEvent(target, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that write, and what comes of those that are shortcuts."""
        is_shortcut = event.type() == QEvent.Type.Shortcut
        # A key comes to the window of the system first, which hands it on to the widget.
        is_key = event.type() in _KEYS and watched.isWidgetType()
        if self._held is None or not (is_shortcut or is_key):
            return False
        if event.type() != QEvent.Type.KeyRelease:
            self._held.append((watched, event.clone()))
        event.accept()
        return True
