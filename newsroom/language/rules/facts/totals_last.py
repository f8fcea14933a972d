"""A total that comes after its parts: *A 40 rumah, B 30 rumah, dan C 20 rumah. Totalnya 80 rumah.*

The parts must be told alike, by names of their own or by one word that opens each
(*belanja pegawai …, belanja modal …*), or what was spent of a sum would be added to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import (
    LONGEST_SENTENCE,
    Amount,
    amounts,
    is_dated,
    moved,
    written,
)
from newsroom.language.rules.facts.parts import counted
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_VERB = (
    r"(?:\s(?:mencapai|menerima|mendapat|memperoleh|sebesar|sebanyak|senilai|ada|berjumlah"
    r"|tercatat))?"
)
_PROPER = r"(?:(?:[Dd]i|[Dd]ari|[Uu]ntuk)\s)?[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{0,30}){0,3}"
_COMMON = r"[A-Z]?[a-z]{3,20}(?:\s[a-z/-]{2,20}){1,5}?"
_LABEL = rf"(?P<label>{_PROPER}|{_COMMON})"
# Between two parts whose names come first; the last one has its *dan*.
_NEXT_NAMED = regex(
    rf"(?:\s[a-z]{{2,12}}){{0,2}}(?:,?\s(?P<and>dan|serta|sedangkan|sementara)|,)\s{_LABEL}{_VERB}\s"
)
_FIRST_NAMED = regex(rf"(?:^|[\s,“]){_LABEL}{_VERB}\s$")
# Behind each amount, where the names come after it: 40 rumah di Andai.
_PLACED = r"(?:\s[a-z]{2,12}){0,2}\s(?P<by>di|dari|untuk)\s(?P<label>[^,.;:()“”\"\d]{3,60}?)"
_NEXT_PLACED = regex(rf"{_PLACED}(?:,?\s(?P<and>dan|serta|sedangkan|sementara)|,)\s")
_LAST_PLACED = regex(rf"{_PLACED}(?=[.,;]|$)")
# Parts that are none, or not all.
_NOT_ALL = regex(
    r"\b(?:antara\slain|di\santaranya|termasuk|misalnya|masing-masing|setiap|tiap|per|lain-lain"
    r"|lainnya|sekitar|hampir|lebih|kurang|sedikitnya|setidaknya|naik|turun|menjadi|semula"
    r"|sebelumnya|dibanding\w*|target|pagu|realisasi|ter(?:serap|sisa|ealisasi|capai)|sisa\w*"
    r"|selebihnya|harga\w*|beberapa|sejumlah|puluhan|ratusan|rata-rata|selama|dari\stotal|atau"
    r"|se(?:orang|ekor|buah|unit))\b",
    re.IGNORECASE,
)
_TOTAL = (
    r"(?:(?:jumlah|total)(?:nya)?(?:\s(?:keseluruhan|seluruh)(?:nya)?)?|(?:ke)?seluruhannya"
    r"|semuanya)"
)
_WORDS = (
    r"(?:\s(?!(?:sejak|selama|hingga|tahun|lain\w*|se[a-z]+|untuk|dari|yang\slain)\b)[a-z]{2,15})"
)
_OPENING = regex(
    rf"[“\"]?(?:(?:jadi|dengan\sdemikian|secara\skeseluruhan|jika\s(?:di)?total|bila\sdijumlahkan)"
    rf",?\s)?{_TOTAL}{_WORDS}{{0,4}}\s",
    re.IGNORECASE,
)
_WITHIN = regex(
    rf"(?:[^,.;:()“”\d]{{0,60}}),?\s(?:sehingga|jadi|maka|dengan)\s{_TOTAL}{_WORDS}{{0,4}}\s"
)
# A total of more than the parts told.
_OF_MORE = regex(
    r"\b(?:sejak|selama|sepanjang|tahun|periode|hingga|sampai|termasuk|ditambah|dengan|lain\w*"
    r"|seluruh|se-?(?:kabupaten|kota|provinsi|Indonesia)|juga|dari|naik|turun)\b",
    re.IGNORECASE,
)
_VAGUE = regex(
    r"\b(?:sekitar|hampir|lebih|kurang|lebih\sdari|sedikitnya|setidaknya|minimal|maksimal)\s$",
    re.IGNORECASE,
)
_CLASSIFIERS = frozenset(("unit", "buah", "orang", "jiwa", "ekor", "kasus", ""))
_FIGURE = regex(r"\d")
_FEWEST = 2
_NEAREST, _FARTHEST = Decimal("0.5"), Decimal(2)  # of the total; what is farther off is another


@dataclass(frozen=True, slots=True)
class _List:
    """The parts of a closed list, and what they count."""

    parts: tuple[Amount, ...]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Total:
    """A total with what it counts; its place is that in the paragraph."""

    amount: Amount
    noun: str


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a paragraph tells: wrong totals, a list that ends it and a total that opens it."""

    field: str
    found: tuple[Match, ...]
    last: _List | None
    first: _Total | None


