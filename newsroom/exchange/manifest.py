"""The list of what is in a zip file of the program's own: each file with size and SHA-256.

A reader leaves out files that it does not name and keys that it does not know. ``format``
changes only when older programs must not read the file.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom import __version__
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.zips import TooLarge, read_part

_MANIFEST = "manifest.json"
_MOST = 4_000_000  # bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its ending and the format that is written now, such as ``naskah/1``."""

    ending: str
    format: str


@dataclass(frozen=True, slots=True)
class Part:
    """What the manifest says of a file."""

    size: int
    sha256: str


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
        "files": {name: {"size": part.size, "sha256": part.sha256} for name, part in parts.items()},
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    add_part(archive, _MANIFEST, written.encode())


def read_manifest(archive: zipfile.ZipFile, kind: Kind, path: Path) -> dict[str, Any]:
    """Return the manifest of a file of this kind. Raises ExchangeError for any other."""
    if _MANIFEST not in archive.namelist():
        raise _stranger(kind, path)
    manifest: Any = json.loads(read_part(archive, _MANIFEST, _MOST).decode("utf-8"))
    manifest = manifest if isinstance(manifest, dict) else {}
    format = manifest.get("format")
    family = kind.format.partition("/")[0] + "/"
    if not isinstance(format, str) or not format.startswith(family):
        raise _stranger(kind, path)
    if format != kind.format:
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
            raise ExchangeError(
                f"Berkas {kind.ending} ini tidak aman, isinya menunjuk ke luar: {path}"
            )
        size, digest = (
            (said.get("size"), said.get("sha256")) if isinstance(said, dict) else ("", "")
        )
        if not isinstance(size, int) or not isinstance(digest, str):
            raise ValueError(name)
        parts[name] = Part(size, digest)
    return parts


def content_of(archive: zipfile.ZipFile, name: str, part: Part, most: int) -> bytes:
    """Return a file that is just what the manifest says of it; ValueError for any other."""
    if part.size > most:
        raise TooLarge
    content = read_part(archive, name, most)
    if len(content) != part.size or hashlib.sha256(content).hexdigest() != part.sha256:
        raise ValueError(name)
    return content


def _stranger(kind: Kind, path: Path) -> ExchangeError:
    return ExchangeError(f"Ini bukan berkas {kind.ending} dari Newsroom: {path}")


def _is_inside(name: str) -> bool:
    """Say whether a name stays within the folder that it is put in, on any system."""
    return (
        not any(sign in name for sign in "\\:\0")
        and not name.startswith("/")
        and all(piece not in ("", ".", "..") for piece in name.split("/"))
    )
