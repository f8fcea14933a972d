"""“Perubahan”: what was changed since the reporter's version, to accept or to take back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.story.changes.change import StoryChange
from newsroom.ui.changes.change_row import ChangeRow
from newsroom.ui.changes.deeds import Deed
from newsroom.ui.changes.told import Told, first_told
from newsroom.ui.comments.when_said import when_said
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_parts import plain_label, small_button
from newsroom.ui.inspector.card_walk import has_focus
from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.undoing import answered
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.field_names import titled
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.ui.changes.changing import Changing

_PAGE = 30  # rows at once, as in the list of findings


class ChangesPart(Panel):
    """Lists the changes that are known, by field; a row stays while its change does."""

    is_form = False
    _changing: Changing | None = None  # before there is anything to undo, Qt has events already

    def __init__(self, theme: Theme, changing: Changing, zone: tzinfo) -> None:
        super().__init__(self.tr("Perubahan"))
        self._theme = theme
        self._zone = zone  # of the newsroom, by whose clock moments are told
        self._changing = changing
        self._limit = _PAGE
        self._stale = False
        self.changes: list[ChangeRow] = []
        self._heads: list[QLabel] = []
        self.since = plain_label(role="muted")
        self._tools = QWidget()
        flow = FlowLayout(spacing=6)
        self._tools.setLayout(flow)
        self.accept_all = small_button(
            self.tr("Terima semua"), lambda: changing.accept(changing.changes)
        )
        self.take_back_all = small_button(
            self.tr("Batalkan semua"), lambda: changing.take_back(changing.changes)
        )
        self.view = small_button(self.tr("Lihat di naskah"), changing.open_view)
        self.view.setToolTip(self.tr("Naskah lengkap dengan perubahannya (Ctrl+F8)"))
        for button in (self.accept_all, self.take_back_all, self.view):
            flow.addWidget(button)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * STEP)
        self.empty = EmptyNote(theme, "history", "", "")
        self.more = small_button("", self._show_more)
        self.rows.addWidget(self.since)
        self.rows.addWidget(self._tools)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self.empty)
        self.rows.addWidget(self.more)
        self.rows.addStretch(1)
        changing.changed.connect(self._follow)
        self._show()

    def at_hand(self) -> StoryChange | None:
        """Return the change whose row has the keyboard."""
        row = next((row for row in self.changes if has_focus(row)), None)
        return row.change if row else None

    def write_reason(self, change: StoryChange) -> None:
        """Let a reason for a change be written in its row."""
        places = [*self._changing.changes]
        if change not in places:
            return
        at = places.index(change)
        if at >= len(self.changes):
            self._limit = at + 1
            self._show()
        row = self.changes[at]
        row.do(Deed.REASON)
        self.ensureWidgetVisible(row)

    def event(self, event: QEvent) -> bool:
        """Undo here what was done about changes, or do it again, and not what was typed."""
        changing = self._changing
        if changing is not None and answered(event, changing.undo, changing.redo):
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows only once somebody looks."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from row to row with the arrow keys, and back to the text with Esc."""
        if event.type() == QEvent.Type.KeyPress and watched in self.changes:
            if event.key() == Qt.Key.Key_Escape:
                self._changing.leave()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key(), 0)
            at = self.changes.index(watched) + step
            if step and 0 <= at < len(self.changes):
                self._focus(at)
            return bool(step)
        return super().eventFilter(watched, event)

    # Within.

    def _follow(self) -> None:
        if self.isVisible():
            self._show()
        else:
            self._stale = True

    def _show(self) -> None:
        self._stale = False
        found = self._changing.found
        now = datetime.now(self._zone)
        if found is None:
            self._limit = _PAGE
        focused = next((at for at, row in enumerate(self.changes) if has_focus(row)), -1)
        self._show_rows(first_told(found, self._limit, now) if found else [])
        if focused >= 0 and not any(has_focus(row) for row in self.changes):
            self._focus(min(focused, len(self.changes) - 1))
        self._show_head(now)
        self._show_empty()

    def _show_rows(self, all_told: Sequence[Told]) -> None:
        spare: defaultdict[tuple[object, ...], list[ChangeRow]] = defaultdict(list)
        for row in self.changes:
            spare[row.told.key].append(row)
        for head in self._heads:
            self._column.removeWidget(head)
            head.hide()
            head.deleteLater()
        before, self.changes, self._heads = self.changes, [], []
        place, field = 0, ""
        for told in all_told:
            if told.change.field != field:
                field = told.change.field
                self._column.insertWidget(place, self._head(titled(field)))
                place += 1
            known = spare[told.key]
            row = known.pop(0) if known else self._row(told)
            row.show_told(told)
            row.set_first(not self.changes)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()  # at once, so that it can have the keyboard
            self.changes.append(row)
            place += 1
        for row in (row for left in spare.values() for row in left):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if self.changes != before:
            self._chain_keys()
        left = len(self._changing.changes) - len(self.changes)
        self.more.setText(self.tr("Tampilkan lagi ({0})").format(number(left)))
        self.more.setVisible(left > 0)

    def _show_head(self, now: datetime) -> None:
        found = self._changing.found
        if found is not None:
            review = found.kept.review
            said = when_said(review.moment.astimezone(now.tzinfo), now)
            when = f"{said[:1].lower()}{said[1:]}"
            self.since.setText(
                self.tr("Sejak versi {0}, {1}").format(review.who, when)
                if review.who
                else self.tr("Sejak versi wartawan, {0}").format(when)
            )
        self.since.setVisible(found is not None)
        self._tools.setVisible(bool(self.changes))

    def _show_empty(self) -> None:
        changing = self._changing
        if changing.error:
            self.empty.say(
                "warning", self.tr("Perubahan tidak dapat dibaca"), changing.error, "warning"
            )
        elif not changing.is_known:
            self.empty.say("history", self.tr("Mencari perubahan…"), "")
        elif changing.found is None:
            self.empty.say(
                "history",
                self.tr("Belum ada versi wartawan"),
                self.tr(
                    "Versi wartawan tercatat saat naskah diajukan ke redaktur. Perubahan "
                    "sesudahnya tampil di sini."
                ),
            )
        else:
            same = self.tr("Naskah sama dengan versi wartawan dan perubahan yang sudah diterima.")
            if changing.found.kept.review.is_again:
                answer = self.tr(
                    "Perbaikan sejak dikembalikan tampil di halaman tinjauan (Ctrl+F8)."
                )
                same = f"{same} {answer}"
            self.empty.say("check", self.tr("Tidak ada perubahan"), same, "good")
        self.empty.setVisible(not self.changes)

    def _show_more(self) -> None:
        first_new = len(self.changes)
        self._limit += _PAGE
        self._show()
        self._focus(first_new)

    def _row(self, told: Told) -> ChangeRow:
        row = ChangeRow(self._theme, told)
        row.chosen.connect(self._changing.go_to)
        row.wanted.connect(self._do)
        row.said.connect(self._say)
        row.installEventFilter(self)
        return row

    def _do(self, deed: str, change: StoryChange) -> None:
        changing = self._changing
        if deed in (Deed.ACCEPT, Deed.TAKE_BACK):
            changes = [change]
        else:
            changes = [*changing.of_sentence(change)]
        if deed in (Deed.ACCEPT, Deed.ACCEPT_SENTENCE):
            changing.accept(changes)
        else:
            changing.take_back(changes)

    def _say(self, deed: str, change: StoryChange, text: str) -> None:
        if deed == Deed.REASON:
            self._changing.give_reason(change, text)
        else:
            self._changing.ask(change, text)

    def _head(self, words: str) -> QLabel:
        head = QLabel(words)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("role", "kicker")
        self._heads.append(head)
        return head

    def _chain_keys(self) -> None:
        """Let the Tab key go through the rows as they stand, then on to “more”."""
        for stop, following in pairwise([*self._stops(), self.more]):
            self.setTabOrder(stop, following)

    def _stops(self) -> Iterator[QWidget]:
        for row in self.changes:
            yield row
            yield from row.findChildren(QPushButton)

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self.changes):
            self.changes[at].setFocus()
            self.ensureWidgetVisible(self.changes[at])
        elif self.isVisible():
            self._changing.leave()
