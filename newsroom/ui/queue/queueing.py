"""Joins the list of stories to the desk and the findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from newsroom.language.finding import Finding
from newsroom.story.story import Story
from newsroom.ui.actions import Actions
from newsroom.ui.desk.desk import Desk
from newsroom.ui.queue.story_queue import StoryQueue
from newsroom.ui.review.story_findings import StoryFindings
from newsroom.ui.review.tally import tally


class Queueing(QObject):
    """Keeps the list in step with the store, and opens what is chosen in it.

    ``leaving`` tells the desk the last words of the open story before it goes on.
    """

    def __init__(
        self,
        queue: StoryQueue,
        desk: Desk,
        findings: StoryFindings,
        actions: Actions,
        leaving: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(queue)
        self._queue = queue
        self._desk = desk
        self._findings = findings
        desk.listed.connect(queue.show_stories)
        desk.opened.connect(self._show_opened)
        desk.saved.connect(lambda _: self._show_opened(desk.story))
        findings.changed.connect(self._show_findings)
        queue.opened.connect(lambda story_id: leaving(lambda: desk.open(story_id)))
        queue.filter_changed.connect(desk.show_list)
        queue.rows_wanted.connect(desk.listing.want)
        desk.listing.rows_came.connect(queue.list.take_rows)
        desk.listing.looked_at = queue.list.looked_at
        queue.new_requested.connect(actions["new"].trigger)
        queue.paste_requested.connect(actions["paste_story"].trigger)
        queue.sample_requested.connect(actions["sample"].trigger)
        self._show_opened(desk.story)
        self._show_findings(findings.found)

    def _show_opened(self, story: Story | None) -> None:
        self._queue.set_current(story.id if story else None)

    def _show_findings(self, found: list[Finding]) -> None:
        story = self._desk.story
        if story is not None and (found or self._findings.progress.share is None):
            self._queue.set_findings(story.id, tally(found))
