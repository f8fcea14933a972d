"""Which story lies open, and the list of all stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from newsroom.app import DEFAULT_HOUSE
from newsroom.store.seat import PERSON, person_of
from newsroom.story.person import Person
from newsroom.story.story import Story
from newsroom.story.version import Mark, Step
from newsroom.story.workflow import Status
from newsroom.ui.desk.filing import Filing
from newsroom.ui.desk.ignoring import Ignoring, ignored_key
from newsroom.ui.desk.listing import Listing, StoryList
from newsroom.ui.desk.own_words import OwnWords
from newsroom.ui.desk.saving import OPEN, RETRY_AFTER, Place, Saving, place_key
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.parts import in_parts

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.language.ignored import Ignored
    from newsroom.store.glance import Glance
    from newsroom.store.store import Store


class Desk(QObject):
    """Opens, lists, takes in and changes stories; all of it off the window's thread."""

    glanced = Signal()  # what lay open last is shown, as far as it could be read at once
    opened = Signal(object, object)  # Story or None, its place: {"cursor", "scroll"} or None
    leaving = Signal()  # another story is about to be opened: now or never for the last words
    edited = Signal(object)  # Story
    joined = Signal(object)  # Story: all of it may be another one now; ``edited`` follows
    listed = Signal(object)  # StoryList
    saved = Signal(object)  # datetime, UTC
    failed = Signal(str)  # saving or opening the store failed; the text is still here
    recovered = Signal()  # what had failed works again
    refused = Signal(str)  # one thing asked for can't be done; nothing else is wrong
    noted = Signal(str)  # what else was done with one thing asked for
    adding = Signal(int, int)  # how many photos of how many are looked at; equal when done
    thumbnail = Signal(str, QImage)  # what a photo's picture is known by
    discarded = Signal(object)  # [id] of stories that are in the bin now
    copied = Signal(object)  # Path: a copy of the story lies there
    uncopied = Signal(str)  # why there is no copy
    shape_known = Signal(dict)  # how the window looked last
    step_kept = Signal()  # of the versions of a story
    person_known = Signal(object)  # Person: who sits here

    def __init__(self, newsroom: Newsroom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newsroom = newsroom
        self.is_started = False  # the store has answered, with a story or an error
        self.person = Person()  # who sits here, as far as it is known
        self._is_open = False
        self._turn = 0  # grows with each story asked for; only the last is shown
        self._told = ""  # the failure that lasts
        self._lane: Lane[Store] = Lane("store", newsroom.open_store, self)
        self.words = OwnWords(self._lane, self)
        self.ignoring = Ignoring(self._lane, DEFAULT_HOUSE, self)
        self._saving = Saving(self._lane, self)
        self._saving.edited.connect(self.edited)
        self._saving.saved.connect(self._saved)
        self._saving.failed.connect(self._fail)
        self._saving.parted.connect(self._parted)
        self._saving.moved.connect(self._moved)
        self._saving.joining.connect(self.leaving)
        self._saving.joined.connect(self.joined)
        self.edit = self._saving.edit
        self.hasten = self._saving.hasten
        self.when_safe = self._saving.when_safe
        self.give_up = self._saving.give_up
        self.look_again = self._saving.look_again
        self.rewrite = self._saving.rewrite
        self._filing = Filing(newsroom, self._saving, self)
        self._filing.refused.connect(self.refused)
        self._filing.noted.connect(self.noted)
        self._filing.thumbnail.connect(self.thumbnail)
        self._filing.copied.connect(self.copied)
        self._filing.uncopied.connect(self.uncopied)
        self._filing.adding.connect(self.adding)
        self.add_photos = self._filing.add_photos
        self.add_pasted = self._filing.add_pasted
        self.stop_adding = self._filing.stop_adding
        self.set_picture = self._filing.set_picture
        self.want_thumbnail = self._filing.want_thumbnail
        self.save_copy = self._filing.save_copy
        self.in_files = self._filing.run
        self.in_store = self._lane.run
        self.listing = Listing(self._lane, self)
        self.listing.listed.connect(self._listed)
        self.listing.failed.connect(self._store_failed)
        self.show_list = self.listing.show
        self.refresh_list = self.listing.refresh
        self._retry_timer = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry_timer.timeout.connect(self._try_again)

    @property
    def story(self) -> Story | None:
        """The story that lies open."""
        return self._saving.story

    @property
    def is_safe(self) -> bool:
        """True when all that was written is in the store."""
        return self._saving.is_safe

    @property
    def is_stored(self) -> bool:
        """True when all of the story is in the store, whatever waits for that."""
        return self._saving.may_be_left

    @property
    def is_failing(self) -> bool:
        """True from a failure told of until all works again."""
        return bool(self._told)

    # Opening and listing.

    def start(self) -> None:
        """Show the story that lay open last; ``open_store`` is to follow ``glanced``."""

        def job(home: Path) -> Glance | None:
            from newsroom.store.glance import glance

            return glance(home)

        def done(seen: Glance | None) -> None:
            first.close(0)
            self._glanced(seen)

        # A lane of its own, because those that are there would load the store first.
        first: Lane[Path] = Lane("glance", lambda: self.newsroom.home, self)
        first.run(job, done, self._store_failed)

    def open_store(self) -> None:
        """Open the store itself, which has the last word on what lies open."""
        self._lane.run(_words_and_last, self._started, self._store_failed)

    def new(self) -> None:
        """Open a blank story; it is stored once something is written in it."""
        turn = self._next_turn()
        self.when_safe(lambda: self._show(turn, Story(), None, []))

    def open(self, story_id: str) -> None:
        """Open a story of the store."""
        turn = self._next_turn()
        if self.story and self.story.id == story_id:
            return
        self.when_safe(
            lambda: self._lane.run(
                lambda store: _with_place(store, story_id),
                lambda answer: self._show(turn, *answer),
                self._refuse,
            )
        )

    def take_in(self, story: Story, notes: Sequence[str] = ()) -> None:
        """Store a story that came from outside, with its pictures, and open it.

        What of it was left behind is told then, with ``notes`` that are known already.
        Where it can't be stored it is opened all the same, and stored later.
        """
        turn = self._next_turn()
        told = list(notes)

        def job(store: Store) -> Story:
            return self.newsroom.take_in(story, store, tell=told.append)

        def show(turn: int, shown: Story, *, stored: bool = True) -> None:
            self._show(turn, shown, None, [], stored=stored)
            if told:
                self.refused.emit("\n".join(told))

        def done(taken: Story) -> None:
            self._saving.arrived(lambda: show(turn, taken))
            self.refresh_list()

        def failed(error: Exception) -> None:
            from newsroom.store.errors import PictureUnreadable, StoreError

            if isinstance(error, StoreError) and not isinstance(error, PictureUnreadable):
                self._fail(str(error))
                self._saving.arrived(lambda: show(self._next_turn(), story, stored=False))
            else:
                self._refuse(error)
                self._saving.arrived()

        def take() -> None:
            self._saving.expect()
            self._lane.run(job, done, failed)

        self.when_safe(take, patient=True)

    def read_file(self, path: Path) -> None:
        """Read a story file or a raw text and open it."""
        self._filing.read_story(path, self.take_in)

    def open_sample(self) -> None:
        """Open the story that comes with the program."""
        self._filing.read_sample(self.take_in)

    def discard(self, *story_ids: str) -> None:
        """Move stories to the bin; ``restore`` brings them back."""

        def job(store: Store, part: Sequence[str]) -> list[str]:
            return store.stories.discard_many(part)

        def done(moved: list[str]) -> None:
            if self.story and self.story.id in story_ids:
                self._show(self._next_turn(), None, None, [])
            if moved:
                self.discarded.emit(moved)
            self.refresh_list()

        def failed(error: Exception, moved: list[str]) -> None:
            if moved:
                self.discarded.emit(moved)
            self._refuse(error)
            self.refresh_list()

        self.when_safe(lambda: in_parts(self._lane.run, story_ids, job, done, failed))

    def restore(self, *story_ids: str) -> None:
        """Bring stories back from the bin."""

        def job(store: Store) -> None:
            store.stories.restore_many(story_ids)

        self._lane.run(job, lambda _: self.refresh_list(), self._refuse)

    # Changing.

    def set_person(self, person: Person, then: Callable[[Person], object] | None = None) -> None:
        """Keep who sits here, and go on; all that is written from now on carries the name."""

        def job(store: Store) -> Person:
            store.people.set_me(person)
            return store.people.me()

        def done(kept: Person) -> None:
            self._know_person(kept)
            if then:
                then(kept)

        self.when_safe(lambda: self._lane.run(job, done, self._refuse))

    def keep_step(self, story: Story, mark: Mark) -> None:
        """Keep a state that was saved as a step of its versions: it was exported."""

        def job(store: Store) -> Step:
            return store.versions.mark(story, mark)

        def failed(error: Exception) -> None:
            lost = self.tr("{0} berhasil, tetapi tidak tercatat di riwayat versi. {1}")
            self.refused.emit(lost.format(mark.kind.label, error))

        self._lane.run(job, lambda _: self.step_kept.emit(), failed)

    def remember_place(self, cursor: int, scroll: int) -> None:
        """Keep where the cursor of the open story stands, for the next opening."""
        self._saving.remember_place({"cursor": cursor, "scroll": scroll})

    def keep_shape(self, shape: dict[str, Any]) -> None:
        """Remember how the window looks, for the next start."""
        self._lane.run(lambda store: store.workspace.set("window", shape))

    def close(self) -> None:
        """End the lanes after what they still have to do."""
        self.listing.close()
        self._retry_timer.stop()
        self._filing.close()
        self._lane.close()

    # Within.

    def _glanced(self, seen: Glance | None) -> None:
        if seen is not None:
            if shape := seen.workspace.get("window"):
                self.shape_known.emit(shape)
            self._know_person(person_of(seen.workspace.get(PERSON)))
            story = seen.story
            if story is not None:
                place = seen.workspace.get(place_key(story.id))
                ignored = seen.workspace.get(ignored_key(story.id)) or []
                self._set_open(story, place, ignored)
        self.glanced.emit()

    def _know_person(self, person: Person) -> None:
        if person != self.person:
            self.person = person
            self.person_known.emit(person)

    def _started(self, answer: tuple[list[str], list[Ignored], tuple | None, Person]) -> None:
        self.is_started = self._is_open = True
        words, ignored, last, person = answer
        self._know_person(person)
        self.words.know(words)
        self.ignoring.know_house(ignored)
        if self.story is None:
            self._set_open(*(last or (None, None, [])))
        self.refresh_list()

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def _show(
        self,
        turn: int,
        story: Story | None,
        place: Place | None,
        ignored: list,
        *,
        stored: bool = True,
    ) -> None:
        """Open a story, or none, unless another has been asked for since."""
        if turn != self._turn:
            return
        self.leaving.emit()
        if not self._saving.may_be_left:
            self.when_safe(lambda: self._show(turn, story, place, ignored, stored=stored))
            return
        opened = story.id if story and story.revision else None
        self._lane.run(lambda store: store.workspace.set(OPEN, opened))
        self._set_open(story, place, ignored, stored=stored)

    def _set_open(
        self, story: Story | None, place: Place | None, ignored: list, *, stored: bool = True
    ) -> None:
        self._saving.hold(story, place, stored=stored)
        self.ignoring.open_story(story.id if story else "", ignored)
        self.opened.emit(story, place)

    # How saving and listing went.

    def _saved(self, at: object) -> None:
        self.saved.emit(at)
        self._recover()
        if not self._is_open:
            self.open_store()
        else:
            self.listing.refresh_soon()

    def _listed(self, stories: StoryList) -> None:
        self.listed.emit(stories)
        if not self._saving.is_failing:
            self._recover()

    def _parted(self) -> None:
        self.ignoring.follow_story(self.story.id)
        # By its name: it may come to light only on the way to another story.
        headline = self.story.headline or self.tr("Tanpa judul")
        message = self.tr(
            "Naskah “{0}” juga diubah dari jendela lain. "
            "Tulisan Anda disimpan sebagai naskah tersendiri."
        )
        self.refused.emit(message.format(headline))

    def _moved(self, status: Status | None) -> None:
        if status is None:
            message = self.tr("Naskah ini diubah dari jendela atau perintah lain; ini isinya kini.")
        else:
            told = self.tr("Status naskah ini diubah dari jendela atau perintah lain: {0}.")
            message = told.format(status.label)
        self.refused.emit(message)
        self.listing.refresh_soon()

    def _store_failed(self, error: Exception) -> None:
        first, self.is_started = not self.is_started, True
        self._fail(str(error), tell=False)
        self._retry_timer.start()
        if first and self.story is None:
            self.opened.emit(None, None)

    def _try_again(self) -> None:
        if self._is_open:
            self.refresh_list()
        else:
            self.open_store()

    def _fail(self, message: str, tell: bool = True) -> None:
        """Tell of a failure; of one that lasts not at every new try."""
        if tell or message != self._told:
            self._told = message
            self.failed.emit(message)

    def _recover(self) -> None:
        if self._told:
            self._told = ""
            self.recovered.emit()

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(str(error))


def _with_place(store: Store, story_id: str) -> tuple[Story, dict | None, list]:
    return (
        store.stories.get(story_id),
        store.workspace.get(place_key(story_id)),
        store.workspace.get(ignored_key(story_id)) or [],
    )


def _words_and_last(store: Store) -> tuple[list[str], list[Ignored], tuple | None, Person]:
    from newsroom.store.errors import StoryNotFound

    last = None
    if story_id := store.workspace.get(OPEN):
        with suppress(StoryNotFound):
            last = _with_place(store, story_id)
    return store.words.all(), store.ignored.all(DEFAULT_HOUSE), last, store.people.me()
