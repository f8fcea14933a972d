"""IPTC-IIM, in which agencies have written captions since the nineties.

Records of the IPTC Information Interchange Model 4.2, in a resource of Photoshop's that
JPEG files keep in their segment APP13. Their text is UTF-8 if record 1:90 says so; older
programs wrote Latin-1 and said nothing.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator

from PIL import IptcImagePlugin
from PIL.ImageFile import ImageFile

from newsroom.photos.metadata.facts import PictureFacts, clean, clean_keywords, moment

_CHARSET, _UTF8 = (1, 90), b"\x1b%G"
_CAPTION, _HEADLINE, _CREATOR, _CREDIT = (2, 120), (2, 105), (2, 80), (2, 110)
_SOURCE, _COPYRIGHT, _USAGE, _CITY = (2, 115), (2, 116), (2, 40), (2, 90)
_DAY, _TIME, _KEYWORD = (2, 55), (2, 60), (2, 25)

_LONGEST = {  # bytes, by the model
    _CAPTION: 2000,
    _HEADLINE: 256,
    _CREATOR: 32,
    _CREDIT: 32,
    _SOURCE: 32,
    _COPYRIGHT: 128,
    _USAGE: 256,
    _CITY: 32,
    _KEYWORD: 64,
}
_RESOURCE = b"8BIM\x04\x04\x00\x00"
_MARK = b"Photoshop 3.0\x00"

Record = tuple[int, int]


def read_iptc(image: ImageFile) -> PictureFacts:
    """Return what the IPTC records of an opened picture say; nothing if it has none."""
    told = _records(image)
    is_utf8 = _UTF8 in told[_CHARSET]

    def text(record: Record) -> str:
        return clean(" ".join(_decoded(one, is_utf8=is_utf8) for one in told[record]))

    return PictureFacts(
        caption=text(_CAPTION),
        headline=text(_HEADLINE),
        creator=", ".join(clean(_decoded(one, is_utf8=is_utf8)) for one in told[_CREATOR]),
        credit=text(_CREDIT),
        source=text(_SOURCE),
        copyright=text(_COPYRIGHT),
        usage=text(_USAGE),
        city=text(_CITY),
        taken=moment(text(_DAY) + _time(text(_TIME))) or moment(text(_DAY)),
        keywords=clean_keywords(_decoded(one, is_utf8=is_utf8) for one in told[_KEYWORD]),
    )


def iptc_segment(facts: PictureFacts) -> bytes:
    """Return the JPEG segment that says these facts in IPTC; nothing if there are none."""
    records = list(_written(facts))
    if not records:
        return b""
    data = b"".join(
        struct.pack(">BBBH", 0x1C, *record, len(value)) + value
        for record, value in [(_CHARSET, _UTF8), ((2, 0), b"\x00\x04"), *records]
    )
    data = struct.pack(">I", len(data)) + data + b"\x00" * (len(data) % 2)
    payload = _MARK + _RESOURCE + data
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def _records(image: ImageFile) -> defaultdict[Record, list[bytes]]:
    told: defaultdict[Record, list[bytes]] = defaultdict(list)
    try:
        found = IptcImagePlugin.getiptcinfo(image) or {}
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        found = {}  # damaged records say nothing; the picture may be whole
    for record, value in found.items():
        told[record] += [value] if isinstance(value, bytes) else value
    return told


def _decoded(value: bytes, *, is_utf8: bool) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8", "replace") if is_utf8 else value.decode("cp1252", "replace")


def _time(text: str) -> str:
    """Return *071500+0700* as ISO 8601 has it behind a date."""
    return f"T{text}" if text else ""


def _written(facts: PictureFacts) -> Iterator[tuple[Record, bytes]]:
    texts = (
        (_HEADLINE, facts.headline),
        (_CAPTION, facts.caption),
        (_CREATOR, facts.creator),
        (_CREDIT, facts.credit),
        (_SOURCE, facts.source),
        (_COPYRIGHT, facts.copyright),
        (_USAGE, facts.usage),
        (_CITY, facts.city),
        *((_KEYWORD, word) for word in facts.keywords),
    )
    for record, text in texts:
        if text:
            yield record, _cut(text, _LONGEST[record])
    if facts.taken:
        yield _DAY, facts.taken.strftime("%Y%m%d").encode()
        if facts.taken.tzinfo:
            yield _TIME, facts.taken.strftime("%H%M%S%z").encode()


def _cut(text: str, most: int) -> bytes:
    """Return a text in UTF-8 of so many bytes at most, no letter cut in two."""
    return text.encode()[:most].decode("utf-8", "ignore").encode()
