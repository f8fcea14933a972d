"""Alt and a letter lead to a field of the story's data, from anywhere in the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


def tr(text: str) -> str:
    """Mark a text of the table for translation, and translate it when shown."""
    return QCoreApplication.translate("FieldKeys", text)


# By name of the field. Letters that the find bar or the findings have are left to those.
FIELD_KEYS = {
    "headline": ("Alt+J", "Judul"),
    "subheadline": ("Alt+U", "Subjudul"),
    "dateline": ("Alt+L", "Dateline"),
    "byline": ("Alt+P", "Penulis"),
    "editor": ("Alt+E", "Editor"),
    "section": ("Alt+K", "Rubrik"),
    "tags": ("Alt+T", "Tag"),
    "slug": ("Alt+S", "Slug"),
    "summary": ("Alt+G", "Ringkasan"),
    "closing": ("Alt+N", "Penutup"),
    "embargo": ("Alt+M", "Embargo"),
}


class FieldKeys(QObject):
    """Opens the data, and puts the keyboard into the field."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name, (keys, _) in FIELD_KEYS.items():
            QShortcut(QKeySequence(keys), window, partial(self._go, name))

    def _go(self, name: str) -> None:
        window = self._window
        if window.desk.story is None:
            return
        window.show_tab("data")
        data = window.inspector.data
        field = data.field(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        data.ensureWidgetVisible(field, 0, 60)
