"""A trail set out to be read, as lines of a terminal and as plain values; ``ui/trail`` prints it.

It goes to people outside the newsroom too, so all of it is in Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from newsroom.exchange.characters import one_line, printable
from newsroom.story.compare.wording import said
from newsroom.story.trail.entry import Entry, FieldChange, Mark, Place, Stretch, Trail

NOBODY = "tidak tercatat"
"""Who did what nobody's name stands at."""

HOW_TO_READ = (
    "Langkah menulis yang lebih tua dari sehari digabung per jam, yang lebih tua dari seminggu "
    "per hari; perubahannya termuat di langkah berikutnya. Langkah lain tersimpan selamanya."
)
_AROUND = {
    Mark.SAME: "{}",
    Mark.REMOVED: "[-{}-]",
    Mark.ADDED: "{{+{}+}}",
    Mark.MOVED_FROM: "[<{}<]",
    Mark.MOVED_TO: "{{>{}>}}",
    Mark.LEFT_OUT: "(… {} tidak ditampilkan …)",
}
_PLACES = {"publish": "tayang", "future": "terjadwal", "pending": "menunggu tinjauan",
           "draft": "draf", "private": "pribadi", "trash": "di tempat sampah",
           "deleted": "dihapus dari situs", "page": "halaman"}  # fmt: skip


# Marks of direction by which a text looks like another: “1.250” like “052.1”.
_ORDER = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Role(StrEnum):
    """What a paragraph of a trail is."""

    TITLE = "title"
    HEADLINE = "headline"
    FACT = "fact"  # of the whole trail
    SUM = "sum"  # to be compared letter by letter
    HEADING = "heading"
    NOTE = "note"  # on how to read it
    MOMENT = "moment"
    WHAT = "what"
    SAID = "said"  # the words of who did it
    QUOTE = "quote"  # those of the story
    ABOUT = "about"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: an ``ahead`` that names it, and its stretches."""

    role: Role
    stretches: tuple[Stretch, ...]
    ahead: str = ""

    @property
    def text(self) -> str:
        """The paragraph without what became of its stretches."""
        return self.ahead + "".join(one.text for one in self.stretches)


def head(trail: Trail) -> Iterator[Paragraph]:
    """Yield what stands above the entries: of what story, made when, sums, places."""
    yield _plain(Role.TITLE, "Jejak naskah")
    yield _plain(Role.HEADLINE, one_line(trail.headline) or "Tanpa judul")
    yield _plain(Role.FACT, trail.story, "ID naskah: ")
    yield _plain(Role.FACT, trail.status.label, "Status: ")
    if trail.byline:
        yield _plain(Role.FACT, ", ".join(trail.byline), "Penulis: ")
    if trail.editor:
        yield _plain(Role.FACT, trail.editor, "Editor: ")
    by = f", oleh {one_line(trail.maker)}" if trail.maker else ""
    yield _plain(Role.FACT, f"{when(trail.made, trail.zone)}{by}", "Jejak dibuat: ")
    yield _plain(Role.FACT, _counted(trail.entries), "Isi: ")
    for place in trail.places:
        yield _plain(Role.FACT, _place(place, trail.zone), f"Portal {place.portal}: ")
    for left_out in trail.left_out:
        yield _plain(Role.FACT, f"{left_out}.", "Disaring: ")
    yield _plain(Role.SUM, trail.text_sum, "SHA-256 naskah sekarang (newsroom show): ")
    yield _plain(Role.SUM, trail.entries_sum, "SHA-256 semua langkah dan komentar: ")


def how_to_read() -> Iterator[Paragraph]:
    """Yield what a reader has to know, with each way in which text is marked."""
    marks = (
        Stretch(Mark.SAME, "Isi perubahan: "),
        Stretch(Mark.REMOVED, "yang dihapus"),
        Stretch(Mark.SAME, ", "),
        Stretch(Mark.ADDED, "yang ditambah"),
        Stretch(Mark.SAME, ", "),
        Stretch(Mark.MOVED_FROM, "yang dipindahkan dari sini"),
        Stretch(Mark.SAME, ", "),
        Stretch(Mark.MOVED_TO, "dan ke sini"),
        Stretch(Mark.SAME, ". Teks yang tidak berubah disingkat dengan …"),
    )
    yield Paragraph(Role.NOTE, marks)
    yield _plain(Role.NOTE, HOW_TO_READ)


def entry_paragraphs(entry: Entry, zone: tzinfo) -> Iterator[Paragraph]:
    """Yield one entry: when, what and who, why, and what was changed."""
    who = one_line(entry.who) or NOBODY
    version = f" · versi {entry.version}" if entry.version else ""
    yield _plain(Role.MOMENT, f"{when(entry.moment, zone)}{version}")
    yield _plain(Role.WHAT, f" · oleh {who}", one_line(entry.title))
    if entry.quote:
        yield _plain(Role.QUOTE, f"“{entry.quote}”")
    if entry.note:
        yield _plain(Role.SAID, entry.note)
    for line in entry.about:
        yield _plain(Role.ABOUT, line)
    if entry.source:
        yield _plain(Role.ABOUT, entry.source, "Dasar: ")
    for change in entry.changes:
        yield _change(change)
    if any(change.is_short for change in entry.changes):
        yield _plain(Role.ABOUT, _whole_is(entry))


def when(moment: datetime, zone: tzinfo) -> str:
    """Return a moment by a newsroom's clock.

    >>> from zoneinfo import ZoneInfo
    >>> when(datetime.fromisoformat("2026-11-03T00:30Z"), ZoneInfo("Asia/Makassar"))
    'Selasa (3/11/2026) pukul 08.30 WITA'
    """
    return said(moment.astimezone(zone))


def readable(text: str) -> str:
    """Return a text as it can be read by anybody: no mark in it has others stand in its order.

    >>> readable("Panen\\u202eayar\\x00")
    'Panen�ayar'
    """
    return _ORDER.sub("\ufffd", printable(text))


def text_lines(trail: Trail) -> Iterator[str]:
    """Yield a trail as lines of a terminal, with signs around what was changed."""
    for paragraph in (*head(trail), *how_to_read()):
        yield _line(paragraph)
    for entry in trail.entries:
        yield ""
        for number, paragraph in enumerate(entry_paragraphs(entry, trail.zone)):
            yield f"{'    ' if number else ''}{_line(paragraph)}"


def as_values(trail: Trail) -> dict[str, Any]:
    """Return a trail as JSON has it, its moments by the newsroom's clock."""
    return {
        "story": trail.story,
        "headline": trail.headline,
        "status": str(trail.status),
        "made": trail.made.astimezone(trail.zone).isoformat(),
        "text_sha256": trail.text_sum,
        "entries_sha256": trail.entries_sum,
        "left_out": list(trail.left_out),
        "portals": [_place_values(place, trail.zone) for place in trail.places],
        "entries": [_values(entry, trail.zone) for entry in trail.entries],
    }


