"""“Foto dihapus”: for a while a removed photo can be brought back."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from newsroom.story.story import Photo
from newsroom.ui.theme import STEP

_FOR = 8_000  # milliseconds


class RemovedPhoto(QFrame):
    """Stands where the photo was, and goes by itself."""

    restored = Signal(int, object)  # where it was, Photo
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        self._photo: tuple[int, Photo] | None = None
        self.undo = QPushButton(self.tr("Urungkan"))
        self.undo.setProperty("kind", "line")
        self.undo.setProperty("small", True)
        self.undo.clicked.connect(self._restore)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, STEP, STEP, STEP)
        row.addWidget(QLabel(self.tr("Foto dihapus.")), 1)
        row.addWidget(self.undo)
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=_FOR)
        self._timer.timeout.connect(self.forget)

    def keep(self, index: int, photo: Photo) -> None:
        """Keep a photo that was taken away from its place."""
        self._photo = index, photo
        self._timer.start()

    def forget(self) -> None:
        """Bring nothing back any more."""
        self._photo = None
        self._timer.stop()
        self.forgotten.emit()

    def _restore(self) -> None:
        if kept := self._photo:
            self.forget()
            self.restored.emit(*kept)
