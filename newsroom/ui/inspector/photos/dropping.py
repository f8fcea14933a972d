"""Files that are let go over the photos."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from newsroom.ui.dropping import local_files, take_copy
from newsroom.ui.theme import Theme


class PhotoDropping(QObject):
    """Takes them anywhere on a widget; whether they are pictures is found out later."""

    dropped = Signal(list)  # [Path]

    def __init__(self, theme: Theme, onto: QWidget) -> None:
        super().__init__(onto)
        self._theme = theme
        self._onto = onto
        self._note = QLabel(self.tr("Lepaskan di sini untuk menambah foto"), onto)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.hide()
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)
        self._tint()
        theme.changed.connect(self._tint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Invite files while they are held over the widget, and take them."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and local_files(event.mimeData()):
            self._invite()
        elif kind in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._note.hide()
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        if paths := local_files(event.mimeData()):
            take_copy(event)
            if kind == QEvent.Type.Drop:
                self.dropped.emit(paths)
        return True

    # Within.

    def _invite(self) -> None:
        self._note.setGeometry(self._onto.rect().adjusted(8, 8, -8, -8))
        self._note.show()
        self._note.raise_()

    def _tint(self) -> None:
        colours = self._theme.colours
        self._note.setStyleSheet(
            f"background: {colours.tint}; color: {colours.ink}; font-weight: 600;"
            f"border: 2px dashed {colours.accent}; border-radius: 8px;"
        )
