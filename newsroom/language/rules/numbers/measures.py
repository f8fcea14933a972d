"""What stands behind a figure: symbols of units, and the short forms of sizes and times."""

from __future__ import annotations

import re

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.numbers.in_words import spelled
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.said import said

_DIGITS = tuple("0123456789")
_FIGURE = r"(?P<figure>\d(?<![\w.,/-]\d)(?:[\d.,]*\d)?)"
_UNIT = regex(
    rf"{_FIGURE}(?P<gap>[ ]?)"
    r"(?P<unit>[Kk][MmGg]|[Cc][Mm]|[Hh][Aa]|[Kk][Ww][Hh]|mm|ml|dl|mg|cc|gr|MW)(?![\w-])"
)
_SMALL_UNITS = {unit.lower(): unit for unit in ("km", "kg", "cm", "ha", "kWh")}
# Apart from their figure, other short forms are words, which other rules know.
_SHORT = regex(
    r"(?P<figure>\d(?:(?<=Rp\d)|(?<![\w.,/-]\d))(?:[\d.,]*\d)?)"
    r"(?:[ ]?(?P<size>[Jj][Tt]|[Rr]b)|(?P<word>thn|bln|org|mnt|dtk|mgg))(?![\w-])"
)
# M and T mean much else where no money is told of.
_MONEY = regex(
    r"(?P<figure>\d(?<=Rp\d)(?:[\d.,]*\d)?)[ ]?(?P<size>[MT])(?!\.?[ ]?[A-Z]|[\w-])(?P<word>)"
)
# How often, and no size (2x3), span of hours (2x24 jam), lens (18x zoom) or model.
_TIMES = regex(
    r"(?P<figure>\d(?<![\w.,/+-]\d)\d?)(?:[xX]|[ ]x)"
    r"(?=[.,;!?)”\"]|[ ](?:lipat|lebih|dalam|per|se(?:hari|malam|minggu|pekan|bulan|tahun))\b)"
    r"(?![.,]\d)"
)
_FULL = {
    "jt": "juta", "rb": "ribu", "m": "miliar", "t": "triliun", "thn": "tahun", "bln": "bulan",
    "org": "orang", "mnt": "menit", "dtk": "detik", "mgg": "minggu",
}  # fmt: skip


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("number")
    return [
        Worked(about["number.unit"], _UNIT, _unit, _DIGITS),
        Worked(about["number.short"], _SHORT, _short, _DIGITS),
        Worked(about["number.short_money"], _MONEY, _short, ("Rp",)),
        Worked(about["number.times"], _TIMES, _times, ("x", "X")),
    ]


def _unit(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Part a unit from its figure, and take its capital away: 5kg, 12 Km."""
    unit = _SMALL_UNITS.get(match["unit"].lower(), match["unit"])
    if match["gap"]:
        around = (
            prose.text[max(0, match.start() - 30) : match.start()].split()[-1:]
            + prose.text[match.end() : match.end() + 30].split()[:1]
        )
        # In capitals with all else, or the ship before a name: 2 KM Andai.
        if unit == match["unit"] or any(word.strip(".,:;()").isupper() for word in around):
            return None
        if match["unit"].isupper() and re.match(r" [A-Z]", prose.text[match.end() :][:2]):
            return None
    return (f"{match['figure']} {unit}",)


def _short(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Write a size in full: Rp75jt, Rp3 T."""
    return (f"{match['figure']} {_FULL[(match['size'] or match['word']).lower()]}",)


def _times(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Write out how often: 2x."""
    number = int(match["figure"])
    if not number or match["figure"].startswith("0"):
        return None
    times = f"{spelled(number) or number} kali"
    opens = prose.text[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in {
        "",
        ".",
        "?",
        "!",
    }
    return (times.capitalize() if opens else times,)
