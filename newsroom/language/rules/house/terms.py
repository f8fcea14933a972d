"""The rules that a house makes itself: what it does not write, and what it writes instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import Pattern, Phrases, like
from newsroom.language.rules.rule import About, Example, Match

TERM = About(
    id="house.term",
    severity=Severity.WARNING,
    message="Gaya selingkung redaksi: tulis “{fix}”, bukan “{text}”.",
    source="[phrases] dalam berkas gaya selingkung redaksi",
    wrong=(
        Example("Warga masyarakat memanen padi.", "Warga memanen padi."),
        Example("Ia dihubungi lewat HP kemarin.", "Ia dihubungi lewat ponsel kemarin."),
        Example("Rapat di pemkot tangsel ramai.", "Rapat di Pemkot Tangerang Selatan ramai."),
    ),
    right=(
        "“Warga masyarakat memanen padi,” katanya.",
        "Warga, masyarakat, dan petani hadir.",
        "Tombol hp itu rusak.",
    ),
    quotes=False,
)
HONORIFIC = About(
    id="house.honorific",
    severity=Severity.HINT,
    message="Gaya selingkung redaksi: nama ditulis tanpa sapaan, cukup “{fix}”.",
    source="honorifics dalam berkas gaya selingkung redaksi",
    wrong=(
        Example("Menurut Bapak Karta, padi dipanen.", "Menurut Karta, padi dipanen."),
        Example("Ibu Melati menanam padi.", "Melati menanam padi."),
        Example("Padi Bapak Karta dan Ibu Melati dipanen.", "Padi Karta dan Melati dipanen."),
    ),
    right=(
        "“Bapak Karta yang menanam,” katanya.",
        "Bapak itu menanam padi.",
        "Pembangunan Ibu Kota Nusantara berlanjut.",
        "Ibu Negara menanam padi.",
        "Bapak-bapak Kampung Rekaan memanen padi.",
    ),
    quotes=False,
)

# After these, what looks like a form of address is one name with it: Ibu Kota, Ibu Negara.
_NO_NAMES = "Kota|Negara|Pertiwi|Bangsa|Proklamator|Pembangunan|Rumah"


@dataclass(frozen=True, slots=True)
class Term:
    """What a house does not write (``wrong``), what it writes instead if anything, and why."""

    wrong: str
    write: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a house.

    Those in lower case are found with any capitals, and the correction takes over
    theirs; others are found only as they are written.
    """

    terms: Sequence[Term]
    about: About = TERM
    _phrases: Phrases = field(init=False)
    _by_phrase: Mapping[str, Term] = field(init=False)

    def __post_init__(self) -> None:
        by_phrase = {term.wrong.lower(): term for term in self.terms}
        object.__setattr__(self, "_by_phrase", by_phrase)
        object.__setattr__(self, "_phrases", Phrases(self.about, dict.fromkeys(by_phrase, ())))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each term that is not part of what is to be written for it."""
        for match in self._phrases.find(prose):
            found = " ".join(prose.text[match.start : match.end].split())
            term = self._by_phrase[found.lower()]
            if term.wrong not in (found, found.lower()):
                continue
            if not term.write:
                yield Match(match.start, match.end, (), term.reason)
                continue
            fix = _as_found(term, found, prose, match.start)
            if not _stands(fix, found, prose.text, match.start):
                yield Match(match.start, match.end, (fix,), term.reason)


def without_honorifics(honorifics: Sequence[str]) -> Pattern:
    """Return the rule that takes these forms of address away from names."""
    words = "|".join(re.escape(word) for word in honorifics)
    expression = rf"(?<![\w-])(?:{words})[ ](?!(?:{_NO_NAMES})\b)([A-Z]\w{{1,40}})"
    return Pattern(HONORIFIC, re.compile(expression), r"\1", tuple(honorifics))


def _as_found(term: Term, found: str, prose: Prose, start: int) -> str:
    """Return the correction with the capitals that the place asks for."""
    if term.wrong == term.wrong.lower():
        return like(found, term.write)
    opens = any(word.opens for word in prose.words if word.start == start)
    return term.write[:1].upper() + term.write[1:] if opens else term.write


def _stands(fix: str, found: str, text: str, start: int) -> bool:
    """Say whether the text around has the correction already: Kota Serang for Serang."""
    at = fix.lower().find(found.lower())
    if at < 0 or start < at:
        return False
    around = text[start - at : start - at + len(fix)]
    return around[:1].lower() + around[1:] == fix[:1].lower() + fix[1:]
