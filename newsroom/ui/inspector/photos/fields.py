"""The fields of a photo's form: each widget with how it is read and written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.story.story import Photo


class PhotoFields(QObject):
    """Shows a photo in the fields, and tells what a person writes in one of them."""

    written = Signal(str, object)  # the field's name, its new value

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[QWidget, Callable[[], Any], Callable[[Any], None]]] = {}

    def bind(
        self,
        name: str,
        widget: QWidget,
        edited: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
    ) -> None:
        """Take up a field under the photo's name for it."""
        self._fields[name] = widget, read, write
        edited.connect(lambda *_: self.written.emit(name, read()))

    def bind_line(self, name: str, line: QLineEdit) -> None:
        """Take up a line; blanks at its ends are left out of account."""

        def write(text: str) -> None:
            if line.text() != text:
                line.setText(text)

        self.bind(name, line, line.textEdited, lambda: line.text().strip(), write)

    def bind_list(self, name: str, line: QLineEdit) -> None:
        """Take up a line that holds several words, with commas between them."""

        def read() -> tuple[str, ...]:
            return tuple(word for part in line.text().split(",") if (word := part.strip()))

        def write(words: tuple[str, ...]) -> None:
            line.setText(", ".join(words))

        self.bind(name, line, line.textEdited, read, write)

    def show(self, photo: Photo) -> None:
        """Show a photo, and leave alone what says so already."""
        for name, (_, read, write) in self._fields.items():
            value = getattr(photo, name)
            if read() != value:
                write(value)

    def widget(self, name: str) -> QWidget | None:
        """Return a field's widget, if there is such a field."""
        return self._fields[name][0] if name in self._fields else None


def line(name: str, placeholder: str) -> QLineEdit:
    """Return a line; a file let go over it is a photo, not the text of its path."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setAcceptDrops(False)
    return made
