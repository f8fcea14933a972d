"""The states a story passes through, and the steps between them."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a story stands; the values are those of the front matter."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    EDITING = "editing"
    RETURNED = "returned"
    HELD = "held"
    READY = "ready"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The status as Indonesian newsrooms say it."""
        return _LABELS[self]

    @property
    def is_public(self) -> bool:
        """True once readers have had the story, and its address.

        >>> Status.READY.is_public, Status.WITHDRAWN.is_public
        (False, True)
        """
        return self in (Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN)


_LABELS = {
    Status.DRAFT: "Draf",
    Status.SUBMITTED: "Diajukan",
    Status.EDITING: "Disunting",
    Status.RETURNED: "Dikembalikan",
    Status.HELD: "Ditahan",
    Status.READY: "Siap tayang",
    Status.PUBLISHED: "Tayang",
    Status.CORRECTED: "Ralat",
    Status.WITHDRAWN: "Dicabut",
}

_NEXT: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.SUBMITTED,),
    Status.SUBMITTED: (Status.EDITING, Status.RETURNED, Status.DRAFT),
    Status.EDITING: (Status.READY, Status.RETURNED, Status.HELD),
    Status.RETURNED: (Status.SUBMITTED,),
    Status.HELD: (Status.READY, Status.EDITING),
    Status.READY: (Status.PUBLISHED, Status.HELD, Status.EDITING),
    Status.PUBLISHED: (Status.CORRECTED, Status.WITHDRAWN),
    Status.CORRECTED: (Status.CORRECTED, Status.WITHDRAWN),
    Status.WITHDRAWN: (),
}


def next_statuses(status: Status) -> tuple[Status, ...]:
    """Return the statuses that a story may be moved to, the usual one first.

    >>> next_statuses(Status.DRAFT)
    (<Status.SUBMITTED: 'submitted'>,)
    """
    return _NEXT[status]
