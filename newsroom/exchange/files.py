"""Reading a story from a file: ``.md`` with front matter, or ``.txt``."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsroom.exchange.errors import ExchangeError
from newsroom.story.front_matter import FrontMatterError, read_story
from newsroom.story.story import Photo, Story

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt",)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_story_file(path: Path, split: Callable[[str], Story] | None = None) -> Story:
    """Read a story file.

    A ``.txt`` file is all body, unless ``split`` sets it out. Photographs named by
    the file are sought beside it: where there is one, ``Photo.file`` becomes its
    absolute path, else it stays as written. Lines end in ``\\n`` whatever the file has.

    Raises ExchangeError where the file is missing, unreadable, empty, of another
    kind, no text, or has a head that can't be understood.
    """
    text = _decode(_read(path), path).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ExchangeError(f"Berkas ini kosong: {path}")
    if path.suffix.casefold() in _PLAIN:
        return split(text) if split else Story(body=text)
    try:
        story = read_story(text)
    except FrontMatterError as error:
        raise ExchangeError(f"Naskah tidak terbaca, {error}: {path}") from None
    folder = path.absolute().parent
    return replace(story, photos=tuple(_beside(folder, photo) for photo in story.photos))


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ExchangeError(f"Ini folder, bukan berkas: {path}")
        with path.open("rb") as file:
            if path.suffix.casefold() not in _MARKDOWN + _PLAIN:
                raise ExchangeError(f"Jenis berkas ini belum dikenal, pakai .md atau .txt: {path}")
            return file.read()
    except FileNotFoundError:
        raise ExchangeError(f"Berkas tidak ditemukan: {path}") from None
    except OSError:
        raise ExchangeError(f"Berkas tidak bisa dibaca: {path}") from None


def _decode(data: bytes, path: Path) -> str:
    """Decode by the byte order mark; without one as UTF-8, else as Windows-1252."""
    encodings = next(([name] for bom, name in _BOMS if data.startswith(bom)), ["utf-8", "cp1252"])
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ExchangeError(f"Isi berkas ini bukan teks: {path}")


def _beside(folder: Path, photo: Photo) -> Photo:
    path = folder / photo.file
    try:
        return replace(photo, file=str(path)) if path.is_file() else photo
    except OSError:  # a name that the file system does not take
        return photo
