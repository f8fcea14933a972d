"""Fields that are not there yet, searched by their texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QTextEdit


@dataclass(eq=False, frozen=True, slots=True)
class Unmade:
    """The text of a field that is made only when somebody goes there or writes in it."""

    text: str
    make: Callable[[], QTextEdit]
    is_one_line: bool = True


Field = QTextEdit | Unmade


def text_of(field: Field) -> str:
    """Return a field's text as Qt has it."""
    if isinstance(field, Unmade):
        return field.text.replace("\n", "\u2029")
    return field.document().toRawText()


def length_of(field: Field) -> int:
    """Return about how long a field's text is."""
    return len(field.text) if isinstance(field, Unmade) else field.document().characterCount()


def made(field: Field) -> QTextEdit:
    """Return the field itself."""
    return field.make() if isinstance(field, Unmade) else field
