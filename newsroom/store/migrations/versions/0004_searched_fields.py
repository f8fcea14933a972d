"""Stories are found by all their fields: the text that is searched is made anew.

What a story is found by is written down here as it was at this version, so that the
migration does the same whatever the program comes to search later.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_STORY = sa.table(
    "story",
    *(
        sa.column(name, sa.Text)
        for name in ("headline", "kicker", "subheadline", "body", "summary", "editor", "section")
    ),
    *(sa.column(name, sa.Text) for name in ("dateline_place", "slug", "closing", "search_text")),
    *(sa.column(name, sa.JSON) for name in ("byline", "tags", "details")),
    sa.column("number", sa.Integer),
)
_PHOTO = sa.table(
    "photo",
    *(sa.column(name, sa.Text) for name in ("caption", "credit", "alt", "place")),
    sa.column("details", sa.JSON),
    *(sa.column(name, sa.Integer) for name in ("story_number", "position")),
)


def upgrade() -> None:
    store = op.get_bind()
    # One story at a time: their bodies together may be more than there is room for.
    for number in store.scalars(sa.select(_STORY.c.number)).all():
        story = store.execute(sa.select(_STORY).where(_STORY.c.number == number)).one()
        of_story = _PHOTO.c.story_number == number
        photos = store.execute(sa.select(_PHOTO).where(of_story).order_by(_PHOTO.c.position))
        text = "\n".join(filter(None, _written(story, photos.all())))
        folded = unicodedata.normalize("NFC", text.casefold())
        if folded != story.search_text:
            change = sa.update(_STORY).where(_STORY.c.number == number)
            store.execute(change.values(search_text=folded))


def _written(story: Any, photos: Any) -> Iterator[str]:
    more = story.details
    yield from (story.headline, story.kicker, story.subheadline, story.body, story.summary)
    yield from (*story.byline, *more.get("contributors", ()), story.editor)
    yield from (story.section, *more.get("other_sections", ()), *story.tags, more.get("topic", ""))
    yield from (story.dateline_place, story.slug, more.get("canonical", ""))
    yield from (more.get(key, "") for key in ("search_title", "search_description", "social"))
    yield "" if story.closing.strip().casefold() in _NOBODYS else story.closing
    if event := more.get("event"):
        yield _moment(datetime.fromisoformat(event))
    for photo in photos:
        told = photo.details
        yield from (photo.caption, photo.credit, photo.alt, photo.place)
        yield from (told.get("creator", ""), told.get("copyright", ""), *told.get("keywords", ()))


_NOBODYS = ("(*)", "(**)", "(***)", "(red)")


def _moment(moment: datetime) -> str:
    figures = f"{moment.day}/{moment.month}/{moment.year}"
    in_words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{_DAYS[moment.weekday()]} ({figures}) {in_words} {moment:%H.%M}"
