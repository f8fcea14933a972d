"""A story with its pictures in one file, ``.naskah``, handed from one newsroom to another.

It is a zip: ``manifest.json``, ``story.md`` (front matter and body), ``photos/…``.
What will come later (versions, comments) are more files and more keys.

The pictures leave the house, so they are not the camera's files: they say what the story
says of them, neither where they were taken nor with which camera, and what was blurred is
blurred for good. What else was done to them stays numbers, so that a colleague can go on.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import quote

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
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.photos.pictures import NotAPicture
from newsroom.photos.renditions import Rendition, make_rendition
from newsroom.story.front_matter import FrontMatterError, read_story, write_story
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story

FORMAT = "naskah/1"

_KIND = Kind(".naskah", FORMAT)
_STORY = "story.md"
_PHOTOS = "photos/"
_MOST_TEXT = 32_000_000  # bytes
_MOST_PICTURE = 200_000_000
# A camera's own size, at which a colleague can still cut a part out.
_SIDE, _QUALITY, _MOST_SENT = 6_000, 92, 40_000_000
_ENDINGS = {"image/jpeg": (".jpg", ".jpeg", ".jpe"), "image/png": (".png",)}


def write_naskah(story: Story, picture: Callable[[Photo], Path | None], path: Path) -> Path:
    """Write a story with its pictures, and return the file's path.

    ``picture`` says where a photograph's file is; of one without a file, or with one that
    is no whole picture, only the words go along. The same story and pictures give the same
    bytes, and a file that stood there before stays until the new one is whole. Raises
    ExchangeError.
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
    body = story.body
    for photo in story.photos:
        file = picture(photo)
        made = _copy(photo, file) if file else None
        name = Path(photo.file).name
        if file and made:
            named = safe_name(photo.file or file.name)
            sent = _with_ending(named, made)
            body = _renamed(body, named, sent)
            name = _unique(f"{_PHOTOS}{sent}", parts)
            # Pictures are packed tight already.
            parts[name] = add_part(archive, name, made.data, packed=False)
            # It is upright and blurred already.
            photo = replace(photo, edits=replace(photo.edits, turn=0, blurs=()))
        photos.append(replace(photo, file=name))
    text = write_story(replace(story, body=body, photos=tuple(photos)))
    parts[_STORY] = add_part(archive, _STORY, text.encode("utf-8", "replace"))
    add_manifest(archive, _KIND, parts, uid=story.id, rev=story.revision)


def _copy(photo: Photo, file: Path) -> Rendition | None:
    """Return the picture that leaves; None if there is no whole one. Raises OSError."""
    file.stat()
    done = PhotoEdits(turn=photo.edits.turn, blurs=photo.edits.blurs)
    try:
        return make_rendition(file, _SIDE, _QUALITY, _MOST_SENT, done, facts_of(photo))
    except NotAPicture:
        return None


def _with_ending(name: str, made: Rendition) -> str:
    """Return a file's name with the ending of what is in it now."""
    path = PurePosixPath(name)
    known = _ENDINGS.get(made.mime, ())
    return name if path.suffix.casefold() in known else f"{path.stem}{made.extension}"


def _renamed(body: str, before: str, after: str) -> str:
    """Return a text whose pictures are called by their new name."""
    if before != after:
        for write in (str, quote):
            body = body.replace(f"{write(before)})", f"{write(after)})")
    return body


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
