"""A story with its pictures in one file, ``.naskah``, handed from one newsroom to another.

It is a zip: ``manifest.json``, ``story.md`` (front matter and body), ``photos/…``.
The manifest names every file that counts, with size and SHA-256; a reader leaves
out files that it does not name and keys that it does not know. What will come
later (versions, comments) are more files and more keys. ``format`` changes only
when older programs must not read the file.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from newsroom import __version__
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.incoming import Incoming
from newsroom.exchange.unpacked import Keep, safe_name
from newsroom.exchange.whole_file import written_whole
from newsroom.exchange.zips import TooLarge, opened_zip, read_part
from newsroom.story.front_matter import FrontMatterError, read_story, write_story
from newsroom.story.story import Photo, Story

FORMAT = "naskah/1"

_FAMILY = "naskah/"
_MANIFEST = "manifest.json"
_STORY = "story.md"
_PHOTOS = "photos/"
_MOST_MANIFEST = 4_000_000  # bytes
_MOST_TEXT = 32_000_000
_MOST_PICTURE = 200_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold


@dataclass(frozen=True, slots=True)
class _Part:
    """What the manifest says of a file."""

    size: int
    sha256: str


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
        parts = _parts(_manifest(archive, path), path)
        text = _content(archive, _STORY, parts[_STORY], _MOST_TEXT)
        try:
            story = read_story(text.decode("utf-8"))
        except FrontMatterError as error:
            raise ExchangeError(f"Naskah tidak terbaca, {error}: {path}") from None
        kept: dict[str, Path] = {}
        for name, part in parts.items():
            content = None if name == _STORY else _content(archive, name, part, _MOST_PICTURE)
            if content is not None and name.startswith(_PHOTOS):
                kept[name] = keep(PurePosixPath(name).name, content)
    photos = tuple(_placed(photo, kept) for photo in story.photos)
    return Incoming(replace(story, photos=photos))


def _write(archive: zipfile.ZipFile, story: Story, picture: Callable[[Photo], Path | None]) -> None:
    parts: dict[str, _Part] = {}
    photos: list[Photo] = []
    for photo in story.photos:
        file = picture(photo)
        name = safe_name(photo.file or (file.name if file else "")) if file else ""
        if file:
            name = _unique(f"{_PHOTOS}{name}", parts)
            parts[name] = _add(archive, name, file.read_bytes())
        photos.append(replace(photo, file=name or Path(photo.file).name))
    text = write_story(replace(story, photos=tuple(photos)))
    parts[_STORY] = _add(archive, _STORY, text.encode("utf-8", "replace"))
    manifest = {
        "format": FORMAT,
        "generator": f"newsroom {__version__}",
        "uid": story.id,
        "rev": story.revision,
        "files": {name: {"size": part.size, "sha256": part.sha256} for name, part in parts.items()},
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    _add(archive, _MANIFEST, written.encode())


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> _Part:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o644 << 16
    is_text = not name.startswith(_PHOTOS)  # pictures are packed tight already
    info.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
    archive.writestr(info, content)
    return _Part(len(content), hashlib.sha256(content).hexdigest())


def _unique(name: str, taken: Mapping[str, object]) -> str:
    """Return a name that no file has yet, in any case."""
    path = PurePosixPath(name)
    known = {one.casefold() for one in taken}
    number = 1
    while name.casefold() in known:
        number += 1
        name = f"{path.parent}/{path.stem}-{number}{path.suffix}"
    return name


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    if _MANIFEST not in archive.namelist():
        raise ExchangeError(f"Ini bukan berkas .naskah dari Newsroom: {path}")
    manifest: Any = json.loads(read_part(archive, _MANIFEST, _MOST_MANIFEST).decode("utf-8"))
    manifest = manifest if isinstance(manifest, dict) else {}
    format = manifest.get("format")
    if not isinstance(format, str) or not format.startswith(_FAMILY):
        raise ExchangeError(f"Ini bukan berkas .naskah dari Newsroom: {path}")
    if format != FORMAT:
        raise ExchangeError(
            f"Berkas ini dibuat Newsroom yang lebih baru ({format}); perbarui Newsroom: {path}"
        )
    return dict(manifest)


def _parts(manifest: Mapping[str, Any], path: Path) -> dict[str, _Part]:
    """Return what the manifest says of its files; ValueError and LookupError mean damage."""
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        raise ValueError("files")
    parts: dict[str, _Part] = {}
    for name, said in listed.items():
        if not _is_inside(name):
            raise ExchangeError(f"Berkas .naskah ini tidak aman, isinya menunjuk ke luar: {path}")
        size, digest = (
            (said.get("size"), said.get("sha256")) if isinstance(said, dict) else ("", "")
        )
        if not isinstance(size, int) or not isinstance(digest, str):
            raise ValueError(name)
        parts[name] = _Part(size, digest)
    if _STORY not in parts:
        raise LookupError(_STORY)
    return parts


def _is_inside(name: str) -> bool:
    """Say whether a name stays within the folder that it is put in, on any system."""
    return (
        not any(sign in name for sign in "\\:\0")
        and not name.startswith("/")
        and all(piece not in ("", ".", "..") for piece in name.split("/"))
    )


def _content(archive: zipfile.ZipFile, name: str, part: _Part, most: int) -> bytes:
    """Return a file that is just what the manifest says of it; ValueError for any other."""
    if part.size > most:
        raise TooLarge
    content = read_part(archive, name, most)
    if len(content) != part.size or hashlib.sha256(content).hexdigest() != part.sha256:
        raise ValueError(name)
    return content


def _placed(photo: Photo, kept: Mapping[str, Path]) -> Photo:
    """Return a photo with its picture; one that names a file elsewhere keeps the name alone."""
    path = kept.get(photo.file)
    return replace(photo, file=str(path) if path else safe_name(photo.file) if photo.file else "")
