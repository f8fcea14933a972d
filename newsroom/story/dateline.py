"""The mark that opens a story: where it was written, for which portal, and when.

Portals write it in many ways (``SERANG, infobanten.id – …``,
``Jakarta (ANTARA) - …``). A way of writing it is a pattern with the fields
``{place}`` ``{PLACE}`` ``{source}`` ``{SOURCE}`` ``{date}``; capitals ask for
capitals. Patterns are data: they stand in the portal profiles.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from newsroom.resources import resource
from newsroom.story.places import dateline_places

# A dateline is short; what lies beyond is prose and need not be looked at.
_REACH = 200

_FIELD = re.compile(r"\{(place|PLACE|source|SOURCE|date)\}")
_SIGN = re.compile(r"-+|[^\s-]")
_ZERO_WIDTH = "\u200b-\u200f\u2060\ufeff"
_SPACE = rf"(?:[^\S\n]|[{_ZERO_WIDTH}])"
_BLANK = re.compile(rf"[\s{_ZERO_WIDTH}]*")
_DASH = r"(?:-{1,3}|[–—])"
_LAST_DASH = re.compile(rf"({_SPACE}*)({_DASH})({_SPACE}*)$")
_SPACED_DASH = re.compile(rf"(?<=\s){_DASH}(?=\s)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)")
_SENTENCE = re.compile(r"[^\n]*?(?:[.?!](?=\s)|$)", re.MULTILINE)

_NAME = r"[^\W\d_]+(?:[-'’./][^\W\d_]+)*\.?"
_VALUE = {
    "place": rf"({_NAME}(?:{_SPACE}+{_NAME}){{0,3}})",
    "source": r"([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)",
    "date": r"([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})",
}
# Its ending stands in one case, which "Drs.Ahmad" (a missing space) does not.
_DOMAIN = re.compile(r"[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]+)*\.(?:[a-z]{2,6}|[A-Z]{2,6})")
_AGENCIES = frozenset({"AFP", "ANTARA", "AP", "BERNAMA", "KYODO", "REUTERS", "XINHUA"})
# Lower case inside a name: Andorra la Vella, Port of Spain.
_PARTICLES = frozenset({"al", "da", "de", "el", "la", "le", "of"})
_ACRONYMS = frozenset({"DC", "DI", "DIY", "DKI", "NTB", "NTT"})
_WORD = re.compile(r"[^\W\d_]+")
# They stand in capitals before a dash, but name the kind of the piece.
_NO_PLACES = frozenset(
    {"ADVERTORIAL", "BREAKING NEWS", "EDITORIAL", "FOTO", "OPINI", "RALAT", "UPDATE", "VIDEO"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, source and date of a dateline; each may be missing.

    ``pattern`` is the way this dateline was found written; when it is empty the
    portal's own way is used.
    """

    place: str = ""
    source: str = ""
    date: date | None = None
    pattern: str = ""


def write_dateline(dateline: Dateline, patterns: Sequence[str]) -> str:
    """Write a dateline by its own pattern, else by the first whose fields are all filled.

    The separator and its space are part of what is returned; nothing is returned
    where no pattern fits.

    >>> write_dateline(Dateline("Serang", "contoh.id"), ["{PLACE}, {source} – "])
    'SERANG, contoh.id – '
    >>> write_dateline(Dateline("Serang"), ["{PLACE}, {source} – "])
    ''
    """
    pattern = _pattern(dateline, (dateline.pattern, *patterns))
    values = _values(dateline)
    return _FIELD.sub(lambda field: values[field[1]], pattern)


