"""Which of the stories taken out of a damaged file are as they were saved, and which are not."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.mapping import fill_row
from newsroom.store.reading import story_of
from newsroom.store.recovery.good_states import is_what_was_saved
from newsroom.store.recovery.salvage import Salvaged
from newsroom.store.schema import StoryRow
from newsroom.store.searched import searched_texts
from newsroom.store.sums import is_as_saved, sum_of
from newsroom.store.versions.versions import sound_states
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story

_SUMMED = "0008"  # the first revision in which stories have sums


def sift(source: Database, found: Salvaged) -> None:
    """Note of each story whether it is sound or garbled, and put right what can be.

    Raises StoreError.
    """
    if not found.version or found.version >= _SUMMED:
        _by_sums(source, found)
    found.garbled |= _contradictory(source) - found.sound


def _by_sums(source: Database, found: Salvaged) -> None:
    """Tell the stories that are as they were saved from those that are not.

    One whose last state the version log has is put right.
    """
    with source.read() as session:
        numbers = session.execute(select(StoryRow.number, StoryRow.id)).all()
    for number, id in numbers:
        with suppress(Exception), source.write() as session:
            row = session.scalars(select(StoryRow).where(StoryRow.number == number)).one()
            if row.checksum is None and id not in found.garbled:
                continue
            if row.checksum is not None and is_as_saved(row):
                found.sound.add(id)
            elif state := _last_state(session, row):
                fill_row(row, state)
                found.sound.add(id)
            else:
                found.garbled.add(id)
                row.checksum = sum_of(row)  # the report tells of it
    found.garbled -= found.sound


def _last_state(session: Session, row: StoryRow) -> Story | None:
    states = sound_states(session, row.number)
    return next((state for state in states if is_what_was_saved(state, row)), None)


def _contradictory(source: Database) -> set[str]:
    """Return the stories whose text is not what the store noted of it when it was saved.

    Where that is most of them the program counts otherwise by now, and it says nothing.
    """
    found: set[str] = set()
    count, last = 0, 0
    while True:
        with source.read() as session:
            after = select(StoryRow.number, StoryRow.id).where(StoryRow.number > last)
            some = session.execute(after.order_by(StoryRow.number).limit(100)).all()
        if not some:
            return found if 2 * len(found) <= count or count < 3 else set()
        for number, id in some:
            last, count = number, count + 1
            with suppress(Exception), source.read() as session:
                row = session.scalars(select(StoryRow).where(StoryRow.number == number)).one()
                texts = searched_texts(story_of(row))
                if row.words != word_count(row.body) or any(
                    getattr(row, column) != text for column, text in texts.items()
                ):
                    found.add(id)
