"""The story that lies open, kept saved; and the list of all stories."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from newsroom.story.story import Photo, Story, new_id
from newsroom.story.workflow import Status
from newsroom.ui.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.glance import Glance
    from newsroom.store.media import Media
    from newsroom.store.store import Store

SAVE_AFTER = 400  # milliseconds after the first unsaved change; "safe within a second"
LIST_AFTER = 700  # the list need not follow each save while one types
RETRY_AFTER = 5_000
THUMBNAIL_SIDE = 640


class Desk(QObject):
    """Holds the open story and brings every change of it to the store.

    All work with the store happens on a lane of its own. Only one save is under
    way at a time, because each save needs the revision that the last one gave.
    """

    glanced = Signal()  # what lay open last is shown, as far as it could be read at once
    opened = Signal(object, object)  # Story or None, its place: {"cursor", "scroll"} or None
    edited = Signal(object)  # Story
    listed = Signal(object, object)  # [StorySummary], {Status: int}
    saved = Signal(object)  # datetime, UTC
    failed = Signal(str)  # saving or opening the store failed; the text is still here
    refused = Signal(str)  # one thing asked for can't be done; nothing else is wrong
    words_known = Signal(object)  # [str]: the user's own words
    ignored_known = Signal(object)  # [str]: words left unmarked in the open story
    thumbnail = Signal(str, QImage)  # a photo's digest or file
    discarded = Signal(str)  # id of a story that is in the bin now
    copied = Signal(object)  # Path: a copy of the story lies there
    shape_known = Signal(dict)  # how the window looked last

    def __init__(self, newsroom: Newsroom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newsroom = newsroom
        self.story: Story | None = None
        self.is_started = False  # the store has answered, with a story or an error
        self._status: Status | None = None
        self._query = ""
        self._unsaved = False
        self._saving = False
        self._ignored: set[str] = set()
        self._when_safe: list[Callable[[], None]] = []
        self._place: dict[str, int] | None = None
        self._lane: Lane[Store] = Lane("store", newsroom.open_store, self)
        # Pictures and exports take longer; saving must never wait behind them.
        self._files: Lane[Media] = Lane("files", newsroom.open_media, self)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self._save)
        self._list_timer = QTimer(self, singleShot=True, interval=LIST_AFTER)
        self._list_timer.timeout.connect(self.refresh_list)

    # Opening and listing.

    def start(self) -> None:
        """Show the story that lay open last; ``open_store`` is to follow ``glanced``."""

        def job(home: Path) -> Glance | None:
            from newsroom.store.glance import glance

            return glance(home)

        # A lane of its own, because those that are there would load the store first.
        first: Lane[Path] = Lane("glance", lambda: self.newsroom.home, self)
        first.run(job, self._glanced, self._store_failed)

    def open_store(self) -> None:
        """Open the store itself, which has the last word on what lies open."""
        self._lane.run(_words_and_last, self._started, self._store_failed)

    def show_list(self, status: Status | None, query: str) -> None:
        """List the stories of one status, or all, that hold the query's words."""
        self._status, self._query = status, query
        self.refresh_list()

    def refresh_list(self) -> None:
        """List the stories anew as last asked for."""
        status, query = self._status, self._query
        self._lane.run(
            lambda store: (store.stories.list(status, query), store.stories.counts()),
            lambda answer: self.listed.emit(*answer),
            self._store_failed,
        )

    def new(self) -> None:
        """Open a blank story; it is stored once something is written in it."""
        self.when_safe(lambda: self._show(Story(), None, []))

    def open(self, story_id: str) -> None:
        """Open a story of the store."""
        if self.story and self.story.id == story_id:
            return
        self.when_safe(
            lambda: self._lane.run(
                lambda store: _with_place(store, story_id),
                lambda answer: self._show(*answer),
                lambda error: self.refused.emit(str(error)),
            )
        )

    def take_in(self, story: Story) -> None:
        """Store a story that came from outside, with its pictures, and open it."""

        def job(store: Store) -> Story:
            return self.newsroom.take_in(story, store)

        def done(taken: Story) -> None:
            self._show(taken, None, [])
            self.refresh_list()

        self.when_safe(lambda: self._lane.run(job, done, self._refuse))

    def read_file(self, path: Path) -> None:
        """Read a story file or a raw text and open it."""

        def job(_: Media) -> Story:
            return self.newsroom.read_file(path, split=True)

        self._files.run(job, self.take_in, self._refuse)

    def open_sample(self) -> None:
        """Open the story that comes with the program."""
        self._files.run(lambda _: self.newsroom.sample(), self.take_in, self._refuse)

    def discard(self, story_id: str) -> None:
        """Move a story to the bin; ``restore`` brings it back."""

        def job(store: Store) -> None:
            store.stories.discard(story_id)

        def done(_: None) -> None:
            if self.story and self.story.id == story_id:
                self._show(None, None, [])
            self.discarded.emit(story_id)
            self.refresh_list()

        self.when_safe(lambda: self._lane.run(job, done, self._refuse))

    def restore(self, story_id: str) -> None:
        """Bring a story back from the bin."""

        def job(store: Store) -> None:
            store.stories.restore(story_id)

        self._lane.run(job, lambda _: self.refresh_list(), self._refuse)

    # Changing.

    def edit(self, changes: dict[str, Any]) -> None:
        """Change fields of the open story; they are safe within a second."""
        if self.story is None:
            return
        changed = replace(self.story, **changes)
        if changed == self.story:
            return
        self.story = changed
        self._unsaved = True
        if not self._timer.isActive() and not self._saving:
            self._timer.start(SAVE_AFTER)
        self.edited.emit(changed)

    def remember_place(self, cursor: int, scroll: int) -> None:
        """Keep where the cursor of the open story stands, for the next opening."""
        place = {"cursor": cursor, "scroll": scroll}
        if self.story is None or not self.story.revision or place == self._place:
            return
        self._place = place
        key = _place_key(self.story.id)
        self._lane.run(lambda store: store.workspace.set(key, place))

    def ignore_word(self, word: str) -> None:
        """Leave a word unmarked in the open story, now and when it is opened again."""
        if self.story is None:
            return
        self._ignored.add(word)
        words = sorted(self._ignored)
        key = _ignored_key(self.story.id)
        self._lane.run(lambda store: store.workspace.set(key, words))
        self.ignored_known.emit(words)

    def add_word(self, word: str) -> None:
        """Take a word into the user's own list."""
        self._lane.run(lambda store: store.words.add(word), None, self._refuse)
        self.words_known.emit([word])

    def add_photos(self, paths: list[Path]) -> None:
        """Copy pictures into the store and add them to the open story, one after another."""
        for path in paths:
            self._keep_picture(path, self._append_photo)

    def set_picture(self, index: int, path: Path) -> None:
        """Give the photo at ``index`` of the open story its picture."""

        def put(kept: Photo) -> None:
            if self.story and index < len(self.story.photos):
                photos = list(self.story.photos)
                photos[index] = replace(photos[index], file=kept.file, digest=kept.digest)
                self.edit({"photos": tuple(photos)})

        self._keep_picture(path, put)

    def want_thumbnail(self, photo: Photo) -> None:
        """Make a photo's thumbnail; it comes by the signal, empty where there is no picture."""

        def job(media: Media) -> QImage:
            from newsroom.photos.pictures import thumbnail

            path = self.newsroom.picture(media)(photo)
            return QImage.fromData(thumbnail(path, THUMBNAIL_SIDE)) if path else QImage()

        def done(image: QImage) -> None:
            self.thumbnail.emit(photo.digest or photo.file, image)

        self._files.run(job, done, lambda _: done(QImage()))

    # Being safe.

    def when_safe(self, then: Callable[[], None]) -> None:
        """Save what is unsaved, then go on; if that fails, the story stays open."""
        if not self._unsaved and not self._saving:
            then()
            return
        self._when_safe.append(then)
        self._timer.stop()
        if not self._saving:
            self._save()

    @property
    def is_safe(self) -> bool:
        """True when all that was written is in the store."""
        return not self._unsaved and not self._saving

    def in_files(
        self,
        job: Callable[[Media], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run longer work (previews, exports) beside the saving, with the pictures at hand."""
        self._files.run(job, done, failed)

    def save_copy(self, story: Story, path: Path) -> None:
        """Write the story as a file, wherever the store's own folder may be failing."""

        def job(_: Media) -> Path:

            from newsroom.story.front_matter import write_story

            path.write_text(write_story(story), encoding="utf-8", newline="\n")
            return path

        self._files.run(job, self.copied.emit, self._refuse)

    def give_up(self) -> None:
        """Let go of what could not be saved; a person has said so."""
        self._timer.stop()
        self._unsaved = False

    def keep_shape(self, shape: dict[str, Any]) -> None:
        """Remember how the window looks, for the next start."""
        self._lane.run(lambda store: store.workspace.set("window", shape))

    def close(self) -> None:
        """End the lanes after what they still have to do."""
        self._timer.stop()
        self._files.close(2)
        self._lane.close()

    # Within.

    def _glanced(self, seen: Glance | None) -> None:
        if seen is not None:
            if shape := seen.workspace.get("window"):
                self.shape_known.emit(shape)
            story = seen.story
            if story is not None:
                place = seen.workspace.get(_place_key(story.id))
                ignored = seen.workspace.get(_ignored_key(story.id)) or []
                self._set_open(story, place, ignored)
        self.glanced.emit()

    def _started(self, answer: tuple[list[str], tuple | None]) -> None:
        self.is_started = True
        words, last = answer
        self.words_known.emit(words)
        if self.story is None:
            self._set_open(*(last or (None, None, [])))
        self.refresh_list()

    def _show(self, story: Story | None, place: dict | None, ignored: list[str]) -> None:
        """Open a story, or none, and remember that for the next start."""
        opened = story.id if story and story.revision else None
        self._lane.run(lambda store: store.workspace.set("open", opened))
        self._set_open(story, place, ignored)

    def _set_open(self, story: Story | None, place: dict | None, ignored: list[str]) -> None:
        self.story = story
        self._place = place
        self._ignored = set(ignored)
        self._unsaved = False
        self.ignored_known.emit(ignored)
        self.opened.emit(story, place)

    def _keep_picture(self, path: Path, put: Callable[[Photo], None]) -> None:
        def job(media: Media) -> Photo:
            from newsroom.photos.pictures import picture_size

            picture_size(path)  # raises NotAPicture before anything is copied
            return Photo(file=path.name, digest=media.add(path))

        self._files.run(job, put, self._refuse)

    def _append_photo(self, kept: Photo) -> None:
        if self.story is None:
            return
        photos = self.story.photos
        if any(photo.digest == kept.digest for photo in photos):
            self.refused.emit(self.tr("Foto {0} sudah ada di naskah ini.").format(kept.file))
            return
        self.edit({"photos": (*photos, replace(kept, lead=not any(p.lead for p in photos)))})

    def _save(self) -> None:
        story = self.story
        if story is None or not self._unsaved or self._saving:
            return
        self._unsaved, self._saving = False, True
        first = not story.revision

        def job(store: Store) -> Story:
            saved = store.stories.save(story)
            if first:
                store.workspace.set("open", saved.id)
            return saved

        self._lane.run(job, self._saved, self._save_failed)

    def _saved(self, stored: Story) -> None:
        self._saving = False
        if self.story and self.story.id == stored.id:
            self.story = replace(
                self.story,
                revision=stored.revision,
                created=stored.created,
                updated=stored.updated,
            )
        self.saved.emit(stored.updated or datetime.now().astimezone())
        if self._unsaved:
            self._timer.start(0 if self._when_safe else SAVE_AFTER)
        else:
            waiting, self._when_safe = self._when_safe, []
            for then in waiting:
                then()
        if not self._list_timer.isActive():
            self._list_timer.start()

    def _save_failed(self, error: Exception) -> None:
        from newsroom.store.errors import StoryChangedElsewhere

        self._saving, self._unsaved = False, True
        if isinstance(error, StoryChangedElsewhere) and self.story:
            # Both are kept: what stands in the store, and what was written here.
            self.story = replace(self.story, id=new_id(), revision=0)
            self.refused.emit(
                self.tr(
                    "Naskah ini juga diubah dari jendela lain. "
                    "Tulisan di sini disimpan sebagai naskah tersendiri."
                )
            )
            self._save()
            return
        self._when_safe.clear()
        self.failed.emit(str(error))
        self._timer.start(RETRY_AFTER)

    def _store_failed(self, error: Exception) -> None:
        self.is_started = True
        self.failed.emit(str(error))
        if self.story is None:
            self.opened.emit(None, None)

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(str(error))


def _place_key(story_id: str) -> str:
    return f"place:{story_id}"


def _ignored_key(story_id: str) -> str:
    return f"ignored:{story_id}"


def _with_place(store: Store, story_id: str) -> tuple[Story, dict | None, list[str]]:
    return (
        store.stories.get(story_id),
        store.workspace.get(_place_key(story_id)),
        store.workspace.get(_ignored_key(story_id)) or [],
    )


def _words_and_last(store: Store) -> tuple[list[str], tuple | None]:
    from newsroom.store.errors import StoryNotFound

    last = None
    if story_id := store.workspace.get("open"):
        with suppress(StoryNotFound):
            last = _with_place(store, story_id)
    return store.words.all(), last
