"""A photograph's caption as readers see it: the sentence, then the credit."""

from __future__ import annotations

from newsroom.story.story import Photo


def credit_line(credit: str) -> str:
    """Return the credit in the brackets that portals put it in.

    >>> credit_line("Rina Contoh/Antara")
    '(Foto: Rina Contoh/Antara)'
    >>> credit_line("Dok. Humas Pemprov Banten")
    '(Dok. Humas Pemprov Banten)'
    >>> credit_line("  ")
    ''
    """
    credit = " ".join(credit.split()).strip("()")
    if not credit:
        return ""
    if credit.casefold().startswith(("dok", "foto:")):
        return f"({credit})"
    return f"(Foto: {credit})"


def full_caption(photo: Photo) -> str:
    """Return caption and credit in one line, with what is missing left out.

    >>> full_caption(Photo("a.jpg", caption="Warga memilih buku.", credit="Rina Contoh"))
    'Warga memilih buku. (Foto: Rina Contoh)'
    """
    return " ".join(part for part in (photo.caption.strip(), credit_line(photo.credit)) if part)
