"""Small pictures of photographs, made beside the window, those asked for last first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from newsroom.photos.keys import picture_key
from newsroom.story.story import Photo
from newsroom.ui.desk.intake import THUMBNAIL_SIDE
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.media import Media

_KEPT = 24_000_000  # bytes of small JPEG files: some hundreds of pictures


class Thumbnails(QObject):
    """Has a lane of its own; who scrolls on waits for what is in sight, not for all before."""

    made = Signal(str, QImage)  # what a photo's picture is known by

    def __init__(self, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self._lane: Lane[Media] = Lane("thumbnails", newsroom.open_media, self)
        self._wanted: dict[str, Photo] = {}
        self._lock = threading.Lock()  # one that is asked for is never out of sight of the lane
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def want(self, photo: Photo) -> None:
        """Make a photo's thumbnail; it comes by the signal, empty where there is no picture."""
        key = picture_key(photo)
        with self._lock:
            is_new = self._wanted.pop(key, None) is None
            self._wanted[key] = photo  # the last now
        if is_new:
            self._lane.run(self._make, self._done)

    def keep(self, key: str, small: bytes) -> None:
        """Keep a small picture as long as there is room."""
        self._size += len(small) - len(self._kept.pop(key, b""))
        self._kept[key] = small
        while self._size > _KEPT:
            self._size -= len(self._kept.popitem(last=False)[1])

    def close(self) -> None:
        """End the lane; what takes longer than a moment is left undone."""
        with self._lock:
            self._wanted.clear()
        self._lane.close(2)

    # In the lane.

    def _make(self, media: Media) -> tuple[str, bytes, QImage] | None:
        with self._lock:
            if not self._wanted:  # the window is being closed
                return None
            key, photo = self._wanted.popitem()
        small = self._kept.get(key)
        if small is None:
            small = self._read(media, photo)
        return key, small, QImage.fromData(small)

    def _read(self, media: Media, photo: Photo) -> bytes:
        from newsroom.photos.editing import edited_thumbnail
        from newsroom.photos.pictures import NotAPicture

        path = self._newsroom.picture(media)(photo)
        try:
            return edited_thumbnail(path, THUMBNAIL_SIDE, photo.edits) if path else b""
        except NotAPicture:
            return b""

    # In the window's thread.

    def _done(self, made: tuple[str, bytes, QImage] | None) -> None:
        if made is not None:
            key, small, image = made
            if small:
                self.keep(key, small)
            self.made.emit(key, image)
