"""“Log harian”: what passed the desk on a day or in a span of days, to read and to hand on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.daily_log import counted, in_words
from newsroom.story.daily_log import REPORTED, LoggedStep, totals, totals_by_person
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.dialogs.text_table import TextRows, TextTable
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.review.announcing import announce
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_COUNTED = (Status.READY, Status.RETURNED, Status.HELD, Status.PUBLISHED, Status.CORRECTED)
_PEOPLE_HEIGHT = 132  # pixels


class LogDialog(QDialog):
    """Shows the steps that it is given; which days it wants, it says."""

    wanted = Signal(object, object)  # date, date
    text_wanted = Signal()
    csv_wanted = Signal()
    story_wanted = Signal(str)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log harian"))
        resize_in_screen(self, 1100, 640)
        self._today = today
        self._steps: Sequence[LoggedStep] = ()
        self._clocks: Sequence[str] = ()
        self._shown: Sequence[LoggedStep] = ()  # those of the kind asked for
        self.first, self.last = self._day(self.tr("Dari tanggal")), self._day(self.tr("Sampai"))
        self.first.dateChanged.connect(self._begin_changed)
        self.last.dateChanged.connect(self._end_changed)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Langkah yang ditampilkan"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.activated.connect(lambda _: self._show_rows())
        self._summary = QLabel()
        self._summary.setProperty("role", "strong")
        self._summary.setWordWrap(True)
        heads = [self.tr("Orang"), *(one.label for one in _COUNTED), self.tr("Langkah lain")]
        self._people_rows = TextRows(heads, numbers=range(1, len(heads)))
        shares = (24, *((16,) * (len(heads) - 1)))
        self.people = TextTable(self._people_rows, shares, self.tr("Jumlah per orang"))
        self.people.setFixedHeight(_PEOPLE_HEIGHT)
        heads = [self.tr("Waktu"), self.tr("Judul"), self.tr("Langkah"), self.tr("Oleh"),
                 self.tr("Catatan"), self.tr("Di meja")]  # fmt: skip
        self._rows = TextRows(heads)
        self.table = TextTable(self._rows, (12, 34, 24, 16, 42, 14), self.tr("Langkah naskah"))
        self.table.activated.connect(lambda at: self.story_wanted.emit(self._shown[at.row()].story))
        self.note = EmptyNote(theme, "history", self.tr("Membaca log…"), "")
        self.message = still_label(lines=1)
        self.copy = line_button(self.tr("Salin untuk WhatsApp"), self.text_wanted.emit)
        self.save = QPushButton(self.tr("Simpan CSV…"))
        self.save.setProperty("kind", "main")
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self.csv_wanted)
        self._lay_out()
        self._refresh()

    @property
    def days(self) -> tuple[date, date]:
        """The days that are asked for."""
        return self.first.date().toPython(), self.last.date().toPython()

    def ask_for(self, first: date, last: date) -> None:
        """Ask for some days."""
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.setDate(QDate(day.year, day.month, day.day))
        self.wanted.emit(first, last)

    def show_steps(self, steps: Sequence[LoggedStep], clocks: Sequence[str]) -> None:
        """Show the steps of the days asked for, with the time of each in words."""
        self._steps, self._clocks = steps, clocks
        self._summary.setText(counted(totals(steps)).capitalize() or self.tr("Tidak ada langkah"))
        people = totals_by_person(steps).items()
        self._people_rows.show_rows([
            [who or self.tr("Tidak dicatat"),
             *(str(counts[one] or "–") for one in _COUNTED),
             str(counts.total() - sum(counts[one] for one in _COUNTED) or "–")]
            for who, counts in people
        ])  # fmt: skip
        self._offer_kinds()
        self._show_rows()
        if not steps:
            words = self.tr("Tidak ada naskah yang berganti status pada hari yang dipilih.")
            self.note.say("history", self.tr("Log kosong"), words)
        self._refresh()

    def say(self, message: str, role: str = "good") -> None:
        """Say how something went; ``role`` is ``error`` for what did not."""
        self.message.setText(message)
        set_styled(self.message, "role", role)
        announce(self, message, urgent=role == "error")

    # Within.

    def _offer_kinds(self) -> None:
        """Offer to look at the steps alone that led to one status; at the same as before."""
        before, counts = self.kind.currentData(), totals(self._steps)
        self.kind.clear()
        self.kind.addItem(self.tr("Semua langkah"), None)
        for one in REPORTED:
            if counts[one]:
                self.kind.addItem(f"{one.label} {number(counts[one])}", one)
        self.kind.setCurrentIndex(max(self.kind.findData(before), 0))

    def _show_rows(self) -> None:
        kind = self.kind.currentData()
        timed = [
            (clock, step)
            for clock, step in zip(self._clocks, self._steps, strict=True)
            if kind in (None, step.after)
        ]
        self._shown = [step for _, step in timed]
        self._rows.show_rows([
            [clock, step.headline or self.tr("Tanpa judul"),
             f"{step.before.label} → {step.after.label}", step.who or "–", step.note,
             in_words(step.lay) if step.lay is not None else ""]
            for clock, step in timed
        ])  # fmt: skip

    def _day(self, name: str) -> QDateEdit:
        field = _DayField(QDate(self._today.year, self._today.month, self._today.day))
        field.setAccessibleName(name)
        field.setLocale(QLocale("id_ID"))
        field.setDisplayFormat("ddd, d MMM yyyy")
        field.setCalendarPopup(True)
        field.setMinimumWidth(150)
        return field

    def _lay_out(self) -> None:
        head, foot, rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(2 * STEP)
        for widget in (self.first, QLabel(self.tr("s.d.")), self.last):
            head.addWidget(widget)
        head.addSpacing(2 * STEP)
        for words, back, length in (
            (self.tr("Hari ini"), 0, 1),
            (self.tr("Kemarin"), 1, 1),
            (self.tr("7 hari"), 0, 7),
        ):
            last = self._today - timedelta(days=back)
            first = last - timedelta(days=length - 1)
            head.addWidget(line_button(words, lambda _=False, a=first, b=last: self.ask_for(a, b)))
        head.addStretch()
        head.addWidget(self.kind)
        self._stack = QStackedWidget()
        whole, inner = QWidget(), QVBoxLayout()
        whole.setLayout(inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * STEP)
        for widget in (self._summary, self.people, self.table):
            inner.addWidget(widget)
        inner.setStretch(2, 1)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self.note)
        middle.addStretch(2)
        self._stack.addWidget(empty)
        self._stack.addWidget(whole)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.message, 1)
        for button in (line_button(self.tr("Tutup"), self.reject), self.copy, self.save):
            foot.addWidget(button)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)
        rows.addLayout(foot)

    def _refresh(self) -> None:
        self._stack.setCurrentIndex(1 if self._steps else 0)
        for button in (self.copy, self.save, self.kind):
            button.setEnabled(bool(self._steps))

    def _begin_changed(self, day: QDate) -> None:
        if self.last.date() < day:
            with QSignalBlocker(self.last):
                self.last.setDate(day)
        self.wanted.emit(*self.days)

    def _end_changed(self, day: QDate) -> None:
        if self.first.date() > day:
            with QSignalBlocker(self.first):
                self.first.setDate(day)
        self.wanted.emit(*self.days)


class _DayField(QDateEdit):
    """Left and right go from the day to the month; Tab goes on to the next field at once."""

    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)
