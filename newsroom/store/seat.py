"""Who sits here, as the workspace keeps it. Apart, so that a window need not load the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsroom.story.person import Person, Role

PERSON = "person"
"""The workspace's key for it."""


def person_of(told: Any) -> Person:
    """Return the person that is kept as a value of the workspace, whatever became of that.

    >>> person_of({"name": "Wati Misal", "role": "editor"})
    Person(name='Wati Misal', role=<Role.EDITOR: 'editor'>)
    >>> person_of(None)
    Person(name='', role=<Role.ALL: 'all'>)
    """
    told = told if isinstance(told, Mapping) else {}
    name, role = told.get("name"), told.get("role")
    known = role if role in tuple(Role) else Role.ALL
    return Person(name if isinstance(name, str) else "", Role(known))
