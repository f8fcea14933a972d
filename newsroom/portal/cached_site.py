"""What is kept of a profile's site, as far as the form needs it, with no network code loaded.

``accounts`` reads and writes all of it; it takes with it what talks to sites, which the
window has no time for when it opens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from newsroom.portal.profile import Profile, Section

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_RUBRICS = frozenset(("uncategorized", "tanpa-kategori", "tak-berkategori"))


class Category(Protocol):
    """A category of a site."""

    @property
    def id(self) -> int:
        """Its number on the site."""

    @property
    def name(self) -> str:
        """What readers call it."""

    @property
    def slug(self) -> str:
        """Its part of an address."""

    @property
    def parent(self) -> int:
        """The number of the one above it; 0 if there is none."""


C = TypeVar("C", bound=Category)


@dataclass(frozen=True, slots=True)
class _Kept:
    id: int
    name: str
    slug: str
    parent: int = 0


@dataclass(frozen=True, slots=True)
class CachedSite:
    """The site's rubrics, its tags, the most used first, and who writes there.

    ``writers`` are names with the logins that the account may see.
    """

    site: str
    categories: tuple[Category, ...]
    tags: tuple[str, ...]
    writers: tuple[tuple[str, str], ...] = ()

    def lacking(self, profile: Profile) -> frozenset[str]:
        """Return the rubrics of a profile that the site has not."""
        there = {one.slug for one in self.categories}
        return frozenset(one.name for one in profile.sections if one.slug not in there)


def read_cached_site(folder: Path, profile: Profile) -> CachedSite | None:
    """Return what is kept of a profile's site; None if nothing is, or it is another's."""
    try:
        text = (folder / f"{profile.name}.situs.json").read_text(encoding="utf-8")
        cached = _cached(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return cached if cached.site == profile.site else None


def with_site_rubrics(profile: Profile, cached: CachedSite | None) -> Profile:
    """Return a profile in which a story may stand in any rubric of its site too.

    They come after its own; one whose name or slug is taken is left out.
    """
    if cached is None:
        return profile
    sections = {one.slug: one for one in profile.sections}
    names = {one.name.casefold() for one in profile.sections}
    for one, parent in rubrics(cached.categories):
        if one.slug not in sections and one.name.casefold() not in names:
            above = parent if parent in sections else ""
            sections[one.slug] = Section(one.name, one.slug, above)
            names.add(one.name.casefold())
    if len(sections) == len(profile.sections):
        return profile
    return replace(profile, sections=tuple(sections.values()))


def rubrics(categories: Sequence[C]) -> list[tuple[C, str]]:
    """Return the categories that can be rubrics, each after the one above it, with its slug."""
    fitting = {
        one.id: one
        for one in categories
        if _SLUG.fullmatch(one.slug) and one.slug not in _NO_RUBRICS and one.name.strip()
    }
    ordered: dict[int, tuple[C, str]] = {}

    def place(term: C, below: tuple[int, ...] = ()) -> None:
        if term.id in ordered or term.id in below:
            return
        parent = fitting.get(term.parent)
        if parent is not None:
            place(parent, (*below, term.id))
        # In a circle of parents, which a damaged site may have, one has none.
        is_above = parent is not None and parent.id in ordered
        ordered[term.id] = term, parent.slug if parent and is_above else ""

    for term in fitting.values():
        place(term)
    return list(ordered.values())


def _cached(values: Mapping[str, Any]) -> CachedSite:
    facts = values["facts"]
    return CachedSite(
        site=str(values["root"]["site"]),
        categories=tuple(
            _Kept(int(one["id"]), str(one["name"]), str(one["slug"]), int(one.get("parent", 0)))
            for one in facts["categories"]
        ),
        tags=tuple(str(one["name"]) for one in facts["tags"]),
        writers=tuple(
            (str(one["name"]).strip(), str(one["login"]))
            for one in facts.get("users", ())
            if str(one.get("login", "")) and str(one["name"]).strip()
        ),
    )
