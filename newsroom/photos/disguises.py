"""What a file is that goes by the name of a photograph and is none."""

from __future__ import annotations

from pathlib import Path

_RAW = (".cr2", ".cr3", ".nef", ".arw", ".dng", ".raf", ".orf", ".rw2", ".pef", ".srw")
_LOOK = 1024  # bytes

_PAGE = "ini halaman web, bukan foto; buka di peramban, lalu simpan gambarnya sendiri"
_STARTS = (
    (b"%pdf", "ini berkas PDF, bukan foto; simpan halamannya sebagai JPEG atau PNG"),
    (b"<!doctype html", _PAGE),
    (b"<html", _PAGE),
    (b"<svg", "ini gambar SVG; simpan sebagai PNG lebih dulu"),
    (b"pk\x03\x04", "ini berkas ZIP atau Word, bukan foto; keluarkan dulu fotonya"),
    (b"rar!", "ini berkas RAR, bukan foto; keluarkan dulu fotonya"),
)
_VIDEO = "ini video, bukan foto; simpan satu gambarnya sebagai JPEG"
_PHOTOS = (b"heic", b"heix", b"mif1", b"avif")  # that far they are photographs
_DAMAGED = "berkas foto rusak atau tidak lengkap; salin lagi dari kamera"
_UNKNOWN = "bukan foto yang dapat dibaca; simpan sebagai JPEG atau PNG"


def is_raw(name: str) -> bool:
    """Say whether a file of this name is what a camera's sensor saw, not yet a picture.

    >>> is_raw("DSC_0001.NEF"), is_raw("DSC_0001.JPG")
    (True, False)
    """
    return name.casefold().endswith(_RAW)


def what_it_is(path: Path) -> str:
    """Return what a file that is no picture is, by its first bytes, and what to do about it."""
    try:
        with path.open("rb") as file:
            start = file.read(_LOOK).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    except OSError:
        return _UNKNOWN
    if start[4:8] == b"ftyp" and start[8:12] in _PHOTOS:
        return _DAMAGED
    if start[4:8] == b"ftyp" or start.startswith((b"\x1a\x45\xdf\xa3", b"riff")):
        return _VIDEO
    return next((told for mark, told in _STARTS if start.startswith(mark)), _UNKNOWN)
