"""From several stories to their files: the dialog and the work behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from newsroom.exchange.errors import in_words
from newsroom.exchange.exported import ExportedStory
from newsroom.language.finding import Severity
from newsroom.ui.dialogs.many_export_choice import Order
from newsroom.ui.dialogs.many_export_dialog import ManyExportDialog
from newsroom.ui.jumping import go_to_story
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.parts import in_parts

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow

_CHECKED_AT_ONCE = 10


class ManyExporting(QObject):
    """One dialog at a time; its lane has a store of its own, so that saving never waits for it."""

    _exported = Signal(object)  # ExportedStory
    _prepared = Signal(int, int)

    def __init__(self, window: MainWindow, ids: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self._newsroom: Newsroom = window.desk.newsroom
        self._ids = list(ids)
        self._stop = threading.Event()
        self._turn = 0  # grows with each check asked for; only the last counts
        self._lane: Lane[Store] = Lane("many", self._newsroom.open_store, self)

    def open(self) -> None:
        """Show the dialog, and check the stories."""
        newsroom = self._newsroom
        self._lane.run(lambda _: newsroom.profile_titles(), self._show, self._refuse)

    # Within.

    def _show(self, portals: dict[str, str]) -> None:
        window, count = self._window, len(self._ids)
        form = window.shape.export_form
        self._dialog = dialog = ManyExportDialog(window.theme, count, portals, window, form)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.check_wanted.connect(self._check)
        dialog.export_wanted.connect(self._export)
        dialog.cancelled.connect(self._stop.set)
        dialog.story_chosen.connect(self._go_to)
        dialog.finished.connect(self._closed)
        self._exported.connect(dialog.show_exported)
        self._prepared.connect(dialog.show_prepared)
        dialog.open()
        dialog.check()

    def _refuse(self, error: Exception) -> None:
        self._window.banner.say(in_words(error), "error")
        self.deleteLater()

    def _check(self, portal: str, form: str) -> None:
        self._turn += 1
        turn, newsroom = self._turn, self._newsroom

        def job(store: Store, part: Sequence[str]) -> list[ExportedStory]:
            return [_checked(newsroom, store, id, portal, form) for id in part]

        def show(part: Sequence[ExportedStory]) -> None:
            if turn == self._turn:
                self._dialog.show_checked(part)

        def failed(error: Exception, _: list[ExportedStory]) -> None:
            if turn == self._turn:
                self._dialog.show_error(in_words(error))

        def go_on(*_: int) -> bool:
            return turn == self._turn

        in_parts(
            self._lane.run, self._ids, job, None, failed, go_on, some=show, at_once=_CHECKED_AT_ONCE
        )

    def _export(self, order: Order) -> None:
        newsroom = self._newsroom
        self._window.shape.export_form = order.form
        self._stop.clear()

        def prepared(done: int, total: int) -> bool:
            self._prepared.emit(done, total)
            return not self._stop.is_set()

        def job(store: Store) -> None:
            profile = newsroom.profile(order.portal)
            if order.together:
                told: Iterable[ExportedStory] = newsroom.export_together(
                    order.ids, order.place, profile, store, prepared, override=order.reason
                )
            else:
                told = newsroom.export_many(
                    order.ids,
                    order.form,
                    order.place,
                    profile,
                    store,
                    lambda *_: not self._stop.is_set(),
                    override=order.reason,
                )
            for one in told:
                self._exported.emit(one)

        def done(_: None) -> None:
            self._window.desk.step_kept.emit()
            self._dialog.show_done()

        self._lane.run(job, done, lambda error: self._dialog.show_error(in_words(error)))

    def _go_to(self, story_id: str, finding: object) -> None:
        self._dialog.accept()
        go_to_story(self._window, story_id, finding)

    def _closed(self) -> None:
        self._stop.set()
        self._turn += 1
        self._exported.disconnect(self._dialog.show_exported)
        self._prepared.disconnect(self._dialog.show_prepared)
        self._lane.close(0)
        self.deleteLater()


def _checked(
    newsroom: Newsroom, store: Store, story_id: str, portal: str, form: str
) -> ExportedStory:
    """Say what stands in the way of a story's export."""
    from newsroom.app import is_own
    from newsroom.app.delivered import IMPORTED
    from newsroom.store.errors import StoryNotFound

    try:
        story = store.stories.get(story_id)
    except StoryNotFound as error:
        return ExportedStory(story_id, why=str(error))
    if is_own(form):  # a file of one's own, which no portal asks anything of
        return ExportedStory(story_id, story.headline)
    profile = newsroom.profile(portal)
    found = newsroom.preflight(story, profile, store.media)
    missing = tuple(one for one in found if one.severity is Severity.ERROR)
    sent = newsroom.sent_before(story, profile, store) if form in IMPORTED else None
    why = sent.warning(profile) if sent else ""
    return ExportedStory(story_id, story.headline, why=why, missing=missing, was_sent=bool(sent))
