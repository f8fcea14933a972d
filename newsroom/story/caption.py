"""A photograph's caption as readers see it, and what helps to write one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.story.days import WEEKDAYS, figures
from newsroom.story.story import Photo

LONGEST = 250
"""Characters beyond which readers of a phone see no end of a caption."""

_OWN_WORD = re.compile(r"(?:dok|dokumentasi)\b|foto:", re.IGNORECASE)  # needs no "Foto:" before it
_SLOT = re.compile(r"\{([^{}]{1,40})\}")


def credit_line(credit: str) -> str:
    """Return the credit in the brackets that portals put it in.

    >>> credit_line("Rina Contoh/Antara")
    '(Foto: Rina Contoh/Antara)'
    >>> credit_line("Dok. Humas Pemprov Banten")
    '(Dok. Humas Pemprov Banten)'
    >>> credit_line("Doktor Karta")
    '(Foto: Doktor Karta)'
    >>> credit_line("  ")
    ''
    """
    credit = " ".join(credit.split()).strip("()")
    if not credit:
        return ""
    if _OWN_WORD.match(credit):
        return f"({credit})"
    return f"(Foto: {credit})"


def full_caption(photo: Photo) -> str:
    """Return caption and credit in one line, with what is missing left out.

    A caption that tells the credit itself, as a house's template may have it, is whole.

    >>> full_caption(Photo("a.jpg", caption="Warga memilih buku.", credit="Rina Contoh"))
    'Warga memilih buku. (Foto: Rina Contoh)'
    >>> full_caption(Photo("a.jpg", caption="Warga memilih buku. Foto: Rina", credit="Rina"))
    'Warga memilih buku. Foto: Rina'
    """
    caption, credit = photo.caption.strip(), credit_line(photo.credit)
    if credit and _tells(caption, photo.credit):
        return caption
    return " ".join(part for part in (caption, credit) if part)


def _tells(caption: str, credit: str) -> bool:
    """Say whether a caption ends with its credit: in brackets, after *Foto:*, or by itself."""
    words = r"\s+".join(map(re.escape, credit.strip(" ().").split()))
    ending = rf"(?:\(|foto\s*:|[.?!”\")])\s*(?:foto\s*:\s*)?{words}[.)]*\Z"
    return bool(words) and bool(re.search(ending, caption, re.IGNORECASE))


def from_left(names: Sequence[str]) -> str:
    """Return the names of a group as a caption lists them, in the order they stand in.

    >>> from_left(["Karta Wijaya", "Surti Misalwati", "Budi Contoh"])
    '(dari kiri) Karta Wijaya, Surti Misalwati, dan Budi Contoh'
    >>> from_left(["Karta Wijaya", "Surti Misalwati"])
    'Karta Wijaya (kiri) dan Surti Misalwati'
    """
    told = [name for one in names if (name := " ".join(one.split()))]
    if len(told) < 2:
        return "".join(told)
    if len(told) == 2:
        return f"{told[0]} (kiri) dan {told[1]}"
    return f"(dari kiri) {', '.join(told[:-1])}, dan {told[-1]}"


def begun_caption(template: str, photo: Photo) -> str:
    """Return a house's template with what the photograph knows put in; the rest as fields.

    Known are ``{tempat}``, ``{hari}`` with ``{tanggal}``, and ``{kredit}``; all others stay
    for the writer, in the brackets of snippets.

    >>> from datetime import date
    >>> begun_caption("{siapa} {sedang apa} di {tempat}, {hari} ({tanggal}).",
    ...               Photo("a.jpg", place="Andai", taken=date(2019, 6, 20)))
    '⟨siapa⟩ ⟨sedang apa⟩ di Andai, Kamis (20/6/2019).'
    """
    day = photo.taken
    known = {
        "tempat": photo.place,
        "hari": WEEKDAYS[day.weekday()] if day else "",
        "tanggal": figures(day) if day else "",
        "kredit": photo.credit,
    }
    return _SLOT.sub(lambda slot: known.get(slot[1], "") or f"⟨{slot[1]}⟩", template)


def template_fault(template: str) -> str:
    """Return in words what is wrong with a template; empty if nothing is.

    >>> template_fault("{siapa} di {tempat}"), template_fault("{siapa di {tempat}")
    ('', 'memuat kurung kurawal tanpa pasangan, atau isian lebih dari 40 huruf')
    """
    if not template.strip():
        return "tidak boleh kosong"
    rest = _SLOT.sub(lambda slot: "" if slot[1].strip() else slot[0], template)
    if "{}" in "".join(rest.split()):
        return "memuat isian tanpa nama"
    if {"{", "}"} & set(rest):
        return "memuat kurung kurawal tanpa pasangan, atau isian lebih dari 40 huruf"
    return ""
