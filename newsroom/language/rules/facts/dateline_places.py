"""The place of a dateline, against the place where the lead says it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsroom.language.rules.facts.datelines import AgainstDateline, Told
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import Match, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.shipped_words import shipped_words
from newsroom.story.dateline import Dateline
from newsroom.story.places import districts

_KINDS = ("kota", "kabupaten", "kab.")
# Of several places the last is that of the day, which follows it.
_WHERE = regex(
    r".*\b[Dd]i\s(?P<chain>(?:[^.;:()“”\"]|(?<=\bKab)\.){1,160}?),?\s(?:pada\s)?(?:hari\s)?$"
)
_REGION = regex(
    r"(?:(?:wilayah|daerah|kawasan)\s)?(?P<whole>(?:(?P<kind>Kota|Kabupaten|Kab\.)\s)?"
    r"(?P<name>[A-Z]\w+(?:\s[A-Z]\w+){0,3}))"
)
# What is still to be, or was long ago, may be anywhere.
_ELSEWHERE = regex(
    r"\b(?:akan|bakal|rencananya|berencana|dijadwalkan|diagendakan|mendatang|nanti|besok|lusa"
    r"|depan|hendak|menuju|bertolak|berangkat|lahir|kelahiran|silam)\b"
)


class DatelinePlace(AgainstDateline):
    """A story that happened, says its lead, in another regency than its dateline has.

    Nothing is said where the dateline's place is told of too, is the newsroom's own seat
    or a province's capital (what is reported from there lies all over the province), or
    may be the same place by another name.
    """

    def against(
        self, dateline: Dateline, told: Sequence[tuple[int, Told]]
    ) -> Iterator[tuple[int, Match]]:
        """Yield the place that the lead tells."""
        index, lead = told[0]
        here = _bare(dateline.place)
        if not _regions_of(here) or here in _wide():
            return
        found = list(_places(lead))
        if not found or not all(_is_apart(here, place) for _, _, place in found):
            return
        named = regex(rf"\b{re.escape(here)}\b")
        if any(named.search(part.prose.text[part.start :].casefold()) for _, part in told):
            return
        start, end, place = found[0]
        message = (
            f"Dateline menyebut {dateline.place}, tetapi menurut teras peristiwanya di {place}; "
            "periksa tempat pada dateline."
        )
        yield index, Match(start, end, (), message)


def story_rules() -> list[StoryRule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    return [DatelinePlace(said("fact")["fact.dateline_place"])]


def _places(lead: Told) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each region after which the day of the event stands."""
    prose = lead.prose
    dates = [day.start for day in lead.dates if day.weekday is not None]
    for start, end in prose.sentences if dates else ():
        start = max(start, lead.start)
        if _ELSEWHERE.search(prose.text, start, end):
            continue
        for day in dates:
            if start <= day < end and not prose.is_quoted(day, day + 1):
                yield from _place_before(prose.text, start, day)


def _place_before(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    where = _WHERE.match(text[start:end])
    if not where:
        return
    parts = where["chain"].split(", ")
    last = start + where.end("chain")
    if len(parts) > 1 and parts[-1].removeprefix("Provinsi ").casefold() in _provinces():
        last -= len(parts.pop()) + 2
    found = _REGION.fullmatch(parts[-1])
    if found and found["name"].casefold() in _regencies():
        yield last - len(found["whole"]), last, found["whole"]


def _is_apart(here: str, place: str) -> bool:
    """Say whether a regency or city is surely another than that of a dateline's place."""
    name = _bare(place)
    if name in _provinces():
        return False
    if here not in _regencies() and name not in _of_banten():
        return False  # a district of Banten's, or its namesake beyond
    theirs = {name} if _has_kind(place) else _regions_of(name)
    return not any(_may_be_one(one, other) for one in _regions_of(here) for other in theirs)


def _may_be_one(one: str, other: str) -> bool:
    """Say whether two names may be of one place: Tangerang is said of its south too."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _has_kind(place: str) -> bool:
    kind, _, name = place.casefold().partition(" ")
    return kind in _KINDS and bool(name)


def _bare(place: str) -> str:
    """Return a place's name in lower case, without its kind."""
    words = place.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _KINDS else words)


def _regions_of(name: str) -> frozenset[str]:
    """Return the regencies and cities that a place may be, or lie in, as far as is known."""
    own = frozenset((name,)) if name in _regencies() else frozenset[str]()
    return own | _parents().get(name, frozenset())


@cache
def _regencies() -> frozenset[str]:
    return frozenset(map(str.casefold, shipped_words("regions")))


@cache
def _provinces() -> frozenset[str]:
    return frozenset(name.casefold() for name in read_list("regions")["regions"])


@cache
def _wide() -> frozenset[str]:
    """Return the places that stand for more than themselves."""
    return _provinces() | {name.casefold() for name in read_list("datelines")["capitals"]}


@cache
def _of_banten() -> frozenset[str]:
    return frozenset(map(_bare, districts()))


@cache
def _parents() -> Mapping[str, frozenset[str]]:
    """Return the regencies and cities by the districts that lie in them."""
    found: dict[str, frozenset[str]] = {}
    for region, names in districts().items():
        for name in names:
            place = name.casefold()
            found[place] = found.get(place, frozenset()) | {_bare(region)}
    return found
