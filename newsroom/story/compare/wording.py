"""Values of a story as a person reads them in a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.checklist import Answer
from newsroom.story.days import written_day
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.workflow import Status

_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def said(value: object) -> str:
    """Return a value in words; nothing for one that is not there.

    >>> said(datetime.fromisoformat("2024-05-17T07:30:00+07:00")), said(None)
    ('Jumat (17/5/2024) pukul 07.30 WIB', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case Status() | Rights():
            return value.label
        case datetime():
            return f"{written_day(value)} pukul {value:%H.%M} {_zone(value)}".rstrip()
        case date():
            return written_day(value)
        case PhotoEdits():
            return ", ".join(_edits(value))
        case Source():
            told = (value.name, value.title, value.contact, value.note)
            return ", ".join(filter(None, told))
        case Correction():
            return f"{said(value.moment)}: {value.text}"
        case Withdrawal():
            return f"{said(value.moment)}: {value.reason}"
        case Answer():
            note = f" ({value.note})" if value.note else ""
            return f"{value.item}: {value.verdict.label}{note}"
        case StoryLink():
            known = f"naskah {value.id[:8]}" if value.id else ""
            kind = "" if value.kind is LinkKind.ANSWER else f"({value.kind.label.lower()})"
            link = (value.headline, value.address or known, said(value.moment))
            return " ".join(filter(None, (", ".join(filter(None, link)), kind)))
        case (str(field), str(written)):  # what was written there, and is no day or time
            return f"{field}: {written}"
        case _:
            return str(value)


def _zone(moment: datetime) -> str:
    """Return a zone as Indonesians know it, others by their hours.

    >>> moments = ("2026-06-01T07:00+07:00", "2026-06-01T00:00Z", "2026-06-01T02:00-05:00")
    >>> [_zone(datetime.fromisoformat(moment)) for moment in moments]
    ['WIB', 'UTC', '-05:00']
    """
    offset = moment.utcoffset() or timedelta()
    return _ZONES.get(offset) or (moment.isoformat()[-6:] if offset else "UTC")


def _edits(edits: PhotoEdits) -> Iterator[str]:
    if edits.turn:
        yield f"diputar {edits.turn}°"
    if crop := edits.crop:
        start = f"{_share(crop.left)} dari kiri dan {_share(crop.top)} dari atas"
        yield f"dipotong menjadi {_share(crop.width)} × {_share(crop.height)} mulai {start}"
    if edits.focal:
        across, down = edits.focal
        yield f"titik utama di {_share(across)}, {_share(down)}"
    if edits.brightness != 1:
        yield f"kecerahan {_share(edits.brightness)}"
    if edits.blurs:
        yield f"{len(edits.blurs)} bagian dikaburkan"


def _share(share: float) -> str:
    return f"{share:.0%}"
