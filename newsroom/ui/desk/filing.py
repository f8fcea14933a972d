"""Work with files: pictures for the open story, stories from files, copies of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from newsroom.exchange.errors import in_words
from newsroom.exchange.kinds import PACKED
from newsroom.story.story import Photo, Story
from newsroom.ui.desk.intake import Intake
from newsroom.ui.desk.replaced import told_of
from newsroom.ui.desk.saving import Saving
from newsroom.ui.desk.thumbnails import Thumbnails
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.media import Media


class Filing(QObject):
    """Has lanes of its own: pictures and exports take long, and saving must not wait for them."""

    refused = Signal(str)  # why files can't be used
    noted = Signal(str)  # what came of a picture that was put in the place of another
    adding = Signal(int, int)  # how many photos of how many are looked at; equal when done
    thumbnail = Signal(str, QImage)  # what a photo's picture is known by
    copied = Signal(object)  # Path: a copy of the story lies there
    uncopied = Signal(str)  # why there is no copy

    def __init__(self, newsroom: Newsroom, saving: Saving, parent: QObject) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self._saving = saving
        self._lane: Lane[Media] = Lane("files", newsroom.open_media, self)
        self._intake = Intake(newsroom, saving, self)
        self._intake.refused.connect(self.refused)
        self._intake.progressed.connect(self.adding)
        self._thumbnails = Thumbnails(newsroom, self)
        self._thumbnails.made.connect(self.thumbnail)
        self._intake.decoded.connect(self._thumbnails.keep)
        self.add_photos = self._intake.add
        self.add_pasted = self._intake.add_pasted
        self.stop_adding = self._intake.stop
        self.want_thumbnail = self._thumbnails.want

    def run(
        self,
        job: Callable[[Media], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do longer work (previews, exports) beside the saving, with the pictures at hand."""
        self._lane.run(job, done, failed)

    def read_story(self, path: Path, then: Callable[[Story, list[str]], None]) -> None:
        """Read a story file or a raw text, and hand it on with what of it was left behind."""
        notes: list[str] = []

        def job(_: Media) -> Story:
            return self._newsroom.read_file(path, split=True, note=notes.append)

        self._lane.run(job, lambda story: then(story, notes), self._refuse)

    def read_sample(self, then: Callable[[Story], None]) -> None:
        """Read the story that comes with the program."""
        self._lane.run(lambda _: self._newsroom.sample(), then, self._refuse)

    def save_copy(self, story: Story, path: Path) -> None:
        """Write the story as a file, wherever the store's own folder may be failing.

        A ``.naskah`` has its photos too, as far as these can still be read.
        """

        def job(media: Media) -> Path:
            if path.suffix.casefold() in PACKED:
                return _write_packed(story, self._newsroom.picture(media), path)
            from newsroom.story.front_matter import write_story

            part = path.with_name(f".{path.name}.part")
            # A broken character must not stand in the way of saving the rest.
            part.write_text(write_story(story), "utf-8", errors="replace", newline="\n")
            part.replace(path)
            return path

        def failed(_: Exception) -> None:
            message = self.tr("Salinan tidak dapat ditulis ke {0}. Pilih folder atau cakram lain.")
            self.uncopied.emit(message.format(path))

        self._lane.run(job, self.copied.emit, failed)

    def set_picture(self, index: int, path: Path) -> None:
        """Give the photo at ``index`` of the open story its picture, or another one."""
        from newsroom.photos.metadata.replaced import with_other_picture

        def photos() -> list[Photo]:
            return list(self._saving.story.photos) if self._saving.story else []

        digest = photos()[index].digest if index < len(photos()) else ""

        def put(kept: Photo, before: Photo) -> None:
            changed = photos()
            if index >= len(changed) or changed[index].digest != digest:
                return  # it is no longer the photo that was meant
            replaced = with_other_picture(changed[index], kept, before)
            changed[index] = replaced.photo
            self._saving.edit({"photos": tuple(changed)})
            if digest not in ("", kept.digest) and (told := told_of(replaced)):
                self.noted.emit(told)

        self._intake.take_one(path, put, digest)

    def close(self) -> None:
        """End the lanes; what takes longer than a moment is left undone."""
        self._intake.close()
        self._thumbnails.close()
        self._lane.close(2)

    # Within.

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(in_words(error))


def _write_packed(story: Story, find: Callable[[Photo], Path | None], path: Path) -> Path:
    """Write a story with the pictures that can be read; the words matter more than they do."""
    from newsroom.exchange.naskah import write_naskah

    def readable(photo: Photo) -> Path | None:
        with suppress(OSError):
            file = find(photo)
            if file is not None:
                file.read_bytes()
                return file
        return None

    return write_naskah(story, readable, path)
