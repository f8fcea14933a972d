"""The stories of the store."""

from __future__ import annotations

import builtins
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session, joinedload

from newsroom.store.anchors import carry_anchors
from newsroom.store.binned import Binned
from newsroom.store.database import Database
from newsroom.store.desk.rows import note_status, refusal
from newsroom.store.errors import StoreDamaged, StoreError, StoryChangedElsewhere, StoryNotFound
from newsroom.store.failures import is_damage
from newsroom.store.mapping import changed_values, fill_photos, fill_row
from newsroom.store.overwriting import overwrite
from newsroom.store.people import person_here
from newsroom.store.plain_rows import plain_row
from newsroom.store.reading import photos_of, story_of
from newsroom.store.recovery.noted import note_damage, note_saved
from newsroom.store.schema import Base, StoryRow, WorkspaceRow
from newsroom.store.sums import is_as_saved, sum_of
from newsroom.store.versions.log import is_due, keep_after, keep_before, keep_now
from newsroom.story.copying import copy_of
from newsroom.story.noting import taking_changes
from newsroom.story.story import Story
from newsroom.story.version import Mark
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.store.recovery.report import RecoveryReport

T = TypeVar("T")

SHORTEST_PREFIX = 4

_AFTER_ALL = "g"  # comes after every letter and figure of an id

