"""The writing aids of one text field, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.ui.aids.completer import Completer
from newsroom.ui.aids.field_jumps import FieldJumps
from newsroom.ui.aids.smart_typing import SmartTyping
from newsroom.ui.aids.snippet_keys import SnippetKeys
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme


class FieldAids:
    """Of those that want the same key, the last made comes first."""

    def __init__(self, theme: Theme, field: ProseEdit, ask: Callable[[str], str]) -> None:
        self.smart = SmartTyping(field)
        self.jumps = FieldJumps(field)
        self.snippets = SnippetKeys(field, self.jumps)
        self.completer = Completer(theme, field, self.jumps, ask)
