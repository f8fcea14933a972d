"""From a photo of the open story to “Sunting foto”, and back with its edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from shiboken6 import isValid

from newsroom.photos.pictures import NotAPicture, load_picture, picture_size
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story
from newsroom.ui.dialogs.photo_editor.dialog import PhotoEditor
from newsroom.ui.dialogs.photo_editor.proof import Proof

if TYPE_CHECKING:
    from newsroom.store.media import Media
    from newsroom.ui.main_window import MainWindow

_SIDE = 1600  # pixels; as much as a screen shows, and drawn at once


def photo_at_hand(window: MainWindow) -> int | None:
    """Return the photo whose card has the keyboard, else the leading one; None without any."""
    story = window.desk.story
    if story is None or not story.photos:
        return None
    at_hand = window.inspector.photos.at_hand() if window.inspector else None
    return story.photos.index(story.lead_photo) if at_hand is None else at_hand


def edit_photo(window: MainWindow, index: int) -> None:
    """Open the dialog for a photo; its picture is read beside the window's work."""
    story = window.desk.story
    if story is None or index >= len(story.photos):
        return
    photo = story.photos[index]
    dialog = PhotoEditor(window.theme, photo.edits, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.applied.connect(lambda edits: _apply(window, story.id, index, photo, edits))
    find = window.desk.newsroom.picture

    def job(media: Media) -> tuple[Proof, tuple[int, int]]:
        path = find(media)(photo)
        if path is None:
            raise NotAPicture(
                _tr("Berkas gambarnya tidak ada. Pilih gambarnya lagi di panel Foto.")
            )
        try:
            return Proof(load_picture(path, _SIDE)[0]), picture_size(path)
        except NotAPicture as error:  # it knows the file by the store's name, people by its own
            raise NotAPicture(str(error).replace(path.name, photo.file)) from error

    def done(answer: tuple[Proof, tuple[int, int]]) -> None:
        if isValid(dialog):
            dialog.show_picture(*answer)

    def failed(error: Exception) -> None:
        if isValid(dialog):
            dialog.show_fault(str(error))

    window.desk.in_files(job, done, failed)
    dialog.open()


def _apply(window: MainWindow, story_id: str, index: int, photo: Photo, edits: PhotoEdits) -> None:
    """Give the photo its edits, wherever it stands in the story by now."""
    story = window.desk.story
    if story is None or story.id != story_id:
        return
    photos = list(story.photos)
    at = _place(story, index, photo)
    if at is not None:
        photos[at] = replace(photos[at], edits=edits)
        window.desk.edit({"photos": tuple(photos)})


def _place(story: Story, index: int, photo: Photo) -> int | None:
    picture = photo.digest, photo.file
    there = [n for n, one in enumerate(story.photos) if (one.digest, one.file) == picture]
    return index if index in there else next(iter(there), None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoEditing", text)
