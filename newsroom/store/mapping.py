"""Stories as rows, and rows as stories. Rows never leave the store."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta, timezone

from newsroom.store.schema import PhotoRow, StoryRow
from newsroom.story.dateline import Dateline
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status


def fold(text: str) -> str:
    """Return the text as it is compared: in any case, accents composed.

    >>> fold("KAFE\\u0301")
    'kafé'
    """
    return unicodedata.normalize("NFC", text.casefold())


def fill_row(row: StoryRow, story: Story) -> None:
    """Put what a person can change of the story into its row."""
    row.status = str(story.status)
    row.headline = story.headline
    row.kicker = story.kicker
    row.subheadline = story.subheadline
    row.dateline_place = story.dateline.place
    row.dateline_source = story.dateline.source
    row.dateline_date = story.dateline.date
    row.dateline_pattern = story.dateline.pattern
    row.byline = list(story.byline)
    row.editor = story.editor
    row.section = story.section
    row.tags = list(story.tags)
    row.slug = story.slug
    row.summary = story.summary
    row.embargo = story.embargo
    row.embargo_offset = _offset(story.embargo)
    row.closing = story.closing
    row.words = word_count(story.body)
    row.body = story.body
    row.search_text = fold("\n".join(_searched(story)))
    if _photos(row) != story.photos:
        row.photos = [_photo_row(photo, place) for place, photo in enumerate(story.photos)]


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
        photos=_photos(row),
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


def _offset(moment: datetime | None) -> int | None:
    offset = moment.utcoffset() if moment else None
    return None if offset is None else int(offset.total_seconds())


def _searched(story: Story) -> list[str]:
    captions = [photo.caption for photo in story.photos]
    return [story.headline, story.body, *story.byline, *story.tags, *captions]


def _photos(row: StoryRow) -> tuple[Photo, ...]:
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


def _photo_row(photo: Photo, position: int) -> PhotoRow:
    return PhotoRow(
        position=position,
        file=photo.file,
        caption=photo.caption,
        credit=photo.credit,
        alt=photo.alt,
        taken=photo.taken,
        place=photo.place,
        lead=photo.lead,
        digest=photo.digest,
    )
