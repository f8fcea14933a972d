"""The list of all stories, of a status, or of those that hold what is sought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.store.search.hit import Row
    from newsroom.store.store import Store
    from newsroom.story.workflow import Status

LIST_AFTER = 700  # the list need not follow each save while one types
PAGE = 200  # stories that are shown before it is known which follow


@dataclass(frozen=True)
class StoryList:
    """Stories by number in their order, and what is shown of some; ``counts`` are of all.

    One that is not ``whole`` goes on: the whole follows.
    """

    order: Sequence[int]
    rows: dict[int, Row]
    counts: dict[Status, int]
    whole: bool = True


@dataclass(frozen=True)
class _Question:
    status: Status | None = None
    query: str = ""
    forms: bool = False

    def order(self, store: Store, limit: int | None = None) -> Sequence[int]:
        return store.stories.order(self.query, forms=self.forms, status=self.status, limit=limit)

    def rows(self, store: Store, numbers: Sequence[int]) -> dict[int, Row]:
        return store.stories.rows(numbers, self.query, forms=self.forms)


class Listing(QObject):
    """Asks the store for the list, anew after each change, and for rows that come into view.

    ``looked_at`` tells the stories whose rows are to be kept up to date, by number. Of a
    long archive nothing but these numbers is held.
    """

    listed = Signal(object)  # StoryList
    rows_came = Signal(object)  # {number: Row}, of those that were asked for
    failed = Signal(object)  # Exception

    def __init__(self, lane: Lane[Store], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.looked_at: Callable[[], Sequence[int]] = tuple
        self._lane = lane
        self._question = _Question()
        self._last: StoryList | None = None  # that answers it
        self._turn = 0  # grows with each list asked for; only the last is shown
        self._timer = QTimer(self, singleShot=True, interval=LIST_AFTER)
        self._timer.timeout.connect(self._follow)

    def show(self, status: Status | None, query: str, forms: bool = False) -> None:
        """List the stories of one status, or all, that hold the query's words.

        ``forms`` seeks every word by its root.
        """
        self._question, self._last = _Question(status, query, forms), None
        self.refresh()

    def refresh(self) -> None:
        """List the stories anew as last asked for; those sought, the best first."""
        self._ask()

    def refresh_soon(self) -> None:
        """List them anew in a moment: a story was saved."""
        if not self._timer.isActive():
            self._timer.start()

    def want(self, numbers: Sequence[int]) -> None:
        """Ask for what is shown of some stories of the list."""
        question = self._question
        self._lane.run(
            lambda store: question.rows(store, numbers), self.rows_came.emit, self.failed.emit
        )

    def close(self) -> None:
        """List nothing any more."""
        self._timer.stop()

    # Within.

    def _follow(self) -> None:
        self._ask(trusting=True)

    def _ask(self, trusting: bool = False) -> None:
        """Ask for the list; ``trusting`` that only what was just saved has changed its place."""
        self._turn += 1
        turn, question, last = self._turn, self._question, self._last
        seen = self.looked_at() if last else ()

        def job(store: Store) -> StoryList | None:
            if turn != self._turn:
                return None
            counts = store.stories.counts()
            order = question.order(store, PAGE)
            first, whole = order, len(order) < PAGE
            if last and not whole:
                # What is saved goes to the top: if that is as it was, so is the rest.
                trusted = trusting and last.whole and last.counts == counts
                same = trusted and last.order[:PAGE] == order
                order, whole = last.order if same else question.order(store), True
            numbers = list(dict.fromkeys((*first, *seen)))
            return StoryList(order, question.rows(store, numbers), counts, whole)

        def rest(store: Store, first: StoryList) -> StoryList | None:
            if turn != self._turn:
                return None
            return replace(first, order=question.order(store), whole=True)

        def done(answer: StoryList | None) -> None:
            if answer is None or turn != self._turn:
                return
            self._last = answer
            self.listed.emit(answer)
            if not answer.whole:
                self._lane.run(partial(rest, first=answer), done, self.failed.emit)

        self._lane.run(job, done, self.failed.emit)
