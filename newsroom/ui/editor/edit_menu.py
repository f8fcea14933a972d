"""The usual menu of a text field, in the interface's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

if TYPE_CHECKING:
    from newsroom.ui.editor.prose_edit import ProseEdit

_REDO = "Ctrl+Y"  # as in the table of actions; Qt has another key for it on some desktops
_PLAIN = "Ctrl+Shift+V"
_COMMENT = "Ctrl+Alt+M"
_WIDTH = 220  # pixels; the keys stand apart from the words


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("EditMenu", text)


def edit_menu(edit: ProseEdit) -> QMenu:
    """Return the menu, which offers what can be done in the field now."""
    menu = QMenu(edit)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setMinimumWidth(_WIDTH)
    key = QKeySequence.StandardKey
    selected = edit.textCursor().hasSelection()
    document, words = edit.document(), edit.canPaste()
    data = QGuiApplication.clipboard().mimeData()
    pictures = data is not None and (data.hasImage() or data.hasUrls())
    for text, shortcut, slot, enabled in (
        (tr("Urungkan"), key.Undo, edit.undo, document.isUndoAvailable()),
        (tr("Ulangi"), _REDO, edit.redo, document.isRedoAvailable()),
        (tr("Potong"), key.Cut, edit.cut, selected),
        (tr("Salin"), key.Copy, edit.copy, selected),
        (tr("Tempel"), key.Paste, lambda: _press(edit, key.Paste), words or pictures),
        (tr("Tempel tanpa format"), _PLAIN, edit.paste_plain, words),
        (tr("Pilih semua"), key.SelectAll, edit.selectAll, not document.isEmpty()),
    ):
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(shortcut))
        action.setEnabled(enabled)
        action.triggered.connect(slot)
        if shortcut in (_REDO, _PLAIN):
            menu.addSeparator()
    if edit.takes_comments:
        menu.addSeparator()
        comment = menu.addAction(tr("Komentari…"), edit.commented.emit)
        comment.setShortcut(QKeySequence(_COMMENT))
    return menu


def _press(edit: ProseEdit, key: QKeySequence.StandardKey) -> None:
    """Press a key in the field, for whoever takes it there: a pasted picture is a photo."""
    pressed = QKeySequence(key)[0]
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
    QApplication.sendEvent(edit, event)
