"""Work with files: pictures for the open story, stories from files, copies of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from newsroom.story.story import Photo, Story
from newsroom.ui.desk.intake import Intake
from newsroom.ui.desk.saving import Saving
from newsroom.ui.desk.thumbnails import Thumbnails
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.media import Media


class Filing(QObject):
    """Has lanes of its own: pictures and exports take long, and saving must not wait for them."""

    refused = Signal(str)  # why files can't be used
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

    def read_story(self, path: Path, then: Callable[[Story], None]) -> None:
        """Read a story file or a raw text; what of it was left behind is told once it is open."""
        notes: list[str] = []

        def job(_: Media) -> Story:
            return self._newsroom.read_file(path, split=True, note=notes.append)

        def done(story: Story) -> None:
            then(story)
            for note in notes:
                self.refused.emit(note)

        self._lane.run(job, done, self._refuse)

    def read_sample(self, then: Callable[[Story], None]) -> None:
        """Read the story that comes with the program."""
        self._lane.run(lambda _: self._newsroom.sample(), then, self._refuse)

    def save_copy(self, story: Story, path: Path) -> None:
        """Write the story as a file, wherever the store's own folder may be failing."""

        def job(_: Media) -> Path:
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
        """Give the photo at ``index`` of the open story its picture."""

        def put(kept: Photo) -> None:
            story = self._saving.story
            if story and index < len(story.photos):
                photos = list(story.photos)
                photos[index] = _given(photos[index], kept)
                self._saving.edit({"photos": tuple(photos)})

        self._intake.take_one(path, put)

    def close(self) -> None:
        """End the lanes; what takes longer than a moment is left undone."""
        self._intake.close()
        self._thumbnails.close()
        self._lane.close(2)

    # Within.

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(str(error))


def _given(photo: Photo, kept: Photo) -> Photo:
    """Return a photo with the picture of another, and what that says where it says nothing.

    What was done to the picture of before is not done to this one.
    """
    filled = {
        field.name: getattr(photo, field.name) or getattr(kept, field.name)
        for field in fields(Photo)
        if field.name not in ("lead", "edits")
    }
    filled |= {"file": kept.file, "digest": kept.digest}
    return replace(photo, **filled, edits=kept.edits)
