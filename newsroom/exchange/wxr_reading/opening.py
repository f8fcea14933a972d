"""The bytes of WXR files, as they are, packed by gzip, or in a zip with others."""

from __future__ import annotations

import codecs
import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from newsroom.exchange.errors import ExchangeError, disk_fault

ENDINGS = (".xml", ".xml.gz", ".zip")
"""The endings of names of files that may hold an export."""

_BLOCK = 1 << 18
_LOOKED_AT = 65_536
_MOST_BYTES = 8_000_000_000  # unpacked; they go through the memory, never into it
_SIGN = b"wordpress.org/export/"
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does: it must be asked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
_DAMAGE = (
    *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, UnicodeError),
    *(NotImplementedError, RuntimeError),  # an odd way of packing, a password
)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class WxrFile:
    """An export: a file, or one in a zip, by its name there."""

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return f"{self.path} ({self.member})" if self.member else str(self.path)

    def blocks(self) -> Iterator[bytes]:
        """Yield its bytes in an encoding that has ASCII in it. Raises ExchangeError."""
        with _faults_told(), self._opened() as file:
            yield from _narrow(_read(file))

    @contextmanager
    def _opened(self) -> Iterator[_Readable]:
        if self.member:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
                yield file
        elif self.path.suffix.lower() == ".gz":
            with gzip.open(self.path) as unpacked:
                yield unpacked
        else:
            with self.path.open("rb") as file:
                yield file


def wxr_files(path: Path) -> list[WxrFile]:
    """Return the exports that a file is or holds; none if it is something else.

    Raises ExchangeError where that can't be told.
    """
    if not path.name.lower().endswith(ENDINGS):
        return []
    with _faults_told():
        return [one for one in _candidates(path) if _is_wxr(one)]


def encoding_of(head: bytes) -> str:
    """Return the encoding that a file says to have, as far as it is one of Python's."""
    named = _ENCODING.match(head.removeprefix(codecs.BOM_UTF8))
    try:
        name = codecs.lookup(named[1].decode("ascii")).name if named else "utf-8"
    except LookupError:
        return "utf-8"
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # as which it comes out of ``blocks``
    return "cp1252" if name in ("iso8859-1", "ascii") else name  # as the web has it


def _candidates(path: Path) -> list[WxrFile]:
    if path.suffix.lower() != ".zip":
        return [WxrFile(path)]
    with zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
    members = [name for name in names if name.lower().endswith(".xml")]
    return [WxrFile(path, name) for name in sorted(members) if "__MACOSX" not in name]


def _is_wxr(file: WxrFile) -> bool:
    """Say whether a file is an export by what stands in its head."""
    seen = b""
    for block in file.blocks():
        seen += block
        if len(seen) >= _LOOKED_AT:
            break
    return _SIGN in seen[:_LOOKED_AT] and b"<rss" in seen[:_LOOKED_AT]


def _read(file: _Readable) -> Iterator[bytes]:
    size = 0
    while block := file.read(_BLOCK):
        size += len(block)
        if size > _MOST_BYTES:
            raise ExchangeError("terlalu besar; bagi ekspornya menjadi beberapa berkas")
        yield block


def _narrow(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield UTF-8 for UTF-16 and its like; all else as it is."""
    first = next(blocks, b"")
    wide = next((name for mark, name in _WIDE if first.startswith(mark)), "")
    if not wide:
        yield first
        yield from blocks
        return
    decoder = codecs.getincrementaldecoder(wide)()
    for block in (first, *blocks):
        yield decoder.decode(block).encode()
    yield decoder.decode(b"", True).encode()


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise ExchangeError("rusak; unduh lagi ekspornya") from None
        raise ExchangeError(disk_fault(error)) from None
    except _DAMAGE:
        raise ExchangeError("rusak atau terputus; unduh lagi ekspornya") from None
