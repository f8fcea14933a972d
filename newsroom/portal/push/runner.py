"""Running a push until it is done, or until it is clear what it waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsroom.portal.push.machine import Delivered, push_story
from newsroom.portal.push.package import Package
from newsroom.portal.push.questions import Conflict, Question
from newsroom.portal.push.run import Progress, Records, Run
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import (
    Blocked,
    Cancelled,
    CertificateFault,
    Insecure,
    LoginRefused,
    NotWordPress,
    PortalError,
    Redirected,
    Unreachable,
)
from newsroom.portal.wordpress.facts import RemoteUser
from newsroom.store.deliveries.records import Push, PushState, PushStopped


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a push is tried: ``at_once`` times in one run, ``most`` times altogether.

    Between them it waits, twice as long each time. A site that can't be reached is waited for
    without end, and such tries are not counted: a laptop may be offline for a week. Where the
    site or the login is at fault no story is; all wait long, so that a wrong password doesn't
    lock the account.
    """

    at_once: int = 4
    most: int = 12
    first: float = 1.0  # seconds
    longest: float = 30.0  # that are waited within a run; more is left to the queue
    queue_first: float = 60.0
    queue_longest: float = 3600.0
    held: float = 7200.0
    settles: float = 10.0  # that a request without an answer may still be at work


_OF_SITE = (LoginRefused, Blocked, NotWordPress, CertificateFault, Redirected, Insecure)


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended: the push as it is now, and what came of it.

    ``delivered`` is there if it is done, ``conflict`` if somebody changed the post meanwhile,
    ``fault`` if it was the site that stopped it.
    """

    push: Push
    delivered: Delivered | None = None
    conflict: Conflict | None = None
    fault: PortalError | None = None

    @property
    def is_of_site(self) -> bool:
        """Say whether the next push would come no further: the site or the login is at fault."""
        return isinstance(self.fault, _OF_SITE) or (
            self.fault is not None and self.fault.is_passing
        )


@dataclass
class Runner:
    """Runs pushes to one portal, whose turn the caller holds.

    ``connect`` gives a client that is logged in, ``package_of`` what is to be sent, and
    ``delivered`` is told what is done before the push is closed. ``wait`` waits so many
    seconds; it returns True if it was woken to stop.
    """

    records: Records
    connect: Callable[[], Client]
    package_of: Callable[[Push], Package]
    delivered: Callable[[Push, Delivered], None] = lambda _push, _delivered: None
    users: Sequence[RemoteUser] = ()
    tell: Callable[[Progress], None] | None = None
    patience: Patience = Patience()
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    wait: Callable[[float], bool] | None = None
    _stop: threading.Event = field(default_factory=threading.Event)
    _client: Client | None = None
    _goes_on: bool = False

    def stop(self, *, goes_on: bool = False) -> None:
        """End the run at hand, from another thread; its push is cancelled, and can be resumed.

        With ``goes_on`` nobody has called it off: it waits for its next turn.
        """
        self._goes_on = goes_on
        self._stop.set()
        if self._client is not None:
            self._client.cancel()

    def run(self, id: str) -> Result:
        """Run a push. Raises StoreError, and what ``package_of`` raises."""
        pushes = self.records.pushes
        package: Package | None = None
        spent = pushes.get(id).spent
        for number in range(1, self.patience.at_once + 1):
            try:
                push = pushes.start(id)
                package = package or self.package_of(push)
                done = self._once(push, package)
                self.delivered(push, done)
                return Result(pushes.settle(id, PushState.DONE), done)
            except PushStopped:
                return Result(pushes.get(id))
            except Cancelled:
                return Result(self._stopped(id))
            except Question as question:
                told = question.as_json()
                settled = pushes.settle(id, PushState.PERSON, str(question), question=told)
                return Result(settled, conflict=question.conflict)
            except PortalError as error:
                spent += not isinstance(error, Unreachable)
                pause = self._pause(error, number)
                if pause is None:
                    return Result(self._put_off(push, error, spent), fault=error)
                if self._waited(pause):
                    return Result(self._stopped(id))
            except BaseException as error:
                # Ctrl+C leaves it to its next turn; whatever else it was is told.
                is_fault = isinstance(error, Exception)
                state = PushState.FAILED if is_fault else PushState.WAITING
                pushes.settle(id, state, str(error) if is_fault else "")
                raise
        raise AssertionError("the last try does not wait")

    def _stopped(self, id: str) -> Push:
        pushes = self.records.pushes
        return pushes.settle(id, PushState.WAITING) if self._goes_on else pushes.cancel(id)

    def _once(self, push: Push, package: Package) -> Delivered:
        if self._stop.is_set():
            raise Cancelled
        with self.connect() as client:
            self._client = client
            if self._stop.is_set():
                raise Cancelled
            try:
                run = Run(
                    client,
                    push,
                    package,
                    client.root.site,
                    self.records,
                    self.users,
                    self.tell,
                    self.now,
                    settles=self.patience.settles,
                    wait=self._waited,
                )
                return push_story(run)
            finally:
                self._client = None

    def _pause(self, error: PortalError, number: int) -> float | None:
        """Return how long to wait for the next try of this run; None if there is none."""
        if not error.is_passing or number >= self.patience.at_once:
            return None
        pause = max(self.patience.first * 2 ** (number - 1), error.retry_after or 0)
        return pause if pause <= self.patience.longest else None

    def _waited(self, seconds: float) -> bool:
        return (self.wait or self._stop.wait)(seconds)

    def _put_off(self, push: Push, error: PortalError, spent: int) -> Push:
        """Leave a push to the queue, or to a person if trying again would not help."""
        patience, settle = self.patience, self.records.pushes.settle
        is_offline, is_held = isinstance(error, Unreachable), isinstance(error, _OF_SITE)
        if not is_held and not is_offline and (not error.is_passing or spent >= patience.most):
            return settle(push.id, PushState.FAILED, str(error))
        rounds = min((push.tries if is_offline else spent) // patience.at_once, 10)
        pause = min(patience.queue_first * 2 ** max(rounds - 1, 0), patience.queue_longest)
        pause = max(patience.held if is_held else pause, error.retry_after or 0)
        next_try = self.now() + timedelta(seconds=pause)
        return settle(
            push.id,
            PushState.WAITING,
            str(error),
            next_try=next_try,
            spent=spent,
            held=is_held,
        )
