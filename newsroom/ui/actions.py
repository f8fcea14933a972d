"""Everything a person can do in the window, declared once.

Bars, menus and the list of keys are made from this table; the main window says
what each entry does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from newsroom.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do: its name in code, its words, its key, its place."""

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False


def tr(text: str) -> str:
    """Mark a text of the table for translation, and translate it when shown."""
    return QCoreApplication.translate("Actions", text)


MENUS = ("Berkas", "Sunting", "Format", "Tinjau", "Tampilan")

ACTIONS = (
    ActionSpec("new", "Berkas", "Naskah baru", "Ctrl+N", "plus"),
    ActionSpec("paste_story", "Berkas", "Tempel naskah", "Ctrl+Shift+N", "paste"),
    ActionSpec("import", "Berkas", "Buka berkas…", "Ctrl+O", "folder"),
    ActionSpec("sample", "Berkas", "Buka contoh", "", "sample"),
    ActionSpec("save_copy", "Berkas", "Simpan salinan ke…", "Ctrl+Shift+S", "saved"),
    ActionSpec("export", "Berkas", "Ekspor", "Ctrl+E", "export"),
    ActionSpec("quit", "Berkas", "Keluar", "Ctrl+Q", "close"),
    ActionSpec("undo", "Sunting", "Urungkan", "Ctrl+Z", "undo"),
    ActionSpec("redo", "Sunting", "Ulangi", "Ctrl+Y", "redo"),
    ActionSpec("find", "Sunting", "Cari dan ganti", "Ctrl+F", "search"),
    ActionSpec("find_story", "Sunting", "Cari naskah", "Ctrl+Shift+F", "search"),
    ActionSpec("bold", "Format", "Tebal", "Ctrl+B", "bold"),
    ActionSpec("italic", "Format", "Miring", "Ctrl+I", "italic"),
    ActionSpec("heading", "Format", "Judul bagian", "Ctrl+Alt+2", "heading"),
    ActionSpec("quote", "Format", "Kutipan", "Ctrl+Shift+9", "quote"),
    ActionSpec("list", "Format", "Daftar", "Ctrl+Shift+8", "list-bullet"),
    ActionSpec("numbered_list", "Format", "Daftar bernomor", "Ctrl+Shift+7", "list-number"),
    ActionSpec("link", "Format", "Tautan", "Ctrl+K", "link"),
    ActionSpec("add_photo", "Format", "Tambah foto", "Ctrl+Shift+I", "image"),
    ActionSpec("suggest", "Tinjau", "Usul perbaikan kata", "Ctrl+.", "check"),
    ActionSpec("next_finding", "Tinjau", "Temuan berikutnya", "F7", "arrow-right"),
    ActionSpec("words", "Tinjau", "Kata dan pengabaian…", "", "book"),
    ActionSpec("preview", "Tinjau", "Pratinjau", "Ctrl+Alt+P", "preview", checkable=True),
    ActionSpec("queue", "Tampilan", "Daftar naskah", "Ctrl+1", "sidebar-left", checkable=True),
    ActionSpec("inspector", "Tampilan", "Panel samping", "Ctrl+2", "sidebar-right", checkable=True),
    ActionSpec("focus", "Tampilan", "Fokus", "F11", "focus", checkable=True),
    ActionSpec("dark", "Tampilan", "Tema gelap", "Ctrl+Shift+D", "moon", checkable=True),
)


class Actions(QObject):
    """The table's entries as Qt actions of one window, reached by name."""

    def __init__(self, window: QWidget, theme: Theme, slots: Mapping[str, Callable]) -> None:
        super().__init__(window)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(tr(spec.text), window)
            action.setCheckable(spec.checkable)
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{tr(spec.text)} ({key})")
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slots[spec.name])
            window.addAction(action)
            self._made[spec.name] = action
        self._tint()
        theme.changed.connect(self._tint)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def in_menu(self, menu: str) -> list[QAction]:
        """Return a menu's actions in the order of the table."""
        return [self._made[spec.name] for spec in ACTIONS if spec.menu == menu]

    def _tint(self) -> None:
        for spec in ACTIONS:
            if spec.icon:
                self._made[spec.name].setIcon(self._theme.icon(spec.icon))
