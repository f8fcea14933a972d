"""The listed stories as Qt's views and screen readers take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from newsroom.story.workflow import Status
from newsroom.ui.queue.when import when
from newsroom.ui.review.tally import Tally
from newsroom.ui.written import number, plain_tip

if TYPE_CHECKING:
    from newsroom.store.search.hit import Row
    from newsroom.store.summary import StorySummary

StoryRole = Qt.ItemDataRole.UserRole  # StorySummary
FindingsRole = Qt.ItemDataRole.UserRole + 1  # Tally, or None while not known
OpenRole = Qt.ItemDataRole.UserRole + 2  # True for the story that lies open
StatusRole = Qt.ItemDataRole.UserRole + 3  # its status in words
WhenRole = Qt.ItemDataRole.UserRole + 4  # when it last changed, in words
SnippetRole = Qt.ItemDataRole.UserRole + 5  # Snippet with the words that are sought, or None

_MOST_KNOWN = 2_000  # rows, beside those that must be
_AROUND = 60  # rows that are asked for above and below those that are seen


class StoryListModel(QAbstractTableModel):
    """Stories in the order given; each row also says itself as one whole sentence.

    However many there are, only those that are looked at are known here, and some that were.
    A table with one column, since Qt's view of a list measures all its rows at each change.
    """

    wanted = Signal(object)  # [number] of stories that are not known and looked at

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Sequence[int] = ()
        self._known: dict[int, Row] = {}
        self._numbers: dict[str, int] = {}  # by id, of those that are known
        self._asked: set[int] = set()
        self._findings: dict[str, Tally] = {}
        self._missed = (0, -1)  # the first and the last row that was looked at and not known
        self._ask_timer = QTimer(self, singleShot=True, interval=0)
        self._ask_timer.timeout.connect(self._ask)
        self.open_id: str | None = None

    def show(self, order: Sequence[int], rows: Mapping[int, Row], keep: Iterable[int] = ()) -> None:
        """Take another list; one that goes on in the same order keeps every row in its place.

        What was known is forgotten, but of the stories to ``keep``.
        """
        before, told = self._order, self._known
        known = {number: told[number] for number in keep if number in told} | dict(rows)
        self._asked.clear()
        if len(before) and before == order[: len(before)]:
            if len(order) > len(before):
                self.beginInsertRows(QModelIndex(), len(before), len(order) - 1)
                self._know(order, known)
                self.endInsertRows()
            self._know(order, known)
            if any(told.get(number) != row for number, row in rows.items()):
                self._all_changed()
            return
        self.beginResetModel()
        self._know(order, known)
        self.endResetModel()

    def take(self, rows: Mapping[int, Row], keep: Iterable[int] = ()) -> None:
        """Take what is shown of some stories; too many that are known are forgotten for them."""
        known = self._known
        if len(known) + len(rows) > _MOST_KNOWN:
            known = {number: known[number] for number in keep if number in known}
        self._know(self._order, known | dict(rows))
        self._asked -= rows.keys()
        self._all_changed()

    def set_open(self, story_id: str | None) -> None:
        """Say which story lies open, if any."""
        before, self.open_id = self.open_id, story_id
        for changed in (before, story_id):
            self._changed(changed)

    def set_findings(self, story_id: str, found: Tally) -> None:
        """Say how much the checks found in a story."""
        if self._findings.get(story_id) != found:
            self._findings[story_id] = found
            self._changed(story_id)

    def index_of(self, story_id: str | None) -> QModelIndex:
        """Return a story's place; an invalid index when it is not known to be listed."""
        number = self._numbers.get(story_id or "")
        return QModelIndex() if number is None else self.index_of_number(number)

    def index_of_number(self, number: int | None) -> QModelIndex:
        """Return the place of a story by its number; an invalid index when it is not listed."""
        try:
            return self.index(self._order.index(number), 0)
        except ValueError:
            return QModelIndex()

    def rows_of(self, numbers: Iterable[int]) -> list[int]:
        """Return the rows of many stories, those that are listed, from the top down."""
        sought = set(numbers)
        return [row for row, number in enumerate(self._order) if number in sought]

    def number_at(self, index: QModelIndex) -> int | None:
        """Return the number of the story that stands there, if one does."""
        return self._order[index.row()] if index.isValid() else None

    def numbers(self, first: int, last: int) -> Sequence[int]:
        """Return the numbers of the stories from one row to another."""
        return self._order[max(first, 0) : last + 1]

    def story(self, number: int | None) -> StorySummary | None:
        """Return a story by its number, if it is known."""
        row = self._known.get(number) if number is not None else None
        return row.story if row else None

    def ask_for(self, numbers: Iterable[int]) -> None:
        """Have those come that are not known."""
        if missing := [n for n in numbers if n not in self._known and n not in self._asked]:
            self._asked.update(missing)
            self.wanted.emit(missing)

    # What Qt calls.

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many stories are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """One: each story is drawn whole."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer for one row; of one that is not known yet, that it is still to come."""
        if not index.isValid():
            return None
        row = self._known.get(self._order[index.row()])
        if row is None:
            self._miss(index.row())
            told = role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            return self.tr("Memuat naskah…") if told else None
        story = row.story
        if role == Qt.ItemDataRole.DisplayRole:
            return story.headline.strip() or self.tr("Tanpa judul")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._sentence(index, row))
        if role == StoryRole:
            return story
        if role == FindingsRole:
            return self._findings.get(story.id)
        if role == OpenRole:
            return story.id == self.open_id
        if role == SnippetRole:
            return row.snippet
        if role == StatusRole:
            return self._status(story)
        if role == WhenRole:
            return when(story.updated.astimezone(), date.today())
        return None

    # Within.

    def _know(self, order: Sequence[int], known: dict[int, Row]) -> None:
        self._order, self._known = order, known
        self._numbers = {row.story.id: number for number, row in known.items()}

    def _miss(self, row: int) -> None:
        """Note that a row was looked at; all of those are asked for together."""
        first, last = self._missed
        self._missed = (row, row) if last < 0 else (min(first, row), max(last, row))
        if not self._ask_timer.isActive():
            self._ask_timer.start()

    def _ask(self) -> None:
        first, last = self._missed
        self._missed = (0, -1)
        if last - first > _MOST_KNOWN:  # the end of the list and its beginning
            first = last
        self.ask_for(self.numbers(first - _AROUND, last + _AROUND))

    def _changed(self, story_id: str | None) -> None:
        if (place := self.index_of(story_id)).isValid():
            self.dataChanged.emit(place, place)

    def _all_changed(self) -> None:
        """Have what is seen drawn anew. Which rows these are would take longer to find out."""
        if len(self._order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, 0))

    def _sentence(self, index: QModelIndex, row: Row) -> str:
        """Say a whole row, as it is read aloud."""
        story = row.story
        who = ", ".join(story.byline)
        changed = self.tr("Diubah {0} oleh {1}.") if who else self.tr("Diubah {0}.")
        parts = [
            f"{index.data()}.",
            f"{self._status(story)}.",
            changed.format(index.data(WhenRole), who),
            self.tr("{0} kata.").format(number(story.words)),
        ]
        if row.snippet:
            parts.append(row.snippet.text)
        found = self._findings.get(story.id, Tally())
        if found.total:
            parts.append(f"{found.words}.")
        if story.id == self.open_id:
            parts.append(self.tr("Sedang dibuka."))
        return " ".join(parts)

    def _status(self, story: StorySummary) -> str:
        """Say the status, and until when a story is held."""
        if story.status is Status.HELD and story.embargo:
            until = when(story.embargo.astimezone(), date.today())
            return self.tr("{0} s.d. {1}").format(story.status.label, until)
        return story.status.label
