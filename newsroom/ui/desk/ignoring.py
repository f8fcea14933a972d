"""What is left unmarked: in the open story, and in every story of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from newsroom.language.finding import Finding
from newsroom.language.ignored import Ignored, IgnoredMarks, Scope
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.store.ignored import HouseIgnored
    from newsroom.store.store import Store


class Ignoring(QObject):
    """Takes the wish of a person to leave a mark out, keeps it, and takes it back."""

    changed = Signal(object)  # IgnoredMarks
    refused = Signal(str)  # the store could not keep it

    def __init__(self, lane: Lane[Store], house: str, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._house = house
        self._story_id = ""
        self.in_story: list[Ignored] = []
        self.in_house: list[Ignored] = []

    def open_story(self, story_id: str, kept: Iterable[Any]) -> None:
        """Go over to a story, with what the store has kept for it."""
        self._story_id = story_id
        self.in_story = [Ignored.from_json(value) for value in kept]
        self._tell()

    def follow_story(self, story_id: str) -> None:
        """Keep what is left out under the story's new id."""
        self._story_id = story_id
        if self.in_story:
            self._keep()

    def know_house(self, marks: list[Ignored]) -> None:
        """Take this as all that the house leaves out."""
        if marks != self.in_house:
            self.in_house = marks
            self._tell()

    def leave_out(self, finding: Finding, scope: Scope, text: str) -> None:
        """Leave a mark out; the finding stands in ``text``, its line or its whole field."""
        mark = Ignored.at(finding, text) if scope is Scope.ONCE else Ignored.of(finding)
        if scope is Scope.HOUSE:
            self.know_house([*self.in_house, mark])
            self._change_house(lambda ignored: ignored.add(self._house, mark))
        elif self._story_id:
            self.in_story = list(dict.fromkeys([*self.in_story, mark]))
            self._keep()
            self._tell()

    def mark_again(self, marks: Iterable[Ignored], scope: Scope) -> None:
        """Take back what was left out, in the open story or in the house."""
        gone = list(marks)
        if scope is Scope.HOUSE:

            def job(ignored: HouseIgnored) -> None:
                for mark in gone:
                    ignored.remove(self._house, mark)

            self._change_house(job)
            return
        self.in_story = [mark for mark in self.in_story if mark not in gone]
        self._keep()
        self._tell()

    # Within.

    def _tell(self) -> None:
        self.changed.emit(IgnoredMarks([*self.in_story, *self.in_house]))

    def _keep(self) -> None:
        key, kept = ignored_key(self._story_id), [mark.as_json() for mark in self.in_story]
        self._lane.run(lambda store: store.workspace.set(key, kept), None, self._refuse)

    def _change_house(self, change: Callable[[HouseIgnored], None]) -> None:
        def job(store: Store) -> list[Ignored]:
            change(store.ignored)
            return store.ignored.all(self._house)

        self._lane.run(job, self.know_house, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(str(error))


def ignored_key(story_id: str) -> str:
    """Return the workspace's key for what is left unmarked in a story."""
    return f"ignored:{story_id}"
