"""A change against what it is said to be: *dari Rp40.000 menjadi Rp60.000 atau naik 50 persen*.

Or as an amount: *naik Rp20.000, dari Rp40.000 menjadi Rp60.000*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import Amount, is_of_our_time, sentence_amounts, written
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_NOUNS = (
    r"(?:\s(?!(?:dari|menjadi|pada|tahun|dan|serta|sedangkan|sementara|tetapi|lalu)\b)[a-z]{2,20})"
    r"{0,3}"
)
_FROM = regex(r"\bdari\s(?:semula\s|sebelumnya\s)?$")
_TO = regex(rf"{_NOUNS}\s(?:menjadi|ke)\s")
_RISES = r"(?:naik|meningkat|bertambah|melonjak|tumbuh)"
_FALLS = r"(?:turun|menurun|berkurang|merosot|menyusut|anjlok)"
# Between the second amount and the percentage, or the percentage and the first amount.
_CHANGED = regex(
    rf"{_NOUNS},?\s(?:\(|atau\s|alias\s)?(?:(?P<rises>{_RISES})|(?P<falls>{_FALLS}))\s(?:sebesar\s)?"
)
_BEFORE = regex(rf"\b(?:(?P<rises>{_RISES})|(?P<falls>{_FALLS}))\s(?:sebesar\s)?$", re.IGNORECASE)
_THEN_FROM = regex(r"(?:\s[a-z]{2,20})?,?\s(?:yakni\s|yaitu\s)?dari\s(?:semula\s|sebelumnya\s)?")
# What is counted, if it is not money; these count no things: naik dua kali lipat, naik 5 poin.
_COUNTED = regex(r"\s(?!(?:kali|poin|basis|tingkat|peringkat|kelas|level|tahap)\b)([a-z-]{3,20})\b")
_NEAR_NOUN = 60  # code points


class Changes:
    """A rise or a fall that is not what the two amounts beside it make."""

    needs = ("dari",)

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each rise or fall, with what the amounts make of it."""
        text = prose.text
        for found in sentence_amounts(prose):
            for at in range(len(found) - 2):
                if match := _judge(text, found[at : at + 3]):
                    yield match


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Changes(said("fact")["fact.change"])]


def _judge(text: str, three: Sequence[Amount]) -> Match | None:
    """Return the match of a change that contradicts its amounts; None if it does not."""
    read = _change_last(text, three) or _change_first(text, three)
    if read is None:
        return None
    first, second, told, falls = read
    if first.unit != second.unit or first.unit == "%" or not first.value or not second.value:
        return None
    if not first.unit and (is_of_our_time(first.value) or is_of_our_time(second.value)):
        return None
    if told.unit == "%":
        return _judge_share(text, first, second, told, falls=falls)
    return _judge_difference(text, first, second, told, falls=falls)


def _judge_share(
    text: str, first: Amount, second: Amount, share: Amount, *, falls: bool
) -> Match | None:
    change = (first.value - second.value if falls else second.value - first.value) / first.value
    right = 100 * change
    last_place = share.grain or Decimal(1)
    slack = last_place + (100 + abs(right)) * (
        first.grain / first.value + second.grain / second.value
    )
    if right <= 0 or abs(right - share.value) <= slack:
        return None
    rounded = written(right.quantize(last_place, ROUND_HALF_UP))
    message = (
        f"Dari {written(first.value)} menjadi {written(second.value)} ialah "
        f"{'turun' if falls else 'naik'} {rounded} persen, bukan {written(share.value)}; "
        "periksa angka mana yang keliru."
    )
    unit = text[share.start : share.end].lstrip("0123456789.,")
    return Match(share.start, share.end, (rounded + unit,) if unit else (), message)


def _judge_difference(
    text: str, first: Amount, second: Amount, told: Amount, *, falls: bool
) -> Match | None:
    """Return the match of a difference that is not the one of its amounts."""
    right = first.value - second.value if falls else second.value - first.value
    slack = (first.grain + second.grain + told.grain) / 2
    if told.unit != first.unit or right <= 0 or abs(right - told.value) <= slack:
        return None
    if not told.unit and not _is_of_same(text, (first, second), told):
        return None
    message = (
        f"Dari {written(first.value)} menjadi {written(second.value)} ialah "
        f"{'turun' if falls else 'naik'} {written(right)}, bukan {written(told.value)}; "
        "periksa angka mana yang keliru."
    )
    return Match(told.start, told.end, (), message)


def _is_of_same(text: str, amounts: Sequence[Amount], told: Amount) -> bool:
    """Say whether a difference counts what one of the amounts does: *5 kasus*."""
    noun = _COUNTED.match(text, told.end, told.end + _NEAR_NOUN)
    near = (_COUNTED.match(text, one.end, one.end + _NEAR_NOUN) for one in amounts)
    return noun is not None and any(one is not None and one[1] == noun[1] for one in near)


def _change_last(text: str, three: Sequence[Amount]) -> tuple[Amount, Amount, Amount, bool] | None:
    """Read *dari 40 menjadi 60 atau naik 50 persen*."""
    first, second, told = three
    if not _FROM.search(text, max(0, first.start - 20), first.start):
        return None
    joint = _CHANGED.fullmatch(text, second.end, told.start)
    if joint is None or not _TO.fullmatch(text, first.end, second.start):
        return None
    return first, second, told, joint["falls"] is not None


def _change_first(text: str, three: Sequence[Amount]) -> tuple[Amount, Amount, Amount, bool] | None:
    """Read *naik 50 persen, dari 40 menjadi 60*."""
    told, first, second = three
    before = _BEFORE.search(text, max(0, told.start - 30), told.start)
    if before is None or not _TO.fullmatch(text, first.end, second.start):
        return None
    if not _THEN_FROM.fullmatch(text, told.end, first.start):
        return None
    return first, second, told, before["falls"] is not None
