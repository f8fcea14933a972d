"""Snippets: a few letters and Tab, or a choice from a list, become a text with fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from newsroom.exchange.snippets import Snippet
from newsroom.language.fields import dated
from newsroom.language.typography import USUAL, Style, in_style
from newsroom.ui.aids.field_jumps import FieldJumps
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.editor.offsets import points, units
from newsroom.ui.editor.prose_edit import ProseEdit

_CALLED = re.compile(r"(?<![\w@#/.⟨-])\w{1,12}\Z")


class SnippetKeys(QObject):
    """Puts a snippet in the place of the letters it is called with, as one undo step."""

    def __init__(self, edit: ProseEdit, jumps: FieldJumps) -> None:
        super().__init__(edit)
        self.snippets: Mapping[str, Snippet] = {}
        self.style: Style = USUAL
        self._edit = edit
        self._jumps = jumps

    def takes(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Take Tab behind the letters of a snippet."""
        if (
            not isinstance(event, QKeyEvent)
            or event.key() != Qt.Key.Key_Tab
            or event.modifiers() != Qt.KeyboardModifier.NoModifier
            or self._edit.isReadOnly()
        ):
            return False
        cursor = self._edit.textCursor()
        line = cursor.block().text()
        called = _CALLED.search(line[: points(line, cursor.positionInBlock())])
        if cursor.hasSelection() or not called or called[0] not in self.snippets:
            return False
        self.insert(self.snippets[called[0]], called[0])
        return True

    def insert(self, snippet: Snippet, called: str = "") -> None:
        """Insert a snippet at the cursor, in the place of the letters it was called with."""
        if self._edit.isReadOnly():
            return
        cursor = self._edit.textCursor()
        called = called or cursor.selectedText()
        start = cursor.selectionEnd() - units(called)
        text, places = dated(in_style(snippet.text.strip("\n"), self.style), datetime.now())
        if self._edit.is_one_line:
            text = text.replace("\n", " ")
        replace_apart(self._edit, start, called, text)
        self._jumps.begin(
            [(start + units(text[:first]), start + units(text[:last])) for first, last in places],
            start + units(text),
        )


class SnippetMenu(QMenu):
    """The list of snippets, each with its letters."""

    def __init__(self, keys: SnippetKeys, edit: ProseEdit) -> None:
        super().__init__(edit)
        self.setAccessibleName(self.tr("Potongan teks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edit = edit
        for snippet in sorted(keys.snippets.values(), key=lambda snippet: snippet.name):
            name = snippet.name.replace("&", "&&")
            action = self.addAction(f"{name}\t{snippet.key}")
            action.triggered.connect(lambda _=False, snippet=snippet: keys.insert(snippet))
        if self.isEmpty():
            self.addAction(self.tr("Belum ada potongan teks")).setEnabled(False)
        else:
            self.setActiveAction(self.actions()[0])

    def open(self) -> None:
        """Show the list under the cursor."""
        corner = self._edit.cursorRect().bottomLeft()
        self.popup(self._edit.viewport().mapToGlobal(corner) + QPoint(0, 4))
