"""The listed stories as Qt's views and screen readers take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from newsroom.story.workflow import Status
from newsroom.ui.queue.when import when
from newsroom.ui.review.tally import Tally
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.search.hit import Snippet
    from newsroom.store.summary import StorySummary

StoryRole = Qt.ItemDataRole.UserRole  # StorySummary
FindingsRole = Qt.ItemDataRole.UserRole + 1  # Tally, or None while not known
OpenRole = Qt.ItemDataRole.UserRole + 2  # True for the story that lies open
StatusRole = Qt.ItemDataRole.UserRole + 3  # its status in words
WhenRole = Qt.ItemDataRole.UserRole + 4  # when it last changed, in words
SnippetRole = Qt.ItemDataRole.UserRole + 5  # Snippet with the words that are sought, or None


class StoryListModel(QAbstractListModel):
    """Stories in the order given; each row also says itself as one whole sentence.

    There may be more than are here: they are wanted once the end comes into view.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories: list[StorySummary] = []
        self._rows: dict[str, int] = {}
        self._findings: dict[str, Tally] = {}
        self._snippets: Mapping[str, Snippet] = {}
        self._more = False
        self.open_id: str | None = None

    def show(
        self,
        stories: Sequence[StorySummary],
        snippets: Mapping[str, Snippet] | None = None,
        *,
        more: bool = False,
    ) -> None:
        """Take another list; one that goes on in the same order keeps every row in its place."""
        before, after = self._stories, list(stories)
        told, self._snippets, self._more = self._snippets, snippets or {}, more
        kept = [story.id for story in before]
        if before and kept == [story.id for story in after[: len(before)]]:
            if len(after) > len(before):
                self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
                self._take(after)
                self.endInsertRows()
            self._stories = after
            for row, (old, new) in enumerate(zip(before, after, strict=False)):
                if old != new or told.get(old.id) != self._snippets.get(old.id):
                    self._changed(row)
            return
        self.beginResetModel()
        self._take(after)
        self.endResetModel()

    def set_open(self, story_id: str | None) -> None:
        """Say which story lies open, if any."""
        before, self.open_id = self.open_id, story_id
        for changed in (before, story_id):
            self._changed(self._rows.get(changed or "", -1))

    def set_findings(self, story_id: str, found: Tally) -> None:
        """Say how much the checks found in a story."""
        if self._findings.get(story_id) != found:
            self._findings[story_id] = found
            self._changed(self._rows.get(story_id, -1))

    def index_of(self, story_id: str | None) -> QModelIndex:
        """Return a story's place; an invalid index when it is not listed."""
        return self.index(self._rows.get(story_id or "", -1), 0)

    def id_at(self, index: QModelIndex) -> str | None:
        """Return which story stands there, if one does."""
        return self._stories[index.row()].id if index.isValid() else None

    def story_at(self, row: int) -> StorySummary:
        """Return the story of a row."""
        return self._stories[row]

    # What Qt calls.

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many stories are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._stories)

    def canFetchMore(self, parent: QModelIndex) -> bool:
        """Say whether the list goes on."""
        return self._more

    def fetchMore(self, parent: QModelIndex) -> None:
        """Ask for more, once."""
        self._more = False
        self.more_wanted.emit()

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer for one row."""
        if not index.isValid():
            return None
        story = self._stories[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return story.headline.strip() or self.tr("Tanpa judul")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(index)
        if role == StoryRole:
            return story
        if role == FindingsRole:
            return self._findings.get(story.id)
        if role == OpenRole:
            return story.id == self.open_id
        if role == SnippetRole:
            return self._snippets.get(story.id)
        if role == StatusRole:
            return self._status(story)
        if role == WhenRole:
            return when(story.updated.astimezone(), date.today())
        return None

    # Within.

    def _take(self, stories: list[StorySummary]) -> None:
        self._stories = stories
        self._rows = {story.id: row for row, story in enumerate(stories)}

    def _changed(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _sentence(self, index: QModelIndex) -> str:
        """Say a whole row, as it is read aloud."""
        story = self._stories[index.row()]
        who = ", ".join(story.byline)
        changed = self.tr("Diubah {0} oleh {1}.") if who else self.tr("Diubah {0}.")
        parts = [
            f"{index.data()}.",
            f"{self._status(story)}.",
            changed.format(index.data(WhenRole), who),
            self.tr("{0} kata.").format(number(story.words)),
        ]
        if snippet := self._snippets.get(story.id):
            parts.append(snippet.text)
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
