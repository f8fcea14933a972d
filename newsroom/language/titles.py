"""How an office and a name with its degrees are written out: *Plt. Kadis, drs. Badu Karta MSi*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsroom.language.office_capitals import with_capitals
from newsroom.language.rules.word_lists import read_list

_DOCTORS = {"dr": "dr.", "Dr": "Dr.", "DR": "Dr."}


def official_title(title: str) -> str:
    """Return an office without short forms, as it is written at first mention.

    It has its capitals where it is said of what place or body it is; what is no known
    office stays as it was typed.

    >>> official_title("Plt. Kadishub Kab. Lebak")
    'Pelaksana Tugas Kepala Dinas Perhubungan Kabupaten Lebak'
    >>> official_title("bupati lebak"), official_title("bupati"), official_title("Ketua RT")
    ('Bupati Lebak', 'bupati', 'Ketua RT')
    """
    offices, after = _list("offices"), _list("after")
    written: list[str] = []
    is_known = False
    for word in title.split():
        bare = word.rstrip(".,").casefold()
        known = offices.get(bare) or (written and after.get(bare)) or ""
        is_known = is_known or bare in offices
        comma = "," if known and word.endswith(",") else ""
        written += f"{known or word}{comma}".split()
    return " ".join(with_capitals(written, is_office=is_known))


def written_name(name: str) -> str:
    """Return a name with its degrees as the spelling rules have them; EYD V, II.F.

    >>> written_name("drs. Badu Karta SH, MSi")
    'Drs. Badu Karta, S.H., M.Si.'
    >>> written_name("Siti Khadijah M.A.")
    'Siti Khadijah M.A.'
    """
    words = name.split()
    first, last = 0, len(words)
    while first < last - 1 and _before(words[first]):
        first += 1
    while last > first + 1 and _degree(words[last - 1]):
        last -= 1
    own = words[first:last]
    # Of a name in capitals the last letters may be any part of it.
    if not own or not any(letter.islower() for letter in "".join(own)):
        return name
    before = " ".join([*map(_before, words[:first]), *own])
    degrees = [_degree(word) for word in words[last:]]
    # A comma at its end is being written on.
    return ", ".join([before.rstrip(","), *degrees]) if degrees else before


def _before(word: str) -> str:
    """Return how what stands before a name is written; empty if it is a part of the name."""
    bare = word.replace(".", "")
    return _DOCTORS.get(bare) or _list("before").get(bare.casefold(), "")


def _degree(word: str) -> str:
    """Return how a degree behind a name is written; empty if it is none."""
    return _degrees().get(word.rstrip(",").replace(".", ""), "")


@cache
def _degrees() -> Mapping[str, str]:
    forms: Mapping[str, str] = read_list("degrees")["forms"]
    return forms


@cache
def _list(name: str) -> Mapping[str, str]:
    words: Mapping[str, str] = read_list("titles")[name]
    return words