_STORY = Base.metadata.tables["story"]
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
    """Stories, saved, listed and found. Every method raises StoreError where the disk fails.

    ``told`` is told of damage that was met and did not stop the work, on the thread at hand.
    """

    def __init__(
        self, database: Database, told: Callable[[RecoveryReport], None] | None = None
    ) -> None:
        super().__init__(database)
        self._told = told
        self._told_of_log = False

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
        writing has ended. Where the version log is damaged the story is saved all
        the same, without a step.

        Raises StoryChangedElsewhere if the store holds another revision than the
        one this story was read at. After any failure the store holds what it held,
        and the same story may be saved again. A story in the bin stays there.
        """
        now = datetime.now(UTC)

        def work(session: Session, keeps: bool) -> Story:
            saved = _written_on(session, story, now) if mark is None and keeps else None
            if saved is None:
                row = _row_to_write(session, story.id)
                saved = _save(session, row, story, now, mark, keeps=keeps)
            for key, value in (beside or {}).items():
                session.merge(WorkspaceRow(key=key, value=value))
            return saved

        saved = self._write(work, story)
        note_saved(self._database.path, saved.id, saved.revision)
        return saved

    def together(self, work: Callable[[Session, Saving], T]) -> T:
        """Do a piece of work in one transaction, in which stories are saved too.

        Where the version log is damaged it is done without steps. Raises what it raises;
        the store then holds what it held.
        """
        saved: builtins.list[Story] = []

        def whole(session: Session, keeps: bool) -> T:
            saved.clear()
            return work(session, Saving(session, datetime.now(UTC), saved, keeps=keeps))

        done = self._write(whole)
        for story in saved:
            note_saved(self._database.path, story.id, story.revision)
        return done

    def change_status(
        self,
        ids: Sequence[str],
        status: Status,
        mark: Mark | None = None,
        also: Callable[[Story], Mapping[str, Any]] | None = None,
        *,
        take_over: bool = False,
    ) -> builtins.list[StatusChange]:
        """Move stories to a status, and say of each whether it went, and if not, why.

        Only steps of the workflow are taken that are those of who sits here. What somebody
        else is editing is moved only with ``take_over``, or by the managing editor. ``mark``
        may say who did it and why, and ``also`` what else changes in a story with that. What
        is done is done some at a time, so that who types meanwhile need not wait.
        """
        changes: list[StatusChange] = []
        for start in range(0, len(ids), _AT_ONCE):
            now, some = datetime.now(UTC), ids[start : start + _AT_ONCE]

            def work(
                session: Session, keeps: bool, now: datetime = now, some: Sequence[str] = some
            ) -> builtins.list[StatusChange]:
                way = _Way(status, mark, also, take_over, keeps)
                return [_change_status(session, id, way, now) for id in some]

            changes += self._write(work)
        return changes

    def duplicate(self, id: str) -> Story:
        """Save a copy of a story as a new draft, and return it. Raises StoryNotFound."""
        return self.save(copy_of(self.get(id)))

    def get(self, id: str) -> Story:
        """Return the story with this id, or with the only id that begins so.

        A beginning needs four characters. Stories in the bin are found too. One that has
        changed by itself on the disk is mended first, as well as that can be done. Raises
        StoryNotFound.
        """
        try:
            with self._database.read() as session:
                row = _row(session, id)
                if is_as_saved(row):
                    return story_of(row)
        except (ValueError, TypeError, KeyError, AttributeError, StoreDamaged):
            pass  # a value is none that its column ever has
        try:
            self._mend(id)
        except StoreError:
            # The store can't be written to now; as it stands it may be read all the same.
            with suppress(ValueError, TypeError, KeyError, AttributeError):
                return self._as_it_stands(id)
            raise
        return self._as_it_stands(id)

    def discard(self, id: str) -> None:
        """Move a story to the bin: it is kept but no longer listed. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = datetime.now(UTC)

    def restore(self, id: str) -> None:
        """Bring a story back from the bin. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = None

    def _write(self, work: Callable[[Session, bool], T], story: Story | None = None) -> T:
        """Do a piece of work that keeps steps; where their log is damaged, without them."""
        try:
            with self._database.write() as session:
                return work(session, True)
        except _LogDamaged:
            note_damage(self._database.path)
        # SQLite writes nothing more in a transaction in which it has met damage.
        with self._database.write() as session:
            done = work(session, False)
        if self._told and not self._told_of_log:
            from newsroom.store.recovery.report import of_log

            self._told_of_log = True
            self._told(of_log(self._database.path, story))
        return done

    def _as_it_stands(self, id: str) -> Story:
        with self._database.read() as session:
            return story_of(_row(session, id))

    def _mend(self, id: str) -> None:
        from newsroom.store.recovery.mending import mend

        with self._database.read() as session:
            whole = _only(session.scalars(_that_begin(select(StoryRow.id), id)).all(), id, str)
        report = mend(self._database, whole)
        if report and self._told:
            self._told(report)


class Saving:
    """Saves stories in a transaction that does more than that."""

    def __init__(
        self, session: Session, now: datetime, saved: builtins.list[Story], *, keeps: bool
    ) -> None:
        self._session = session
        self._now = now
        self._saved = saved
        self._keeps = keeps

    def save(self, story: Story, mark: Mark | None) -> Story:
        """Save a story and return it as saved. Raises StoryChangedElsewhere."""
        row = _row_to_write(self._session, story.id)
        saved = _save(self._session, row, story, self._now, mark, keeps=self._keeps)
        self._session.flush()
        self._saved.append(saved)
        return saved

    def keep(self, id: str) -> None:
        """Keep a story as it stands as a step, if it is not one yet."""
        row = _row_to_write(self._session, id)
        if row is not None and self._keeps:
            with _of_log():
                keep_now(self._session, row)

    def add_steps(self, add: Callable[[], None]) -> None:
        """Have steps added to the version log, which is not done where that is damaged."""
        if self._keeps:
            with _of_log():
                add()


class _LogDamaged(Exception):
    """The version log, or the comments, can't be read or written, where that was due."""


def _row_to_write(session: Session, id: str) -> StoryRow | None:
    return session.scalars(_TO_WRITE, {"story": id}).unique().one_or_none()


