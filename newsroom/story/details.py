"""What a story and its photographs have besides their first fields, as plain values and back.

The store keeps it as one JSON value beside each row, and front matter writes it under the
same keys, so that a field more needs neither a migration nor a second name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsroom.story import values as read
from newsroom.story.photo_edits import WHOLE_TURN, Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story, Unread
from newsroom.story.values import FaultyValue, filled

_DIGITS = 4  # of a share: a ten-thousandth of a picture is less than a pixel


def story_details(story: Story) -> dict[str, Any]:
    """Return the further fields of a story, those that are filled; not its sources."""
    return filled(
        {
            "contributors": list(story.contributors),
            "other_sections": list(story.other_sections),
            "topic": story.topic,
            "search_title": story.search_title,
            "search_description": story.search_description,
            "social": story.social,
            "canonical": story.canonical,
            "event": story.event,
            "deadline": story.deadline,
            "publish": story.publish,
            "unread": dict(story.unread),
        }
    )


def with_story_details(story: Story, values: Mapping[str, Any]) -> Story:
    """Return a story with the further fields that a table holds. Raises FaultyValue."""
    return replace(
        story,
        contributors=read.texts(values, "contributors"),
        other_sections=read.texts(values, "other_sections"),
        topic=read.text(values, "topic"),
        search_title=read.text(values, "search_title"),
        search_description=read.text(values, "search_description"),
        social=read.text(values, "social"),
        canonical=read.text(values, "canonical"),
        event=read.moment(values, "event"),
        deadline=read.moment(values, "deadline"),
        publish=read.moment(values, "publish"),
        unread=_unread(values),
    )


def source_values(sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    """Return the sources of a story for the store; nothing else may ask for them."""
    return [
        filled({"name": one.name, "title": one.title, "contact": one.contact, "note": one.note})
        for one in sources
    ]


def sources_of(values: list[Any]) -> tuple[Source, ...]:
    """Return the sources that the store holds. Raises FaultyValue."""
    return tuple(
        Source(*(read.text(one, key) for key in ("name", "title", "contact", "note")))
        for one in values
    )


def photo_details(photo: Photo) -> dict[str, Any]:
    """Return the further fields of a photograph, those that are filled."""
    return filled(
        {
            "creator": photo.creator,
            "copyright": photo.copyright,
            "keywords": list(photo.keywords),
            "rights": str(photo.rights),
            "source": photo.source,
            "permission": photo.permission,
            "embargo": photo.embargo,
            "edits": _edit_values(photo.edits),
            "unread": dict(photo.unread),
        }
    )


def with_photo_details(photo: Photo, values: Mapping[str, Any]) -> Photo:
    """Return a photograph with the further fields that a table holds. Raises FaultyValue."""
    return replace(
        photo,
        creator=read.text(values, "creator"),
        copyright=read.text(values, "copyright"),
        keywords=read.texts(values, "keywords"),
        rights=_rights(values),
        source=read.text(values, "source"),
        permission=read.text(values, "permission"),
        embargo=read.moment(values, "embargo"),
        edits=_edits(read.mapping(values, "edits")),
        unread=_unread(values),
    )


def in_json(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return details as JSON can hold them: moments in ISO 8601, their zone with them."""
    return {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in details.items()
    }


def _unread(values: Mapping[str, Any]) -> Unread:
    written = read.mapping(values, "unread")
    return tuple((name, read.text(written, name)) for name in written)


def _rights(values: Mapping[str, Any]) -> Rights:
    written = read.text(values, "rights")
    try:
        return Rights(written)
    except ValueError:
        known = ", ".join(filter(None, Rights))
        raise FaultyValue(f"'rights: {written}' tidak dikenal; yang ada: {known}") from None


def _edit_values(edits: PhotoEdits) -> dict[str, Any]:
    return filled(
        {
            "turn": edits.turn,
            "crop": _shares(edits.crop) if edits.crop else [],
            "focal": [round(share, _DIGITS) for share in edits.focal or ()],
            "brightness": "" if edits.brightness == 1.0 else round(edits.brightness, 2),
            "blur": [_shares(box) for box in edits.blurs],
        }
    )


def _edits(values: Mapping[str, Any]) -> PhotoEdits:
    crop = read.numbers(values, "crop", 4)
    focal = read.numbers(values, "focal", 2)
    return PhotoEdits(
        turn=int(read.number(values, "turn", 0)) // 90 * 90 % WHOLE_TURN,
        crop=Box(*crop) if crop else None,
        focal=(focal[0], focal[1]) if focal else None,
        brightness=read.number(values, "brightness", 1.0),
        blurs=tuple(Box(*box) for box in read.number_lists(values, "blur", 4) if box),
    )


def _shares(box: Box) -> list[float]:
    return [round(share, _DIGITS) for share in (box.left, box.top, box.right, box.bottom)]
