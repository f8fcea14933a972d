"""Reading amounts in Indonesian text: *1.250 orang*, *Rp2,5 miliar*, *40 persen*, *dua belas*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.words import holds_one

LONGEST_SENTENCE = 1_000  # what is longer is a table, not a sentence
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9,
}  # fmt: skip
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_WORDS = "|".join([*_UNITS, *_WHOLE, "belas", *_TIMES, *_SCALES])
_AMOUNT = regex(
    rf"""
    (?<![\w.,/:+–—-]) (?P<money>Rp\s?)?
    (?: (?P<figure>\d{{1,3}}(?:\.\d{{3}}){{1,5}}|\d{{1,15}})(?:,(?P<part>\d{{1,6}}))?
        (?:\s(?P<scale>ribu|juta|miliar|triliun)\b)?
      | (?P<words>(?:{"|".join([*_UNITS, *_WHOLE])})(?:\s(?:{_WORDS})){{0,10}}\b)(?!-)
    )
    (?P<percent>\s?%|\spersen\b)?
    (?![\w/–—-]|[.,:]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Quick to look for; most sentences have none of them.
_FIGURE = regex(r"\d")
_NUMBERS = (*_UNITS, *_WHOLE)
_YEARS = range(1900, 2100)
_LONGEST_WORD = 12
_DATES = regex(
    r"\b(?:pada|tahun|anggaran|sejak|hingga|sampai|musim|periode|awal|akhir|medio)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text: code points ``start`` to ``end``, its value and what is counted.

    ``unit`` is ``Rp``, ``%`` or empty. ``grain`` is the worth of its last
    decimal, by which it may have been rounded: a tenth of a thousand million for *Rp2,5
    miliar*; nothing for an amount without decimals.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    grain: Decimal


@lru_cache(256)  # several rules read the same sentences, one after the other
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts in a text; clock times, dates and spans (20-25) are none.

    >>> [str(a.value) for a in amounts("Rp2,5 miliar untuk 1.250 warga di dua puluh satu desa")]
    ['2500000000.0', '1250', '21']
    """
    if not (_FIGURE.search(text) or holds_one(text.lower(), _NUMBERS)):
        return ()
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        unit = "Rp" if match["money"] else "%" if match["percent"] else ""
        if match["words"]:
            if number := spelled(match["words"]):
                yield Amount(match.start(), match.end(), Decimal(number), unit, Decimal(0))
            continue
        part = match["part"] or ""
        scale = Decimal(_SCALES.get((match["scale"] or "").lower(), 1))
        whole = match["figure"].replace(".", "")
        value = Decimal(f"{whole}.{part}" if part else whole) * scale
        grain = scale / 10 ** len(part) if part else Decimal(0)
        yield Amount(match.start(), match.end(), value, unit, grain)


def spelled(words: str) -> int:
    """Return the number that words spell; 0 if they spell none.

    >>> spelled("seratus dua puluh lima"), spelled("dua belas ribu"), spelled("belas satu")
    (125, 12000, 0)
    """
    total = group = unit = 0
    for word in words.lower().split():
        if word in _UNITS:
            if unit:
                return 0
            unit = _UNITS[word]
        elif word in _WHOLE:
            if unit:
                return 0
            group += _WHOLE[word]
        elif word == "belas" and unit:
            group, unit = group + 10 + unit, 0
        elif word in _TIMES and unit:
            group, unit = group + unit * _TIMES[word], 0
        elif word in _SCALES and group + unit:
            total, group, unit = total + (group + unit) * _SCALES[word], 0, 0
        else:
            return 0
    return total + group + unit


def sentence_amounts(prose: Prose) -> Iterator[list[Amount]]:
    """Yield the amounts of each sentence of a paragraph, with their places there."""
    for start, end in prose.sentences:
        if end - start <= LONGEST_SENTENCE:
            yield [moved(amount, start) for amount in amounts(prose.text[start:end])]


def is_year(text: str, amount: Amount) -> bool:
    """Say whether an amount of a text has the look of a year."""
    figures = text[amount.start : amount.end]
    return not amount.unit and is_of_our_time(amount.value) and figures.isdigit()


def is_of_our_time(value: Decimal) -> bool:
    """Say whether a number is one that a year may have."""
    return value == int(value) and int(value) in _YEARS  # for a Decimal a range would be walked


def is_dated(text: str, amount: Amount) -> bool:
    """Say whether an amount of a text is a year by the word before it: *pada 2022*."""
    near = max(0, amount.start - _LONGEST_WORD)
    return is_year(text, amount) and _DATES.search(text, near, amount.start) is not None


def moved(amount: Amount, by: int) -> Amount:
    """Return the amount as it stands in a text of which it was read from a part."""
    return replace(amount, start=amount.start + by, end=amount.end + by)


def written(value: Decimal) -> str:
    """Return a number with Indonesian marks."""
    whole, _, part = f"{value.normalize():f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{part}" if part else grouped