def restyled(dateline: Dateline, patterns: Sequence[str]) -> Dateline:
    """Return a dateline that is written in a portal's way, whatever its own was.

    What another way has put in capitals is spelt as the name is, if this one asks for that.

    >>> dateline = Dateline("SERANG", "CONTOH.ID", pattern="{SOURCE}, {PLACE} -- ")
    >>> write_dateline(restyled(dateline, ["{place}, {source} – "]), ["{place}, {source} – "])
    'Serang, contoh.id – '
    """
    names = _FIELD.findall(_pattern(dateline, patterns))
    place, source = dateline.place, dateline.source
    if "place" in names and place.isupper():
        place = _spelt(place)
    if "source" in names and source.isupper() and _DOMAIN.fullmatch(source):
        source = source.lower()
    return replace(dateline, place=place, source=source, pattern="") if names else dateline


@cache
def known_patterns() -> tuple[str, ...]:
    """Return the ways in which portals are known to write it, the most telling first.

    >>> known_patterns()[-1]
    '{PLACE} – '
    """
    text = resource("datelines.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["patterns"])


def split_dateline(
    text: str, patterns: Sequence[str], sources: Sequence[str] = ()
) -> tuple[Dateline, int] | None:
    """Find the dateline that opens a text, and the code point where the prose begins.

    A source is the address of a site, an agency, or one of ``sources``, in any case.

    Spaces may be missing, doubled or non-breaking, and bold or italic marks may
    stand around it. A pattern with its own dash and its own case goes before one
    that would fit but for them. The values are kept as they were typed. ``None``
    when it might as well be a sentence.

    >>> split_dateline("Serang, contoh.id -- Warga datang.", ["{PLACE}, {source} – "])
    (Dateline(place='Serang', source='contoh.id', date=None, pattern='{PLACE}, {source} – '), 21)
    >>> split_dateline("Serang – kota tua – ramai.", ["{PLACE} – ", "{PLACE}, {source} – "])
    """
    start = _end_of_blank(text, 0)
    plain, marked, width = _without_emphasis(text[start:])
    for loose in (False, True):
        for pattern in patterns:
            found = _match(plain, pattern, loose, tuple(sources))
            if found and found[1] >= marked:
                return found[0], start + found[1] + 2 * width
    return None


def _pattern(dateline: Dateline, patterns: Sequence[str]) -> str:
    """Return the first pattern whose fields are all filled; empty if none is so."""
    values = _values(dateline)
    for pattern in patterns:
        names = _FIELD.findall(pattern)
        if names and all(values[name] for name in names):
            return pattern
    return ""


def _values(dateline: Dateline) -> dict[str, str]:
    day = dateline.date
    return {
        "place": dateline.place,
        "PLACE": dateline.place.upper(),
        "source": dateline.source,
        "SOURCE": dateline.source.upper(),
        "date": f"{day.day}/{day.month}/{day.year}" if day else "",
    }


def _spelt(place: str) -> str:
    """Return a place that is in capitals as its name is written, as far as is known."""
    return _places().get(place) or _WORD.sub(
        lambda word: word[0] if word[0] in _ACRONYMS else word[0].capitalize(), place
    )


@cache
def _places() -> dict[str, str]:
    """Return the places that are known, by their names in capitals."""
    return {name.upper(): name for name in dateline_places()}


def _end_of_blank(text: str, start: int) -> int:
    blank = _BLANK.match(text, start)
    return blank.end() if blank else start


def _without_emphasis(text: str) -> tuple[str, int, int]:
    """Take off the bold that opens a text: what is left, where it closed, its width."""
    marker = _EMPHASIS.match(text)
    close = text.find(marker[1], marker.end(), _REACH) if marker else -1
    if not marker or close < 0:
        return text, 0, 0
    width = len(marker[1])
    return text[width:close] + text[close + width :], close - width, width


def _match(
    text: str, pattern: str, loose: bool, sources: tuple[str, ...]
) -> tuple[Dateline, int] | None:
    names = _FIELD.findall(pattern)
    match = _compiled(pattern, loose, sources).match(text, 0, _REACH)
    if not names or not match:
        return None
    values = {}
    for name, typed in zip(names, match.groups(), strict=True):
        value = " ".join(typed.split())
        is_known = name.casefold() == "source" and _is_one_of(value, sources)
        if not _fits(name, value, alone=len(names) == 1, loose=loose, is_known=is_known):
            return None
        values[name.casefold()] = value
    end = _end_of_blank(text, match.end())
    if not _is_parted(match.group(), text[end:], values):
        return None
    day = _date(values.get("date", ""))
    return Dateline(values.get("place", ""), values.get("source", ""), day, pattern), end


@lru_cache(maxsize=256)
def _compiled(pattern: str, loose: bool, sources: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Return a regular expression with a group for each field of a pattern, in order.

    Spaces are free; ``loose`` also lets any dash stand for any other.
    """
    parts = []
    for number, piece in enumerate(_FIELD.split(pattern)):
        if number % 2:
            value = _VALUE[piece.casefold()]
            parts.append(_or_one_of(value, sources) if piece.casefold() == "source" else value)
        elif piece:
            signs = [_sign(sign, loose) for sign in _SIGN.findall(piece)]
            parts.append(f"{_SPACE}*".join(["", *signs, ""]) if signs else f"{_SPACE}+")
    return re.compile("".join(parts))


def _or_one_of(value: str, sources: tuple[str, ...]) -> str:
    """Return the group of a source that may also be one of these, with any space within."""
    words = [rf"{_SPACE}+".join(map(re.escape, source.split())) for source in sources]
    known = "|".join(sorted(filter(None, words), key=len, reverse=True))
    return rf"((?i:{known})|{value[1:]}" if known else value


def _is_one_of(value: str, sources: tuple[str, ...]) -> bool:
    return value.casefold() in (" ".join(source.split()).casefold() for source in sources)


def _sign(sign: str, loose: bool) -> str:
    if not re.fullmatch(_DASH, sign):
        return re.escape(sign)
    # A dash must not be half of a longer one.
    return rf"(?<![-–—])(?:{_DASH if loose else re.escape(sign)})(?![-–—])"


def _fits(name: str, value: str, *, alone: bool, loose: bool, is_known: bool) -> bool:
    """Say whether a value can be what its field asks for.

    A second field vouches for the first, so that its case may be off; ``is_known`` says
    that the value is a source for sure.
    """
    if name == "date":
        return _date(value) is not None
    if name.isupper() and not value.isupper() and (alone or not loose):
        return False
    if name.casefold() == "place":
        words = value.split()
        named = all(word[0].isupper() or word in _PARTICLES for word in words)
        ends = words[0][0].isupper() and words[-1][0].isupper()
        if not (named and ends):
            return value.upper() in _places()
        return not alone or _is_place(words)
    return is_known or bool(_DOMAIN.fullmatch(value)) or (not alone and value.upper() in _AGENCIES)


def _is_place(words: list[str]) -> bool:
    """Tell a place from the acronyms and headings that also stand before a dash."""
    if " ".join(words).upper() in _NO_PLACES:
        return False
    sounds = any(len(word) > 3 and set("AIUEO") & set(word.upper()) for word in words)
    return sounds or " ".join(words).upper() in _places()


def _is_parted(mark: str, prose: str, values: dict[str, str]) -> bool:
    """Say whether the dash after a dateline parts it from the prose.

    A dash may also join a word (``Serang-Panimbang``) or open an aside that
    another dash closes (``Serang – kota tua – ramai``).
    """
    dash = _LAST_DASH.search(mark)
    if not dash:
        return True
    first = prose.lstrip("*_\"'“‘«([")[:2]
    opens = first[:1].isupper() or first[:1].isdigit()
    is_tight = dash[1] == "" and dash[3] == ""
    if len(values) > 1:
        return opens or not is_tight
    if is_tight and "place" in values and (dash[2] == "-" or first.isupper()):
        return False
    sentence = _SENTENCE.match(prose)
    return opens and not (sentence and len(_SPACED_DASH.findall(sentence.group())) % 2)


def _date(text: str) -> date | None:
    try:
        day, month, year = (int(part) for part in re.split(r"[/.-]", text))
        return date(year, month, day)
    except ValueError:
        return None
