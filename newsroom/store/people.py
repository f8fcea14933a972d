"""Who works at this installation. It stays here: no handover has it, and no merged backup.

Every step that is written here carries the name. It is read where a step is kept, which is
seldom, so that another name told in another window or program counts at once.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.schema import WorkspaceRow
from newsroom.store.seat import PERSON, person_of
from newsroom.story.person import Person

_MOST_EARLIER = 50


class People:
    """The person who sits here. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def me(self) -> Person:
        """Return who it is; nobody in particular, in all roles, before that was told."""
        with self._database.read() as session:
            return person_here(session)

    def name_at(self, moment: datetime) -> str:
        """Return the name of who sat here then; empty before anybody's was told."""
        with self._database.read() as session:
            return name_at(session, moment)

    def set_me(self, person: Person) -> None:
        """Keep who it is. What was written until now stays the work of whoever sat here."""
        now = datetime.now(UTC)
        with self._database.write() as session:
            told = _told(session)
            before, name = person_of(told).name, " ".join(person.name.split())
            earlier = _earlier(told)
            if name != before:
                earlier = [*earlier, (before, now)][-_MOST_EARLIER:]
            value = {
                "name": name,
                "role": str(person.role),
                "earlier": [[name, until.isoformat()] for name, until in earlier],
            }
            session.merge(WorkspaceRow(key=PERSON, value=value))


def person_here(session: Session) -> Person:
    """Return who sits here, as the store has it."""
    return person_of(_told(session))


def name_at(session: Session, moment: datetime) -> str:
    """Return the name of who sat here then: several may share one computer in turn."""
    told = _told(session)
    for name, until in _earlier(told):
        if moment < until:
            return name
    return person_of(told).name


def _told(session: Session) -> Any:
    """Return what is kept; asked for once in a transaction, which may move many stories."""
    if PERSON not in session.info:
        row = session.get(WorkspaceRow, PERSON)
        session.info[PERSON] = row.value if row else None
    return session.info[PERSON]


def _earlier(told: Any) -> list[tuple[str, datetime]]:
    """Return who sat here before, and until when, the first first."""
    try:
        found = [(str(name), datetime.fromisoformat(until)) for name, until in told["earlier"]]
    except (TypeError, ValueError, KeyError):
        return []
    return found if all(until.tzinfo for _, until in found) else []
