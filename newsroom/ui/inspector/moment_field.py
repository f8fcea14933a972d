"""A moment that may be missing, in one of Indonesia's three times."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from newsroom.story.days import figures
from newsroom.ui.inspector.clearable_line import ClearableLine
from newsroom.ui.inspector.combo_boxes import CalmComboBox
from newsroom.ui.inspector.date_field import show_note
from newsroom.ui.inspector.dates import (
    full_date,
    meant_date,
    meant_time,
    parse_date,
    parse_time,
)
from newsroom.ui.theme import STEP, Theme

_MIDNIGHT = time(0, 0)
_WITH_ZONE = re.compile(r"(.*?)\s*\b(WIB|WITA|WIT)", re.IGNORECASE)
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}  # east of UTC (Keppres 41/1987)


class MomentField(QWidget):
    """Date, time and zone; a date alone means its first minute, none at all no moment.

    ``reads`` is how the moment is said below: *Ditahan sampai {0} pukul {1} {2}.* A new
    moment is in the portal's ``zone``. A moment half written is none yet: “besok” and “5/1”
    are taken once the field is left, for the day that ``meant_date`` says. What can't be
    read is called wrong then, and is ``unread``.
    ``edited`` tells of another moment, ``unread_changed`` of what can't be read now.
    """

    edited = Signal()
    unread_changed = Signal()

    def __init__(
        self, theme: Theme, zone: tzinfo, name: str, reads: str, *, ahead: bool | None = True
    ) -> None:
        super().__init__()
        self._ahead = ahead
        self._unread = ""
        self._own = zone_label(zone)
        self._reads = reads
        self._value: datetime | None = None
        self.day = ClearableLine(
            theme,
            self.tr("Tanggal {0} (boleh kosong)").format(name),
            self.tr("Tanggal"),
        )
        self.time = QLineEdit()
        self.time.setAccessibleName(self.tr("Jam {0}").format(name))
        self.time.setPlaceholderText("00.00")
        self.time.setFixedWidth(64)
        self.zone = CalmComboBox(zone := self.tr("Zona waktu {0}").format(name))
        self.zone.setAccessibleDescription(zone)  # on Linux it is called by what is chosen
        self.zone.setFixedWidth(80)
        self.zone.addItems(dict.fromkeys([*_HOURS, self._own]))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.day, 0, 0)
        grid.addWidget(self.time, 0, 1)
        grid.addWidget(self.zone, 0, 2)
        grid.addWidget(self._note, 1, 0, 1, 3)
        self.setFocusProxy(self.day)
        self.day.cleared.connect(self._clear)
        self.day.textEdited.connect(self._read)
        self.time.textEdited.connect(self._read)
        self.zone.activated.connect(self._read)
        for line in (self.day, self.time):
            # Once the keyboard is elsewhere: Enter ends the writing and only then goes on.
            line.editingFinished.connect(lambda: QTimer.singleShot(0, self, self._judge))
        self.set_moment(None)

    def moment(self) -> datetime | None:
        """Return the moment, aware of its zone, or None."""
        return self._value

    def set_moment(self, value: datetime | None) -> None:
        """Show another moment in its own zone, if that is one of ours; tells nobody."""
        self._value, self._unread = value, ""
        label = zone_label(value.tzinfo) if value and value.tzinfo else self._own
        self.zone.setCurrentText(label if self.zone.findText(label) >= 0 else self._own)
        self.zone.settle()
        local = value.astimezone(self._zone()) if value else None
        self.day.setText(figures(local.date()) if local else "")
        self.time.setText(f"{local:%H.%M}" if local else "")
        self._explain(local)

    def unread(self) -> str:
        """Return what stands here and can't be read; the moment is the one of before."""
        return self._unread

    def show_unread(self, text: str) -> None:
        """Show what could not be read; tells nobody."""
        self.set_moment(self._value)
        if text:
            self.day.setText(text)
            self.time.clear()
            self._unread = text
            self._judge()

    def _zone(self) -> tzinfo:
        label = self.zone.currentText()
        return timezone(timedelta(hours=_HOURS.get(label) or float(label.removeprefix("UTC"))))

    def _clear(self) -> None:
        self.time.clear()
        self._read()

    def _judge(self) -> None:
        """Take what was meant, now that it is all there, and write it out."""
        if self.day.hasFocus() or self.time.hasFocus():
            return
        if match := _WITH_ZONE.fullmatch(self.time.text().strip()):
            self.time.setText(match[1])
            self.zone.setCurrentText(match[2].upper())
        today = datetime.now(self._zone()).date()
        day = meant_date(self.day.text(), today, ahead=self._ahead)
        found = self._at(day, meant_time(self.time.text()))
        if found:
            self.day.setText(figures(found.date()))
            self.time.setText(f"{found:%H.%M}")
        self._take(found)

    def _read(self) -> None:
        self._take(self._at(parse_date(self.day.text()), parse_time(self.time.text())))

    def _take(self, found: datetime | None) -> None:
        self._explain(found)
        is_blank, before = self._is_blank(), self._unread
        is_other = found != self._value or (found and found.tzinfo != self._value.tzinfo)
        if (found or is_blank) and is_other:
            self._value = found
            self.edited.emit()
        written = f"{self.day.text().strip()} {self.time.text().strip()}"
        self._unread = "" if found or is_blank else written.strip()
        if self._unread != before:
            self.unread_changed.emit()

    def _at(self, day: date | None, at: time | None) -> datetime | None:
        at = at if self.time.text().strip() else _MIDNIGHT
        return datetime.combine(day, at, self._zone()) if day and at else None

    def _explain(self, found: datetime | None) -> None:
        if found:
            zone = self.zone.currentText()
            text = self._reads.format(full_date(found.date()), f"{found:%H.%M}", zone)
            show_note(self._note, text, wrong=False)
        else:
            text = self.tr("Belum terbaca. Tulis seperti 3/11/2026 dan 07.30.")
            is_left = not (self.day.hasFocus() or self.time.hasFocus())
            show_note(self._note, "" if self._is_blank() else text, wrong=is_left)
        self.day.setAccessibleDescription(self._note.text())

    def _is_blank(self) -> bool:
        return not self.day.text().strip() and not self.time.text().strip()


def zone_label(zone: tzinfo) -> str:
    """Name one of Indonesia's three times as its people do.

    >>> zone_label(timezone(timedelta(hours=8)))
    'WITA'
    """
    offset = zone.utcoffset(datetime(2026, 1, 1))
    hours = offset.total_seconds() / 3600 if offset is not None else 0
    return {own: label for label, own in _HOURS.items()}.get(hours, f"UTC{hours:+g}")
