"""A story with its pictures in one file, ``.naskah``, handed from one newsroom to another.

It is a zip: ``manifest.json``, ``story.md`` (front matter and body), ``photos/…``.
What will come later (versions, comments) are more files and more keys.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.incoming import Incoming
from newsroom.exchange.manifest import (
    Kind,
    Part,
    add_manifest,
    add_part,
    content_of,
    parts_of,
    read_manifest,
)
from newsroom.exchange.unpacked import Keep, safe_name
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.zips import opened_zip
from newsroom.story.front_matter import FrontMatterError, read_story, write_story
from newsroom.story.story import Photo, Story

FORMAT = "naskah/1"

_KIND = Kind(".naskah", FORMAT)
_STORY = "story.md"
_PHOTOS = "photos/"
_MOST_TEXT = 32_000_000  # bytes
_MOST_PICTURE = 200_000_000


def write_naskah(story: Story, picture: Callable[[Photo], Path | None], path: Path) -> Path:
    """Write a story with its pictures, and return the file's path.

    ``picture`` says where a photograph's file is; of one without a file only the words
    go along. The same story and pictures give the same bytes, and a file that stood
    there before stays until the new one is whole. Raises ExchangeError.
    """
    with written_whole(path, "naskah") as part, zipfile.ZipFile(part, "w") as archive:
        _write(archive, story, picture)
    return path


def read_naskah(path: Path, keep: Keep) -> Incoming:
    """Read a story and its pictures; ``keep`` takes each picture.

    Raises OSError, and ExchangeError where anything in the file is not as its
    manifest says.
    """
    damaged = f"Berkas .naskah ini rusak; minta dikirim ulang: {path}"
    too_large = f"Isi berkas .naskah ini terlalu besar: {path}"
    with opened_zip(path, damaged, too_large) as archive:
        parts = parts_of(read_manifest(archive, _KIND, path), _KIND, path)
        text = content_of(archive, _STORY, parts[_STORY], _MOST_TEXT)
        try:
            story = read_story(text.decode("utf-8"))
        except FrontMatterError as error:
            raise ExchangeError(f"Naskah tidak terbaca, {error}: {path}") from None
        kept: dict[str, Path] = {}
        for name, part in parts.items():
            content = None if name == _STORY else content_of(archive, name, part, _MOST_PICTURE)
            if content is not None and name.startswith(_PHOTOS):
                kept[name] = keep(PurePosixPath(name).name, content)
    photos = tuple(_placed(photo, kept) for photo in story.photos)
    return Incoming(replace(story, photos=photos))


def _write(archive: zipfile.ZipFile, story: Story, picture: Callable[[Photo], Path | None]) -> None:
    parts: dict[str, Part] = {}
    photos: list[Photo] = []
    for photo in story.photos:
        file = picture(photo)
        name = safe_name(photo.file or (file.name if file else "")) if file else ""
        if file:
            name = _unique(f"{_PHOTOS}{name}", parts)
            # Pictures are packed tight already.
            parts[name] = add_part(archive, name, file.read_bytes(), packed=False)
        photos.append(replace(photo, file=name or Path(photo.file).name))
    text = write_story(replace(story, photos=tuple(photos)))
    parts[_STORY] = add_part(archive, _STORY, text.encode("utf-8", "replace"))
    add_manifest(archive, _KIND, parts, uid=story.id, rev=story.revision)


def _unique(name: str, taken: Mapping[str, object]) -> str:
    """Return a name that no file has yet, in any case."""
    path = PurePosixPath(name)
    known = {one.casefold() for one in taken}
    number = 1
    while name.casefold() in known:
        number += 1
        name = f"{path.parent}/{path.stem}-{number}{path.suffix}"
    return name


def _placed(photo: Photo, kept: Mapping[str, Path]) -> Photo:
    """Return a photo with its picture; one that names a file elsewhere keeps the name alone."""
    path = kept.get(photo.file)
    return replace(photo, file=str(path) if path else safe_name(photo.file) if photo.file else "")
