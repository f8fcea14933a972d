"""Who works at this installation. It stays on this computer: in no backup that others open."""

from __future__ import annotations

from newsroom.store.database import Database
from newsroom.store.workspace import Workspace
from newsroom.story.person import Person, Role

_KEY = "person"


class People:
    """The person who sits here. Both methods raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._workspace = Workspace(database)

    def me(self) -> Person:
        """Return who it is; nobody in particular, in all roles, before that was told."""
        told = self._workspace.get(_KEY)
        told = told if isinstance(told, dict) else {}
        name, role = told.get("name"), told.get("role")
        known = role if role in tuple(Role) else Role.ALL
        return Person(name if isinstance(name, str) else "", Role(known))

    def set_me(self, person: Person) -> None:
        """Keep who it is."""
        name = " ".join(person.name.split())
        self._workspace.set(_KEY, {"name": name, "role": str(person.role)})
