"""Until when a story is held back, in the portal's own time."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from newsroom.ui.inspector.clearable_line import ClearableLine
from newsroom.ui.inspector.date_field import show_note
from newsroom.ui.inspector.dates import full_date, parse_date, parse_time, write_date
from newsroom.ui.theme import STEP, Theme

_MIDNIGHT = time(0, 0)


class EmbargoField(QWidget):
    """Date and time, both empty for no embargo; a date alone means its first minute.

    ``edited`` tells of another moment, not of every key.
    """

    edited = Signal()

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone
        self._value: datetime | None = None
        self.day = ClearableLine(
            theme, self.tr("Tanggal embargo (boleh kosong)"), self.tr("Tanggal, boleh kosong")
        )
        self.time = QLineEdit()
        self.time.setAccessibleName(self.tr("Jam embargo"))
        self.time.setPlaceholderText("00.00")
        self.time.setFixedWidth(64)
        zone_name = QLabel(zone_label(zone))
        zone_name.setProperty("role", "muted")
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
        grid.addWidget(zone_name, 0, 2)
        grid.addWidget(self._note, 1, 0, 1, 3)
        self.setFocusProxy(self.day)
        self.day.cleared.connect(self._clear)
        self.day.textEdited.connect(self._read)
        self.time.textEdited.connect(self._read)

    def moment(self) -> datetime | None:
        """Return the end of the embargo, aware of its zone, or None."""
        return self._value

    def set_moment(self, value: datetime | None) -> None:
        """Show another moment; tells nobody."""
        self._value = value
        local = value.astimezone(self._zone) if value else None
        self.day.setText(write_date(local.date()) if local else "")
        self.time.setText(f"{local:%H.%M}" if local else "")
        self._explain(local)

    def _clear(self) -> None:
        self.time.clear()
        self._read()

    def _read(self) -> None:
        day = parse_date(self.day.text())
        at = parse_time(self.time.text()) if self.time.text().strip() else _MIDNIGHT
        found = datetime.combine(day, at, self._zone) if day and at else None
        self._explain(found)
        if (found or self._is_blank()) and found != self._value:
            self._value = found
            self.edited.emit()

    def _explain(self, found: datetime | None) -> None:
        if found:
            text = self.tr("Ditahan sampai {0} pukul {1} {2}.").format(
                full_date(found.date()), f"{found:%H.%M}", zone_label(self._zone)
            )
            show_note(self._note, text, wrong=False)
        else:
            text = self.tr("Belum terbaca. Tulis seperti 3/11/2026 dan 07.30.")
            show_note(self._note, "" if self._is_blank() else text, wrong=True)
        self.day.setAccessibleDescription(self._note.text())

    def _is_blank(self) -> bool:
        return not self.day.text().strip() and not self.time.text().strip()


def zone_label(zone: tzinfo) -> str:
    """Name one of Indonesia's three times as its people do.

    >>> from datetime import timedelta, timezone
    >>> zone_label(timezone(timedelta(hours=8)))
    'WITA'
    """
    offset = zone.utcoffset(datetime(2026, 1, 1))
    hours = offset.total_seconds() / 3600 if offset is not None else 0
    return {7: "WIB", 8: "WITA", 9: "WIT"}.get(hours, f"UTC{hours:+g}")
