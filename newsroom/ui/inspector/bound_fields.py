"""The fields of a form: each widget with how a value is read from it and written into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.story.characters import on_one_line
from newsroom.story.story import Photo, Story


class _Timed(Protocol):
    """A field of a day or a time."""

    unread_changed: SignalInstance

    def unread(self) -> str: ...

    def show_unread(self, text: str) -> None: ...


class BoundFields(QObject):
    """Shows a story or a photo in the fields, and tells what a person writes in one of them."""

    written = Signal(str, object)  # the field's name, its new value

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[QWidget, Callable[[], Any], Callable[[Any], None]]] = {}
        self._timed: dict[str, _Timed] = {}
        self._unread: dict[str, str] = {}

    def bind(
        self,
        name: str,
        widget: QWidget,
        edited: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
    ) -> None:
        """Take up a field under the name that the story or the photo has for it."""
        self._fields[name] = widget, read, write
        edited.connect(lambda *_: self.written.emit(name, read()))

    def bind_timed(self, name: str, field: _Timed) -> None:
        """Have what can't be read in a bound field of days or times kept as ``unread``."""
        self._timed[name] = field
        field.unread_changed.connect(lambda: self._keep_unread(name, field.unread()))

    def bind_line(self, name: str, line: QLineEdit) -> None:
        """Take up a line; blanks at its ends, and what no person types, are left out."""

        def write(text: str) -> None:
            if line.text() != text:
                line.setText(text)

        self.bind(name, line, line.textEdited, lambda: on_one_line(line.text()).strip(), write)

    def bind_list(self, name: str, line: QLineEdit) -> None:
        """Take up a line that holds several words or names, with commas between them."""

        def read() -> tuple[str, ...]:
            parts = (" ".join(part.split()) for part in on_one_line(line.text()).split(","))
            return tuple(filter(None, parts))

        def write(words: tuple[str, ...]) -> None:
            if line.text() != (text := ", ".join(words)):
                line.setText(text)

        self.bind(name, line, line.textEdited, read, write)

    def show(self, shown: Story | Photo, *, anew: bool = False) -> None:
        """Show a story or a photo; what says so already is left alone, unless all is written anew.

        So the cursor of whoever is typing never moves.
        """
        for name, (_, read, write) in self._fields.items():
            value = getattr(shown, name)
            if anew or read() != value:
                write(value)
        self._unread = dict(shown.unread)
        for name, field in self._timed.items():
            if field.unread() != (text := self._unread.get(name, "")):
                field.show_unread(text)

    def widget(self, name: str) -> QWidget | None:
        """Return a field's widget, if there is such a field."""
        return self._fields[name][0] if name in self._fields else None

    def name_at(self, widget: QWidget) -> str:
        """Return the name of the field that a widget is, or is a part of; empty if of none."""
        here = (name for name, (field, *_) in self._fields.items() if _holds(field, widget))
        return next(here, "")

    def _keep_unread(self, name: str, text: str) -> None:
        others = {key: value for key, value in self._unread.items() if key != name}
        self._unread = others | ({name: text} if text else {})
        self.written.emit("unread", tuple(self._unread.items()))


def _holds(field: QWidget, widget: QWidget) -> bool:
    return field is widget or field.isAncestorOf(widget)
