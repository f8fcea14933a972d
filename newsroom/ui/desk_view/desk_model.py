"""The lines of the desk as Qt's views and screen readers take them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import Order
from newsroom.story.person import is_me
from newsroom.story.workflow import Status
from newsroom.ui.desk_view import words
from newsroom.ui.review.tally import Tally
from newsroom.ui.written import number, plain_tip

LineRole = Qt.ItemDataRole.UserRole  # DeskLine
Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(order for order in Order if order is not Order.URGENCY)
"""What each column shows, and is put in order by."""
NUMBERS = (Order.WORDS, Order.COMMENTS)

_NONE = QModelIndex()


class DeskModel(QAbstractTableModel):
    """Stories in the order given. ``now`` is what ages and deadlines are told by."""

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.now = datetime.now(UTC)
        self.me = ""
        self._lines: list[DeskLine] = []
        self._rows: dict[str, int] = {}

    def show(self, lines: Sequence[DeskLine], now: datetime, me: str) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self.now, self.me = list(lines), now, me
        self._rows = {line.id: row for row, line in enumerate(lines)}
        self.endResetModel()

    def put(self, line: DeskLine) -> None:
        """Show a story as it now is, where it stands."""
        if (row := self.row_of(line.id)) is not None:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def line(self, row: int) -> DeskLine | None:
        """Return the story of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, story_id: str) -> int | None:
        """Return where a story stands, if it is shown."""
        return self._rows.get(story_id)

    @property
    def ids(self) -> list[str]:
        """The stories in their order."""
        return list(self._rows)

    # What Qt asks for.

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many stories there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and what is read aloud of it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LineRole:
            return line
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(line, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(line, column)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return title(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def text(self, line: DeskLine, column: Order) -> str:
        """Return what a cell says in a line."""
        match column:
            case Order.HEADLINE:
                return line.headline.strip() or self.tr("Tanpa judul")
            case Order.STATUS:
                return line.status.label
            case Order.AGE:
                return words.age(line.since, self.now)
            case Order.DEADLINE:
                return words.deadline(line, self.now, self.zone)
            case Order.WORDS:
                return number(line.words)
            case Order.FOUND:
                return "–" if line.found is None else number(sum(line.found))
            case Order.COMMENTS:
                return number(line.comments) if line.comments else ""
            case Order.REPORTER:
                return ", ".join(line.byline)
            case _:
                return line.editor

    def held_by(self, line: DeskLine) -> str:
        """Say who is editing a story; empty where nobody is known to."""
        if line.status is not Status.EDITING or not line.holder:
            return ""
        return self.tr("Anda") if is_me(line.holder, self.me) else line.holder

    # Within.

    def _said(self, line: DeskLine, column: Order) -> str:
        """Say a cell as it is read aloud; the first says what the story is."""
        text = self.text(line, column)
        if column is Order.HEADLINE:
            far = words.deadline(line, self.now, self.zone)
            parts = [f"{text}.", f"{self._said(line, Order.STATUS)}."]
            if far:
                parts.append(self.tr("Tenggat: {0}.").format(far))
            return " ".join(parts)
        if column is Order.STATUS:
            if holder := self.held_by(line):
                return self.tr("{0}, diambil {1}").format(text, holder)
            return " ".join(filter(None, (text, words.until(line, self.now, self.zone))))
        if column is Order.FOUND:
            told = self.tr("belum dihitung") if line.found is None else Tally(*line.found).words
            return self.tr("Temuan: {0}").format(told)
        if column is Order.EDITOR and not text:
            return self.tr("Belum ditugaskan")
        if column is Order.DEADLINE and not text:
            return self.tr("Tanpa tenggat")
        return f"{title(column)}: {text or self.tr('tidak ada')}"

    def _tip(self, line: DeskLine, column: Order) -> str:
        if column is Order.AGE:
            local = line.since.astimezone(self.zone)
            return self.tr("{0} sejak {1}").format(line.status.label, f"{local:%d/%m/%Y %H.%M}")
        if column is Order.DEADLINE and line.deadline is not None:
            return f"{line.deadline.astimezone(self.zone):%d/%m/%Y %H.%M}"
        if column is Order.STATUS and line.status is Status.HELD and line.embargo is not None:
            local = line.embargo.astimezone(self.zone)
            return self.tr("{0} s.d. {1}").format(line.status.label, f"{local:%d/%m/%Y %H.%M}")
        if column in (Order.HEADLINE, Order.REPORTER, Order.EDITOR):
            return self.text(line, column)
        return self._said(line, column)


def title(column: Order) -> str:
    """Return what a column is called, and the order by it."""
    return {
        Order.URGENCY: words.tr("Paling mendesak"),
        Order.HEADLINE: words.tr("Judul"),
        Order.STATUS: words.tr("Status"),
        Order.AGE: words.tr("Sejak"),
        Order.DEADLINE: words.tr("Tenggat"),
        Order.WORDS: words.tr("Kata"),
        Order.FOUND: words.tr("Temuan"),
        Order.COMMENTS: words.tr("Komentar"),
        Order.REPORTER: words.tr("Wartawan"),
        Order.EDITOR: words.tr("Redaktur"),
    }[column]
