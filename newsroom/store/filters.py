"""Searches that a person has given a name, to be asked again with one click."""

from __future__ import annotations

import builtins
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from newsroom.store.database import Database
from newsroom.store.schema import WorkspaceRow
from newsroom.store.searched import fold
from newsroom.story.workflow import Status

_KEY = "filters"


@dataclass(frozen=True, slots=True)
class Filter:
    """A search by its name: the words, as they are typed, and the status, None for any.

    ``forms`` seeks every word by its root.
    """

    name: str
    query: str = ""
    status: Status | None = None
    forms: bool = False


class Filters:
    """The searches kept, each under a name of its own, in whatever case. All raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> builtins.list[Filter]:
        """Return the searches in the order in which they were first kept."""
        with self._database.read() as session:
            row = session.get(WorkspaceRow, _KEY)
            return _read(row.value) if row else []

    def save(self, filter: Filter) -> None:
        """Keep a search, in place of the one of that name. Raises ValueError without a name."""
        name = " ".join(filter.name.split())
        if not name:
            raise ValueError("Saringan ini belum diberi nama.")
        kept = Filter(name, filter.query.strip(), filter.status, filter.forms)
        with self._database.write() as session:
            row = session.get(WorkspaceRow, _KEY)
            filters = _read(row.value) if row else []
            names = [fold(one.name) for one in filters]
            if fold(name) in names:
                filters[names.index(fold(name))] = kept
            else:
                filters.append(kept)
            _write(session, filters)

    def rename(self, name: str, new: str) -> None:
        """Give a search another name. Raises ValueError without one, or if another has it."""
        new = " ".join(new.split())
        if not new:
            raise ValueError("Saringan ini belum diberi nama.")
        with self._database.write() as session:
            row = session.get(WorkspaceRow, _KEY)
            filters = _read(row.value) if row else []
            wanted = fold(" ".join(name.split()))
            if any(fold(new) == fold(one.name) != wanted for one in filters):
                raise ValueError(f"Nama “{new}” sudah dipakai saringan lain.")
            renamed = [
                replace(one, name=new) if fold(one.name) == wanted else one for one in filters
            ]
            _write(session, renamed)

    def remove(self, name: str) -> None:
        """Forget the search of that name, if there is one."""
        with self._database.write() as session:
            row = session.get(WorkspaceRow, _KEY)
            filters = _read(row.value) if row else []
            wanted = fold(" ".join(name.split()))
            _write(session, [one for one in filters if fold(one.name) != wanted])


def _read(value: Any) -> builtins.list[Filter]:
    """Return the searches that a value holds; what is no search, or of a status unknown, not."""
    found = []
    for told in value if isinstance(value, list) else ():
        with suppress(ValueError, KeyError, TypeError):
            status = Status(told["status"]) if told["status"] else None
            forms = bool(told.get("forms", False))
            found.append(Filter(str(told["name"]), str(told["query"]), status, forms))
    return found


def _write(session: Any, filters: builtins.list[Filter]) -> None:
    session.merge(WorkspaceRow(key=_KEY, value=[asdict(one) for one in filters]))
