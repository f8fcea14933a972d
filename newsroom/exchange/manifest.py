"""The list of what is in a zip file of the program's own: each file with size and SHA-256.

A reader leaves out files that it does not name and keys that it does not know. ``format``
changes only when older programs must not read the file.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from newsroom import __version__
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.zips import TooLarge, opened_part, pieces, read_part

_MANIFEST = "manifest.json"
_MOST = 2_000_000  # bytes; of as many files as a zip may have
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
_NUMBER = re.compile(r"[0-9]{1,9}")
_LOCKED = 1  # of a zip's own flags


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its ending, the format that is written now, such as ``naskah/1``, and
    the ``older`` ones that are read too.
    """

    ending: str
    format: str
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What the manifest says of a file; ``of`` is the digest of what it is a copy of."""

    size: int
    sha256: str
    of: str = ""


def add_part(archive: zipfile.ZipFile, name: str, content: bytes, *, packed: bool = True) -> Part:
    """Put a file in; the same content gives the same bytes."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(info, content)
    return Part(len(content), hashlib.sha256(content).hexdigest())


def add_manifest(
    archive: zipfile.ZipFile, kind: Kind, parts: Mapping[str, Part], **told: object
) -> None:
    """Put in the list of all files, with what else there is to tell."""
    manifest = {
        "format": kind.format,
        "generator": f"newsroom {__version__}",
        **told,
        "files": {name: _said(part) for name, part in parts.items()},
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    add_part(archive, _MANIFEST, written.encode("utf-8", "replace"))


def read_manifest(archive: zipfile.ZipFile, kind: Kind, path: Path) -> dict[str, Any]:
    """Return the manifest of a file of this kind. Raises ExchangeError for any other."""
    if _MANIFEST not in archive.namelist():
        raise _stranger(kind, path)
    _check_files(archive, kind, path)
    manifest: Any = json.loads(read_part(archive, _MANIFEST, _MOST).decode("utf-8"))
    manifest = manifest if isinstance(manifest, dict) else {}
    format = manifest.get("format")
    family, _, newest = kind.format.partition("/")
    written, _, number = format.partition("/") if isinstance(format, str) else ("", "", "")
    if written != family or not _NUMBER.fullmatch(number):
        raise _stranger(kind, path)
    if format not in (kind.format, *kind.older):
        if int(number) < int(newest):
            raise _stranger(kind, path)
        raise ExchangeError(
            f"Berkas ini dibuat Newsroom yang lebih baru ({format}); perbarui Newsroom: {path}"
        )
    return dict(manifest)


def parts_of(manifest: Mapping[str, Any], kind: Kind, path: Path) -> dict[str, Part]:
    """Return what the manifest says of its files; ValueError and LookupError mean damage."""
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        raise ValueError("files")
    parts: dict[str, Part] = {}
    for name, said in listed.items():
        if not _is_inside(name):
            raise _unsafe(kind, path)
        told = said if isinstance(said, dict) else {}
        size, digest, of = told.get("size"), told.get("sha256"), told.get("of", "")
        if type(size) is not int or not isinstance(digest, str) or not isinstance(of, str):
            raise ValueError(name)
        parts[name] = Part(size, digest, of)
    return parts


def content_of(archive: zipfile.ZipFile, name: str, part: Part, most: int) -> bytes:
    """Return a file that is just what the manifest says of it; ValueError for any other."""
    with opened_whole(archive, name, part, most) as file:
        return file.read()


@contextmanager
def opened_whole(archive: zipfile.ZipFile, name: str, part: Part, most: int) -> Iterator[IO[bytes]]:
    """Open a file that is just what the manifest says of it; ValueError for any other."""
    if part.size > most:
        raise TooLarge
    told, content = hashlib.sha256(), io.BytesIO()
    with opened_part(archive, name, most) as packed:
        for piece in pieces(packed):
            told.update(piece)
            content.write(piece)
    if content.tell() != part.size or told.hexdigest() != part.sha256:
        raise ValueError(name)
    content.seek(0)
    yield content


def _check_files(archive: zipfile.ZipFile, kind: Kind, path: Path) -> None:
    """Stop at what no program of ours puts in: two of one name, links, locked files."""
    infos = archive.infolist()
    if len({info.filename.casefold() for info in infos}) < len(infos):
        raise zipfile.BadZipFile
    for info in infos:
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _unsafe(kind, path)
        if info.flag_bits & _LOCKED:
            raise ExchangeError(
                f"Isi berkas {kind.ending} ini dikunci oleh program lain; "
                f"minta dikirim dari Newsroom: {path}"
            )


def _said(part: Part) -> dict[str, object]:
    of = {"of": part.of} if part.of else {}
    return {"size": part.size, "sha256": part.sha256, **of}


def _unsafe(kind: Kind, path: Path) -> ExchangeError:
    return ExchangeError(f"Berkas {kind.ending} ini tidak aman, isinya menunjuk ke luar: {path}")


def _stranger(kind: Kind, path: Path) -> ExchangeError:
    return ExchangeError(f"Ini bukan berkas {kind.ending} dari Newsroom: {path}")


def _is_inside(name: str) -> bool:
    """Say whether a name stays within the folder that it is put in, on any system."""
    return (
        not any(sign in name for sign in "\\:\0")
        and not name.startswith("/")
        and all(piece not in ("", ".", "..") for piece in name.split("/"))
    )