def _values(entry: Entry, zone: tzinfo) -> dict[str, Any]:
    return {
        "moment": entry.moment.astimezone(zone).isoformat(),
        "part": str(entry.part),
        "title": entry.title,
        "who": entry.who,
        "note": entry.note,
        "quote": entry.quote,
        "about": list(entry.about),
        "source": entry.source,
        "version": entry.version,
        "against": entry.against,
        "changes": [_change_values(change) for change in entry.changes],
    }


def _change_values(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.field,
        "name": change.name,
        "removed": change.removed,
        "added": change.added,
        "moved": change.moved,
        "is_short": change.is_short,
        "stretches": [{"mark": str(one.mark), "text": one.text} for one in change.stretches],
    }


def _place_values(place: Place, zone: tzinfo) -> dict[str, Any]:
    return {
        "portal": place.portal,
        "address": place.address,
        "status": place.status,
        "sent": place.sent.astimezone(zone).isoformat(),
        "out": place.out.astimezone(zone).isoformat() if place.out else None,
    }


def _place(place: Place, zone: tzinfo) -> str:
    told = [_PLACES.get(place.status, place.status), f"dikirim {when(place.sent, zone)}"]
    if place.out:
        told.append(f"tayang {when(place.out, zone)}")
    return ", ".join(filter(None, (place.address, *told)))


def _counted(entries: Sequence[Entry]) -> str:
    if not entries:
        return "belum ada langkah yang tersimpan"
    changed = sum(1 for entry in entries if entry.changes)
    return f"{len(entries)} langkah dan komentar, {changed} di antaranya dengan perubahan"


def _change(change: FieldChange) -> Paragraph:
    counted = _words(change)
    ahead = readable(f"{change.name} ({counted})" if counted else change.name)
    if not change.stretches:
        return Paragraph(Role.CHANGE, (), f"{ahead}.")
    stretches = list(change.stretches)
    if change.listed:
        between = Stretch(Mark.SAME, ", ")
        stretches = [each for one in stretches for each in (between, one)][1:]
    shown = (Stretch(one.mark, _seen(one)) for one in stretches)
    return Paragraph(Role.CHANGE, tuple(shown), f"{ahead}: ")


def _seen(one: Stretch) -> str:
    """Return a stretch as it is shown: blanks that are all of a change are made visible."""
    text = readable(one.text)
    if one.mark in (Mark.SAME, Mark.LEFT_OUT) or text.strip():
        return text
    return text.replace(" ", "␣").replace("\n", "¶\n")


def _words(change: FieldChange) -> str:
    if change.listed:
        return ""
    parts = (
        (change.removed, "dihapus"), (change.added, "ditambah"), (change.moved, "dipindah"),
    )  # fmt: skip
    counted = ", ".join(f"{count} {what}" for count, what in parts if count)
    return f"kata: {counted}" if counted else ""


def _whole_is(entry: Entry) -> str:
    if entry.version and entry.against:
        return f"Selengkapnya: newsroom versions compare {entry.against} {entry.version}"
    return "Selengkapnya: newsroom trail --whole"


def _line(paragraph: Paragraph) -> str:
    marked = "".join(_AROUND[one.mark].format(one.text) for one in paragraph.stretches)
    return " ".join(f"{paragraph.ahead}{marked}".replace("\n", " ¶ ").split())


def _plain(role: Role, text: str, ahead: str = "") -> Paragraph:
    return Paragraph(role, (Stretch(Mark.SAME, readable(text)),), readable(ahead))
