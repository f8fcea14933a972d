"""Reading the values of an answer: each is what it should be, or else an empty one."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from newsroom.portal.wordpress.errors import Uncertain

_MOST_DIGITS = 18  # of a number of the database


def row(body: Any) -> Mapping[str, Any]:
    """Return one thing of the site. Raises Uncertain if the answer is none."""
    if not isinstance(body, Mapping) or not isinstance(body.get("id"), int):
        raise Uncertain("Jawaban situs tidak seperti jawaban WordPress. Coba lagi nanti.")
    return body


def rows(body: Any) -> list[Mapping[str, Any]]:
    """Return the things of a list. Raises Uncertain if the answer is none."""
    if not isinstance(body, list):
        raise Uncertain("Jawaban situs tidak seperti jawaban WordPress. Coba lagi nanti.")
    return [row(one) for one in body]


def text(values: Mapping[str, Any], key: str) -> str:
    """Return a text."""
    return whole(values.get(key))


def whole(found: object) -> str:
    """Return a text; half a sign, which JSON can hold and no file can, becomes a “?”.

    >>> whole("Kabar \\ud800"), whole(3)
    ('Kabar ?', '')
    """
    return found.encode(errors="replace").decode() if isinstance(found, str) else ""


def plain(values: Mapping[str, Any], key: str) -> str:
    """Return a text as people read it: WordPress stores entities in names and titles.

    >>> plain({"name": "Ekonomi &amp; Bisnis"}, "name")
    'Ekonomi & Bisnis'
    """
    return html.unescape(text(values, key))


def raw(values: Mapping[str, Any], key: str) -> str:
    """Return a text as it is stored; where it may not be seen, as it is shown."""
    found = values.get(key)
    if isinstance(found, Mapping):
        return text(found, "raw") if "raw" in found else text(found, "rendered")
    return text(values, key)


def number(values: Mapping[str, Any], key: str) -> int:
    """Return a number; some answers have it as text.

    >>> [number({"id": found}, "id") for found in (7, "7", "²", "9" * 5000, True, None)]
    [7, 7, 0, 0, 0, 0]
    """
    found = values.get(key)
    if isinstance(found, str):
        is_number = found.isascii() and found.isdecimal() and len(found) <= _MOST_DIGITS
        return int(found) if is_number else 0
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def numbers(values: Mapping[str, Any], key: str) -> tuple[int, ...]:
    """Return a list of numbers."""
    found = values.get(key)
    return tuple(one for one in found if isinstance(one, int)) if isinstance(found, list) else ()


def moment(values: Mapping[str, Any], key: str) -> datetime | None:
    """Return a moment that the site gives in UTC without saying so."""
    try:
        return datetime.fromisoformat(text(values, key)).replace(tzinfo=UTC)
    except ValueError:
        return None
