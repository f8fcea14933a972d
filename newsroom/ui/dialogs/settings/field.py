"""One field of a settings page: its label, its control, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.inspector.combo_boxes import CalmComboBox
from newsroom.ui.written import number


class Field(QWidget):
    """Shows the value at one place of the draft and puts there what is typed.

    Below stands what it is for, or, in the same room, what is wrong with it.
    """

    edited = Signal()

    def __init__(self, draft: Draft, place: str, label: str, control: QWidget, hint: str) -> None:
        super().__init__()
        self.place = place
        self.control = control
        self._draft = draft
        self._hint = hint
        self._shown = False
        name = QLabel(label)
        name.setProperty("role", "field")
        name.setBuddy(control)
        # Where the field beside says more, the controls of both stay on one line.
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.label = label
        self.note = QLabel(hint)
        self.note.setProperty("role", "muted")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self.setFocusProxy(control)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for widget in (name, control, self.note):
            rows.addWidget(widget)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong at this place, or in the list that it holds."""
        fault = next(
            (text for at, text in faults.items() if at.partition("[")[0] == self.place), ""
        )
        told = f"{fault[:1].upper()}{fault[1:]}." if fault else self._hint
        if told == self.note.text():
            return
        self.note.setText(told)
        self.control.setAccessibleDescription(told)
        for widget, name, value in (
            (self.note, "role", "error" if fault else "muted"),
            (self.control, "wrong", bool(fault)),
        ):
            widget.setProperty(name, value)
            widget.style().polish(widget)

    def show_draft(self) -> None:
        """Show the value that the draft has."""
        raise NotImplementedError

    def _put(self, value: Any) -> None:
        self._draft.set(self.place, value)
        self.edited.emit()


class LineField(Field):
    """A text in one line."""

    def __init__(
        self,
        draft: Draft,
        place: str,
        label: str,
        hint: str = "",
        *,
        needed: bool = True,
        read: Callable[[str], Any] = str.strip,
        write: Callable[[Any], str] = str,
        empty: str = "",
    ) -> None:
        self.line = QLineEdit()
        super().__init__(draft, place, label, self.line, hint)
        self._needed, self._read, self._write = needed, read, write
        self.line.setPlaceholderText(empty)
        self.line.textEdited.connect(self._tell)
        self.line.returnPressed.connect(lambda: self.focusNextPrevChild(True))

    def show_draft(self) -> None:
        """Show the value that the draft has."""
        value = self._draft.get(self.place)
        text = "" if value is None else self._write(value)
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def _tell(self, text: str) -> None:
        blank = not text.strip()
        self._put(None if blank and not self._needed else self._read(text))


class ListField(LineField):
    """Several texts in one line, parted by commas."""

    def __init__(self, draft: Draft, place: str, label: str, hint: str = "") -> None:
        super().__init__(draft, place, label, hint, read=_parted, write=", ".join)


class NumberField(LineField):
    """A whole number; where there is none, one that the program goes by."""

    def __init__(
        self, draft: Draft, place: str, label: str, hint: str = "", usual: int | None = None
    ) -> None:
        empty = "" if usual is None else number(usual)
        super().__init__(draft, place, label, hint, needed=False, read=_whole,
                         write=_figures, empty=empty)  # fmt: skip


class WordsField(Field):
    """Many words, parted by commas or lines."""

    def __init__(self, draft: Draft, place: str, label: str, hint: str = "") -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        super().__init__(draft, place, label, self.text, hint)
        self.text.textChanged.connect(self._tell)

    def show_draft(self) -> None:
        """Show the words that the draft has."""
        words = self._draft.get(self.place, [])
        if words != _parted(self.text.toPlainText()):
            self.text.blockSignals(True)
            self.text.setPlainText(", ".join(words))
            self.text.blockSignals(False)

    def _tell(self) -> None:
        self._put(_parted(self.text.toPlainText()))


class ChoiceField(Field):
    """One of a few values; one that is none of them is shown as it is."""

    def __init__(
        self,
        draft: Draft,
        place: str,
        label: str,
        hint: str,
        choices: Sequence[tuple[str, str]],
    ) -> None:
        self.box = CalmComboBox(label)
        super().__init__(draft, place, label, self.box, hint)
        for value, text in choices:
            self.box.addItem(text, value)
        self.box.activated.connect(lambda _: self._put(self.box.currentData()))

    def show_draft(self) -> None:
        """Show the value that the draft has, else the first."""
        value = self._draft.get(self.place, self.box.itemData(0))
        if self.box.findData(value) < 0:
            self.box.addItem(str(value), value)
        self.box.setCurrentIndex(self.box.findData(value))


def _parted(text: str) -> list[str]:
    return [part for one in text.replace("\n", ",").split(",") if (part := " ".join(one.split()))]


def _whole(text: str) -> Any:
    figures = text.strip().replace(".", "")
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) < 10 else text


def _figures(value: Any) -> str:
    return number(value) if isinstance(value, int) else str(value)
