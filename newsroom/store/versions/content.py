"""A story's state as bytes, and back.

It is JSON under the names that the front matter has, but for the sources, which are in no
file. What the store counts (revision, times) stands in the step's own columns. A key that
is missing is empty: fields that come later need no other form of what was kept before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from newsroom.story import values as read
from newsroom.story.checklist import answer_values, answers_of
from newsroom.story.dateline import Dateline
from newsroom.story.details import (
    in_json,
    photo_details,
    source_values,
    sources_of,
    story_details,
    with_photo_details,
    with_story_details,
)
from newsroom.story.story import Photo, Story
from newsroom.story.values import filled
from newsroom.story.workflow import Status

_TEXTS = ("headline", "kicker", "subheadline", "editor", "section", "slug", "summary", "closing")
_PHOTO_TEXTS = ("file", "caption", "credit", "alt", "place", "digest")


def content_of(story: Story) -> bytes:
    """Return all that a person can change of a story. Raises UnicodeEncodeError."""
    told = content_values(story)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def content_values(story: Story) -> dict[str, Any]:
    """Return the content of a story as JSON holds it, not yet written."""
    told = {
        "status": str(story.status),
        **{name: getattr(story, name) for name in _TEXTS},
        "dateline": _dateline_values(story.dateline),
        "byline": list(story.byline),
        "tags": list(story.tags),
        "embargo": story.embargo and story.embargo.isoformat(),
        "photos": [_photo_values(photo) for photo in story.photos],
        **in_json(story_details(story)),
        "checklist": answer_values(story.checklist),
        "sources": source_values(story.sources),
        "body": story.body,
    }
    return filled(told)


def story_from(content: bytes) -> Story:
    """Return the story of a content, without what the store counts. Raises ValueError."""
    return story_of(json.loads(content))


def story_of(told: Mapping[str, Any]) -> Story:
    """Return the story of a content that is read already. Raises ValueError."""
    dateline, embargo = read.mapping(told, "dateline"), read.text(told, "embargo")
    story = Story(
        **_read_texts(told, _TEXTS),
        status=Status(told["status"]),
        dateline=Dateline(
            place=read.text(dateline, "place"),
            source=read.text(dateline, "source"),
            date=read.day(dateline, "date"),
            pattern=read.text(dateline, "pattern"),
        ),
        byline=tuple(told.get("byline", ())),
        tags=tuple(told.get("tags", ())),
        embargo=datetime.fromisoformat(embargo) if embargo else None,
        photos=tuple(map(_photo, told.get("photos", ()))),
        checklist=answers_of(told),
        sources=sources_of(told.get("sources", [])),
        body=read.text(told, "body"),
        id="",
    )
    return with_story_details(story, told)


def _dateline_values(dateline: Dateline) -> dict[str, Any]:
    return filled(
        {
            "place": dateline.place,
            "source": dateline.source,
            "date": dateline.date and dateline.date.isoformat(),
            "pattern": dateline.pattern,
        }
    )


def _photo_values(photo: Photo) -> dict[str, Any]:
    return filled(
        {
            **{name: getattr(photo, name) for name in _PHOTO_TEXTS},
            "taken": photo.taken and photo.taken.isoformat(),
            "lead": photo.lead,
            **in_json(photo_details(photo)),
        }
    )


def _photo(told: dict[str, Any]) -> Photo:
    photo = Photo(
        **_read_texts(told, _PHOTO_TEXTS),
        taken=read.day(told, "taken"),
        lead=bool(told.get("lead")),
    )
    return with_photo_details(photo, told)


def _read_texts(told: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: read.text(told, name) for name in names}
