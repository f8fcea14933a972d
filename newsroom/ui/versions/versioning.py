"""Opens the history of the open story, fetches from the store, and brings versions back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.story.story import Story
from newsroom.ui.versions.staging import Staging

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.versions.choice import Choice
    from newsroom.ui.versions.compared import Comparison
    from newsroom.ui.versions.comparison_view import ComparisonView, Sides
    from newsroom.ui.versions.rows import Row
    from newsroom.ui.versions.timeline import Timeline


class Versioning(QObject):
    """Shows versions of the story that lies open, until the page or another thing is wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.staging = Staging(window)
        self.timeline: Timeline | None = None  # both come when they are first asked for
        self.view: ComparisonView | None = None
        self.is_open = False
        self._story_id = ""
        self._turn = 0  # grows with each thing asked for; only the last is shown
        self._keys: list[int] = []
        self._wanted: int | None = None
        self._previous = False
        self._choice: Choice | None = None
        self._comparison: Comparison | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about versions does."""
        return {
            "versions": self.show,
            "next_change": lambda: self.staging.go(1),
            "previous_change": lambda: self.staging.go(-1),
        }

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        window = self._window
        for name in ("next_change", "previous_change"):
            window.actions_[name].setEnabled(False)
        window.columns.stack.currentChanged.connect(lambda _: self._follow_stack())
        window.actions_["focus"].toggled.connect(lambda on: on and self.leave())
        window.desk.saved.connect(lambda _: self._fetch())
        window.desk.step_kept.connect(self._fetch)

    def show(self, on: bool) -> None:
        """Show the versions of the open story, or go back to it."""
        if not on:
            self.leave()
        elif not self.is_open:
            self._open()

    def leave(self) -> bool:
        """Go back to the text where one was; False if no versions are shown."""
        if not self.is_open:
            return False
        self.staging.back()
        self.staging.focus_page()
        return True

    def set_look(self, zoom: int, width: int) -> None:
        """Show texts as large, in percent, and as wide as the page."""
        self.staging.set_look(zoom, width)

    # Opening and closing.

    def _open(self) -> None:
        window = self._window
        window.page.flush()
        story = window.desk.story
        if story is None:
            window.actions_["versions"].setChecked(False)
            return
        if self.view is None:
            self._make()
        self._story_id, self._keys, self._wanted = story.id, [], None
        self._choice = self._comparison = None
        self.timeline.show_loading()
        self.view.show_loading()
        self.staging.enter(self.view, self.timeline)
        self.is_open = True
        window.actions_["versions"].setChecked(True)
        self.timeline.list.setFocus()
        # What was typed last is saved first. Where that fails, it stays here, and is told of;
        # what the store has can be looked at all the same.
        window.desk.failed.connect(self._fetch)
        window.desk.when_safe(self._fetch)

    def _make(self) -> None:
        from newsroom.ui.versions.comparison_view import ComparisonView
        from newsroom.ui.versions.timeline import Timeline

        window = self._window
        self.timeline = Timeline(window.theme)
        self.timeline.hide()
        self.timeline.chosen.connect(self._choose)
        self.timeline.closed.connect(self.leave)
        self.timeline.again.connect(self._fetch)
        window.columns.right.layout().addWidget(self.timeline)
        self.view = ComparisonView(window.theme)
        self.view.closed.connect(self.leave)
        self.view.against.connect(self._set_beside)
        self.view.restore_wanted.connect(self._restore)
        self.view.page.zoom_wanted.connect(window.viewing.zoom_by)
        self.view.page.set_look(*self.staging.look)
        self.staging.look_changed.connect(self.view.page.set_look)
        window.columns.stack.addWidget(self.view)

    def _follow_stack(self) -> None:
        """Put all away once something else has come in the place of the versions."""
        if self.is_open and self._window.columns.stack.currentWidget() is not self.view:
            self.is_open = False
            self._turn += 1
            self._window.desk.failed.disconnect(self._fetch)
            self._window.actions_["versions"].setChecked(False)
            self.staging.leave(self.timeline)

    # Fetching.

    def _fetch(self, _: object = None) -> None:
        """List the versions as they are now, and compare anew."""
        story = self._window.desk.story
        if not self.is_open or story is None:
            return
        if story.id != self._story_id:  # it was changed elsewhere, and is one of its own now
            self.leave()
            return

        now = datetime.now(self._window.profile.zone)

        def job(store: Store) -> list[Row]:
            from newsroom.ui.versions.rows import timeline

            return timeline(store.versions.list(story.id), story, now)

        self._run(job, self._listed, self.timeline.show_error)

    def _listed(self, rows: list[Row]) -> None:
        from newsroom.ui.versions.choice import first_choice

        before = self._keys
        versions = [row for row in rows if row.key is not None]
        self.timeline.show_rows(rows, first_choice(versions))
        if self._keys is before:
            self._compare()

    def _choose(self, keys: list[int]) -> None:
        self._keys, self._wanted = keys, None
        self._compare()

    def _set_beside(self, key: int) -> None:
        self._wanted = key
        if self._choice is not None and len(self._keys) == 1:
            self._previous = key == self._choice.previous
        self._compare()

    def _compare(self) -> None:
        from newsroom.ui.versions.choice import settled

        present = self._window.desk.story
        choice = settled(self._keys, self.timeline.versions, self._wanted, previous=self._previous)
        self._choice, self._comparison = choice, None
        if choice is None or present is None:
            self.view.show_nothing()
            return

        def job(store: Store) -> tuple[Story, Story]:
            old, new = (store.versions.story(key) if key else present for key in choice.pair)
            return old, new

        def read(stories: tuple[Story, Story]) -> None:
            self._set_out(*stories, choice, present)

        self._run(job, read, lambda message: self._show_error(choice, message))

    def _set_out(self, old: Story, new: Story, choice: Choice, present: Story) -> None:
        """Compare beside the window, and beside the saving: long texts take their time."""
        turn = self._turn
        chosen = old if choice.is_older else new

        def job(_: object) -> Comparison:
            from newsroom.ui.versions.compared import compared

            return compared(old, new, chosen, present)

        def done(comparison: Comparison) -> None:
            if turn == self._turn:
                self._comparison = comparison
                self.view.show_sides(self._sides(choice))
                self.view.show_comparison(comparison)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._show_error(choice, str(error))

        self._window.desk.in_files(job, done, failed)

    def _show_error(self, choice: Choice, message: str) -> None:
        self.view.show_sides(self._sides(choice))
        self.view.show_error(message)

    def _sides(self, choice: Choice) -> Sides:
        """Name what is compared; it comes with the comparison, so that both belong together."""
        from newsroom.ui.versions.comparison_view import Sides

        is_present = not choice.chosen.key
        named = choice.chosen.named
        title = choice.chosen.title if is_present else self.tr("Versi {0}").format(named)
        return Sides(title, choice.others, choice.other, choice.is_older, is_present)

    def _run(
        self, job: Callable[[Store], object], done: Callable, failed: Callable[[str], None]
    ) -> None:
        """Read from the store; what has been asked for since takes the place of this."""
        self._turn += 1
        turn = self._turn

        def answer(found: object) -> None:
            if turn == self._turn:
                done(found)

        def refuse(error: Exception) -> None:
            if turn == self._turn:
                failed(str(error))

        self._window.desk.in_store(job, answer, refuse)

    # Bringing back.

    def _restore(self, field: str) -> None:
        comparison, choice = self._comparison, self._choice
        if comparison is None or choice is None or not comparison.restorable:
            return
        from newsroom.ui.versions.restoring import Restoring

        names = [field] if field else sorted(comparison.together)
        Restoring(self._window, comparison.chosen, choice.chosen, names, whole=not field).begin()
        if not field:
            self.leave()
