"""The people of a newsroom: who works at this installation, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does with stories. In a small newsroom one person does all of it."""

    ALL = "all"
    REPORTER = "reporter"
    EDITOR = "editor"
    MANAGING_EDITOR = "managing_editor"
    UPLOADER = "uploader"

    @property
    def label(self) -> str:
        """The role as Indonesian newsrooms say it."""
        return _LABELS[self]


_LABELS = {
    Role.ALL: "Semua peran",
    Role.REPORTER: "Wartawan",
    Role.EDITOR: "Redaktur",
    Role.MANAGING_EDITOR: "Redaktur pelaksana",
    Role.UPLOADER: "Pengunggah",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who did a thing: a name, and the role in which it was done. No name is not told yet."""

    name: str = ""
    role: Role = Role.ALL


def is_me(name: str, me: str) -> bool:
    """Say whether a name is one's own, however it is spaced and whatever its case.

    >>> is_me("wati  misal", "Wati Misal"), is_me("", "")
    (True, False)
    """
    return bool(me) and _told(name) == _told(me)


def _told(name: str) -> str:
    return " ".join(name.split()).casefold()