class TotalsLast:
    """A total after its parts, which do not make it."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return what a paragraph tells of parts and totals; None if it tells nothing."""
        text = prose.text
        if not _FIGURE.search(text):
            return None
        found: list[Match] = []
        before: _List | None = None
        first: _Total | None = None
        for number, (start, end) in enumerate(prose.sentences):
            if end - start > LONGEST_SENTENCE:
                before = None
                continue
            sentence = text[start:end]
            told = [one for one in amounts(sentence) if not is_dated(sentence, one)]
            opening = _opening(sentence, told, start)
            if number == 0:
                first = opening
            if before and opening and (match := _judge(before, opening)):
                found.append(match)
            before = _listed(sentence, told)
            total = _within(sentence, told, start)
            if total and (match := _judge(*total)):
                found.append(match)
        if not found and before is None and first is None:
            return None
        return _Noted(prose.field, tuple(found), before, first)

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the totals that are not the sum of the parts before them."""
        for index, note in enumerate(notes):
            if not isinstance(note, _Noted):
                continue
            yield from ((index, found) for found in note.found)
            before = notes[index - 1] if index else None
            if not isinstance(before, _Noted) or before.field != note.field:
                continue
            if before.last and note.first and (match := _judge(before.last, note.first)):
                yield index, match


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    return [TotalsLast(said("fact")["fact.sum_after"])]


def _judge(parts: _List, total: _Total) -> Match | None:
    """Return the match of a total that its parts do not make; None if they may."""
    units = {part.unit for part in parts.parts}
    if units != {total.amount.unit} or total.amount.unit == "%" or not total.amount.value:
        return None
    nouns = parts.nouns | {total.noun}
    if not total.amount.unit and len(nouns - _CLASSIFIERS) > 1:
        return None
    if not total.amount.unit and total.noun and "" in parts.nouns:
        return None  # bare figures may be of anything
    found = sum((part.value for part in parts.parts), Decimal(0))
    slack = sum((part.grain / 2 for part in parts.parts), total.amount.grain / 2)
    is_near = _NEAREST <= found / total.amount.value <= _FARTHEST
    if abs(found - total.amount.value) <= slack or not is_near:
        return None
    message = (
        f"Bagiannya berjumlah {written(found)}, bukan {written(total.amount.value)}; "
        "cocokkan lagi dengan sumbernya."
    )
    return Match(total.amount.start, total.amount.end, (), message)


def _opening(sentence: str, told: Sequence[Amount], start: int) -> _Total | None:
    """Return the total that a sentence opens with: *Totalnya mencapai 80 rumah*."""
    if len(told) != 1 or not _OPENING.fullmatch(sentence, 0, told[0].start):
        return None
    return _total(sentence, told[0], start)


def _within(sentence: str, told: Sequence[Amount], start: int) -> tuple[_List, _Total] | None:
    """Return a list with the total that ends its sentence: *…, sehingga totalnya 80 rumah*."""
    if len(told) <= _FEWEST or not _WITHIN.fullmatch(sentence, told[-2].end, told[-1].start):
        return None
    parts, total = _listed(sentence, told[:-1]), _total(sentence, told[-1], start)
    return (parts, total) if parts and total else None


def _total(sentence: str, amount: Amount, start: int) -> _Total | None:
    if _OF_MORE.search(sentence, amount.end) or _VAGUE.search(sentence, 0, amount.start):
        return None
    return _Total(moved(amount, start), counted(sentence, amount))


def _listed(sentence: str, told: Sequence[Amount]) -> _List | None:
    """Return the closed list that the amounts of a sentence make, if they make one."""
    if len(told) < _FEWEST or _NOT_ALL.search(sentence, 0, told[-1].end):
        return None
    labels = _named_first(sentence, told) or _named_after(sentence, told)
    if not labels or len(set(labels)) < len(labels):
        return None
    return _List(tuple(told), frozenset(counted(sentence, one) for one in told))


def _named_first(sentence: str, told: Sequence[Amount]) -> list[str]:
    """Return the names before the amounts; nothing if they are not alike."""
    first = _FIRST_NAMED.search(sentence, 0, told[0].start)
    joints = [_NEXT_NAMED.fullmatch(sentence, a.end, b.start) for a, b in pairwise(told)]
    if first is None or not joints[-1] or not joints[-1]["and"]:
        return []
    labels = [first["label"]]
    for joint in joints:
        if joint is None:
            return []
        labels.append(joint["label"])
    return labels if _are_alike(labels) else []


def _are_alike(labels: Sequence[str]) -> bool:
    """Say whether all are names, or all but the first word of each is its own."""
    if all(label.rpartition(" ")[2][:1].isupper() for label in labels):
        return True
    opened = {label.partition(" ")[0].lower() for label in labels[1:]}
    return len(opened) == 1 and opened <= set(labels[0].lower().split())


def _named_after(sentence: str, told: Sequence[Amount]) -> list[str]:
    """Return what stands behind the amounts, each by the same preposition."""
    joints = [_NEXT_PLACED.fullmatch(sentence, a.end, b.start) for a, b in pairwise(told)]
    last = _LAST_PLACED.match(sentence, told[-1].end)
    if last is None or not joints[-1] or not joints[-1]["and"]:
        return []
    placed = [last]
    for joint in joints:
        if joint is None:
            return []
        placed.append(joint)
    return [one["label"] for one in placed] if len({one["by"] for one in placed}) == 1 else []
