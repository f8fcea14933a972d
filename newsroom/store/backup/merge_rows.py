"""Putting what is no story of one database into another: words, marks left out, deliveries."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from newsroom.store.comments import comments_of, put
from newsroom.store.database import Database
from newsroom.store.deliveries.records import PushState
from newsroom.store.schema import (
    Base,
    CommentRow,
    HandoverRow,
    IgnoredRow,
    PhotoRow,
    PushRow,
    ReviewRow,
    StoryRow,
    VersionRow,
    WordRow,
    WorkspaceRow,
)

_ROWS_AT_ONCE = 1_000
_ENDED = (PushState.DONE, PushState.CANCELLED)


def merge_lists(source: Database, target: Database) -> tuple[int, int]:
    """Bring in the user's words, and the marks left out; return how many are new of each."""
    with source.read() as session:
        words = [(row.folded, row.word) for row in session.scalars(select(WordRow))]
        marks = [
            (row.house, row.rule, row.folded, row.text)
            for row in session.scalars(select(IgnoredRow))
        ]
    with target.write() as session:
        known_words = set(session.scalars(select(WordRow.folded)))
        new_words = [one for one in words if one[0] not in known_words]
        session.add_all(WordRow(folded=folded, word=word) for folded, word in new_words)
        known_marks = {
            (row.house, row.rule, row.folded) for row in session.scalars(select(IgnoredRow))
        }
        new_marks = [one for one in marks if one[:3] not in known_marks]
        session.add_all(
            IgnoredRow(house=house, rule=rule, folded=folded, text=text)
            for house, rule, folded, text in new_marks
        )
    return len(new_words), len(new_marks)


def merge_rest(source: Database, target: Database, *, of_past: bool = True) -> None:
    """Bring in the rows of all other tables that are not there, with the stories they name.

    What was about to go to a portal at some time in the past is cancelled: it may have gone
    since, and who still wants it can resume it.
    """
    known = {row.__tablename__ for row in (StoryRow, PhotoRow, VersionRow)}
    known |= {row.__tablename__ for row in (WordRow, IgnoredRow, WorkspaceRow, CommentRow)}
    others = [table for table in Base.metadata.sorted_tables if table.name not in known]
    numbers = _numbers(source, target)
    _make_way_for_reviews(source, target, numbers)
    for table in others:
        of_story = [
            column.name
            for column in table.columns
            if any(key.column is StoryRow.__table__.c.number for key in column.foreign_keys)
        ]
        with source.read() as session:
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
        for row in rows:
            row.update({name: numbers.get(row[name]) for name in of_story})
            if of_past and table is PushRow.__table__ and row["state"] not in _ENDED:
                row["state"] = PushState.CANCELLED
            if table is HandoverRow.__table__:
                row["head"] = False
        for begin in range(0, len(rows), _ROWS_AT_ONCE):
            with target.write() as session:
                statement = insert(table).prefix_with("OR IGNORE", dialect="sqlite")
                session.execute(statement, rows[begin : begin + _ROWS_AT_ONCE])
    _merge_heads(source, target, numbers)
    _merge_comments(source, target, numbers)


def _make_way_for_reviews(source: Database, target: Database, numbers: dict[int, int]) -> None:
    """Let go of texts to review against where more was accepted later in what comes in."""
    with source.read() as session:
        theirs = session.execute(select(ReviewRow.story_number, ReviewRow.moment)).all()
    with target.write() as session:
        for number, moment in theirs:
            earlier = (ReviewRow.story_number == numbers.get(number), ReviewRow.moment < moment)
            session.execute(delete(ReviewRow).where(*earlier))


def _merge_heads(source: Database, target: Database, numbers: dict[int, int]) -> None:
    """Note of stories that are here as they were there from which state they have come.

    One that was written on otherwise has not come from there: its own edits would be taken
    for gone at the next desk.
    """
    as_saved = select(StoryRow.number, StoryRow.revision, StoryRow.updated, StoryRow.checksum)
    with target.read() as session:
        ours = {row.number: tuple(row)[1:] for row in session.execute(as_saved)}
    with source.read() as session:
        theirs = {row.number: tuple(row)[1:] for row in session.execute(as_saved)}
        heads = select(HandoverRow.story_number, HandoverRow.uid).where(HandoverRow.head)
        found = session.execute(heads).all()
    with target.write() as session:
        for there, uid in found:
            here = numbers.get(there, 0)
            if ours.get(here) == theirs[there]:
                of_story = update(HandoverRow).where(HandoverRow.story_number == here)
                session.execute(of_story.values(head=HandoverRow.uid == uid))


def _merge_comments(source: Database, target: Database, numbers: dict[int, int]) -> None:
    """Bring in what is said about the stories; of what is there too, what was changed later."""
    with source.read() as session:
        commented = session.scalars(select(CommentRow.story_number).distinct()).all()
    for number in commented:
        if number in numbers:
            with source.read() as session:
                comments = comments_of(session, number)
            with target.write() as session:
                put(session, numbers[number], comments)


def _numbers(source: Database, target: Database) -> dict[int, int]:
    """Return the numbers that stories have in the target, by those they had."""
    numbers = select(StoryRow.id, StoryRow.number)
    with target.read() as session:
        ours = {row.id: row.number for row in session.execute(numbers)}
    with source.read() as session:
        theirs = session.execute(numbers).all()
    return {number: ours[id] for id, number in theirs if id in ours}
