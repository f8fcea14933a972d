"""The stories of the store."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session, joinedload

from newsroom.store.binned import Binned
from newsroom.store.errors import StoryChangedElsewhere, StoryNotFound
from newsroom.store.mapping import changed_values, fill_photos, fill_row
from newsroom.store.reading import story_of
from newsroom.store.schema import Base, StoryRow, WorkspaceRow
from newsroom.store.versions.log import keep_after, keep_before
from newsroom.story.copying import copy_of
from newsroom.story.story import Story
from newsroom.story.version import Mark
from newsroom.story.workflow import Status, next_statuses

SHORTEST_PREFIX = 4

_STORY = Base.metadata.tables["story"]
_OVERWRITE = update(_STORY).where(_STORY.c.number == bindparam("row"))
# A story with its photos in one go. SQLite locks the whole store for the writer; elsewhere
# the row must be.
_TO_WRITE = (
    select(StoryRow)
    .where(StoryRow.id == bindparam("story"))
    .options(joinedload(StoryRow.photos))
    .with_for_update(of=StoryRow)
)
_AT_ONCE = 50  # stories in one transaction


@dataclass(frozen=True, slots=True)
class StatusChange:
    """What became of a story that was to get another status: ``why`` not, else it is empty."""

    id: str
    headline: str
    before: Status | None
    why: str = ""

    @property
    def is_done(self) -> bool:
        """True if the story has the new status."""
        return not self.why


class Stories(Binned):
    """Stories, saved, listed and found. Every method raises StoreError where the disk fails."""

    def save(
        self,
        story: Story,
        beside: Mapping[str, Any] | None = None,
        mark: Mark | None = None,
    ) -> Story:
        """Save the story and return it with its new ``revision`` and its times.

        ``beside`` is what the workspace is to remember by key, in the same
        transaction: where the cursor stood in just this text. ``mark`` makes what is
        saved a step of the story's versions: it was imported, brought back. A change
        of status makes it one anyway, and what gives way is kept where a spell of
        writing has ended.

        Raises StoryChangedElsewhere if the store holds another revision than the
        one this story was read at. After any failure the store holds what it held,
        and the same story may be saved again. A story in the bin stays there.
        """
        now = datetime.now(UTC)
        with self._database.write() as session:
            saved = _save(session, _row_to_write(session, story.id), story, now, mark)
            for key, value in (beside or {}).items():
                session.merge(WorkspaceRow(key=key, value=value))
            return saved

    def change_status(
        self, ids: Sequence[str], status: Status, mark: Mark | None = None
    ) -> builtins.list[StatusChange]:
        """Move stories to a status, and say of each whether it went, and if not, why.

        Only steps of the workflow are taken. ``mark`` may say who did it. What is done is
        done some at a time, so that who types meanwhile need not wait.
        """
        changes: list[StatusChange] = []
        for start in range(0, len(ids), _AT_ONCE):
            now = datetime.now(UTC)
            with self._database.write() as session:
                for id in ids[start : start + _AT_ONCE]:
                    changes.append(_change_status(session, id, status, mark, now))
        return changes

    def duplicate(self, id: str) -> Story:
        """Save a copy of a story as a new draft, and return it. Raises StoryNotFound."""
        return self.save(copy_of(self.get(id)))

    def get(self, id: str) -> Story:
        """Return the story with this id, or with the only id that begins so.

        A beginning needs four characters. Stories in the bin are found too. Raises
        StoryNotFound.
        """
        with self._database.read() as session:
            return story_of(_row(session, id))

    def discard(self, id: str) -> None:
        """Move a story to the bin: it is kept but no longer listed. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = datetime.now(UTC)

    def restore(self, id: str) -> None:
        """Bring a story back from the bin. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = None


def _row_to_write(session: Session, id: str) -> StoryRow | None:
    return session.scalars(_TO_WRITE, {"story": id}).unique().one_or_none()


def _save(
    session: Session, row: StoryRow | None, story: Story, now: datetime, mark: Mark | None
) -> Story:
    if row is None:
        row = StoryRow(id=story.id, created=story.created or now, kept=0, spell=now)
        row.revision, row.updated = story.revision + 1, now
        fill_row(row, story)
        session.add(row)
        status = None
    elif row.revision != story.revision:
        raise StoryChangedElsewhere(
            "Naskah ini sudah diubah dari jendela atau program lain sejak dibuka di sini. "
            "Tidak ada yang ditimpa; simpan tulisan ini sebagai naskah baru."
        )
    else:
        status = Status(row.status)
        marked = mark is not None or status != story.status
        keep_before(session, row, story, now, marked=marked)
        _overwrite(session, row, story, now)
    saved = replace(story, revision=story.revision + 1, created=row.created, updated=now)
    keep_after(session, row, saved, mark, status)
    return saved


def _overwrite(session: Session, row: StoryRow, story: Story, now: datetime) -> None:
    """Write what has changed. To have the session find that out takes as long as the writing."""
    values = changed_values(row, story) | {"revision": story.revision + 1, "updated": now}
    session.execute(_OVERWRITE.values(values), {"row": row.number})
    fill_photos(row, story)


def _change_status(
    session: Session, id: str, status: Status, mark: Mark | None, now: datetime
) -> StatusChange:
    row = _row_to_write(session, id)
    if row is None:
        return StatusChange(id, "", None, f"Naskah {id} tidak ditemukan.")
    before = Status(row.status)
    if row.discarded:
        why = "Naskah ini ada di keranjang; pulihkan lebih dulu."
    elif status in next_statuses(before):
        _save(session, row, replace(story_of(row), status=status), now, mark)
        why = ""
    elif before == status:
        why = f"Naskah ini sudah berstatus {status.label}."
    else:
        why = f"Dari {before.label} tidak dapat langsung ke {status.label}."
    return StatusChange(id, row.headline, before, why)


def _row(session: Session, id: str) -> StoryRow:
    begins = StoryRow.id.startswith(id, autoescape=True)
    exact = StoryRow.id == id
    statement = select(StoryRow).where(begins if len(id) >= SHORTEST_PREFIX else exact)
    rows = session.scalars(statement.order_by(exact.desc()).limit(2)).all()
    if not rows:
        raise StoryNotFound(f"Naskah {id} tidak ditemukan.")
    if len(rows) > 1 and rows[0].id != id:
        raise StoryNotFound(f"Lebih dari satu naskah berawalan {id}; tulis lebih panjang.")
    return rows[0]
