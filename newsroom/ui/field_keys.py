"""Alt and a letter lead to a field of the story's data or of a photo, from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


def tr(text: str) -> str:
    """Mark a text of the table for translation, and translate it when shown."""
    return QCoreApplication.translate("FieldKeys", text)


# By name of the field. Letters that the find bar or the findings have are left to those; with
# Shift come the fields that fewer stories need.
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
    "kicker": ("Alt+Shift+K", "Kicker"),
    "contributors": ("Alt+Shift+P", "Kontributor"),
    "sources": ("Alt+Shift+N", "Narasumber"),
    "other_sections": ("Alt+Shift+R", "Rubrik lain"),
    "topic": ("Alt+Shift+T", "Topik khusus"),
    "search_title": ("Alt+Shift+J", "Judul di mesin pencari"),
    "search_description": ("Alt+Shift+D", "Deskripsi di mesin pencari"),
    "social": ("Alt+Shift+M", "Teks media sosial"),
    "canonical": ("Alt+Shift+A", "Alamat naskah asal"),
    "event": ("Alt+Shift+E", "Waktu peristiwa"),
    "deadline": ("Alt+Shift+G", "Tenggat"),
    "publish": ("Alt+Shift+Y", "Waktu tayang"),
}
# Of the photo that the keyboard is in, or the leading one.
PHOTO_KEYS = {
    "caption": ("Alt+F", "Keterangan foto"),
    "credit": ("Alt+Q", "Kredit foto"),
    "alt": ("Alt+V", "Teks alternatif"),
    "place": ("Alt+A", "Tempat foto"),
    "taken": ("Alt+Y", "Tanggal foto"),
    "creator": ("Alt+O", "Pemotret"),
    "rights": ("Alt+H", "Hak muat"),
    "permission": ("Alt+Z", "Izin"),
}


class FieldKeys(QObject):
    """Opens the form, and puts the keyboard into the field."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name, (keys, _) in FIELD_KEYS.items():
            QShortcut(QKeySequence(keys), window, partial(self._go, "data", name))
        for name, (keys, _) in PHOTO_KEYS.items():
            QShortcut(QKeySequence(keys), window, partial(self._go_to_photo, name))

    def _go_to_photo(self, name: str) -> None:
        from newsroom.ui.photo_editing import photo_at_hand

        if story := self._window.desk.story:
            at_hand = photo_at_hand(self._window) or 0
            self._go("photos", f"photos[{at_hand}].{name}" if story.photos else "photos")

    def _go(self, tab: str, name: str) -> None:
        window = self._window
        if window.desk.story is None:
            return
        window.show_tab(tab)
        field = window.inspector.field(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        panel = window.inspector.photos if tab == "photos" else window.inspector.data
        panel.ensureWidgetVisible(field, 0, 60)
        # What was just unfolded has its place only once it is laid out.
        QTimer.singleShot(0, field, lambda: panel.ensureWidgetVisible(field, 0, 60))
