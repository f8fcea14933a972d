"""Stories made rows. Rows never leave the store."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from newsroom.store.reading import photos_of
from newsroom.store.schema import PhotoRow, StoryRow
from newsroom.story.details import in_json, photo_details, source_values, story_details
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Photo, Story


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
    row.details = in_json(story_details(story))
    row.sources = source_values(story.sources)
    row.body = story.body
    row.search_text = fold("\n".join(_searched(story)))
    if photos_of(row) != story.photos:
        row.photos = [_photo_row(photo, place) for place, photo in enumerate(story.photos)]


def _offset(moment: datetime | None) -> int | None:
    offset = moment.utcoffset() if moment else None
    return None if offset is None else int(offset.total_seconds())


def _searched(story: Story) -> list[str]:
    captions = [photo.caption for photo in story.photos]
    names = [*story.byline, *story.contributors]
    return [story.headline, story.body, *names, *story.tags, story.topic, *captions]


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
