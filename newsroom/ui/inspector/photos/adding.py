"""Below the photos: other ways to add some, and how far those under way have come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from newsroom.ui.theme import STEP, Theme

_WORTH_TELLING = 3  # photos; fewer are there before one has read of them


class MoreWays(QToolButton):
    """A menu beside the button that adds photos."""

    chosen = Signal(str)  # the name of an action

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Cara lain menambah foto"))
        self.setAccessibleName(self.tr("Cara lain menambah foto"))
        menu = QMenu(self)
        for name, text in (
            ("add_photo", self.tr("Pilih berkas…")),
            ("add_folder", self.tr("Pilih folder…")),
            ("card_photos", self.tr("Dari kartu kamera…")),
            ("paste_photo", self.tr("Tempel gambar")),
        ):
            menu.addAction(text, lambda name=name: self.chosen.emit(name))
        self.setMenu(menu)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self.setIcon(self._theme.icon("chevron-down", "muted"))


class AddingRow(QFrame):
    """Says how many of the photos are added, and lets a person stop."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Foto yang sudah ditambahkan"))
        self.stop = QPushButton(self.tr("Hentikan"))
        self.stop.setProperty("kind", "line")
        self.stop.setProperty("small", True)
        self.stop.clicked.connect(self.stopped)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self.stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, STEP, STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addLayout(head)
        rows.addWidget(self._bar)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many of how many are done; it goes away when all are."""
        self.setVisible(total >= _WORTH_TELLING and done < total)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._words.setText(self.tr("Menambahkan foto: {0} dari {1}").format(done, total))
