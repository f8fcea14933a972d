"""A team's wins, draws and losses against its matches and points.

*10 poin dari empat laga, hasil tiga kali menang dan satu kali seri*
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import LONGEST_SENTENCE, amounts
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_NUMBER = (
    r"(?:\d{1,2}|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?:\sbelas)?"
    r"|se(?:puluh|belas))"
)
_WON, _DRAWN, _LOST = (
    rf"(?P<{name}>{_NUMBER})\s(?:kali\s)?{words}"
    for name, words in (
        ("won", r"(?:menang|kemenangan)"),
        ("drawn", r"(?:(?:hasil\s)?(?:seri|imbang))"),
        ("lost", r"(?:kalah|kekalahan)"),
    )
)
_AND = r"(?:,\s|,?\s(?:dan|serta)\s)"
_RECORD = regex(
    rf"(?:(?P<points>{_NUMBER})\s(?:poin|angka)\s(?:hasil\s)?)?"
    rf"(?:[Dd]ari|[Dd]alam)\s(?P<matches>{_NUMBER})\s"
    rf"(?:laga|pertandingan|partai|kali\s(?:main|bermain|bertanding))\b[^.;:()\d]{{0,30}}?[,\s(]\s?"
    rf"(?:(?:hasil|dengan|yakni|yaitu|meraih|mencatat|rinciannya)\s)*(?:dari\s)?"
    rf"{_WON}{_AND}{_DRAWN}(?:{_AND}{_LOST})?\b"
)
_POINTS_A_WIN = 3


class Records:
    """Matches that are not as many as their results, and points that these do not bring.

    A draw is one point and a win three, as in all football; a list without losses may
    leave some out, so that it only must not hold more than the matches.
    """

    needs = ("menang",)

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each record that does not add up."""
        text = prose.text
        for start, end in prose.sentences:
            match = _RECORD.search(text, start, end) if end - start <= LONGEST_SENTENCE else None
            if match and (message := _judge(match)):
                yield Match(match.start(), match.end(), (), message)


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Records(said("fact")["fact.record"])]


def _judge(match: re.Match[str]) -> str:
    """Return what contradicts what; nothing if all agree."""
    matches, won, drawn = (_count(match[name]) for name in ("matches", "won", "drawn"))
    results = won + drawn + (_count(match["lost"]) if match["lost"] else 0)
    if results > matches or (match["lost"] and results < matches):
        return (
            f"Hasilnya berjumlah {results} laga, bukan {matches}; cocokkan lagi dengan sumbernya."
        )
    points = _POINTS_A_WIN * won + drawn
    if match["points"] and results == matches and _count(match["points"]) != points:
        return (
            f"{won} kali menang dan {drawn} kali seri bernilai {points} poin, "
            f"bukan {_count(match['points'])}; cocokkan lagi dengan sumbernya."
        )
    return ""


def _count(number: str) -> int:
    return int(amounts(number)[0].value)
