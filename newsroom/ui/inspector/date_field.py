"""A date that may be missing, typed as one says it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from newsroom.ui.inspector.clearable_line import ClearableLine
from newsroom.ui.inspector.dates import parse_date, weekday, write_date
from newsroom.ui.theme import STEP, Theme


def show_note(label: QLabel, text: str, *, wrong: bool) -> None:
    """Say something quietly under a field, or that the field can't be read."""
    role = "error" if wrong else "muted"
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().polish(label)
    label.setText(text)
    label.setVisible(bool(text))


class DateField(QWidget):
    """Keeps the last date that could be read; what can't be read is said beside or below it.

    It is called wrong once the field is left: half of a date is none yet.
    ``edited`` tells of another date, not of every key.
    """

    edited = Signal()

    def __init__(self, theme: Theme, name: str, *, beside: bool = False) -> None:
        super().__init__()
        self._value: date | None = None
        self.line = ClearableLine(theme, name, self.tr("mis. 3/11/2026"))
        self._note = QLabel()
        self._note.hide()
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP if beside else STEP // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self._note, 1 if beside else 0)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._read)
        self.line.cleared.connect(self._read)
        # Once the keyboard is elsewhere: Enter ends the writing and only then goes on.
        self.line.editingFinished.connect(lambda: QTimer.singleShot(0, self, self._judge))

    def date(self) -> date | None:
        """Return the date, or None."""
        return self._value

    def set_date(self, value: date | None) -> None:
        """Show another date; tells nobody."""
        self._value = value
        self.line.setText(write_date(value) if value else "")
        self._explain(value)

    def _judge(self) -> None:
        self._explain(parse_date(self.line.text()))

    def _read(self) -> None:
        text = self.line.text()
        found = parse_date(text)
        self._explain(found)
        if (found or not text.strip()) and found != self._value:
            self._value = found
            self.edited.emit()

    def _explain(self, found: date | None) -> None:
        text = self.line.text().strip()
        if found:
            show_note(self._note, weekday(found), wrong=False)
        else:
            message = self.tr("Tulis tanggal, bulan, tahun")
            show_note(self._note, message if text else "", wrong=not self.line.hasFocus())
        self.line.setAccessibleDescription(self._note.text())
