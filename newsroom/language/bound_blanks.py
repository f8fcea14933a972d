"""Where an Indonesian line must not break: *Rp1 juta*, *20 Juni*, *Pasal 5*, *H. Karta*."""

from __future__ import annotations

import re

from newsroom.language.rules.dates import MONTHS

CLOSERS = ".,;:?!)]”’\"'…"
"""What may stand between a word and the blank behind it."""

_TO_END = rf"[{re.escape(CLOSERS)}]*\Z"
_BLANK = "(?P<blank> )"
# Only what is rightly written: what is not is still to be put right.
_FIGURE = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d{1,2})?"
_HOUR = r"(?:[01]?\d|2[0-4])"
_PLACES = [
    re.compile(before + _BLANK + after + _TO_END)
    for before, after in (
        # An amount and what multiplies it.
        (rf"(?<![\w.,])(?:Rp)?{_FIGURE}", r"(?:ribu|juta|miliar|triliun)"),
        # A day and its month.
        (r"(?<![\w.,/-])(?:[12]?\d|3[01])", rf"(?:{'|'.join(MONTHS)})"),
        # A part of a law, and its number.
        (r"(?<!\w)(?:[Pp]asal|[Bb]ab|BAB)", r"(?:\d{1,4}[A-Z]?|[IVXL]+)"),
        (r"(?<!\w)[Aa]yat", r"\(?\d{1,3}\)?"),
        # A time, and its zone.
        (r"(?<!\w)[Pp]ukul", rf"{_HOUR}(?:\.[0-5]\d)?"),
        (rf"(?<![\w.,]){_HOUR}\.[0-5]\d", r"(?:WIB|WITA|Wita|WIT)"),
        # A title and the name.
        (
            r"(?<![\w.])(?:H|Hj|KH|K\.H|Dr|dr|drg|Drs|Dra|Ir|Prof|Ust|Tgk)\.",
            r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*",
        ),
    )
]
_NO_BREAK = "\u00a0"


def bound(text: str) -> str:
    """Return a text with the blank that its last word must not be parted at made unbreakable.

    >>> bound("pada 20 Juni"), bound("bersama H. Karta.")
    ('pada 20\\xa0Juni', 'bersama H.\\xa0Karta.')
    >>> bound("pada 20 orang"), bound("tahun 2024 Juni")
    ('pada 20 orang', 'tahun 2024 Juni')
    """
    for place in _PLACES:
        if found := place.search(text):
            start = found.start("blank")
            return text[:start] + _NO_BREAK + text[start + 1 :]
    return text
