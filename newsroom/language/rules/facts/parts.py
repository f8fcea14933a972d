"""The parts that a list divides a total into.

A rule that guesses is worse than none: only lists whose every part opens with an amount,
or gives a name and then an amount, and whose end is marked by *dan*, *serta* or
*sisanya*, are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from newsroom.language.rules.facts.amounts import Amount, amounts, is_dated
from newsroom.language.rules.regex import regex

_REST = regex(r"(?:(?:sementara|sedangkan|adapun|dan)\s)?(?:sisanya|selebihnya),?\s", re.IGNORECASE)
_PART = regex(
    r"(?:;|,)?\s(?P<and>(?:dan|serta)\s)?(?P<rest>(?:sisanya|selebihnya),?\s)?"
    r"(?:sebanyak\s|sebesar\s|ada\s)?$|,\s?$",
    re.IGNORECASE,
)
_EACH = regex(r"masing-masing\s(?:sebanyak\s|sebesar\s)?$", re.IGNORECASE)
_SHARED_BY = regex(r"\b(?:dari|di|untuk|kepada|bagi|ke|oleh|pada)\s", re.IGNORECASE)
# What the amount before counts, what parts it from the next name, and that name.
_NAME = (
    r"(?:(?:di|dari|untuk|ke)\s)?(?:[A-Z][\w.-]{0,30}(?:\s[A-Z][\w.-]{0,30}){0,4}"
    r"|laki-laki|perempuan|pria|wanita|putra|putri)"
)
_MANY = r"(?:\s(?:sebanyak|sebesar|ada|mencapai))?\s\(?"
_FIRST_NAME = regex(rf"\s*{_NAME}{_MANY}")
_NEXT_NAME = regex(
    rf"(?:\s[a-z-]{{2,20}})?\)?(?:[,;]|[,;]?\s(?P<and>dan|serta|sedangkan|sementara))\s{_NAME}{_MANY}"
)
_LAST_NAMED = regex(r"(?:\s[a-z-]{2,20})?\)?(?:[.,;]|$)")
_OPEN = regex(
    r"\b(?:antara\slain|di\santaranya|termasuk|lain-lain|lainnya|sekitar|kurang\slebih|puluhan"
    r"|lebih\sdari|hampir|beberapa|sejumlah|dll|dsb|sebagainya|dan/atau|atau|setengah|separuh"
    r"|se(?:orang|ekor|buah|batang|lembar|pasang|unit))\b",
    re.IGNORECASE,
)
# Of the last part: dan 155 perahu lainnya.
_OTHERS = regex(r"(?:\s[a-z-]{2,20}){1,2}\slainnya\b")
_GOES_ON = regex(
    r"(?:selain\situ|kemudian|lalu|adapun|sedangkan|sementara|ditambah|juga|selanjutnya|lainnya"
    r"|kategori|yang\slain|satu\slagi|terakhir|berikutnya|untuk|di\ssamping)\b",
    re.IGNORECASE,
)
_FIRST_WORD = regex(r"\s{0,2}([^\W\d_]+(?:-[^\W\d_]+)?)")
_PREPOSITIONS = frozenset((
    "di", "dari", "untuk", "pada", "dengan", "yang", "ke", "kepada", "bagi", "oleh", "berasal",
    "berada", "adalah", "merupakan", "tersebar", "terdapat", "dan", "serta", "sedangkan",
    "sementara",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: what its amount counts, and what it is worth in the sum."""

    amount: Amount
    noun: str
    told: str = ""  # what is said of it, up to the next part
    counts: tuple[int, ...] = (1,)  # how many share it: masing-masing 40 dari A, B, dan C


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a list, its length in code points, and whether it names the rest.

    ``has_others`` says that the last are others than those before, but not all others.
    """

    parts: tuple[Part, ...]
    length: int
    has_rest: bool = False
    has_others: bool = False


def read_parts(tail: str, following: str) -> Parts | None:
    """Return what a list divides into; nothing if it is no such list.

    ``tail`` is the sentence from the list on, ``following`` the next sentence, which may
    name the rest.
    """
    # What brackets explain is no part, but for a list of names with their amounts.
    shown = re.sub(r"\([^()]{0,80}\)", lambda match: " " * len(match.group()), tail)
    return _amounts_first(shown, following) or _names_first(tail, following)


def counted(text: str, amount: Amount) -> str:
    """Return the word after an amount, in lower case: what it counts; nothing if none."""
    found = _FIRST_WORD.match(text, amount.end)
    noun = found.group(1).lower() if found else ""
    return "" if noun in _PREPOSITIONS else noun


def _amounts_first(shown: str, following: str) -> Parts | None:
    """Read *120 keluarga di balai desa, 150 keluarga di masjid, dan 60 keluarga di sekolah*."""
    found = [amount for amount in amounts(shown) if not is_dated(shown, amount)]
    others = _OTHERS.match(shown, found[-1].end) if found else None
    if not found or _OPEN.search(shown, 0, others.start() if others else len(shown)):
        return None
    parts: list[Part] = []
    closed = has_rest = False
    for index, amount in enumerate(found):
        before = shown[found[index - 1].end if index else 0 : amount.start]
        each = _EACH.search(before)
        before = before[: each.start()] if each else before
        if index:
            joint = _PART.search(before)
            if not joint or (not joint.start() and not found[index - 1].unit):
                return None  # mere figures: dua angka, yaitu 0 dan 1
            has_rest = has_rest or bool(joint["rest"])
            closed = closed or bool(joint["and"]) or has_rest
            before_joint = before[: joint.start()]
            if _FIRST_WORD.fullmatch(before_joint) is None and "," in before_joint and each:
                return None
        elif before.strip() not in ("", "sebanyak", "sebesar", "ada"):
            return None
        until = found[index + 1].start if index + 1 < len(found) else len(shown)
        counts = _sharers(shown[amount.end : until]) if each else (1,)
        if not counts:
            return None
        told = shown[amount.end : until]
        parts.append(Part(amount, counted(shown, amount), told, counts))
        closed = closed or bool(each)
    length = parts[-1].amount.end
    if _REST.match(following):
        rest = next(iter(amounts(following)), None)
        if not rest or len(following[: rest.start].split()) > 3:
            return None
        parts.append(Part(rest, counted(following, rest)))
        closed = has_rest = True
    elif _goes_on(following):
        return None
    if not closed or (len(parts) < 2 and parts[0].counts == (1,)):
        return None
    return Parts(tuple(parts), length, has_rest, others is not None and not has_rest)


def _names_first(tail: str, following: str) -> Parts | None:
    """Read *Serang 60 kasus, Lebak 40 kasus, dan Cilegon 20 kasus*, with brackets or without.

    A mere figure in brackets behind a name is an age or the like, and no part.
    """
    found = amounts(tail)
    if len(found) < 2 or not _FIRST_NAME.fullmatch(tail, 0, found[0].start):
        return None
    if _OPEN.search(tail) or _REST.match(following) or _goes_on(following):
        return None
    closed = False
    for before, after in pairwise(found):
        joint = _NEXT_NAME.fullmatch(tail, before.end, after.start)
        if not joint:
            return None
        closed = closed or bool(joint["and"])
    last = found[-1]
    if not closed or not _LAST_NAMED.match(tail, last.end):
        return None
    if any(tail[one.start - 1] == "(" and tail[one.end : one.end + 1] == ")" for one in found):
        return None
    return Parts(tuple(Part(one, counted(tail, one)) for one in found), last.end)


def _goes_on(following: str) -> bool:
    return _GOES_ON.match(following) is not None and bool(amounts(following))


def _sharers(described: str) -> tuple[int, ...]:
    """Return how many names share an amount: *dari A, B, dan C*; both counts if in doubt."""
    if not (by := _SHARED_BY.search(described)):
        return ()
    names = described[by.end() :].rstrip(" .;,")
    pieces = [piece for piece in re.split(r",\s", names) if piece.strip()]
    if len(pieces) == 1:
        count = len(re.split(r"\s(?:dan|serta)\s", names))
        return (count,) if count > 1 else ()
    last = pieces[-1]
    if re.match(r"(?:dan|serta)\s", last):
        return (len(pieces),)
    return (len(pieces) + len(re.findall(r"\s(?:dan|serta)\s", last)), len(pieces))
