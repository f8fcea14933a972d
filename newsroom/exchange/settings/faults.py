"""What is wrong with each value of a newsroom's files, as their own readers say it.

Each value is read alone, with sound ones around it: one that is wrong hides no other.
Faults are named by their place, such as ``limits.headline`` or ``closings[2]``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from newsroom.language.house import HouseError
from newsroom.language.house_file import make_house
from newsroom.portal.profile import make_profile
from newsroom.portal.profile_table import ProfileError

Faults = dict[str, str]
Values = Mapping[str, Any]

_SOUND: Values = {
    "title": "A",
    "site": "https://a.example",
    "time_zone": "Asia/Jakarta",
    "source": "a.example",
    "datelines": ["{place} – "],
    "default_author": "a",
    "staging": "a",
}
_TWICE = "tertulis dua kali"


def portal_faults(values: Values) -> Faults:
    """Return what is wrong with the values of a portal's file."""
    faults: Faults = {}
    for place, read in _alone(values):
        if not place.startswith(("sections", "authors.")) and (fault := _of_portal(read)):
            faults[place] = fault
    faults |= section_faults(values.get("sections", ()))
    faults |= author_faults(list(values.get("authors", {}).items()))
    return faults


def section_faults(rows: Sequence[Mapping[str, str]]) -> Faults:
    """Return what is wrong with rubrics, each judged below those that stand above it."""
    faults: Faults = {}
    above: dict[str, Values] = {}
    for number, row in enumerate(rows):
        needed = [above[slug] for slug in (row.get("parent"), row.get("slug")) if slug in above]
        error = _portal_error({"sections": [*needed, row]})
        if error is not None:
            faults[f"sections[{number}].{error.key.rpartition('.')[2]}"] = error.fault
        if isinstance(slug := row.get("slug"), str):
            sound = {"name": "A", "slug": slug}
            if _portal_error({"sections": [sound]}) is None:
                above[slug] = sound
    return faults


def author_faults(rows: Sequence[tuple[str, str]]) -> Faults:
    """Return what is wrong with bylines and their logins, by ``authors[row]``."""
    faults: Faults = {}
    times = Counter(name.strip().casefold() for name, _ in rows)
    for number, (name, login) in enumerate(rows):
        error = _portal_error({"authors": {name: login}})
        if not name.strip():
            faults[f"authors[{number}].name"] = "nama tidak boleh kosong"
        elif times[name.strip().casefold()] > 1:
            faults[f"authors[{number}].name"] = f"“{name}” {_TWICE}"
        elif error is not None:
            faults[f"authors[{number}].login"] = error.fault
    return faults


def house_faults(values: Values) -> Faults:
    """Return what is wrong with the values of a house's file."""
    faults: Faults = {}
    for place, read in _alone(values):
        if not place.startswith(("phrases.", "checklist")) and (fault := _of_house(read)):
            faults[place] = fault.removeprefix(f"{place.rpartition('.')[2]}: ")
    faults |= item_faults(values.get("checklist", ()))
    return faults | term_faults(list(values.get("phrases", {}).items()))


def item_faults(rows: Sequence[Values]) -> Faults:
    """Return what is wrong with the items of a checklist, by ``checklist[row].key``.

    >>> item_faults([{"id": "nama", "text": "Nama dicocokkan", "rules": ["fact.hari"]}])
    {'checklist[0].rules': 'aturan “fact.hari” tidak ada'}
    """
    faults: Faults = {}
    times = Counter(row.get("id") for row in rows)
    for number, row in enumerate(rows):
        unknown = [rule for rule in row.get("rules", ()) if rule not in _rules()]
        if not str(row.get("text", "")).strip():
            faults[f"checklist[{number}].text"] = "butir tidak boleh kosong"
        elif times[row.get("id")] > 1:
            faults[f"checklist[{number}].text"] = f"“{row['text']}” {_TWICE}"
        elif unknown:
            faults[f"checklist[{number}].rules"] = f"aturan “{unknown[0]}” tidak ada"
        elif fault := _of_house({"checklist": [row]}):
            faults[f"checklist[{number}].text"] = fault
    return faults


@cache
def _rules() -> frozenset[str]:
    """Return the ids of all rules, and of their families."""
    from newsroom.language.reference import abouts
    from newsroom.language.requirements import requirements

    ids = {*(about.id for about in abouts()), *requirements()}
    return frozenset(ids | {id.partition(".")[0] for id in ids})


def term_faults(rows: Sequence[tuple[str, object]]) -> Faults:
    """Return what is wrong with terms and what is written for them, by ``phrases[row]``."""
    faults: Faults = {}
    times = Counter(" ".join(wrong.split()).casefold() for wrong, _ in rows)
    for number, (wrong, said) in enumerate(rows):
        if times[" ".join(wrong.split()).casefold()] > 1 and wrong.strip():
            faults[f"phrases[{number}]"] = f"“{wrong}” {_TWICE}"
        elif fault := _of_house({"phrases": {wrong: said}}):
            faults[f"phrases[{number}]"] = fault.removeprefix(f"{wrong}: ")
    return faults


def _alone(values: Values) -> Iterator[tuple[str, Values]]:
    """Yield the place of each value with a table that holds no other."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            for place, read in _alone(value):
                yield f"{key}.{place}", {key: read}
        elif isinstance(value, list) and value and not isinstance(value[0], Mapping):
            for number, one in enumerate(value):
                yield f"{key}[{number}]", {key: [one]}
        else:
            yield key, {key: value}


def _of_portal(values: Values) -> str:
    error = _portal_error(values)
    return (error.fault or str(error)) if error else ""


def _portal_error(values: Values) -> ProfileError | None:
    try:
        make_profile("a", {**_SOUND, **values})
    except ProfileError as error:
        return error
    return None


def _of_house(values: Values) -> str:
    try:
        make_house("a", values)
    except HouseError as error:
        return error.fault.partition(": ")[2] or str(error)
    return ""
