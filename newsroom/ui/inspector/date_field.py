"""A date that may be missing, typed as one says it."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from newsroom.story.days import figures
from newsroom.ui.inspector.clearable_line import ClearableLine
from newsroom.ui.inspector.dates import meant_date, parse_date, weekday
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme


def show_note(label: QLabel, text: str, *, wrong: bool) -> None:
    """Say something quietly under a field, or that the field can't be read."""
    role = "error" if wrong else "muted"
    set_styled(label, "role", role)
    label.setText(text)
    label.setVisible(bool(text))


class DateField(QWidget):
    """Keeps the last date that could be read; what can't be read is said beside or below it.

    It is called wrong once the field is left: half of a date is none yet. Then “5/1” and
    “kemarin” are taken, too, for the nearest such day or, of a thing ``past``, the last.
    What can't be read is ``unread``. Today is the day it is in the portal's ``zone``,
    or the machine's.
    ``edited`` tells of another date, ``unread_changed`` of what can't be read now.
    """

    edited = Signal()
    unread_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        zone: tzinfo | None = None,
        *,
        beside: bool = False,
        past: bool = False,
    ) -> None:
        super().__init__()
        self._zone = zone
        self._ahead = False if past else None
        self._value: date | None = None
        self._unread = ""
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
        self._value, self._unread = value, ""
        self.line.setText(figures(value) if value else "")
        self._explain(value)

    def unread(self) -> str:
        """Return what stands here and can't be read; the date is the one of before."""
        return self._unread

    def show_unread(self, text: str) -> None:
        """Show what could not be read; tells nobody."""
        self.set_date(self._value)
        if text:
            self.line.setText(text)
            self._unread = text
            self._explain(None)

    def _judge(self) -> None:
        """Take what was meant, now that it is all there, and write it out."""
        if self.line.hasFocus():
            return
        found = meant_date(self.line.text(), datetime.now(self._zone).date(), ahead=self._ahead)
        if found:
            self.line.setText(figures(found))
        self._take(found)

    def _read(self) -> None:
        self._take(parse_date(self.line.text()))

    def _take(self, found: date | None) -> None:
        text, before = self.line.text().strip(), self._unread
        self._explain(found)
        if (found or not text) and found != self._value:
            self._value = found
            self.edited.emit()
        self._unread = "" if found else text
        if self._unread != before:
            self.unread_changed.emit()

    def _explain(self, found: date | None) -> None:
        text = self.line.text().strip()
        if found:
            show_note(self._note, weekday(found), wrong=False)
        else:
            message = self.tr("Tulis tanggal, bulan, tahun")
            show_note(self._note, message if text else "", wrong=not self.line.hasFocus())
        self.line.setAccessibleDescription(self._note.text())
