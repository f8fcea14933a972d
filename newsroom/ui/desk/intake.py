"""Photographs on their way into the open story: looked at, copied, added in their order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.exchange.errors import in_words
from newsroom.story.story import Photo
from newsroom.ui.desk.pasted_picture import PastedPicture
from newsroom.ui.desk.saving import Saving
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.photos.found import Found
    from newsroom.store.media import Media

THUMBNAIL_SIDE = 640  # pixels
_TOGETHER = 250  # milliseconds; what is ready by then goes into the story at once
_NAMED = 6  # faults that are told of one by one


@dataclass(slots=True)
class _Batch:
    """What a person added at one time."""

    faults: list[str] = field(default_factory=list)
    left_out: str = ""
    total: int = 0
    done: int = 0
    stopped: bool = False
    skipped: int = 0
    no_room: str = ""  # why the store takes nothing more
    ready: list[Photo] = field(default_factory=list)


class Intake(QObject):
    """Takes in files, folders and pasted pictures, with one message for all that can't be.

    Each picture is decoded once before it is copied, so that a damaged one is found out while
    the card it is on is still there. The story stays open until its pictures are there.
    """

    refused = Signal(str)  # why files are not added; one message for all that came together
    progressed = Signal(int, int)  # how many of how many are looked at; equal when done
    decoded = Signal(str, bytes)  # a digest, and the picture small

    def __init__(self, newsroom: Newsroom, saving: Saving, parent: QObject) -> None:
        super().__init__(parent)
        self._saving = saving
        self._lane: Lane[Media] = Lane("photos", newsroom.open_media, self)
        self._batches: list[_Batch] = []
        self._timer = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._timer.timeout.connect(self._put)

    def add(self, paths: list[Path]) -> None:
        """Add files, and the pictures in folders, to the open story."""
        from newsroom.photos.found import found_pictures

        batch = self._begin()

        def found(seen: Found) -> None:
            batch.faults += seen.faults
            batch.left_out = seen.left_out
            batch.total = len(seen.pictures)
            self._tell()
            for path in seen.pictures:
                self._lane.run(
                    lambda media, path=path: None if batch.stopped else _taken_in(media, path),
                    lambda got: self._arrived(batch, got),
                    lambda error: self._failed(batch, error),
                )
            if not seen.pictures:
                self._end(batch)

        def failed(error: Exception) -> None:
            batch.faults.append(in_words(error))
            self._end(batch)

        self._lane.run(lambda _: found_pictures(paths), found, failed)

    def add_pasted(self, picture: PastedPicture) -> None:
        """Add a picture from the clipboard as a photo of the open story."""
        batch = self._begin()
        batch.total = 1

        def job(media: Media) -> tuple[Photo, bytes]:
            with tempfile.TemporaryDirectory() as folder:
                return _taken_in(media, picture.written(Path(folder)))

        self._lane.run(
            job,
            lambda got: self._arrived(batch, got),
            lambda error: self._failed(batch, error),
        )

    def take_one(
        self, path: Path, put: Callable[[Photo, Photo], None], instead_of: str = ""
    ) -> None:
        """Copy one picture, and hand on what it says, and what the one says that was there."""

        def job(media: Media) -> tuple[Photo, bytes, Photo]:
            return (*_taken_in(media, path), _said_by(media, instead_of))

        def done(got: tuple[Photo, bytes, Photo]) -> None:
            photo, small, before = got
            self.decoded.emit(photo.digest, small)
            put(photo, before)
            self._saving.arrived()

        def failed(error: Exception) -> None:
            self.refused.emit(in_words(error))
            self._saving.arrived()

        self._saving.expect()
        self._lane.run(job, done, failed)

    def stop(self) -> None:
        """Leave out what has not been looked at; what is in the story stays."""
        for batch in self._batches:
            batch.stopped = True

    def close(self) -> None:
        """End the lane; what takes longer than a moment is left undone."""
        self.stop()
        self._lane.close(2)

    # Within.

    def _begin(self) -> _Batch:
        batch = _Batch()
        self._batches.append(batch)
        self._saving.expect()
        return batch

    def _arrived(self, batch: _Batch, got: tuple[Photo, bytes] | None) -> None:
        if got is None:
            batch.skipped += 1
        else:
            photo, small = got
            self.decoded.emit(photo.digest, small)
            batch.ready.append(photo)
            if batch.done == 0:
                self._put()  # the first is seen at once
        self._count(batch)

    def _failed(self, batch: _Batch, error: Exception) -> None:
        from newsroom.store.errors import PictureUnreadable, StoreError

        if not isinstance(error, StoreError) or isinstance(error, PictureUnreadable):
            batch.faults.append(in_words(error))
        elif batch.no_room:
            batch.skipped += 1
        else:  # the disk is full: with the next it would be no other
            batch.no_room = str(error)
            batch.stopped = True
        self._count(batch)

    def _count(self, batch: _Batch) -> None:
        batch.done += 1
        if batch.done >= batch.total:
            self._end(batch)
        elif not self._timer.isActive():
            self._timer.start()

    def _put(self) -> None:
        """Add what is ready to the story, and tell how far it is."""
        self._tell()
        story = self._saving.story
        for batch in self._batches:
            if not batch.ready or story is None:
                continue
            photos = list(story.photos)
            there = {photo.digest for photo in photos}
            for photo in batch.ready:
                if photo.digest in there:
                    message = self.tr("Foto {0} sudah ada di naskah ini.")
                    batch.faults.append(message.format(photo.file))
                    continue
                there.add(photo.digest)
                _place(photo, photos)
            batch.ready.clear()
            self._saving.edit({"photos": tuple(photos)})
            story = self._saving.story

    def _end(self, batch: _Batch) -> None:
        self._put()
        self._batches.remove(batch)
        self._tell()
        if batch.no_room:
            more = self.tr("{0} berkas sesudahnya belum ditambahkan.").format(batch.skipped)
            batch.faults.append(f"{batch.no_room} {more}" if batch.skipped else batch.no_room)
        if message := self._message(batch.faults, batch.left_out):
            self.refused.emit(message)
        self._saving.arrived()

    def _tell(self) -> None:
        done = sum(batch.done for batch in self._batches)
        self.progressed.emit(done, sum(batch.total for batch in self._batches))

    def _message(self, faults: Iterable[str], left_out: str) -> str:
        told = list(dict.fromkeys(faults))
        if len(told) > 1:
            head = self.tr("{0} berkas tidak ditambahkan:").format(len(told))
            more = len(told) - _NAMED
            rest = [self.tr("… dan {0} berkas lain.").format(more)] if more > 0 else []
            told = ["\n".join([head, *(f"• {fault}" for fault in told[:_NAMED]), *rest])]
        return "\n".join([*told, *([left_out] if left_out else [])])


def _place(photo: Photo, photos: list[Photo]) -> None:
    """Put a photo where a caption waits for its picture, as after a paste; else at the end."""
    from newsroom.photos.metadata.replaced import with_other_picture

    for at, waiting in enumerate(photos):
        if not waiting.digest and not waiting.file:
            photos[at] = with_other_picture(waiting, photo, Photo("")).photo
            return
    photos.append(replace(photo, lead=not any(one.lead for one in photos)))


def _taken_in(media: Media, path: Path) -> tuple[Photo, bytes]:
    """Copy a picture and return what it says of itself, and the picture small."""
    from newsroom.photos.metadata.files import read_facts
    from newsroom.photos.metadata.of_photo import filled_in
    from newsroom.photos.pictures import thumbnail

    facts = read_facts(path)
    small = thumbnail(path, THUMBNAIL_SIDE)  # reads all of it; raises NotAPicture
    return filled_in(Photo(file=path.name, digest=media.add(path)), facts), small


def _said_by(media: Media, digest: str) -> Photo:
    """Return a photo with no more than what a kept picture says of itself."""
    from newsroom.photos.metadata.files import read_facts
    from newsroom.photos.metadata.of_photo import filled_in
    from newsroom.photos.pictures import NotAPicture

    path = media.path(digest)
    with suppress(NotAPicture):
        return filled_in(Photo(""), read_facts(path)) if path else Photo("")
    return Photo("")
