"""The steps of a story: earlier states of it that mean something to a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from newsroom.story.story import Story
from newsroom.story.workflow import Status


class StepKind(StrEnum):
    """What made a state of a story one to be kept."""

    WRITING = "writing"  # a spell of writing came to its end, or much was about to go
    STATUS = "status"
    EXPORT = "export"
    HANDOVER = "handover"
    RESTORE = "restore"
    IMPORT = "import"
    CORRECTION = "correction"  # one more ralat, or linked with one
    ANSWER = "answer"  # linked with a hak jawab
    TAKING = "taking"  # somebody took it over from who was editing it

    @property
    def label(self) -> str:
        """What it is called in the list of versions."""
        return _LABELS[self]


_LABELS = {
    StepKind.WRITING: "Menulis",
    StepKind.STATUS: "Ganti status",
    StepKind.EXPORT: "Ekspor",
    StepKind.HANDOVER: "Serah naskah",
    StepKind.RESTORE: "Pemulihan",
    StepKind.IMPORT: "Impor",
    StepKind.CORRECTION: "Ralat",
    StepKind.ANSWER: "Hak jawab",
    StepKind.TAKING: "Ambil alih",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What the caller tells of a step: its kind, who did it, and a note for people."""

    kind: StepKind
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the list of versions; the state itself is fetched by ``number``.

    ``number`` orders the steps, whatever the clock said. ``moment`` is UTC, ``revision``
    that of the state. ``before`` and ``after`` are its statuses where the step changed it.
    """

    number: int
    kind: StepKind
    moment: datetime
    who: str
    note: str
    revision: int
    words: int
    before: Status | None
    after: Status | None


NOT_RESTORED = frozenset({"id", "revision", "created", "updated", "status", "withdrawal"})
"""What a story keeps when an earlier state of it comes back.

Its status among them: a story that readers have stays one that they have. A status is
changed by a step of its own, and with it what is said of a withdrawal.
"""
_ONLY_BY_NAME = frozenset({"corrections", "answers", "answered_by"})
RESTORED = tuple(field.name for field in fields(Story) if field.name not in NOT_RESTORED)
"""The fields that can be brought back."""
TOGETHER = tuple(name for name in RESTORED if name not in _ONLY_BY_NAME)
"""Those that come back with the whole: readers were told of the others, which come by name."""


def restored(now: Story, then: Story, names: Collection[str] | None = None) -> Story:
    """Return a story with fields of an earlier state of it: those named, or all.

    All are those that come back ``TOGETHER``. Raises ValueError for a name that is none
    of ``RESTORED``.

    >>> restored(Story(body="baru", slug="s"), Story(body="lama"), ["body"]).slug
    's'
    """
    names = TOGETHER if names is None else names
    for name in names:
        if name not in RESTORED:
            raise ValueError(name)
    return replace(now, **{name: getattr(then, name) for name in names})
