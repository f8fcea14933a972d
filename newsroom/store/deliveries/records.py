"""What the store tells of stories on portals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from newsroom.store.errors import StoreError

DELETED = "deleted"
"""The status of a post that is not on its site any more; the others are WordPress' own."""

PAGE = "page"
"""That of one that was made a page there, as a plugin does: it is no post any more."""


class PushStopped(StoreError):
    """A push was cancelled, or taken up elsewhere; no further request of it is to be made."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a story is on a portal, as it was read back last.

    ``site`` is where ``remote_id`` counts, ``modified`` the site's own time of the last
    change, just as it wrote it. ``digest`` is of what was sent, ``seen`` of each field then.
    ``moment`` is when it was sent, ``looked`` when the site was looked at since; ``date`` when
    its post came out, or comes out.
    """

    story: str
    portal: str
    site: str
    remote_id: int
    link: str
    status: str
    slug: str
    revision: int
    modified: str
    digest: str
    moment: datetime
    seen: Mapping[str, str] = field(default_factory=dict)
    date: datetime | None = None
    looked: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptMedium:
    """A picture that is on a site; ``digest`` is of the bytes that were sent.

    ``said`` is a digest of what was said of it there when that was last as it was sent.
    """

    site: str
    digest: str
    remote_id: int
    url: str
    slug: str
    moment: datetime
    said: str = ""


class PushState(StrEnum):
    """How far a push is."""

    WAITING = "waiting"
    RUNNING = "running"
    PERSON = "person"  # somebody has to say how it is to go on
    FAILED = "failed"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """True for a push that may still go on."""
        return self not in (PushState.DONE, PushState.CANCELLED)


_LABELS = {
    PushState.WAITING: "Menunggu",
    PushState.RUNNING: "Sedang dikirim",
    PushState.PERSON: "Perlu dijawab",
    PushState.FAILED: "Gagal",
    PushState.DONE: "Selesai",
    PushState.CANCELLED: "Dibatalkan",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """How a story is to stand on the portal.

    No ``status`` stands for the portal's usual one, or for that which the post has there;
    ``confirmed`` says that a person agreed to what readers will see, ``override`` why it goes
    although something is missing in it.
    """

    status: str = ""
    time: datetime | None = None
    confirmed: bool = False
    override: str = ""


@dataclass(frozen=True, slots=True)
class Push:
    """A story that is to go, or went, to a portal.

    ``question`` is what a person has to answer, empty if nothing; its ``kind`` is a key of
    ``answers`` once it is answered. ``error`` is a sentence for people. ``spent`` counts its
    tries in which the site was at work; ``held`` says that it waits for the site or the login to
    be put right: the next push came no further.
    """

    id: str
    story: str
    headline: str
    portal: str
    position: int
    state: PushState
    tries: int
    next_try: datetime | None
    wish: Wish
    revision: int
    question: Mapping[str, Any]
    answers: Mapping[str, Any]
    error: str
    created: datetime
    changed: datetime
    spent: int = 0
    held: bool = False


class Outcome(StrEnum):
    """What is known of a request."""

    OPEN = ""  # it was about to be sent; whether it was, nobody wrote down
    DONE = "done"
    NOT_DONE = "not-done"
    UNCERTAIN = "uncertain"  # it was sent, and no answer says what became of it


@dataclass(frozen=True, slots=True)
class JournalStep:
    """One line of a push's journal: what was asked, and what came back."""

    number: int
    step: str
    what: str
    asked: Mapping[str, Any]
    began: datetime
    ended: datetime | None
    outcome: Outcome
    came: Mapping[str, Any]
    error: str

    @property
    def may_be_done(self) -> bool:
        """True unless it is sure that the site has not done it."""
        return self.outcome is not Outcome.NOT_DONE
