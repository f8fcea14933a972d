"""The fields of a post in a form in which two that mean the same are the same.

WordPress stores a text with small changes of its own (measured): entities for signs, ``/>``
with a space before it, lengths in styles without one, no control characters.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from newsroom.portal.wordpress.posts import RemotePost

COMPARED = (
    "title",
    "content",
    "excerpt",
    "slug",
    "categories",
    "tags",
    "featured_media",
    "author",
)
"""The fields of which a change on the site is one that must not be written over."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")
_CLOSED = re.compile(r"\s*/?>")
_STYLE = re.compile(r'style="([^"]*)"')


def normal_text(text: str) -> str:
    """Return a text without what WordPress may change in one.

    >>> normal_text("  Kopi &amp;  teh\\x08 ")
    'Kopi & teh'
    """
    return _SPACE.sub(" ", _CONTROL.sub("", html.unescape(text))).strip()


def normal_html(text: str) -> str:
    """Return HTML without what WordPress may change in it.

    >>> normal_html('<img src="a&#038;b" />\\r\\n') == normal_html('<img src="a&amp;b"/>')
    True
    """
    text = _STYLE.sub(_normal_style, _CLOSED.sub(">", text))
    return normal_text(text)


def _normal_style(style: re.Match[str]) -> str:
    rules = (rule.partition(":") for rule in style[1].split(";"))
    kept = (f"{name.strip()}:{value.strip()}" for name, _, value in rules if name.strip())
    return f'style="{";".join(kept)}"'


def normal(field: str, value: Any) -> str:
    """Return the value of a field as one text."""
    match field:
        case "content" | "excerpt":
            return normal_html(str(value))
        case "categories" | "tags":
            return ",".join(str(one) for one in sorted(value))
        case "date_gmt":
            return "" if value is None else normal_moment(value)
        case _:
            return normal_text(str(value))


def normal_moment(value: datetime) -> str:
    """Return a moment as WordPress keeps it: in UTC, to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def hashed(text: str) -> str:
    """Return a short digest of a text, which can't be read back."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def fingerprint(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return a digest of each of the fields that are compared, and of each custom field."""
    told = {name: hashed(normal(name, fields[name])) for name in COMPARED if name in fields}
    for key, value in (fields.get("meta") or {}).items():
        told[f"meta.{key}"] = hashed(normal_text(str(value)))
    return told


def fields_of(post: RemotePost) -> dict[str, Any]:
    """Return the fields of a post by the names that they are sent under."""
    return {
        "title": post.title,
        "content": post.content,
        "excerpt": post.excerpt,
        "slug": post.slug,
        "status": post.status,
        "date_gmt": post.date_gmt,
        "categories": post.categories,
        "tags": post.tags,
        "featured_media": post.featured_media,
        "author": post.author,
        "meta": post.meta,
    }


def unlike(told: Mapping[str, str], post: RemotePost, names: Iterable[str]) -> list[str]:
    """Return which of the named fields are not as a fingerprint has them; unknown ones are."""
    found = fingerprint(fields_of(post))
    return [name for name in names if name in told and told[name] != found.get(name, "")]
