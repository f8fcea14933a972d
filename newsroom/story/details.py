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
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
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
            "corrections": [{"moment": one.moment, "text": one.text} for one in story.corrections],
            "answers": _link_values(story.answers) if story.answers else {},
            "answered_by": [_link_values(one) for one in story.answered_by],
            "withdrawal": (
                {"moment": story.withdrawal.moment, "reason": story.withdrawal.reason}
                if story.withdrawal
                else {}
            ),
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
        corrections=tuple(
            Correction(read.sure_moment(one, "moment"), read.text(one, "text"))
            for one in read.mappings(values, "corrections")
        ),
        answers=_link(read.mapping(values, "answers")),
        answered_by=tuple(
            link for one in read.mappings(values, "answered_by") if (link := _link(one))
        ),
        withdrawal=_withdrawal(read.mapping(values, "withdrawal")),
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
            "origin": photo.origin,
            "baked": _edit_values(photo.baked),
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
        origin=read.text(values, "origin"),
        baked=_edits(read.mapping(values, "baked")),
    )


def in_json(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return details as JSON can hold them: moments in ISO 8601, their zone with them."""
    return {key: _in_json(value) for key, value in details.items()}


def _in_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_in_json(one) for one in value]
    return in_json(value) if isinstance(value, dict) else value


def _link_values(link: StoryLink) -> dict[str, Any]:
    return filled(
        {
            "headline": link.headline,
            "address": link.address,
            "id": link.id,
            "moment": link.moment,
            "kind": "" if link.kind is LinkKind.ANSWER else str(link.kind),
        }
    )


def _link(values: Mapping[str, Any]) -> StoryLink | None:
    if not values:
        return None
    return StoryLink(
        headline=read.text(values, "headline"),
        address=read.text(values, "address"),
        id=read.text(values, "id"),
        moment=read.moment(values, "moment"),
        kind=_kind(values),
    )


def _kind(values: Mapping[str, Any]) -> LinkKind:
    written = read.text(values, "kind") or LinkKind.ANSWER
    try:
        return LinkKind(written)
    except ValueError:
        raise FaultyValue(
            f"'kind: {written}' tidak dikenal; yang ada: {', '.join(LinkKind)}"
        ) from None


def _withdrawal(values: Mapping[str, Any]) -> Withdrawal | None:
    if not values:
        return None
    return Withdrawal(read.sure_moment(values, "moment"), read.text(values, "reason"))


def _unread(values: Mapping[str, Any]) -> Unread:
    written = read.mapping(values, "unread")
    return tuple((name, read.text(written, name)) for name in written if isinstance(name, str))


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
