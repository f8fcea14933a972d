"""Places that a dateline may name: Indonesia's regions, Banten's districts, capitals abroad."""

from __future__ import annotations

import tomllib
from functools import cache

from newsroom.resources import resource


@cache
def dateline_places() -> tuple[str, ...]:
    """Return the places, each once, in alphabetic order.

    >>> "Cilegon" in dateline_places(), "Labuan" in dateline_places(), "Kairo" in dateline_places()
    (True, True, True)
    """
    regions = resource("words", "regions.txt").read_text("utf-8").splitlines()
    others = tomllib.loads(resource("places.toml").read_text("utf-8"))
    lists = [*others["banten"].values(), others["abroad"]["capitals"]]
    listed = (" ".join(name.split()) for one in lists for name in one.split(";"))
    return tuple(sorted({name for name in (*regions, *listed) if name and name[0] != "#"}))


@cache
def districts() -> dict[str, tuple[str, ...]]:
    """Return Banten's districts by their regency or city.

    >>> len(districts()), sum(map(len, districts().values()))
    (8, 155)
    """
    listed = tomllib.loads(resource("places.toml").read_text("utf-8"))["banten"]
    return {
        region: tuple(" ".join(name.split()) for name in names.split(";"))
        for region, names in listed.items()
    }
