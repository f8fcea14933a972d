"""Stories made rows. Rows never leave the store."""

from __future__ import annotations

from datetime import datetime

from newsroom.store.reading import photos_of
from newsroom.store.schema import PhotoRow, StoryRow
from newsroom.store.searched import searched_text
from newsroom.story.details import in_json, photo_details, source_values, story_details
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Photo, Story


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
    row.details = in_json(story_details(story))
    row.sources = source_values(story.sources)
    row.body = story.body
    row.search_text = searched_text(story)
    if photos_of(row) != story.photos:
        row.photos = [_photo_row(photo, place) for place, photo in enumerate(story.photos)]


def _offset(moment: datetime | None) -> int | None:
    offset = moment.utcoffset() if moment else None
    return None if offset is None else int(offset.total_seconds())


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
        details=in_json(photo_details(photo)),
    )
