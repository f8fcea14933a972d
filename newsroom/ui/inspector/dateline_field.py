"""Where a story was written, for whom, when; and how that will read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from newsroom.story.dateline import (
    Dateline,
    known_patterns,
    restyled,
    split_dateline,
    write_dateline,
)
from newsroom.ui.inspector.date_field import DateField, show_note
from newsroom.ui.inspector.named_line import named_line
from newsroom.ui.inspector.place_line import PlaceLine
from newsroom.ui.theme import STEP, Theme


class DatelineField(QWidget):
    """Edits the parts of a dateline; the way it is written stays the story's own.

    It may be turned into the portal's way, and back. A whole dateline typed or pasted as
    the place is taken apart once the place is left. Where no source is named it is written
    with the ``usual`` one, the portal's own.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        patterns: Sequence[str],
        usual: str = "",
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self._patterns = patterns
        self._usual = usual
        self._value = Dateline()
        self.place = PlaceLine(self.tr("Tempat pada dateline"), self.tr("Tempat"))
        self.source = named_line(self.tr("Sumber pada dateline"), usual or self.tr("Sumber"))
        self.date = DateField(
            theme, self.tr("Tanggal pada dateline (boleh kosong)"), zone, beside=True
        )
        self.date.line.setPlaceholderText(self.tr("Tanggal, boleh kosong"))
        self._reads = QLabel()
        self._reads.setWordWrap(True)
        self._reads.setAccessibleName(self.tr("Dateline terbaca"))
        self._before: Dateline | None = None  # as it was before it was turned
        self.turn = QPushButton()
        self.turn.setProperty("kind", "line")
        self.turn.setProperty("small", True)
        self.turn.clicked.connect(self._turn)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.place, 0, 0)
        grid.addWidget(self.source, 0, 1)
        grid.addWidget(self.date, 1, 0, 1, 2)
        grid.addWidget(self._reads, 2, 0, 1, 2)
        grid.addWidget(self.turn, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setVerticalSpacing(STEP)
        self.setFocusProxy(self.place)
        self.place.textEdited.connect(self._tell)
        self.place.editingFinished.connect(self._take_apart)
        self.source.textEdited.connect(self._tell)
        self.date.edited.connect(self._tell)
        for line in (self.place, self.source):
            line.editingFinished.connect(lambda: QTimer.singleShot(0, self, self._show_reading))
        self._show_reading()

    def dateline(self) -> Dateline:
        """Return the dateline as it stands."""
        return self._value

    def set_dateline(self, value: Dateline) -> None:
        """Show another dateline; tells nobody."""
        if value != self._value:
            self._before = None
        self._show(value)

    # Within.

    def _show(self, value: Dateline) -> None:
        self._value = value
        for line, text in ((self.place, value.place), (self.source, value.source)):
            if line.text() != text:
                line.setText(text)
        self.date.set_date(value.date)
        self._show_reading()

    def _tell(self) -> None:
        self._before = None
        place, source = self.place.text().strip(), self.source.text().strip()
        date = self.date.date()
        # The way of another portal goes with what was written in it.
        pattern = self._value.pattern if place or source or date else ""
        self._value = Dateline(place, source, date, pattern)
        self._show_reading()
        self.edited.emit()

    def _take_apart(self) -> None:
        """Put a whole dateline that stands as the place into its parts."""
        typed = f"{self.place.text().strip()} "
        found = split_dateline(f"{typed}Warga", (*self._patterns, *known_patterns()))
        if found and found[1] == len(typed):
            value = replace(found[0], date=found[0].date or self._value.date)
            # A place alone tells no other way than the portal's.
            self._show(value if value.source else self._ours(value))
            self.edited.emit()

    def _turn(self) -> None:
        """Turn the dateline into the portal's way, or one that has been back into its own."""
        if self._before is not None:
            value, self._before = self._before, None
        else:
            self._before = self._value
            value = self._ours(self._value)
        self._show(value)
        self.edited.emit()

    def _show_turn(self, written: str) -> None:
        """Offer to turn it where that changes what is read."""
        ours = self._written(self._ours(self._value))
        may_turn = bool(self._value.pattern and ours) and ours.rstrip() != written
        self.turn.setVisible(may_turn or self._before is not None)
        if self._before is not None:
            said = self.tr("Kembalikan gaya semula")
            reads = self._written(self._before)
        else:
            said, reads = self.tr("Ubah ke gaya portal ini"), ours
        self.turn.setText(said)
        self.turn.setAccessibleName(said)
        self.turn.setToolTip(reads.rstrip())
        self.turn.setAccessibleDescription(reads.rstrip())

    def _show_reading(self) -> None:
        written = self._written(self._value).rstrip()
        self._show_turn(written)
        if written:
            show_note(self._reads, self.tr("Terbaca: {0}").format(written), wrong=False)
        elif self._value.place or self._value.source or self._value.date:
            message = self.tr("Belum lengkap untuk gaya portal ini; dateline tidak ditulis.")
            if wanting := self._wanting():
                message = self.tr("Belum lengkap: {0} belum diisi.").format(wanting)
            is_left = not (self.place.hasFocus() or self.source.hasFocus())
            show_note(self._reads, message, wrong=is_left)
        else:
            show_note(self._reads, "", wrong=False)  # what the house asks for is said below

    def _ours(self, dateline: Dateline) -> Dateline:
        """Return a dateline in the portal's way; its source may stay the usual one, unsaid."""
        source = dateline.source or (self._usual if dateline.place else "")
        ours = restyled(replace(dateline, source=source), self._patterns)
        return ours if dateline.source else replace(ours, source="")

    def _written(self, dateline: Dateline) -> str:
        if dateline.place and not dateline.source:
            dateline = replace(dateline, source=self._usual)
        return write_dateline(dateline, self._patterns)

    def _wanting(self) -> str:
        """Name the part with which the dateline would be whole, if one is enough."""
        for part, name in (("source", self.tr("sumber")), ("place", self.tr("tempat"))):
            whole = replace(self._value, **{part: "x"})
            if not getattr(self._value, part) and self._written(whole):
                return name
        return ""
