"""Keys that are pressed while the window goes from one story to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_LONGEST = 3_000  # milliseconds; by then something has gone wrong, and is told elsewhere


class HeldKeys(QObject):
    """Keeps keys back until the new story is there: they are meant for it, not for the old."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] | None = None
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
        for event in held:
            if (target := QApplication.focusWidget()) is not None:
                QApplication.sendEvent(target, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys; what a shortcut would answer to is held as well."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
        # A key comes to the window of the system first, which hands it on to the widget.
        if self._held is None or event.type() not in kinds or not watched.isWidgetType():
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
        event.accept()
        return True
