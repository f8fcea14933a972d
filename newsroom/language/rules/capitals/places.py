"""Capitals of places: with their kind, by themselves, and not in things called by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.capitals.casing import capitalised, lowered, preceding, small
from newsroom.language.rules.capitals.kinds import BeforeName, Cased, KindAndName
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Rule

# How food is made; what is called by a place stands before it.
_COOKED = frozenset(("goreng", "bakar", "rebus", "panggang", "kukus", "kuah", "uduk", "tumis"))


def of_places(
    about: Mapping[str, About],
    lists: Mapping[str, Any],
    known: frozenset[str],
    is_word: Callable[[str], bool],
) -> list[Rule]:
    """Return the rules of places. ``known`` are names of such, in lower case."""
    kinds, regions = lists["places"], lists["regions"]
    before, not_names = frozenset(kinds["before"]), frozenset(kinds["not_names"])
    geography = {kind: frozenset(names) for kind, names in lists["geography"].items()}
    towns = frozenset((*lowered("regions"), *geography["provinsi"]))
    no_street = towns.union(kinds["no_street"], not_names)
    cities = towns - frozenset(kinds["no_cities"])
    common = frozenset((*kinds["common"], *(line.split()[0] for line in lowered("common_names"))))

    def before_place(prose: Prose, index: int, end: int) -> bool:
        kind, previous, name = prose.lowered[index], preceding(prose, index), prose.lowered[end]
        if kind == "jalan":
            return previous in kinds["on_road"] and name not in no_street
        if kind == "laut" and previous in kinds["winds"]:
            return False
        return previous not in before and name not in not_names and len(name) > 2

    def is_named(kind: str, name: str) -> bool:
        if name in geography.get(kind, ()):
            return True
        if kind in kinds["of_regions"]:
            return name in cities
        # Behind these kinds stand other words too: desa baru, kecamatan kota.
        return kind in kinds["of_districts"] and name in known and not is_word(name.split()[0])

    def is_region(prose: Prose, index: int, _end: int) -> bool:
        previous = preceding(prose, index)
        if previous in _COOKED:  # nasi goreng aceh, as mi aceh
            previous = preceding(prose, index - 1)
        return previous not in common and not prose.is_foreign(prose.words[index])

    return [
        BeforeName(about["capital.place"], frozenset(kinds["kinds"]), before_place),
        BeforeName(about["capital.place_small"], frozenset(kinds["often_lower"]), before_place),
        BeforeName(about["capital.institution"], frozenset(lists["bodies"]["kinds"]), before_place),
        KindAndName(
            about["capital.place_name"],
            frozenset((*geography, *kinds["of_regions"], *kinds["of_districts"])),
            is_named,
        ),
        Cased(
            about["capital.region"],
            capitalised([*regions["countries"], *regions["regions"]]),
            is_region,
        ),
    ]


def called_by_a_place(about: About, names: Iterable[str]) -> Worked:
    """Return the rule of things called by a place: it finds the place with its capital."""
    found = [(kind, place.capitalize()) for kind, place in map(str.split, names)]
    each = "|".join(rf"(?<=\b{kind} ){place}" for kind, place in found)
    needs = tuple(f"{kind} {place}" for kind, place in found)
    return Worked(about, regex(rf"(?:{each})(?![\w-])(?! [A-Z])"), small, needs)
