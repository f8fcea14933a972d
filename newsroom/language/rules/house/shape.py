"""The rules that a house makes of the shape of a story: its headline and its dateline."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Example, Match
from newsroom.resources import resource
from newsroom.story.dateline import Dateline, split_dateline, write_dateline

HEADLINE = About(
    id="house.headline",
    severity=Severity.HINT,
    message="Gaya selingkung redaksi: judul ini terlalu panjang.",
    source="[headline] dalam berkas gaya selingkung redaksi",
    wrong=(
        Example("Warga Kampung Rekaan Memanen Padi Bersama di Sawah"),
        Example("Padi di Kampung Rekaan Dipanen Warga Pagi Ini"),
        Example("Perpustakaan Kampung Rekaan Dimeriahkan Pendongeng"),
    ),
    right=(
        "Warga Kampung Rekaan Memanen Padi",
        "Padi di Kampung Rekaan Dipanen Warga",
        "Panen  ",
    ),
    fields=("headline",),
    addresses=True,
)
DATELINE = About(
    id="house.dateline",
    severity=Severity.HINT,
    message="Gaya selingkung redaksi: dateline ditulis dengan cara lain.",
    source="[dateline] dalam berkas gaya selingkung redaksi",
    wrong=(
        Example("Lebak, contoh.id - Warga memanen padi.", "LEBAK, contoh.id – Warga memanen padi."),
        Example(
            "CONTOH.ID, LEBAK -- Warga memanen padi.", "LEBAK, CONTOH.ID – Warga memanen padi."
        ),
        Example("LEBAK – Warga memanen padi."),
    ),
    right=(
        "LEBAK, contoh.id – Warga memanen padi.",
        "**LEBAK, contoh.id –** Warga memanen padi.",
        "Lebak, kota di Banten, memanen padi.",
        "Warga memanen padi.\n\nLEBAK, contoh.id – Padi dipanen.",
    ),
    fields=("body",),
    addresses=True,
)

_WORD = re.compile(r"\S+")
_SHOWN = {
    "{place}": "Tempat",
    "{PLACE}": "TEMPAT",
    "{source}": "sumber",
    "{SOURCE}": "SUMBER",
    "{date}": "tanggal",
}


@dataclass(frozen=True, slots=True)
class HeadlineLength:
    """How long a headline may be: in code points, in words, or in both; 0 is any length."""

    longest: int = 0
    words: int = 0
    about: About = HEADLINE

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield what is beyond the measure."""
        text = prose.text.rstrip()
        words = [match.start() for match in _WORD.finditer(text)]
        for most, counted, unit, beyond in (
            (self.longest, len(text), "huruf", self.longest),
            (self.words, len(words), "kata", words[self.words] if self.words < len(words) else 0),
        ):
            if most and counted > most:
                message = (
                    f"Gaya selingkung redaksi: judul paling banyak {most} {unit}; "
                    f"ini {counted} {unit}."
                )
                yield Match(beyond, len(text), (), message)
                return


class DatelineStyle:
    """A dateline that is not written in one of the house's ways; the first is its own."""

    about = DATELINE

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        known = tomllib.loads(resource("datelines.toml").read_text(encoding="utf-8"))["patterns"]
        self._all = (*patterns, *known)

    def note(self, prose: Prose) -> object:
        """Return the dateline that opens a paragraph of the body, and as what it is typed."""
        found = split_dateline(prose.text, self._all) if prose.field == "body" else None
        return (found[0], prose.text[: found[1]]) if found else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the dateline of a story, if it is written in another way."""
        for index, note in enumerate(notes):
            if isinstance(note, tuple):
                dateline, typed = note
                if fault := self.fault(dateline, typed):
                    yield index, fault
                return

    def fault(self, dateline: Dateline, typed: str) -> Match | None:
        """Say what is wrong with a dateline as it was typed; None where it is the house's."""
        ways = [write_dateline(replace(dateline, pattern=way), ()) for way in self._patterns]
        if any(way.split() == typed.split() for way in ways if way):
            return None
        fix = next((way for way in ways if way), "")
        shown = fix or re.sub(r"\{\w+\}", lambda field: _SHOWN[field[0]], self._patterns[0])
        message = f"Gaya selingkung redaksi: dateline ditulis “{shown.strip()}”."
        return Match(0, len(typed), (fix,) if fix else (), message)