def _written_on(session: Session, story: Story, now: datetime) -> Story | None:
    """Save a story that somebody is just writing in; None where there is more to it.

    That is nearly every save. To make its row an object takes as long as the writing.
    """
    database = session.connection().connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    try:
        row = plain_row(database, "id = ?", story.id)
    except ValueError:
        return None  # damaged, which is for others to say
    if (
        row is None
        or (row.revision, row.status) != (story.revision, story.status)
        or row.kept == row.revision
        or is_due(row, story, now)
        or photos_of(row) != story.photos
    ):
        return None
    with _of_log():
        carry_anchors(session, row, story)
    _overwrite(session, row, story, now)
    return replace(story, revision=story.revision + 1, created=row.created, updated=now)


def _save(
    session: Session,
    row: StoryRow | None,
    story: Story,
    now: datetime,
    mark: Mark | None,
    *,
    keeps: bool = True,
) -> Story:
    """Put a story into its row; ``keeps`` says whether the version log is to be looked at."""
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
        if keeps:
            with _of_log():
                keep_before(session, row, story, now, marked=marked)
                carry_anchors(session, row, story)
        else:
            row.spell = now  # the next step is tried when the next spell has ended
        fill_photos(row, story)
        _overwrite(session, row, story, now)
        if status != story.status:
            note_status(session, row.number, (status, story.status), now, mark)
    saved = replace(story, revision=story.revision + 1, created=row.created, updated=now)
    if keeps:
        with _of_log():
            keep_after(session, row, saved, mark, status)
    return saved


@contextmanager
def _of_log() -> Iterator[None]:
    """Raise _LogDamaged for what shows that the log, or the comments, are not what they were."""
    try:
        yield
    except Exception as error:
        if is_damage(error):
            raise _LogDamaged from error
        raise


def _overwrite(session: Session, row: StoryRow, story: Story, now: datetime) -> None:
    """Write what has changed. To have the session find that out takes as long as the writing."""
    changed = changed_values(row, story)
    counted = {"revision": story.revision + 1, "updated": now, "checksum": sum_of(row, changed)}
    overwrite(session.connection(), row.number, changed | counted)


@dataclass(frozen=True, slots=True)
class _Way:
    """How stories are to be moved."""

    status: Status
    mark: Mark | None
    also: Callable[[Story], Mapping[str, Any]] | None
    take_over: bool
    keeps: bool


def _change_status(session: Session, id: str, way: _Way, now: datetime) -> StatusChange:
    row = _row_to_write(session, id)
    if row is None:
        return StatusChange(id, "", None, f"Naskah {id} tidak ditemukan.")
    before, note = Status(row.status), way.mark.note if way.mark else ""
    if row.discarded:
        why = "Naskah ini ada di keranjang; pulihkan lebih dulu."
    else:
        why = refusal(session, row, way.status, note, take_over=way.take_over)
    if not why:
        story = story_of(row)
        changes = dict(way.also(story)) if way.also else {}
        changes |= taking_changes(story, way.status, person_here(session))
        moved = replace(story, **changes | {"status": way.status})
        _save(session, row, moved, now, way.mark, keeps=way.keeps)
    return StatusChange(id, row.headline, before, why)


def _row(session: Session, id: str) -> StoryRow:
    return _only(session.scalars(_that_begin(select(StoryRow), id)).all(), id, lambda row: row.id)


def _that_begin(columns: Select[T], id: str) -> Select[T]:
    """Return a statement for the one story with this id, or for two whose ids begin so."""
    # By the index, which LIKE does not use: it would look at every story at each opening.
    first = id.lower()
    begins = and_(StoryRow.id >= first, StoryRow.id < f"{first}{_AFTER_ALL}")
    exact = StoryRow.id == id
    chosen = columns.where(begins if len(id) >= SHORTEST_PREFIX else exact)
    return chosen.order_by(exact.desc()).limit(2)


def _only(found: Sequence[T], id: str, id_of: Callable[[T], str]) -> T:
    """Return the one that was meant. Raises StoryNotFound."""
    if not found:
        raise StoryNotFound(f"Naskah {id} tidak ditemukan.")
    if len(found) > 1 and id_of(found[0]) != id:
        raise StoryNotFound(f"Lebih dari satu naskah berawalan {id}; tulis lebih panjang.")
    return found[0]
