"""What can be done with one photo besides writing about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from newsroom.ui.theme import Theme


class PhotoMenu(QToolButton):
    """Asks for it; whose place it concerns knows nothing of the others."""

    editing_wanted = Signal()
    picture_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    removal_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Sunting, ganti gambar, pindahkan, hapus"))
        menu = QMenu(self)
        self._edit = menu.addAction(self.tr("Sunting foto…"), self.editing_wanted.emit)
        menu.addAction(self.tr("Ganti gambar…"), self.picture_wanted.emit)
        menu.addSeparator()
        self._up = menu.addAction(self.tr("Pindah ke atas"), lambda: self.move_wanted.emit(-1))
        self._down = menu.addAction(self.tr("Pindah ke bawah"), lambda: self.move_wanted.emit(1))
        menu.addSeparator()
        self._remove = menu.addAction(self.tr("Hapus foto"), self.removal_wanted.emit)
        self.setMenu(menu)
        self._tint()
        theme.changed.connect(self._tint)

    def show_place(self, number: int, count: int, *, has_picture: bool) -> None:
        """Offer what can be done with this photo of so many."""
        self.setAccessibleName(self.tr("Tindakan untuk foto {0}").format(number))
        self._edit.setEnabled(has_picture)
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)

    def _tint(self) -> None:
        self.setIcon(self._theme.icon("more", "muted"))
        self._edit.setIcon(self._theme.icon("crop", "muted"))
        self._remove.setIcon(self._theme.icon("trash", "muted"))
