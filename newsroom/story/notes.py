"""The notes that tell readers what happened to a story after it was printed.

How they are worded is the house's; what they must hold is not: the time of printing (Pedoman
Pemberitaan Media Siber 2012, point 4c), the reason of a withdrawal (5c), a link (4b).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from newsroom.story.aftermath import LinkKind
from newsroom.story.days import WEEKDAYS, figures
from newsroom.story.story import Story
from newsroom.story.workflow import Status

_SLOT = re.compile(r"\{(\w*)\}")
_TIMES = ("hari", "tanggal", "jam")
_SLOTS = {
    "correction": (*_TIMES, "isi"),
    "answers": ("judul",),
    "answered": (*_TIMES, "judul"),
    "corrects": ("judul",),
    "corrected": (*_TIMES, "judul"),
    "withdrawal": (*_TIMES, "isi"),
    "withdrawn_headline": ("judul",),
}
_NEEDED = {
    "correction": ("tanggal", "jam", "isi"),
    "answers": ("judul",),
    "answered": ("judul",),
    "corrects": ("judul",),
    "corrected": ("judul",),
    "withdrawal": ("tanggal", "isi"),
    "withdrawn_headline": (),
}


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """How a house words its notes, and whether they stand above the text.

    The words before ``{isi}`` or ``{judul}`` are printed bold.
    """

    on_top: bool = False
    correction: str = "Ralat, {hari} ({tanggal}) pukul {jam}: {isi}"
    answers: str = "Hak jawab atas berita: {judul}"
    answered: str = "Hak jawab atas berita ini: {judul} ({tanggal}, {jam})"
    corrects: str = "Ralat atas berita: {judul}"
    corrected: str = "Ralat atas berita ini: {judul} ({tanggal}, {jam})"
    withdrawal: str = (
        "Berita ini dicabut redaksi pada {hari} ({tanggal}) pukul {jam}: {isi} "
        "Media yang mengutipnya wajib mengikuti pencabutan ini."
    )
    withdrawn_headline: str = "{judul}"


_GONE = (
    *("kicker", "subheadline", "body", "dateline", "tags", "summary", "closing", "photos"),
    *("contributors", "sources", "topic", "search_title", "search_description", "social"),
    *("canonical", "event", "corrections", "answers", "answered_by"),
)

NOTE_FORMS = tuple(_SLOTS)
"""The names of the wordings."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note as it is printed: ``mark`` bold, then ``text``, which links to ``address``."""

    kind: str
    mark: str
    text: str
    after: str = ""
    address: str = ""

    @property
    def plain(self) -> str:
        """The whole of it without its link."""
        return f"{self.mark}{self.text}{self.after}".strip()


def form_fault(name: str, form: str) -> str:
    """Return in words why a wording can't be used; empty if it can.

    >>> form_fault("correction", "Ralat: {isi}")
    'harus memuat {tanggal}, {jam}'
    >>> form_fault("answers", "Menjawab {berita}")
    'memuat {berita}, yang tidak dikenal; yang ada: {judul}'
    """
    slots = _SLOT.findall(form)
    known = _SLOTS[name]
    for slot in slots:
        if slot not in known:
            there = ", ".join(f"{{{one}}}" for one in known)
            return f"memuat {{{slot}}}, yang tidak dikenal; yang ada: {there}"
    if missing := [f"{{{slot}}}" for slot in _NEEDED[name] if slot not in slots]:
        return f"harus memuat {', '.join(missing)}"
    if any(sign in _SLOT.sub("", form) for sign in "{}"):
        return "memuat kurung kurawal yang tidak berpasangan"
    return "" if form.strip() else "tidak boleh kosong"


def notes_of(story: Story, style: NoteStyle, zone: tzinfo) -> Iterator[Note]:
    """Yield the notes of a story in the order of reading: what it answers or corrects first,
    then its own corrections, the newest first, then the stories that answer or correct it.

    Times are told by the portal's clock. A withdrawn story has but the announcement.
    """
    if story.status is Status.WITHDRAWN:
        yield announcement(story, style, zone)
        return
    if (other := story.answers) is not None:
        kind, form = "answers", style.answers
        if other.kind is LinkKind.CORRECTION:
            kind, form = "corrects", style.corrects
        yield _filled(kind, form, other.headline, None, zone, other.address)
    for one in sorted(story.corrections, key=lambda one: one.moment, reverse=True):
        if one.text.strip():
            yield _filled("correction", style.correction, one.text, one.moment, zone)
    for link in story.answered_by:
        kind, form = "answered", style.answered
        if link.kind is LinkKind.CORRECTION:
            kind, form = "corrected", style.corrected
        yield _filled(kind, form, link.headline, link.moment, zone, link.address)


def announcement(story: Story, style: NoteStyle, zone: tzinfo) -> Note:
    """Return what stands where a withdrawn story stood; never nothing."""
    if story.withdrawal is None:
        return Note("withdrawal", "Berita ini dicabut redaksi.", "")
    gone = story.withdrawal
    return _filled("withdrawal", style.withdrawal, _sentence(gone.reason), gone.moment, zone)


def announced(story: Story, style: NoteStyle) -> Story:
    """Return what may still leave of a withdrawn story; any other is returned as it is.

    Its address stays, and what the portal needs to keep it in its place; words and pictures
    go, also those that search engines and social media are given.
    """
    if story.status is not Status.WITHDRAWN:
        return story
    plain = Story()
    gone = {name: getattr(plain, name) for name in _GONE}
    return replace(story, headline=_marked(story.headline, style.withdrawn_headline), **gone)


def _marked(headline: str, form: str) -> str:
    """Return a headline as the house marks it; one that is marked already as it is."""
    before, slot, after = form.partition("{judul}")
    is_marked = headline.startswith(before) and headline.endswith(after)
    return headline if slot and is_marked else f"{before}{headline if slot else ''}{after}"


def _filled(
    kind: str, form: str, words: str, moment: datetime | None, zone: tzinfo, address: str = ""
) -> Note:
    """Return a note; where it has no time, what is told of that is left out."""
    times = _times(moment.astimezone(zone)) if moment else {}
    if not times:
        form = re.sub(r"\s*\([^()]*\{(?:hari|tanggal|jam)\}[^()]*\)", "", form)
    slot = "{judul}" if "judul" in _SLOTS[kind] else "{isi}"
    before, _, after = form.partition(slot)
    parts = (_SLOT.sub(lambda match: times.get(match[1], ""), part) for part in (before, after))
    mark, rest = (re.sub(r"\s+", " ", part) for part in parts)
    return Note(kind, mark.lstrip(), " ".join(words.split()), rest.rstrip(), address.strip())


def _times(local: datetime) -> dict[str, str]:
    return {
        "hari": WEEKDAYS[local.weekday()],
        "tanggal": figures(local.date()),
        "jam": f"{local:%H.%M} {local.tzname()}",
    }


def _sentence(text: str) -> str:
    """End a text as a sentence, because another follows it."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…" else f"{text}."
