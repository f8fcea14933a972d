"""The story that lies open, kept saved while it is being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.story.story import Story, new_id
from newsroom.story.version import Mark
from newsroom.ui.desk.rejoining import came, joined_with, rejoined
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.pace import LOOK_AGAIN, Turn

if TYPE_CHECKING:
    from newsroom.store.store import Store

SAVE_AFTER = 250  # milliseconds after the first unsaved change; "safe within a second"
RETRY_AFTER = 5_000
_PATIENCE = 0.2  # seconds; so long a save waits for a moment between two keys

OPEN = "open"  # the workspace's key for the story that lay open last

T = TypeVar("T")
Failed = Callable[[Exception], None]
Place = dict[str, int]  # "cursor": code points in the body, "scroll": pixels


class Saving(QObject):
    """Holds one story and brings every change of it to the store.

    Only one save is under way at a time, because each needs the revision that the
    last one gave. After a failure the story stays, and is tried again by and by. What the desk
    did with it in the store meanwhile is taken over.
    """

    edited = Signal(object)  # Story
    saved = Signal(object)  # datetime, UTC
    failed = Signal(str, bool)  # why; whether a person must be told, or it only lasts
    parted = Signal()  # changed elsewhere meanwhile: the story here is now one of its own
    moved = Signal(object)  # Status that another window or a command gave it; None: other words
    joining = Signal()  # the story is about to be joined with what became of it in the store
    joined = Signal(object)  # Story, that it is from now on; ``edited`` follows

    def __init__(self, lane: Lane[Store], parent: QObject) -> None:
        super().__init__(parent)
        self.story: Story | None = None
        self.is_failing = False
        self._lane = lane
        self._stored: Story | None = None  # as the store had it when it was last heard of
        self._unsaved = False
        self._under_way = False
        self._awaited = 0
        self._given_up = False
        self._waiting: list[tuple[Callable[[], None], bool]] = []
        self._place: Place | None = None
        self._kept_place: Place | None = None
        self._mark: Mark | None = None  # of what is saved next
        self._turn = Turn(_PATIENCE)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save_between_keys)

    @property
    def is_safe(self) -> bool:
        """True when all that was written and asked for is in the store, or was let go of."""
        return self._given_up or (
            self.may_be_left and not any(patient for _, patient in self._waiting)
        )

    @property
    def may_be_left(self) -> bool:
        """True when all of the story is in the store."""
        return not (self._unsaved or self._under_way or self._awaited)

    def hold(self, story: Story | None, place: Place | None, *, stored: bool = True) -> None:
        """Take another story in place of the one that is safe; save it unless it is ``stored``."""
        self.story = story
        self._stored = story if stored else None
        self._place = self._kept_place = place
        self._mark = None
        self._unsaved = not stored
        if not stored:
            self._timer.start(SAVE_AFTER)

    def edit(self, changes: dict[str, Any], mark: Mark | None = None) -> None:
        """Change fields of the story; they are safe within a second.

        With a ``mark`` they are saved at once, as a step of the story's versions.
        """
        if self.story is None:
            return
        changed = replace(self.story, **changes)
        if changed == self.story:
            return
        self.story = changed
        self._unsaved = True
        if not self._timer.isActive() and not self._under_way:
            self._timer.start(SAVE_AFTER)
        self.edited.emit(changed)
        if mark is not None:
            self._mark = mark
            self._save()

    def hasten(self) -> None:
        """Save what is unsaved now; after a failure its own time for the next try is kept."""
        if not (self.is_failing or self._given_up):
            self._save()

    def look_again(self) -> None:
        """Take over what else became of the story; while it is written in, saving does."""
        story = self.story
        if story is None or not story.revision or not self.may_be_left:
            return

        def done(there: Story) -> None:
            if self.story is not story or there.revision == story.revision:
                return
            if joined := rejoined(story, self._stored, there):
                self._rejoin(story, joined)
            else:  # nothing waits here to be saved: all of it is as it is there
                self._join(story, there)
                self.moved.emit(there.status if there.status is not story.status else None)

        self._lane.run(lambda store: store.stories.get(story.id), done)

    def rewrite(self, job: Callable[[Store], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do something in the store that may change the open story as well, once all is safe.

        What is typed meanwhile is saved after that, and joined with what became of the story.
        """

        def start() -> None:
            story, self._under_way = self.story, True

            def work(store: Store) -> tuple[T, Story | None]:
                answer = job(store)
                return answer, store.stories.get(story.id) if story and story.revision else None

            def written(answer: tuple[T, Story | None]) -> None:
                self._under_way = False
                if story is not None and answer[1] is not None:
                    self._join(story, answer[1])
                done(answer[0])
                self._resume()

            def not_written(error: Exception) -> None:
                self._under_way = False
                failed(error)
                self._resume()

            self._lane.run(work, written, not_written)

        self.when_safe(start, patient=True)

    def remember_place(self, place: Place) -> None:
        """Keep where the cursor stands, together with the text if that is still to be saved."""
        self._place = place
        if not self._unsaved and not self._under_way:
            self._keep_place()

    def expect(self) -> None:
        """Count one thing, such as a picture, as on its way into the story."""
        self._awaited += 1

    def arrived(self, then: Callable[[], None] | None = None) -> None:
        """Tell that one thing expected has come, or will not; ``then`` follows before all else."""
        self._awaited -= 1
        if then is not None:
            self._waiting.insert(0, (then, True))
        self._go_on()

    def when_safe(self, then: Callable[[], None], *, patient: bool = False) -> None:
        """Save what is unsaved, then go on.

        If that fails, the story stays open and nothing follows, unless it is
        ``patient``: then it follows once saving works again.
        """
        self._waiting.append((then, patient))
        self._go_on()

    def give_up(self) -> None:
        """Let go of what could not be saved; a person has said so."""
        self._given_up = True
        self._timer.stop()

    # Within.

    def _go_on(self) -> None:
        """Save if need be; once all is safe, do what waits for that."""
        if self._waiting and self._unsaved:
            self._save()
        while self._waiting and self.may_be_left:
            self._waiting.pop(0)[0]()

    def _save_between_keys(self) -> None:
        if self._turn.has_come():
            self._save()
        else:
            self._timer.start(LOOK_AGAIN)

    def _save(self) -> None:
        story, stored, place = self.story, self._stored, self._place
        if story is None or not self._unsaved or self._under_way:
            return
        self._timer.stop()
        self._unsaved, self._under_way = False, True
        self._kept_place = place
        mark, self._mark = self._mark, None

        beside: dict[str, Any] = {} if story.revision else {OPEN: story.id}
        if place is not None:
            beside[place_key(story.id)] = place

        def failed(error: Exception) -> None:
            self._mark = self._mark or mark
            self._save_failed(error)

        def job(store: Store) -> Story:
            from newsroom.store.errors import StoryChangedElsewhere

            try:
                return store.stories.save(story, beside, mark)
            except StoryChangedElsewhere:
                joined = rejoined(story, stored, store.stories.get(story.id))
                if joined is None:
                    raise
                return store.stories.save(joined, beside, mark)

        self._lane.run(job, lambda saved: self._saved(story, saved), failed)

    def _saved(self, sent: Story, stored: Story) -> None:
        self._under_way = self.is_failing = False
        self._rejoin(sent, stored)
        self.saved.emit(stored.updated or datetime.now().astimezone())
        if not self._unsaved:
            self._keep_place()
        self._resume()

    def _resume(self) -> None:
        if self._unsaved and not self._waiting:
            self._timer.start(SAVE_AFTER)
        self._go_on()

    def _join(self, sent: Story, there: Story) -> None:
        """Go on with what became of the story in the store, and what was written here since."""
        if there.revision == sent.revision:
            return
        self.joining.emit()
        here = self.story
        if here is None or here.id != there.id:
            return
        joined, conflicts = joined_with(here, sent, there)
        self.story, self._stored, self._unsaved = joined, there, joined != there
        self.joined.emit(joined)
        self.edited.emit(joined)
        if not self._unsaved:
            self.saved.emit(there.updated or datetime.now().astimezone())
        if conflicts:
            self.when_safe(
                lambda: self._lane.run(lambda store: store.comments.add_all(there.id, conflicts))
            )

    def _rejoin(self, sent: Story, stored: Story) -> None:
        """Have the story here follow what the store has of it now."""
        self._stored = stored
        self.story = replace(
            self.story, revision=stored.revision, created=stored.created, updated=stored.updated
        )
        own = came(sent, self.story)
        done = {name: value for name, value in came(sent, stored).items() if name not in own}
        if done:
            self.story = replace(self.story, **done)
            self.edited.emit(self.story)
        if "status" in done:
            self.moved.emit(stored.status)

    def _save_failed(self, error: Exception) -> None:
        from newsroom.store.errors import StoryChangedElsewhere

        self._under_way, self._unsaved = False, True
        if isinstance(error, StoryChangedElsewhere):
            # Both are kept: what stands in the store, and what was written here.
            self.story, self._stored = replace(self.story, id=new_id(), revision=0), None
            self.parted.emit()
            self._save()
            return
        told = bool(self._waiting) or not self.is_failing
        self.is_failing = True
        self._waiting = [(then, patient) for then, patient in self._waiting if patient]
        if not self._given_up:
            self._timer.start(RETRY_AFTER)
            self.failed.emit(str(error), told)

    def _keep_place(self) -> None:
        if self.story is None or not self.story.revision or self._place == self._kept_place:
            return
        key, place = place_key(self.story.id), self._place
        self._kept_place = place
        self._lane.run(lambda store: store.workspace.set(key, place))


def place_key(story_id: str) -> str:
    """Return the workspace's key for where the cursor stood in a story."""
    return f"place:{story_id}"
