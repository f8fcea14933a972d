"""What came from an old archive: by its keys an item is known again, whenever it comes.

The keys are kept in the transaction that keeps the stories. So whoever is stopped, in
whatever way, may begin anew with the same archive: what came is there, and comes no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.mapping import fill_row
from newsroom.store.people import person_here
from newsroom.store.schema import ImportedRow, StoryRow
from newsroom.store.versions.log import first_step
from newsroom.story.story import Story
from newsroom.story.version import Mark

OURS = "newsroom:"
"""What a key begins with that ends in the id of a story of this program's."""

_AT_ONCE = 500  # keys in one question


class Verdict(StrEnum):
    """What becomes of an item."""

    NEW = "new"  # it was not here
    THERE = "there"  # it is here, as it says now
    CHANGED = "changed"  # it came before, and says something else now
    GONE = "gone"  # it came before, and was deleted here


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a key: the story's id, none if it was deleted, and what was said then.

    No ``digest`` stands for a story that did not come from an archive: it was written here.
    """

    id: str | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """Something in an archive: what it is known by, and what it says, as a digest."""

    keys: tuple[str, ...]
    digest: str

    def judged(self, known: Mapping[str, Known]) -> tuple[Verdict, str]:
        """Return what is to become of it, and the id of the story that it is, if there is one."""
        found = [known[key] for key in self.keys if key in known]
        if not found:
            return Verdict.NEW, ""
        same = [one for one in found if one.digest in (self.digest, None)]
        here = next((one for one in (*same, *found) if one.id), None)
        if here is None or here.id is None:
            return Verdict.GONE, ""
        return (Verdict.THERE if same else Verdict.CHANGED), here.id


@dataclass(frozen=True, slots=True)
class Arriving:
    """A story out of an archive. Its ``created`` and ``updated`` are those that it had there.

    ``mark`` says where it came from, ``discarded`` that it had been thrown away there. With
    ``anew`` it becomes a story of its own where an earlier one came from the same item.
    """

    story: Story
    item: Item
    mark: Mark
    discarded: bool = False
    anew: bool = False


class Imported:
    """The items of old archives that have come. Both methods raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """Return what is known of the keys, of those of which something is."""
        with self._database.read() as session:
            return _known(session, keys)

    def add(self, arriving: Sequence[Arriving]) -> list[tuple[Verdict, str]]:
        """Take in stories with their keys, all of them or none.

        For each the answer says what became of it, and the id of its story. Only what is new
        is added, and what is to be had ``anew`` though it changed; all else stays untouched.
        """
        now = datetime.now(UTC)
        with self._database.write() as session:
            known = _known(session, (key for one in arriving for key in one.item.keys))
            answers: list[tuple[Verdict, str]] = []
            new: list[Arriving] = []
            for one in arriving:
                verdict, id = one.item.judged(known)
                if verdict is Verdict.NEW or (verdict is Verdict.CHANGED and one.anew):
                    verdict, id = Verdict.NEW, one.story.id
                    new.append(one)
                    # It may be in the archive twice.
                    known.update((key, Known(id, one.item.digest)) for key in one.item.keys)
                answers.append((verdict, id))
            _add(session, new, now)
            return answers


def _known(session: Session, keys: Iterable[str]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    wanted = sorted(set(keys))
    for some in _batched(wanted):
        came = select(ImportedRow.key, StoryRow.id, ImportedRow.digest).outerjoin(
            StoryRow, StoryRow.number == ImportedRow.story_number
        )
        for key, id, digest in session.execute(came.where(ImportedRow.key.in_(some))):
            found[key] = Known(id, digest)
    ours = [key.removeprefix(OURS) for key in wanted if key.startswith(OURS)]
    for some in _batched(ours):
        for id in session.scalars(select(StoryRow.id).where(StoryRow.id.in_(some))):
            found[OURS + id] = Known(id, None)
    return found


def _batched(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]


def _add(session: Session, arriving: Sequence[Arriving], now: datetime) -> None:
    """Add stories with their keys, in a few statements for all of them."""
    stories = [_with_times(one.story, now) for one in arriving]
    rows = [_row(story, one, now) for story, one in zip(stories, arriving, strict=True)]
    session.add_all(rows)
    session.flush()  # new rows have no numbers yet
    who = person_here(session).name
    session.add_all(
        first_step(row, story, replace(one.mark, who=one.mark.who or who), now)
        for row, story, one in zip(rows, stories, arriving, strict=True)
    )
    keys = {
        key: {"key": key, "digest": one.item.digest, "story_number": row.number}
        for row, one in zip(rows, arriving, strict=True)
        for key in one.item.keys
    }
    for some in _batched(sorted(keys)):
        session.execute(delete(ImportedRow).where(ImportedRow.key.in_(some)))
        session.execute(insert(ImportedRow), [keys[key] for key in some])


def _with_times(story: Story, now: datetime) -> Story:
    """Return a story as it will be in the store.

    By the times that it had there old stories come below today's work, not above it.
    """
    created = min(story.created or now, now)
    updated = min(story.updated or created, now)
    return replace(story, revision=1, created=created, updated=updated)


def _row(story: Story, one: Arriving, now: datetime) -> StoryRow:
    row = StoryRow(
        id=story.id,
        revision=1,
        created=story.created,
        updated=story.updated,
        discarded=now if one.discarded else None,
        kept=1,
        spell=now,
    )
    fill_row(row, story)
    return row
