"""The usual menu of a text field, in the interface's own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

_REDO = "Ctrl+Y"  # as in the table of actions; Qt has another key for it on some desktops
_WIDTH = 220  # pixels; the keys stand apart from the words


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("EditMenu", text)


def edit_menu(edit: QTextEdit) -> QMenu:
    """Return the menu, which offers what can be done in the field now."""
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setMinimumWidth(_WIDTH)
    key = QKeySequence.StandardKey
    selected = edit.textCursor().hasSelection()
    document = edit.document()
    for text, shortcut, slot, enabled in (
        (tr("Urungkan"), key.Undo, edit.undo, document.isUndoAvailable()),
        (tr("Ulangi"), _REDO, edit.redo, document.isRedoAvailable()),
        (tr("Potong"), key.Cut, edit.cut, selected),
        (tr("Salin"), key.Copy, edit.copy, selected),
        (tr("Tempel"), key.Paste, edit.paste, edit.canPaste()),
        (tr("Pilih semua"), key.SelectAll, edit.selectAll, not document.isEmpty()),
    ):
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(shortcut))
        action.setEnabled(enabled)
        action.triggered.connect(slot)
        if shortcut in (_REDO, key.Paste):
            menu.addSeparator()
    return menu
