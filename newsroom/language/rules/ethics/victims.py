"""What tells who the victim of a sexual crime is: a name, a relative, a school, an address.

Only who is named as the victim counts, not the suspect, a lawyer or an officer beside
whom the word *korban* stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex

# A name of two and more letters a word, so that initials are none: AB, R, M.S.
NAME = r"[A-Z][a-z]{2,20}(?:\s(?:bin|binti|[A-Z][a-z]{1,20})){0,4}"
_BODIES = frozenset((
    "Polisi", "Polres", "Polda", "Polsek", "Kapolres", "Kapolsek", "Kabupaten", "Kota", "Kecamatan",
    "Desa", "Dinas", "Komisi", "Kepala", "Menurut", "Kasat", "Kanit", "Kabid", "Kementerian",
    "Pemerintah", "Universitas", "Indonesia", "Jaksa", "Hakim", "Pengadilan", "Kejaksaan",
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
))  # fmt: skip
NEEDS = ("korban", "penyintas", "rt", "jalan ", "jl", "perkosa", "cabuli", "setubuhi", "rudapaksa",
         "sodomi", "lecehkan", "siswi", "siswa", "pelajar", "murid", "santri")  # fmt: skip
"""Strings in lower case of which a paragraph that tells something of it has one."""

_CRIME = (
    r"(?:pemerkosaan|perkosaan|pencabulan|pelecehan|kekerasan|seksual|persetubuhan|rudapaksa|asusila"
    r"|sodomi|eksploitasi|tindak|pidana|kasus|dugaan|aksi|perbuatan|kejahatan|anak)"
)
_POINTED = r"(?:itu|ini|tersebut|pertama|kedua|lain|lainnya)"
_APPOSED = r"(?:\s(?:yang\s)?(?:bernama|atas\snama)|,?\s(?:yakni|yaitu)|\s(?:adalah|ialah)|,)"
# Korban pemerkosaan itu, Sari Kumala (23); korban bernama Sari Kumala.
_NAMED = regex(
    rf"\b(?P<word>[Kk]orban(?:nya)?|[Pp]enyintas(?:nya)?)(?:\s{_CRIME}){{0,4}}(?:\s{_POINTED})?"
    rf"(?:(?P<apposed>{_APPOSED})\s(?P<name>{NAME})|\s(?P<aged>{NAME})(?=\s\(\d{{1,2}}\b))"
)
_SHIELDED = regex(
    r"\b(?:selain|demi|untuk|bagi|terkait|soal|tentang|terhadap|mendampingi|melindungi|menemui|memeriksa"
    r"|bersama|dampingi|pengacara|pendamping|psikolog|guru|teman|tetangga|saksi|kuasa\shukum"
    r"|penasihat\shukum|mengenal|bukan)\s(?:para\s|seorang\s)?$",
    re.IGNORECASE,
)
# Sari Kumala (23) melapor setelah diperkosa; Sari Kumala (12) menjadi korban pencabulan.
_SUFFERED = regex(
    rf"(?P<name>{NAME})(?:\s\(\d{{1,2}}(?:\s(?:tahun|th))?\)|,\s\d{{1,2}}\stahun,)"
    rf"(?P<gap>(?:,?\s[a-z]{{2,14}}){{0,9}}?),?\s(?:diperkosa|dicabuli|disetubuhi|dirudapaksa|disodomi"
    rf"|dilecehkan|(?:menjadi|jadi|sebagai)\skorban\s{_CRIME})\b"
)
_ANOTHER = regex(
    r"\b(?:korban\w*|anak\w*|putri\w*|siswi\w*|gadis|perempuan|istri\w*|ditangkap|ditahan|diduga|tersangka"
    r"|pelaku|terhadap|bahwa|mengatakan|menyebut|menyatakan|menjelaskan|menambahkan|tidak|bukan)\b"
)
_SUSPECT = regex(
    r"\b(?:tersangka|terdakwa|pelaku|terduga|terpidana|saksi|hakim|jaksa|pengacara|kata|ujar|tutur|menurut)"
    r"\s(?:kasus\s\w+,?\s)?$",
    re.IGNORECASE,
)
_SCHOOL = regex(
    r"\b(?:[Ss]isw[ai]|[Pp]elajar|[Mm]urid|[Ss]antri(?:wati)?)\s(?:(?:kelas|di|dari|sebuah|\d|[IVX]{1,4}|yang"
    r"|bersekolah)\s){0,4}(?P<school>(?:SD|SMP|SMA|SMK|MI|MTs|MA|TK)(?:N|\sNegeri)?\s?"
    r"(?:\d{1,3}(?:\s[A-Z][a-z]{2,20}){0,2}|(?:[A-Z][a-z]{2,20}\s?){1,3}))"
)
_ADDRESS = regex(
    r"\b(?:RT\s?\.?\s?\d{1,3}(?:\s?/\s?|\s)RW\s?\.?\s?\d{1,3}|RT\s?/\s?RW\s?\d{1,3}\s?/\s?\d{1,3}"
    r"|(?:[Jj]alan|Jl\.?)\s[A-Z][\w ]{2,30}\s(?:Nomor|No\.?)\s?\d{1,4})"
)
_LOOK_BACK = 30


def is_person(name: str) -> bool:
    """Say whether words with capitals name someone, not an office or a day."""
    return name.split()[0] not in _BODIES


def victims(prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield the places that tell who a victim is."""
    text = prose.text
    found: set[tuple[int, int]] = set()
    if "orban" in text or "enyintas" in text:
        found.update(_named(text))
    for match in _SUFFERED.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        is_other = _ANOTHER.search(match["gap"]) or _SUSPECT.search(before)
        if is_person(match["name"]) and not is_other:
            found.add(match.span("name"))
    found.update(match.span("school") for match in _SCHOOL.finditer(text))
    found.update(match.span() for match in _ADDRESS.finditer(text))
    yield from sorted(found)


def _named(text: str) -> Iterator[tuple[int, int]]:
    for match in _NAMED.finditer(text):
        group = "name" if match["name"] else "aged"
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not is_person(match[group]) or _SHIELDED.search(before):
            continue
        # A comma may as well end a phrase: the name in apposition has its own after it.
        is_inside = match["apposed"] == "," and match["word"][0].islower()
        is_bare = is_inside and text[match.end() : match.end() + 1] != ","
        if is_bare and not text.startswith(" (", match.end()):
            continue
        yield match.span(group)
