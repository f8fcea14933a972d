"""The full-text index of the stories, in SQLite's FTS5.

The index holds words only; the texts stay in the rows of ``story`` (an "external content"
table). Triggers keep it, so that whatever writes a story, in whatever transaction, writes
the index with it or not at all. Stories in the bin are not in it.

Letters are compared without case and accents. Every beginning of a word of two to four
letters has a list of its own: a word is looked for while it is typed, and in 100,000
stories *meng* begins half a million words. Beginnings of words only: for parts inside them
a list of all threes of letters would be needed, larger than all of this (67 MB beside 48 MB
for 10,000 stories of 300 words) and written at every save. What people mean by *umum* in
*pengumuman* is the word's form, which ``forms`` finds.

A last column holds what a story is filtered by, as words that nobody can type: each begins
with a letter of no script, ``MARK``.
"""

from __future__ import annotations

INDEX = "story_index"
CONTENT = "story_content"
VOCABULARY = "story_vocabulary"
NAMES = (
    CONTENT,
    INDEX,
    VOCABULARY,
    "story_index_insert",
    "story_index_delete",
    "story_index_update",
)
"""The parts of the index, in the order in which they are made."""


WEIGHTS = {
    "headline": 10.0,
    "body": 1.0,
    "caption_text": 3.0,
    "writer_text": 5.0,
    "name_text": 3.0,
    "tag_text": 5.0,
    "section_text": 3.0,
    "other_text": 2.0,
    "marks": 0.0,
}
"""The columns of the index in their order, with how much a word in each counts."""

MARK = "\ue000"
"""What every story's marks begin with; alone it stands for all stories."""

_TEXTS = tuple(column for column in WEIGHTS if column != "marks")

# A story is of the day in its dateline, else of the day it was begun in western Indonesia:
# the same on every machine, whatever its own zone.
_MARKS = (
    "char(57344) || ' ' || char(57344) || {row}status || coalesce(strftime("
    "' ' || char(57344) || 'y%Y ' || char(57344) || 'm%Y%m ' || char(57344) || 'd%Y%m%d', "
    "coalesce({row}dateline_date, datetime({row}created, '+7 hours'))), '')"
)
_KEPT = ("dateline_date", "created", "status", "discarded")


def _values(row: str) -> str:
    """Return what the index holds of a row, as SQL."""
    texts = ", ".join(f"{row}{column}" for column in _TEXTS)
    return f"{texts}, {_MARKS.format(row=row)}"


def statements() -> list[str]:
    """Return the SQL that makes the parts of the index, in the order of ``NAMES``."""
    columns = ", ".join(WEIGHTS)
    forget = (
        f"INSERT INTO {INDEX} ({INDEX}, rowid, {columns}) "
        f"SELECT 'delete', old.number, {_values('old.')} WHERE old.discarded IS NULL;"
    )
    learn = (
        f"INSERT INTO {INDEX} (rowid, {columns}) "
        f"SELECT new.number, {_values('new.')} WHERE new.discarded IS NULL;"
    )
    return [
        f"CREATE VIEW {CONTENT} AS SELECT number, {', '.join(_TEXTS)}, "
        f"{_MARKS.format(row='')} AS marks FROM story WHERE discarded IS NULL",
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5({columns}, content='{CONTENT}', "
        "content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')",
        f"CREATE VIRTUAL TABLE {VOCABULARY} USING fts5vocab({INDEX}, row)",
        f"CREATE TRIGGER story_index_insert AFTER INSERT ON story BEGIN {learn} END",
        f"CREATE TRIGGER story_index_delete AFTER DELETE ON story BEGIN {forget} END",
        f"CREATE TRIGGER story_index_update AFTER UPDATE OF {', '.join((*_TEXTS, *_KEPT))} "
        f"ON story BEGIN {forget} {learn} END",
    ]


REBUILD = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"
CHECK = f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)"
