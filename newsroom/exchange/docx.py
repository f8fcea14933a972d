"""Reading a Word document (``.docx``): mammoth makes HTML of it, ``rich`` blocks of that."""

from __future__ import annotations

import hashlib
import re
import zipfile
from contextlib import suppress
from pathlib import Path

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.incoming import Incoming, SetOut, story_of, with_photos
from newsroom.exchange.loose_pictures import photos_of, unread_note
from newsroom.exchange.rich.read import read_html
from newsroom.exchange.rich.text import PictureAt
from newsroom.exchange.unpacked import Keep
from newsroom.exchange.zips import TooLarge, opened_zip

_TYPES = "[Content_Types].xml"
_MOST_XML = 64_000_000  # bytes; a text of 500,000 words has less
_LOOKED_AT = 4_096
_MOST_PICTURES = 500
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='quote'] => blockquote > p:fresh
p[style-name='intense quote'] => blockquote > p:fresh
"""
_WAY_BACK = re.compile(r'\s*<a href="#[^"<>]*ref-[^"<>]*">↑</a>')
_PICTURE = "picture:"


def read_docx(path: Path, keep: Keep, set_out: SetOut | None = None) -> Incoming:
    """Read a Word document; ``keep`` takes the pictures in it.

    Raises OSError, and ExchangeError, which says what to do.
    """
    _check(path)
    html, files = _html(path)
    text = read_html(html)

    def content_of(picture: PictureAt) -> bytes:
        return files[int(picture.source.removeprefix(_PICTURE))]

    photos, unread = photos_of(text.pictures, content_of, path.stem, keep)
    notes = (f"{path.name}: {unread_note(unread)}",) if unread else ()
    return Incoming(with_photos(story_of(text, set_out), photos), notes)


def _check(path: Path) -> None:
    """Stop at what Word has not written, or not so that it can be read."""
    with path.open("rb") as file:
        if file.read(len(_OLD_OR_LOCKED)) == _OLD_OR_LOCKED:
            if _LOCKED in file.read(_MOST_XML):
                raise ExchangeError(
                    "Dokumen Word ini dikunci dengan kata sandi; buka di Word, hapus kata "
                    f"sandinya, lalu simpan lagi: {path}"
                )
            raise ExchangeError(
                f"Ini dokumen Word lama (.doc); buka di Word, lalu simpan sebagai .docx: {path}"
            )
    damaged = f"Dokumen Word ini rusak; buka di Word, lalu simpan lagi sebagai .docx: {path}"
    too_large = f"Isi dokumen Word ini terlalu besar; bagi menjadi beberapa dokumen: {path}"
    with opened_zip(path, damaged, too_large) as archive:
        parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        if sum(archive.getinfo(name).file_size for name in parts) > _MOST_XML:
            raise TooLarge
        for name in parts:
            # No program that writes documents declares types of its own in them; whoever
            # does wants the text to grow while it is read.
            with archive.open(name) as part:
                if b"<!DOCTYPE" in part.read(_LOOKED_AT).replace(b"\0", b""):
                    raise zipfile.BadZipFile
        if _TYPES not in parts:
            raise ExchangeError(f"Ini bukan dokumen Word; simpan sebagai .docx: {path}")


def _html(path: Path) -> tuple[str, list[bytes]]:
    """Return the document as HTML, and the pictures that it names ``picture:0`` and on."""
    import mammoth

    files: list[bytes] = []
    numbers: dict[str, int] = {}  # of each picture, by what is in it

    def keep(image: mammoth.documents.Image) -> dict[str, str]:
        content = b""
        if len(numbers) < _MOST_PICTURES:
            with suppress(ValueError, LookupError), image.open() as file:
                content = file.read()  # what is only linked to, or missing, can't be
        digest = hashlib.sha256(content).hexdigest()
        if digest not in numbers:
            numbers[digest] = len(files)
            files.append(content)
        return {"src": f"{_PICTURE}{numbers[digest]}"}

    try:
        with path.open("rb") as file:
            result = mammoth.convert_to_html(
                file,
                convert_image=mammoth.images.img_element(keep),
                style_map=_STYLES,
                include_embedded_style_map=False,
            )
    except OSError:
        raise
    except Exception as error:  # whatever a damaged document makes it stumble over
        raise ExchangeError(
            f"Dokumen Word ini tidak terbaca; buka di Word, lalu simpan lagi sebagai .docx: {path}"
        ) from error
    return _WAY_BACK.sub("", result.value), files
