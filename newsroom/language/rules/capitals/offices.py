"""Capitals of offices: before who holds them, before a place, and none by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.capitals.casing import capitalised, lowered, preceding, small
from newsroom.language.rules.capitals.kinds import BeforeName, Cased
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Rule
from newsroom.language.rules.word_lists import read_list


def of_offices(
    about: Mapping[str, About],
    lists: Mapping[str, Any],
    known: frozenset[str],
    is_word: Callable[[str], bool],
) -> list[Rule]:
    """Return the rules of offices. ``known`` are names of places, in lower case."""
    titles = lists["titles"]
    ministers = [f"{rank} {of}" for rank in titles["ministers"] for of in titles["portfolios"]]
    states = frozenset((*titles["states"], *lists["regions"]["countries"]))
    nobody = frozenset(titles["before"])
    days = frozenset(lists["days"]["words"])
    # What speaks is a person, or a place's or a body's head: all have a capital.
    speaking = frozenset(("menurut", *read_list("attribution")["after"]))
    people = frozenset((*lowered("names"), *titles["people"])) - known - states

    def person_after(prose: Prose, index: int, end: int) -> tuple[int, int]:
        """Return how many words a place after an office has, and how many a name after that."""
        if preceding(prose, index) in nobody:
            return 0, 0
        run = _capitals(prose, end)
        if not states.isdisjoint(prose.lowered[end:run]):
            return 0, 0
        for size in (3, 2, 1):
            if end + size <= run and " ".join(prose.lowered[end : end + size]) in known:
                return size, run - end - size
        return 0, run - end

    def is_held(prose: Prose, index: int, end: int) -> bool:
        place, named = person_after(prose, index, end)
        if named != 1 or place:
            return named > 0
        name = prose.lowered[end]
        return name in people or (
            preceding(prose, index) in speaking and name not in days and not is_word(name)
        )

    def is_borne(prose: Prose, index: int, end: int) -> bool:
        place, named = person_after(prose, index, end)
        return not place and bool(named)

    def is_meant(prose: Prose, index: int, end: int) -> bool:
        """Say whether somebody does or says something who holds an office of a place."""
        previous = preceding(prose, index)
        pointing = previous in titles["pointing"] or (
            previous.startswith("di") and len(previous) > 4
        )
        place, named = person_after(prose, index, end)
        after = prose.lowered[end + place] if end + place < len(prose.words) else ""
        return pointing and place > 0 and not named and after not in titles["of_time"]

    def is_minister(prose: Prose, index: int, end: int) -> bool:
        after = prose.lowered[end] if end < len(prose.words) else ""
        return preceding(prose, index) not in nobody and after not in titles["of_many"]

    return [
        BeforeName(about["capital.title"], frozenset((*titles["offices"], *ministers)), is_held),
        BeforeName(about["capital.title_personal"], frozenset(titles["personal"]), is_borne),
        BeforeName(about["capital.title_place"], frozenset(titles["offices"]), is_meant),
        Cased(about["capital.minister"], capitalised(ministers), is_minister),
        Worked(
            about["capital.title_alone"],
            _alone(titles["offices"]),
            small,
            tuple(office.title() for office in titles["offices"]),
        ),
    ]


def _alone(offices: list[str]) -> re.Pattern[str]:
    names = "|".join(office.title() for office in offices)
    return regex(
        rf"(?<=[a-z,] )(?:{names})(?= (?:itu|ini|tersebut)\b)"
        rf"|(?<=(?:seorang|.. para) )(?:{names})(?= [a-z]|[.,;])"
    )


def _capitals(prose: Prose, index: int) -> int:
    """Return the end of the run of capitalised words from an index on."""
    words, text = prose.words, prose.text
    while index < len(words) and words[index].text[0].isupper():
        index += 1
        if index < len(words) and text[words[index - 1].end : words[index].start] not in {
            " ",
            ". ",
        }:
            break
    return index
