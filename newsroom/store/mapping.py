"""Stories made rows. Rows never leave the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsroom.store.reading import photos_of
from newsroom.store.schema import PhotoRow, StoryRow
from newsroom.store.searched import searched_texts
from newsroom.store.sums import sum_of
from newsroom.story.checklist import answer_values
from newsroom.story.details import in_json, photo_details, source_values, story_details
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Photo, Story


def fill_row(row: StoryRow, story: Story) -> None:
    """Put what a person can change of the story into its row."""
    for name, value in row_values(story).items():
        setattr(row, name, value)
    fill_photos(row, story)
    row.checksum = sum_of(row)


def changed_values(row: StoryRow, story: Story) -> dict[str, Any]:
    """Return the values of a story, but for its photos, that differ from its row's."""
    values = row_values(story)
    return {name: value for name, value in values.items() if getattr(row, name) != value}


def fill_photos(row: StoryRow, story: Story) -> None:
    """Put the photos of the story into its row, unless they are there."""
    if photos_of(row) != story.photos:
        row.photos = [_photo_row(photo, place) for place, photo in enumerate(story.photos)]


def row_values(story: Story) -> dict[str, Any]:
    """Return the values of a story's row, but for its photos."""
    return {
        "status": str(story.status),
        "headline": story.headline,
        "kicker": story.kicker,
        "subheadline": story.subheadline,
        "dateline_place": story.dateline.place,
        "dateline_source": story.dateline.source,
        "dateline_date": story.dateline.date,
        "dateline_pattern": story.dateline.pattern,
        "byline": list(story.byline),
        "editor": story.editor,
        "section": story.section,
        "tags": list(story.tags),
        "slug": story.slug,
        "summary": story.summary,
        "embargo": story.embargo,
        "embargo_offset": _offset(story.embargo),
        "closing": story.closing,
        "words": word_count(story.body),
        "details": {**in_json(story_details(story)), **_checklist(story)},
        "sources": source_values(story.sources),
        "body": story.body,
        **searched_texts(story),
    }


def _checklist(story: Story) -> dict[str, Any]:
    answers = answer_values(story.checklist)
    return {"checklist": answers} if answers else {}


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
