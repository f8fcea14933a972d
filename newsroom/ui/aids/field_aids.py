"""The writing aids of one text field, and the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)

from newsroom.ui.aids.completer import ENDING, Completer
from newsroom.ui.aids.field_jumps import FieldJumps
from newsroom.ui.aids.smart_typing import SmartTyping
from newsroom.ui.aids.snippet_keys import SnippetKeys
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme

# Kinds are asked before types, which are dear: with each key there come many more events.
_HEEDED = (QKeyEvent, QInputMethodEvent, QFocusEvent, QMouseEvent, QResizeEvent, QHideEvent)
_WRITTEN = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)


class FieldAids(QObject):
    """Sees the field's events once for all aids; the first that takes a key has it."""

    def __init__(self, theme: Theme, field: ProseEdit, ask: Callable[[str], str]) -> None:
        super().__init__(field)
        self.smart = SmartTyping(field)
        self.jumps = FieldJumps(field)
        self.snippets = SnippetKeys(field, self.jumps)
        self.completer = Completer(theme, field, self.jumps, ask)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer what is written to each aid, before the field has it."""
        if not isinstance(event, _HEEDED):
            return False
        kind = event.type()
        if kind in _WRITTEN and isinstance(event, QKeyEvent | QInputMethodEvent):
            return any(
                aid.takes(event) for aid in (self.completer, self.snippets, self.jumps, self.smart)
            )
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self.completer.claims(event)
        if kind in ENDING:
            self.completer.end()
        return False
