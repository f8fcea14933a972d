"""One run of a push: what its steps have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from newsroom.portal.push.differences import Difference
from newsroom.portal.push.package import Package
from newsroom.portal.push.questions import Answer, Question, answer_to
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Cancelled, PortalError
from newsroom.portal.wordpress.facts import RemoteUser
from newsroom.store.deliveries.deliveries import Deliveries
from newsroom.store.deliveries.journal import Journal
from newsroom.store.deliveries.pushes import Pushes
from newsroom.store.deliveries.records import Outcome, Push


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a push is: at which step, and how many bytes of how many have been sent."""

    step: str
    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Records:
    """Where a push writes down what it does."""

    deliveries: Deliveries
    journal: Journal
    pushes: Pushes


@dataclass
class Run:
    """One run of one push. ``site`` is the address that the post's number counts at.

    ``users`` are those that are known of the site; ``now`` gives the time. ``differences``
    are what is known already to be otherwise there, ``sent`` the bytes that are done with,
    ``uploaded`` the pictures that had to be uploaded. ``settles`` is how many seconds a request
    that was cut off may still be at work on the site; ``wait`` waits, and says whether it was
    woken to stop.
    """

    client: Client
    push: Push
    package: Package
    site: str
    records: Records
    users: Sequence[RemoteUser] = ()
    tell: Callable[[Progress], None] | None = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    differences: list[Difference] = field(default_factory=list)
    sent: int = 0
    uploaded: int = 0
    settles: float = 0.0
    wait: Callable[[float], bool] = lambda _: False

    @property
    def date(self) -> datetime | None:
        """The moment at which the story is to be out, if anybody has set one."""
        return self.push.wish.time or self.package.date

    @contextmanager
    def step(self, step: str, what: str, **asked: object) -> Iterator[dict[str, Any]]:
        """Write down a request before it is made, and what came of it."""
        self.told(step, what, 0)
        journal, push = self.records.journal, self.push.id
        number = journal.begin(push, step, what, asked)
        came: dict[str, Any] = {}
        try:
            yield came
        except PortalError as error:
            outcome = Outcome.UNCERTAIN if error.maybe_done else Outcome.NOT_DONE
            told = {"status": error.status, "code": error.code}
            journal.end(push, number, outcome, told, str(error))
            raise
        except Cancelled as error:
            journal.end(push, number, Outcome.UNCERTAIN, {}, str(error))
            raise
        except Question as question:
            journal.end(push, number, Outcome.NOT_DONE, question.as_json(), str(question))
            raise
        journal.end(push, number, Outcome.DONE, came)

    def ask(self, question: Question) -> Answer:
        """Return what a person said to a question; raises it if nobody has answered it."""
        said = answer_to(question, self.push.answers)
        if said is None:
            raise question
        return said

    def told(self, step: str, what: str, done: int) -> None:
        """Tell how far the push is: at a step, so many bytes of it done."""
        if self.tell:
            total = sum(picture.size for picture in self.package.pictures)
            self.tell(Progress(step, what, min(self.sent + done, total), total))
