"""A percentage beside the counts that it is worked out from: *90 dari 300 rumah atau 30 persen*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import Amount, is_year, sentence_amounts, written
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_VAGUE = (
    r"(?:sekitar|hampir|lebih\sdari|kurang\slebih|kira-kira|nyaris|kurang\sdari|di\satas|di\sbawah)"
)
_NOUNS = r"(?:\s[a-z]{2,20}){0,3}"
# Between a count and its percentage, and between the whole and a count of it.
_OR = regex(rf"{_NOUNS},?\s(?:atau\s|setara\s|\()(?:sebesar\s|sebanyak\s)?(?P<vague>{_VAGUE}\s)?")
_COUNT_OF_WHOLE = regex(r"(?:\s[a-z]{2,20}){0,2}\sdari\s(?:total\s|sebanyak\s|jumlah\s)?")
_OF_WHOLE = regex(
    r"\b[Dd]ari\s(?:(?:total|sebanyak|jumlah|target|pagu|anggaran|alokasi|dana)\s){0,2}(?:sebesar\s)?$"
)
_WHOLE_THEN_COUNT = regex(
    r"[^.,;:()\d]{1,60},\s(?:sebanyak|hanya|baru|ada|terdapat|tercatat|sudah)?\s?"
)
_WHOLE_AFTER = regex(r"\)?\sdari\s(?:total\s|sebanyak\s|jumlah\s)?")
# Of money the whole may be told bare: dari target Rp250 miliar, baru terserap Rp100 miliar.
_MONEY_THEN_COUNT = regex(
    r"(?:\s[^.,;:()\d]{1,60})?,\s(?:(?:yang|sudah|hanya|baru|telah)\s){0,2}"
    r"(?:tercapai|terserap|terealisasi|terkumpul|tersalurkan|terpakai|cair)\s(?:sebesar\s)?"
)
# What follows a percentage of something else.
_OF_OTHER = regex(r"\)?\s(?:dari|penduduk|jumlah|total|lebih|di\satas|di\sbawah)\b")
_VAGUE_BEFORE = regex(rf"{_VAGUE}\s$", re.IGNORECASE)
_VAGUE_SLACK = 5  # points


class Shares:
    """A percentage that is not what the counts beside it make."""

    needs = ("persen", "%")

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each percentage, with what the counts make of it."""
        text = prose.text
        for found in sentence_amounts(prose):
            for at, share in enumerate(found):
                if share.unit == "%" and (match := _judge(text, found, at)):
                    yield match


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Shares(said("fact")["fact.share"])]


def _judge(text: str, found: Sequence[Amount], at: int) -> Match | None:
    """Return the match of a percentage that contradicts its counts; None if it does not."""
    share = found[at]
    counts = _counts_after(text, found, at) or _counts_before(text, found, at)
    if not counts or counts.count.unit != counts.whole.unit or counts.count.unit == "%":
        return None
    count, whole = counts.count.value, counts.whole.value
    if not 0 < count <= whole or is_year(text, counts.count) or is_year(text, counts.whole):
        return None
    right = 100 * count / whole
    last_place = share.grain or Decimal(1)
    slack = last_place + (_VAGUE_SLACK if counts.is_vague else 0)
    slack += right * (counts.count.grain / count + counts.whole.grain / whole)
    if abs(right - share.value) <= slack:
        return None
    rounded = written(right.quantize(last_place, ROUND_HALF_UP))
    message = (
        f"{written(count)} dari {written(whole)} ialah {rounded} persen, "
        f"bukan {written(share.value)}; periksa angka mana yang keliru."
    )
    unit = text[share.start : share.end].lstrip("0123456789.,")
    return Match(share.start, share.end, (rounded + unit,) if unit else (), message)


@dataclass(frozen=True, slots=True)
class _Counts:
    """The count and the whole that a percentage is of."""

    count: Amount
    whole: Amount
    is_vague: bool


def _counts_before(text: str, found: Sequence[Amount], at: int) -> _Counts | None:
    share = found[at]
    if not at or not (joint := _OR.fullmatch(text, found[at - 1].end, share.start)):
        return None
    near, vague = found[at - 1], bool(joint["vague"])
    if at + 1 < len(found) and _WHOLE_AFTER.fullmatch(text, share.end, found[at + 1].start):
        return _Counts(near, found[at + 1], vague)  # 90 rumah atau 30 persen dari 300 rumah
    if at < 2 or _OF_OTHER.match(text, share.end):
        return None
    first = found[at - 2]
    if _COUNT_OF_WHOLE.fullmatch(text, first.end, near.start):
        return _Counts(first, near, vague)  # 90 dari 300 rumah atau 30 persen
    told = _OF_WHOLE.search(text, max(0, first.start - 40), first.start)
    is_money = first.unit == "Rp" == near.unit
    then = _WHOLE_THEN_COUNT.fullmatch(text, first.end, near.start) or (
        is_money and _MONEY_THEN_COUNT.fullmatch(text, first.end, near.start)
    )
    if told and then:
        return _Counts(near, first, vague)  # dari 300 rumah, 90 rumah atau 30 persen
    return None


def _counts_after(text: str, found: Sequence[Amount], at: int) -> _Counts | None:
    """Return the counts of *30 persen atau 90 dari 300 rumah*."""
    if at + 2 >= len(found):
        return None
    share, count, whole = found[at : at + 3]
    if not _OR.fullmatch(text, share.end, count.start):
        return None
    if not _COUNT_OF_WHOLE.fullmatch(text, count.end, whole.start):
        return None
    before = text[max(0, share.start - 20) : share.start]
    return _Counts(count, whole, bool(_VAGUE_BEFORE.search(before)))
