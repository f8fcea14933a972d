"""What the middle shows while no story lies open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.actions import Actions
from newsroom.ui.theme import ICON_SIZE, STEP, Theme

_SHOWN = ("new", "paste_story", "import", "find_story")


class Welcome(QWidget):
    """Says how to go on, by the keys that do it."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._icon = QLabel()
        title = QLabel(self.tr("Belum ada naskah yang terbuka"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Pilih naskah di daftar sebelah kiri, atau mulai yang baru.\n"
                "Setiap ketikan tersimpan sendiri di komputer ini, juga tanpa internet."
            )
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys = QGridLayout()
        keys.setHorizontalSpacing(4 * STEP)
        keys.setVerticalSpacing(2 * STEP)
        for row, name in enumerate(_SHOWN):
            action = actions[name]
            key = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            key.setProperty("role", "key")
            keys.addWidget(key, row, 0, Qt.AlignmentFlag.AlignRight)
            keys.addWidget(QLabel(action.text()), row, 1)
        holder = QWidget()
        holder.setLayout(keys)
        column = QVBoxLayout(self)
        column.setSpacing(3 * STEP)
        column.addStretch(2)
        for part in (self._icon, title, text):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * STEP)
        column.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("newsroom", "accent", 3 * ICON_SIZE))
