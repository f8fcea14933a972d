"""Bytes made text: by their mark, else by what they look like."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does: it must be asked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_096  # bytes


def decode(data: bytes, named: str = "") -> str | None:
    """Return the bytes as text, or None for what is no text.

    A byte order mark is certain. Then come UTF-16 without one, ``named`` (what the
    file says of itself), UTF-8, and Windows-1252, which fits almost anything.

    >>> decode("Rp5 juta – “ya”".encode("cp1252")), decode("Desa".encode("utf-16-be"))
    ('Rp5 juta – “ya”', 'Desa')
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    names = [marked] if marked else [_utf16_without_mark(data), named, "utf-8", "cp1252"]
    for name in filter(None, names):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    return None


def _utf16_without_mark(data: bytes) -> str:
    """Return which UTF-16 bytes are: in a European text every other byte is 0."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if not pairs or len(data) % 2:
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > 0.6 * pairs and high <= 0.05 * pairs:
        return "utf-16-le"
    if high > 0.6 * pairs and low <= 0.05 * pairs:
        return "utf-16-be"
    return ""
