"""Rows made stories, without a word of SQLAlchemy: ``glance`` reads them by itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.store.schema import StoryRow


def story_of(row: StoryRow) -> Story:
    """Return the story that a row holds."""
    return Story(
        headline=row.headline,
        kicker=row.kicker,
        subheadline=row.subheadline,
        body=row.body,
        dateline=Dateline(
            place=row.dateline_place,
            source=row.dateline_source,
            date=row.dateline_date,
            pattern=row.dateline_pattern,
        ),
        byline=tuple(row.byline),
        editor=row.editor,
        section=row.section,
        tags=tuple(row.tags),
        slug=row.slug,
        summary=row.summary,
        status=Status(row.status),
        embargo=moment_of(row.embargo, row.embargo_offset),
        closing=row.closing,
        photos=photos_of(row),
        id=row.id,
        revision=row.revision,
        created=row.created,
        updated=row.updated,
    )


def moment_of(moment: datetime | None, offset: int | None) -> datetime | None:
    """Return the moment at the offset (seconds east of UTC) that it was written in."""
    if moment is None or offset is None:
        return moment
    return moment.astimezone(timezone(timedelta(seconds=offset)))


def photos_of(row: StoryRow) -> tuple[Photo, ...]:
    """Return the photographs of a row, in their order."""
    return tuple(
        Photo(
            file=photo.file,
            caption=photo.caption,
            credit=photo.credit,
            alt=photo.alt,
            taken=photo.taken,
            place=photo.place,
            lead=photo.lead,
            digest=photo.digest,
        )
        for photo in row.photos
    )
