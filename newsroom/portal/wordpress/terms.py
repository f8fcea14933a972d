"""The categories and tags of a site."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.portal.wordpress.answers import number, plain, row, rows, text
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Rejected


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag. ``name`` is as people read it (no entities); 0 is no parent."""

    id: int
    name: str
    slug: str
    parent: int = 0


def find_category(client: Client, slug: str, name: str = "") -> Term | None:
    """Return the category with this slug; else the one with this name, if there is but one."""
    by_slug = rows(client.get("wp/v2/categories", slug=slug).body) if slug else []
    if by_slug:
        return read_term(by_slug[0])
    named = _named(client, "categories", name) if name else []
    return named[0] if len(named) == 1 else None


def find_or_make_tag(client: Client, name: str) -> Term:
    """Return the tag with this name, in any case; make it if there is none.

    Asked twice, it makes none twice. Raises NotAllowed where the account may not make tags.
    """
    if named := _named(client, "tags", name):
        return named[0]
    try:
        return read_term(row(client.post("wp/v2/tags", json={"name": name}).body))
    except Rejected as error:
        # It is there under another spelling, or was made a moment ago.
        if error.code != "term_exists" or not error.term_id:
            raise
        return read_term(row(client.get(f"wp/v2/tags/{error.term_id}").body))


def read_term(values: Mapping[str, Any]) -> Term:
    """Return a category or a tag of an answer."""
    return Term(
        id=values["id"],
        name=plain(values, "name"),
        slug=text(values, "slug"),
        parent=number(values, "parent"),
    )


def _named(client: Client, kind: str, name: str) -> list[Term]:
    """Return the terms with a name, in any case; the site finds those that hold it."""
    wanted = " ".join(name.split()).casefold()
    # Names are searched as they are stored, with entities (measured).
    stored = html.escape(" ".join(name.split()), quote=False)
    found = client.get(f"wp/v2/{kind}", search=stored, per_page=100).body
    return [one for one in map(read_term, rows(found)) if one.name.casefold() == wanted]
