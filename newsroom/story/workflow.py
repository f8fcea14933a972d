"""The states a story passes through, the steps between them, and who takes which."""

from __future__ import annotations

from enum import StrEnum

from newsroom.story.person import Role, is_me


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


FOR_READERS = (Status.READY, Status.PUBLISHED)
"""The statuses that a story takes only once all in it is decided."""

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

_WRITERS = (Role.REPORTER, Role.EDITOR)  # an editor writes too, and hands in like anybody
_EDITORS = (Role.EDITOR,)
_UPLOADERS = (Role.UPLOADER,)
_CHIEFS = (Role.MANAGING_EDITOR,)

# From where a story goes where, the usual step first, and whose work that is. The managing
# editor takes every step, and who does all alone does too. Who uploads may stop what is
# wrong in a story that was passed: back to whoever passed it, and with a note.
_STEPS: dict[Status, dict[Status, tuple[Role, ...]]] = {
    Status.DRAFT: {Status.SUBMITTED: _WRITERS},
    Status.SUBMITTED: {
        Status.EDITING: _EDITORS,
        Status.RETURNED: _EDITORS,
        Status.DRAFT: (Role.REPORTER,),
    },
    Status.EDITING: {
        Status.READY: _EDITORS,
        Status.RETURNED: _EDITORS,
        Status.HELD: _EDITORS,
        Status.SUBMITTED: _EDITORS,
    },
    Status.RETURNED: {Status.SUBMITTED: _WRITERS},
    Status.HELD: {Status.READY: _EDITORS, Status.EDITING: _EDITORS},
    Status.READY: {
        Status.PUBLISHED: _UPLOADERS,
        Status.HELD: _EDITORS,
        Status.EDITING: _EDITORS + _UPLOADERS,
    },
    Status.PUBLISHED: {Status.CORRECTED: _CHIEFS, Status.WITHDRAWN: _CHIEFS},
    Status.CORRECTED: {Status.CORRECTED: _CHIEFS, Status.WITHDRAWN: _CHIEFS},
    Status.WITHDRAWN: {},
}
_ANY_STEP = (Role.ALL, Role.MANAGING_EDITOR)


def next_statuses(status: Status, role: Role = Role.ALL) -> tuple[Status, ...]:
    """Return the statuses that somebody may move a story to, the usual one first.

    >>> next_statuses(Status.DRAFT)
    (<Status.SUBMITTED: 'submitted'>,)
    >>> next_statuses(Status.SUBMITTED, Role.REPORTER)
    (<Status.DRAFT: 'draft'>,)
    """
    return tuple(after for after in _STEPS[status] if may(role, status, after))


def usual_step(status: Status, role: Role) -> Status | None:
    """Return the step that is taken next as a rule, if it is somebody's to take.

    >>> usual_step(Status.READY, Role.UPLOADER)
    <Status.PUBLISHED: 'published'>
    >>> usual_step(Status.READY, Role.EDITOR) is None
    True
    """
    after = next(iter(_STEPS[status]), None)
    return after if after and may(role, status, after) else None


def may(role: Role, before: Status, after: Status) -> bool:
    """Say whether somebody in a role may take a step.

    >>> may(Role.REPORTER, Status.RETURNED, Status.SUBMITTED)
    True
    >>> may(Role.REPORTER, Status.EDITING, Status.READY)
    False
    >>> may(Role.UPLOADER, Status.READY, Status.PUBLISHED)
    True
    """
    takers = _STEPS[before].get(after)
    return takers is not None and (role in _ANY_STEP or role in takers)


def why_not(role: Role, before: Status, after: Status) -> str:
    """Return why somebody in a role may not take a step, and who may; nothing if they may.

    >>> why_not(Role.REPORTER, Status.EDITING, Status.READY)
    'Dari Disunting ke Siap tayang: tugas redaktur atau redaktur pelaksana, bukan wartawan.'
    >>> why_not(Role.ALL, Status.DRAFT, Status.READY)
    'Dari Draf tidak dapat langsung ke Siap tayang.'
    >>> why_not(Role.EDITOR, Status.SUBMITTED, Status.EDITING)
    ''
    """
    if may(role, before, after):
        return ""
    takers = _STEPS[before].get(after)
    if takers is None:
        if before is after:
            return f"Naskah ini sudah berstatus {after.label}."
        return f"Dari {before.label} tidak dapat langsung ke {after.label}."
    who = _in_words((*takers, *(one for one in _CHIEFS if one not in takers)))
    here = role.label.lower()
    return f"Dari {before.label} ke {after.label}: tugas {who}, bukan {here}."


def edits(role: Role) -> bool:
    """Say whether somebody in a role takes stories over to edit them.

    >>> edits(Role.EDITOR), edits(Role.REPORTER)
    (True, False)
    """
    return may(role, Status.SUBMITTED, Status.EDITING)


def is_taken(status: Status, holder: str, name: str) -> bool:
    """Say whether a story is being edited by somebody else than the one with this name.

    >>> is_taken(Status.EDITING, "Budi Misal", "Wati Misal")
    True
    >>> is_taken(Status.EDITING, "Wati  misal", "Wati Misal")
    False
    >>> is_taken(Status.EDITING, "", "Wati Misal"), is_taken(Status.READY, "Budi", "Wati")
    (False, False)
    """
    return status is Status.EDITING and bool(holder) and not is_me(holder, name)


def needs_note(role: Role, after: Status) -> bool:
    """Say whether a step is taken only with a word on what is to be done now.

    >>> needs_note(Role.EDITOR, Status.RETURNED)
    True
    >>> needs_note(Role.UPLOADER, Status.EDITING)
    True
    """
    return after is Status.RETURNED or (after is Status.EDITING and not edits(role))


def _in_words(roles: tuple[Role, ...]) -> str:
    *others, last = (role.label.lower() for role in roles)
    return f"{', '.join(others)} atau {last}" if others else last
