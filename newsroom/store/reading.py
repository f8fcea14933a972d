"""Rows made stories, without a word of SQLAlchemy: ``glance`` reads them by itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newsroom.story.checklist import answers_of
from newsroom.story.dateline import Dateline
from newsroom.story.details import sources_of, with_photo_details, with_story_details
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.store.schema import PhotoRow, StoryRow


def story_of(row: StoryRow) -> Story:
    """Return the story that a row holds."""
    story = Story(
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
        sources=sources_of(row.sources),
        checklist=answers_of(row.details),
        id=row.id,
        revision=row.revision,
        created=row.created,
        updated=row.updated,
    )
    return with_story_details(story, row.details)


def moment_of(moment: datetime | None, offset: int | None) -> datetime | None:
    """Return the moment at the offset (seconds east of UTC) that it was written in."""
    if moment is None or offset is None:
        return moment
    return moment.astimezone(timezone(timedelta(seconds=offset)))


def photos_of(row: StoryRow) -> tuple[Photo, ...]:
    """Return the photographs of a row, in their order."""
    return tuple(map(_photo_of, row.photos))


def _photo_of(row: PhotoRow) -> Photo:
    photo = Photo(
        file=row.file,
        caption=row.caption,
        credit=row.credit,
        alt=row.alt,
        taken=row.taken,
        place=row.place,
        lead=row.lead,
        digest=row.digest,
    )
    return with_photo_details(photo, row.details)
