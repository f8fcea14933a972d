"""One item that stands twice in one list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

_AND = re.compile(r"(?:dan|serta|atau)\s", re.IGNORECASE)
# What opens a list behind a comma, with its first item: *di empat desa, yakni Andai, …*
_OPENS_LIST = re.compile(
    r"\s*(?:yakni|yaitu|antara\slain|meliputi|mencakup|di\santaranya|seperti|misalnya|termasuk"
    r"|terdiri\s(?:atas|dari))\b",
    re.IGNORECASE,
)
_AND_WITHIN = re.compile(r"\s(?:dan|serta|atau)\s")
_REST = re.compile(
    r"""(?:(?:sementara|sedangkan|adapun)\s)?
    (?:(?:sebanyak\s)?[\d.]{1,12}\s[a-z]{2,20}\s)?(?:sisanya|selebihnya)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# The capitals that a text ends with, or its last word.
_ENDING = re.compile(r"(?:[A-Z][\w-]{0,30}(?:\s[A-Z][\w-]{0,30}){0,4}|[\w-]{1,30})$")
_LONGEST_ITEM = 60
_SHORTEST_ITEM = 3  # shorter ones stand for anything: X, Y, dan X
_MOST_WORDS = 5
_LONG_VERB = 7  # letters; shorter words in ber-, ter- and me- are mostly things: beras, meja
# Runs of these tell what came after what, or who speaks; they may come again.
_IN_TURN = frozenset((
    "menang", "kalah", "seri", "imbang", "naik", "turun", "kiri", "kanan", "maju", "mundur", "satu",
    "dua", "tiga", "empat", "lima", "ya", "tidak", "lalu", "kemudian", "juga", "hitam", "putih",
    "kata", "ujar", "ungkap", "jelas", "tutur", "menurut", "katanya", "ujarnya", "tentu",
    "misalnya", "ya", "begitu",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    start: int


class RepeatedItem:
    """The same name twice in a list, or in a list and in what is said of the rest.

    ``regions`` are names in lower case that a list may hold more than once, because
    they say where the item before lies: *Depok, Jawa Barat, dan Bogor, Jawa Barat*.
    """

    needs = (",",)

    def __init__(self, about: About, regions: Collection[str]) -> None:
        self.about = about
        self._regions = regions

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the second place of each item that stands twice."""
        text, sentences = prose.text, prose.sentences
        for index, (start, end) in enumerate(sentences):
            if text.count(",", start, end) < 2 and not (
                "," in text[start:end]
                and index + 1 < len(sentences)
                and _REST.match(text, sentences[index + 1][0])
            ):
                continue
            items = list(_items(text, start, end))
            if found := self._twice(items):
                yield self._match(found)
            if index + 1 < len(sentences) and _REST.match(text, sentences[index + 1][0]):
                yield from self._in_rest(text, items, *sentences[index + 1])

    def _twice(self, items: list[_Item]) -> _Item | None:
        if len(items) < 3:
            return None
        first: dict[str, _Item] = {}
        again = []
        for item in items:
            key = item.text.lower()
            if key in first and key not in self._regions and not _comes_again(item.text):
                again.append(item)
            first.setdefault(key, item)
        if len(again) != 1 or len(first) < 2:
            return None
        # Clauses may begin with the same small word; a list of things has none among them.
        if again[0].text[:1].islower() and not all(_is_thing(item.text) for item in items):
            return None
        return again[0]

    def _in_rest(self, text: str, items: list[_Item], start: int, end: int) -> Iterator[Match]:
        if len(items) < 2:
            return
        for item in items:
            if not item.text[:1].isupper() or item.text.lower() in self._regions:
                continue
            found = re.compile(rf"(?<![\w-]){re.escape(item.text)}(?![\w-]|\s[A-Z])").search(
                text, start, end
            )
            if found:
                yield self._match(_Item(item.text, found.start()))

    def _match(self, item: _Item) -> Match:
        return Match(
            item.start,
            item.start + len(item.text),
            (),
            f"“{item.text}” sudah disebut dalam daftar yang sama; "
            "tanyakan kepada sumber apakah yang lain yang dimaksud.",
        )


def rules() -> list[Rule]:
    """Return the rules of this module."""
    regions = frozenset(name.lower() for name in read_list("regions")["regions"])
    return [RepeatedItem(said("fact")["fact.list"], regions)]


def _is_thing(item: str) -> bool:
    return item[:1].islower() and len(item.split()) <= 3


def _comes_again(item: str) -> bool:
    """Say whether an item may well stand twice: a letter, what is done, who speaks."""
    first = item.partition(" ")[0]
    return (
        first in _IN_TURN
        or len(item) < _SHORTEST_ITEM
        or (len(first) >= _LONG_VERB and first.startswith(("me", "ber", "ter", "di")))
    )


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    """Yield the items of the first list in a sentence that *dan* closes.

    Of its first and last item only the end or the beginning is known: the first has
    the sentence's other words before it.
    """
    pieces = []
    at = start
    for piece in text[start:end].split(","):
        pieces.append((at, at + len(piece)))
        at += len(piece) + 1
    for last in range(1, len(pieces)):
        closing = text[slice(*pieces[last])].lstrip()
        if last >= 2 and _AND.match(closing):
            middle, tail = pieces[1:last], _AND.sub("", closing, count=1)
        elif inner := _AND_WITHIN.search(closing):
            if inner.start() > _LONGEST_ITEM:
                continue
            begin = pieces[last][1] - len(text[slice(*pieces[last])].lstrip())
            middle = [*pieces[1:last], (begin, begin + inner.start())]
            tail = closing[inner.end() :]
        else:
            continue
        middle = _whole_items(text, middle)
        if not middle:
            continue
        others = [_item(text, *span) for span in middle]
        before = text[max(start, middle[0][0] - 1 - _LONGEST_ITEM) : middle[0][0] - 1]
        yield from _first(before, middle[0][0] - 1, [*others])
        yield from others
        yield from _last(tail.rstrip(' .”"!?'), pieces[last][1] - len(tail), others)
        return


def _whole_items(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans at the end that may be items, nothing longer between them."""
    kept: list[tuple[int, int]] = []
    for span in reversed(spans):
        words = text[slice(*span)].split()
        if not 0 < len(words) <= _MOST_WORDS or span[1] - span[0] > _LONGEST_ITEM:
            break
        if any(mark in text[slice(*span)] for mark in '“”"()0123456789'):
            break
        if _OPENS_LIST.match(text, *span):
            break
        kept.insert(0, span)
    return kept


def _item(text: str, start: int, end: int) -> _Item:
    stripped = text[start:end].strip()
    return _Item(stripped, text.index(stripped, start))


def _first(before: str, end: int, others: list[_Item]) -> Iterator[_Item]:
    """Yield the first item: the words before the first comma that make it like the others."""
    for item in others:
        if not before.endswith(item.text):
            continue
        word_before = before[: -len(item.text)].rstrip().rpartition(" ")[2]
        whole = before[: -len(item.text)]
        if whole and not whole[-1].isspace():
            continue
        if not word_before[:1].isupper():
            yield _Item(item.text, end - len(item.text))
            return
    # A first item that is unlike all others still counts as one.
    found = _ENDING.search(before)
    if found:
        yield _Item(found.group(), end - len(before) + found.start())


def _last(tail: str, start: int, others: list[_Item]) -> Iterator[_Item]:
    for item in others:
        after = tail[len(item.text) :]
        if tail.startswith(item.text) and (
            not after or (item.text[:1].isupper() and re.match(r"\s[a-z]", after))
        ):
            yield _Item(item.text, start)
            return
    yield _Item(tail, start)
