"""The custom fields of an article: the newsroom's own, and those that search plugins read.

A site with neither plugin ignores theirs. Yoast SEO's begin with an underscore, which hides
them from the editor's list of custom fields: they show in the plugin's own box. The primary
category of both plugins is the number that the site gave it, which no file can know.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo

from newsroom.exchange.characters import one_line
from newsroom.portal.web_address import is_web_address
from newsroom.story.story import Story

_PLUGINS = {
    "search_title": ("_yoast_wpseo_title", "rank_math_title"),
    "search_description": ("_yoast_wpseo_metadesc", "rank_math_description"),
    "social": ("_yoast_wpseo_opengraph-description", "rank_math_facebook_description"),
    "canonical": ("_yoast_wpseo_canonical", "rank_math_canonical_url"),
}

PLUGIN_KEYS = frozenset(key for keys in _PLUGINS.values() for key in keys)
"""The fields that only a plugin reads."""

OWN_KEYS = (
    *("newsroom_uid", "newsroom_rev", "kicker", "subjudul", "penulis_lain", "kontributor"),
    *("editor", "topik", "waktu_peristiwa", "teks_medsos"),
)
"""The newsroom's own fields, in the order in which they are written."""

ALL_KEYS = (*OWN_KEYS, *sorted(PLUGIN_KEYS))
"""All fields that a story may fill."""

_MARKS = ("newsroom_uid", "newsroom_rev")  # for programs, not for readers

ADDRESSES = frozenset(_PLUGINS["canonical"])
"""The fields that hold an address, not text."""


def custom_fields(
    story: Story, coauthors: Sequence[str], zone: tzinfo
) -> tuple[tuple[str, str], ...]:
    """Return the fields that have something in them, with their keys.

    ``zone`` is the portal's. Neither the deadline nor a source is among them.
    """
    event = story.event.astimezone(zone).isoformat(timespec="minutes") if story.event else ""
    values = (
        story.id,
        str(story.revision),
        one_line(story.kicker),
        one_line(story.subheadline),
        ", ".join(coauthors),
        ", ".join(filter(None, map(one_line, story.contributors))),
        one_line(story.editor),
        one_line(story.topic),
        event,
        one_line(story.social),
    )
    fields = (*zip(OWN_KEYS, values, strict=True), *_of_plugins(story))
    return tuple((key, value) for key, value in fields if value)


def worth_sending(fields: Mapping[str, str], registered: Collection[str]) -> dict[str, str]:
    """Leave out the fields that a site would ignore without a loss.

    These are the marks for programs, and the field of one search plugin where the site has
    the other's. What else it ignores is lost to readers, and a person is to be told of it.

    >>> fields = {"newsroom_uid": "ab", "kicker": "Pendidikan", "rank_math_title": "Perahu"}
    >>> list(worth_sending(fields, {"_yoast_wpseo_title"}))
    ['kicker']
    """
    twins = {key: set(keys) - {key} for keys in _PLUGINS.values() for key in keys}
    return {
        key: value
        for key, value in fields.items()
        if key in registered or (key not in _MARKS and not twins.get(key, set()) & set(registered))
    }


def _of_plugins(story: Story) -> list[tuple[str, str]]:
    canonical = one_line(story.canonical)
    values = {
        "search_title": one_line(story.search_title),
        "search_description": one_line(story.search_description),
        "social": one_line(story.social),
        "canonical": canonical if is_web_address(canonical) else "",
    }
    return [(key, values[name]) for name, keys in _PLUGINS.items() for key in keys]
