"""Stories are found by a full-text index, and listed by indexes of their own.

What a story is found by, and the index itself, are written down here as they were at this
version, so that the migration does the same whatever the program comes to search later.
The one searched text of before gives way to a text a kind; headline and body are found
where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_OURS = ("caption_text", "writer_text", "name_text", "tag_text", "section_text", "other_text")
_STORY = sa.table(
    "story",
    *(sa.column(name, sa.Text) for name in ("kicker", "subheadline", "summary", "editor")),
    *(sa.column(name, sa.Text) for name in ("section", "dateline_place", "slug", "closing")),
    *(sa.column(name, sa.Text) for name in _OURS),
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
    for column in _OURS:
        # SQLite adds a column that may not be empty only with a default, and keeps that default.
        op.add_column("story", sa.Column(column, sa.Text, nullable=False, server_default=""))
    _fill()
    op.drop_column("story", "search_text")
    op.drop_index("ix_story_updated", "story")
    op.create_index("ix_story_discarded_updated", "story", ["discarded", "updated"])
    op.create_index(
        "ix_story_discarded_status_updated", "story", ["discarded", "status", "updated"]
    )
    for statement in _INDEX:
        op.get_bind().exec_driver_sql(statement)


def _fill() -> None:
    store = op.get_bind()
    # One story at a time: all together they may be more than there is room for.
    for number in store.scalars(sa.select(_STORY.c.number)).all():
        story = store.execute(sa.select(_STORY).where(_STORY.c.number == number)).one()
        of_story = _PHOTO.c.story_number == number
        photos = store.execute(sa.select(_PHOTO).where(of_story).order_by(_PHOTO.c.position))
        change = sa.update(_STORY).where(_STORY.c.number == number)
        store.execute(change.values(_texts(story, photos.all())))


def _texts(story: Any, photos: Any) -> dict[str, str]:
    more = story.details
    texts = {
        "caption_text": (text for photo in photos for text in _told(photo)),
        "writer_text": (*story.byline, *more.get("contributors", ())),
        "name_text": (story.editor, *(text for photo in photos for text in _names(photo))),
        "tag_text": (*story.tags, more.get("topic", "")),
        "section_text": (story.section, *more.get("other_sections", ())),
        "other_text": _others(story),
    }
    return {column: "\n".join(filter(None, written)) for column, written in texts.items()}


def _told(photo: Any) -> Iterator[str]:
    yield from (photo.caption, photo.alt, photo.place, *photo.details.get("keywords", ()))


def _names(photo: Any) -> Iterator[str]:
    yield from (photo.credit, photo.details.get("creator", ""), photo.details.get("copyright", ""))


def _others(story: Any) -> Iterator[str]:
    more = story.details
    yield from (story.kicker, story.subheadline, story.summary)
    yield from (story.dateline_place, story.slug, more.get("canonical", ""))
    yield from (more.get(key, "") for key in ("search_title", "search_description", "social"))
    yield "" if re.fullmatch(_NOBODYS, story.closing.strip(), re.IGNORECASE) else story.closing
    if event := more.get("event"):
        yield _moment(datetime.fromisoformat(event))


_NOBODYS = r"\((?:\*{1,3}|red)\)"


def _moment(moment: datetime) -> str:
    figures = f"{moment.day}/{moment.month}/{moment.year}"
    in_words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{_DAYS[moment.weekday()]} ({figures}) {in_words} {moment:%H.%M}"


_TEXTS = ("headline", "body", *_OURS)
_COLUMNS = ", ".join((*_TEXTS, "marks"))
_MARKS = (
    "char(57344) || ' ' || char(57344) || {row}status || coalesce(strftime("
    "' ' || char(57344) || 'y%Y ' || char(57344) || 'm%Y%m ' || char(57344) || 'd%Y%m%d', "
    "coalesce({row}dateline_date, datetime({row}created, '+7 hours'))), '')"
)


def _values(row: str) -> str:
    texts = ", ".join(f"{row}{column}" for column in _TEXTS)
    return f"{texts}, {_MARKS.format(row=row)}"


_FORGET = (
    f"INSERT INTO story_index (story_index, rowid, {_COLUMNS}) "
    f"SELECT 'delete', old.number, {_values('old.')} WHERE old.discarded IS NULL;"
)
_LEARN = (
    f"INSERT INTO story_index (rowid, {_COLUMNS}) "
    f"SELECT new.number, {_values('new.')} WHERE new.discarded IS NULL;"
)
_INDEX = (
    f"CREATE VIEW story_content AS SELECT number, {', '.join(_TEXTS)}, "
    f"{_MARKS.format(row='')} AS marks FROM story WHERE discarded IS NULL",
    f"CREATE VIRTUAL TABLE story_index USING fts5({_COLUMNS}, content='story_content', "
    "content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')",
    "CREATE VIRTUAL TABLE story_vocabulary USING fts5vocab(story_index, row)",
    f"CREATE TRIGGER story_index_insert AFTER INSERT ON story BEGIN {_LEARN} END",
    f"CREATE TRIGGER story_index_delete AFTER DELETE ON story BEGIN {_FORGET} END",
    f"CREATE TRIGGER story_index_update AFTER UPDATE OF {', '.join(_TEXTS)}, dateline_date, "
    f"created, status, discarded ON story BEGIN {_FORGET} {_LEARN} END",
    "INSERT INTO story_index (story_index) VALUES ('rebuild')",
)
