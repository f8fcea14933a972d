"""A moment that may be missing, in one of Indonesia's three times."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone, tzinfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from newsroom.ui.inspector.clearable_line import ClearableLine
from newsroom.ui.inspector.combo_boxes import CalmComboBox
from newsroom.ui.inspector.date_field import show_note
from newsroom.ui.inspector.dates import full_date, parse_date, parse_time, write_date
from newsroom.ui.theme import STEP, Theme

_MIDNIGHT = time(0, 0)
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}  # east of UTC (Keppres 41/1987)


class MomentField(QWidget):
    """Date, time and zone; a date alone means its first minute, none at all no moment.

    ``reads`` is how the moment is said below: *Ditahan sampai {0} pukul {1} {2}.* A new
    moment is in the portal's ``zone``. What can't be read is called wrong once it is left.
    ``edited`` tells of another moment, not of every key.
    """

    edited = Signal()

    def __init__(self, theme: Theme, zone: tzinfo, name: str, reads: str) -> None:
        super().__init__()
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
        self._value = value
        label = zone_label(value.tzinfo) if value and value.tzinfo else self._own
        self.zone.setCurrentText(label if self.zone.findText(label) >= 0 else self._own)
        self.zone.settle()
        local = value.astimezone(self._zone()) if value else None
        self.day.setText(write_date(local.date()) if local else "")
        self.time.setText(f"{local:%H.%M}" if local else "")
        self._explain(local)

    def _zone(self) -> tzinfo:
        label = self.zone.currentText()
        return timezone(timedelta(hours=_HOURS.get(label) or float(label.removeprefix("UTC"))))

    def _clear(self) -> None:
        self.time.clear()
        self._read()

    def _judge(self) -> None:
        self._explain(self._found())

    def _read(self) -> None:
        found = self._found()
        self._explain(found)
        is_other = found != self._value or (found and found.tzinfo != self._value.tzinfo)
        if (found or self._is_blank()) and is_other:
            self._value = found
            self.edited.emit()

    def _found(self) -> datetime | None:
        day = parse_date(self.day.text())
        at = parse_time(self.time.text()) if self.time.text().strip() else _MIDNIGHT
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
