"""The pictures of a file that is read, put where they can be seen."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from newsroom.exchange.errors import ExchangeError, disk_fault
from newsroom.exchange.manifest import Part, content_of
from newsroom.exchange.naskah.contents import is_digest
from newsroom.exchange.naskah.shape import MOST_PICTURE, PHOTOS
from newsroom.exchange.unpacked import Keep, forget_picture
from newsroom.photos.pictures import NotAPicture, opened
from newsroom.story.file_names import safe_name
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo


class KeptPictures:
    """Keeps the pictures that photos show; ``path`` is that of the file, for messages."""

    def __init__(self, keep: Keep, path: Path) -> None:
        self._keep = keep
        self._path = path
        self._kept: dict[str, Path] = {}

    def place(self, photo: Photo, archive: zipfile.ZipFile, parts: Mapping[str, Part]) -> Photo:
        """Return a photo with its picture; one that names a file elsewhere keeps the name alone.

        Raises ExchangeError for what is no picture, and what reading the archive raises.
        """
        name, photo = photo.file, replace(photo, origin="", baked=PhotoEdits())
        if not name.startswith(PHOTOS) or name not in parts:
            return replace(photo, file=safe_name(name) if name else "")
        if not is_digest(parts[name].of):
            raise ValueError(name)
        if name not in self._kept:
            content = content_of(archive, name, parts[name], MOST_PICTURE)
            try:
                self._kept[name] = self._keep(PurePosixPath(name).name, content)
            except OSError as error:
                raise ExchangeError(
                    f"Foto di berkas .naskah ini tidak dapat ditaruh di folder sementara: "
                    f"{disk_fault(error)}. Kosongkan sebagian cakram, lalu coba lagi: {self._path}"
                ) from None
            self._look_at(self._kept[name])
        return replace(photo, file=str(self._kept[name]), origin=parts[name].of)

    def forget(self) -> None:
        """Delete what was kept: the rest of the file can't be used."""
        for picture in self._kept.values():
            forget_picture(picture)

    def _look_at(self, picture: Path) -> None:
        try:
            with opened(picture):
                pass
        except NotAPicture as error:
            raise ExchangeError(
                f"Foto di berkas .naskah ini tidak dapat dipakai, {error}: {self._path}"
            ) from None
