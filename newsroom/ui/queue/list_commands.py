"""What is done with stories from the list of them: copies, the bin, several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from newsroom.exchange.errors import in_words

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.story.workflow import Status
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.queue.story_queue import StoryQueue

_NEED_CHOICE = ("many_status", "many_export", "many_discard")


class ListCommands(QObject):
    """Does so once the last words of the open story are told to the desk."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about the list does."""
        return {
            "duplicate": lambda: self.duplicate(self._at_hand()),
            "bin": self.open_bin,
            "choose_all": lambda: self._with_queue(lambda queue: queue.choose_all()),
            "many_status": lambda: self._with_queue(_open_steps),
            "many_export": lambda: self._with_chosen(self.export),
            "many_discard": lambda: self._with_chosen(self.discard),
        }

    def join(self, queue: StoryQueue) -> None:
        """Follow the list, once it is there."""
        listed, bar = queue.list, queue.bar
        listed.discard_requested.connect(self.discard)
        listed.duplicate_requested.connect(self.duplicate)
        listed.export_requested.connect(self.export)
        listed.status_requested.connect(self.move_on)
        listed.role = self._window.desk.person.role
        bar.status_chosen.connect(
            lambda status: self._with_chosen(lambda ids: self.move_on(ids, status))
        )
        bar.export_wanted.connect(lambda: self._with_chosen(self.export))
        bar.discard_wanted.connect(lambda: self._with_chosen(self.discard))
        queue.row.bin_wanted.connect(self.open_bin)
        queue.chosen_changed.connect(self._enable)
        self._enable(queue.list.chosen_count)

    def duplicate(self, story_id: str | None) -> None:
        """Save a copy of a story as a new draft, and open that."""
        window, desk = self._window, self._window.desk
        if story_id is None:
            told = self.tr("Buka atau pilih naskah dulu, lalu duplikatkan.")
            window.banner.say(told, "warning")
            return
        is_open = desk.story is not None and desk.story.id == story_id
        if is_open and desk.story.is_empty and not desk.story.revision:
            window.banner.say(self.tr("Naskah ini masih kosong."), "good")
            return

        def job(store: Store) -> Story:
            return store.stories.duplicate(story_id)

        def done(copy: Story) -> None:
            desk.open(copy.id)
            desk.refresh_list()
            told = self.tr("Salinan dibuat sebagai draf baru dan dibuka.")
            window.banner.say(told, "good", lasting=True)

        def copy() -> None:
            desk.in_store(job, done, self._refuse)

        window.leaving(lambda: desk.when_safe(copy))

    def export_chosen(self) -> bool:
        """Export several that are chosen where the keyboard is; False if that is elsewhere."""
        queue = self._window.queue
        if queue and queue.list.is_several and queue.isAncestorOf(QApplication.focusWidget()):
            self._with_chosen(self.export)
            return True
        return False

    def discard(self, ids: Sequence[str]) -> None:
        """Move stories to the bin; the banner then offers to bring them back."""
        if ids:
            self._window.leaving(lambda: self._window.desk.discard(*ids))

    def export(self, ids: Sequence[str]) -> None:
        """Open the export of several stories, once all that is written is safe."""
        from newsroom.ui.exports.many_exporting import ManyExporting

        window = self._window
        if window.desk.story is not None and list(ids) == [window.desk.story.id]:
            window.commands.of_story.export()
        elif ids:
            window.page.flush()
            window.desk.when_safe(lambda: ManyExporting(window, ids).open())

    def move_on(self, ids: Sequence[str], status: Status) -> None:
        """Give stories another status."""
        from newsroom.ui.queue.many_moving import ManyMoving

        if ids:
            moving = self._window.findChild(ManyMoving) or ManyMoving(self._window)
            moving.move_on(ids, status)

    def open_bin(self) -> None:
        """Show what was thrown away."""
        from newsroom.ui.queue.binning import Binning

        (self._window.findChild(Binning) or Binning(self._window)).open()

    # Within.

    def _enable(self, chosen: int) -> None:
        for name in _NEED_CHOICE:
            self._window.actions_[name].setEnabled(chosen > 0)

    def _with_chosen(self, act: Callable[[list[str]], object]) -> None:
        if self._window.queue:
            self._window.queue.list.with_chosen(act)

    def _at_hand(self) -> str | None:
        """Return the story that the keyboard is at in the list, or the one that lies open."""
        queue, story = self._window.queue, self._window.desk.story
        if queue and queue.list.hasFocus() and (chosen := queue.list.chosen()):
            return chosen[0].id
        return story.id if story else None

    def _with_queue(self, act: Callable[[StoryQueue], object]) -> None:
        window = self._window
        window.actions_["queue"].setChecked(True)
        window.columns.left.show()
        if window.queue:
            act(window.queue)

    def _refuse(self, error: Exception) -> None:
        self._window.banner.say(in_words(error), "error")


def _open_steps(queue: StoryQueue) -> None:
    """Let a person choose a step for what is chosen, in the bar or where the list is."""
    if queue.list.is_several:
        queue.bar.open_steps()
    else:
        queue.list.open_steps()
