"""Sends one story after another, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.app.publishing import Sending
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.portal.push.run import Progress
    from newsroom.portal.push.runner import Result, Runner
    from newsroom.store.store import Store


class PasswordNeeded(Exception):
    """No password is known for the portal, and nobody has told it."""


class Sender(QObject):
    """Has a lane of its own, with a store of its own: saving never waits for a site.

    Passwords that were told are kept in that lane until the program ends, nowhere else.
    """

    begun = Signal(str)  # push
    progressed = Signal(str, object)  # push, Progress
    ended = Signal(str, object)  # push, Result
    failed = Signal(str, object)  # push, Exception: nothing was tried

    def __init__(self, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self._lane: Lane[_Owned] = Lane("sending", lambda: _Owned(newsroom.open_store()), self)
        self._line: list[tuple[str, str]] = []  # pushes and their portals, in order
        self._runner: Runner | None = None
        self._is_stopped = self._is_closing = False  # called off; or waits for the next start
        self.current = ""  # the push that is being sent
        self.portals: set[str] = set()  # whose passwords were told

    def remember(self, portal: str, password: str) -> None:
        """Keep a password for this run of the program."""
        self.portals.add(portal)
        self._lane.run(lambda owned: owned.passwords.__setitem__(portal, password))

    def forget(self, portal: str) -> None:
        """Forget a password that the site refused."""
        self.portals.discard(portal)
        self._lane.run(lambda owned: owned.passwords.pop(portal, None) and None)

    def with_password(
        self,
        portal: str,
        job: Callable[[Store, str], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do something else that needs the password, after what is being sent."""

        def run(owned: _Owned) -> object:
            password = owned.passwords.get(portal) or self._newsroom.site_password(portal)
            return job(owned.store, password or "")

        self._lane.run(run, done, failed)

    def send(self, push: str, portal: str) -> None:
        """Send a push as soon as those before it are done."""
        if push != self.current and all(push != one for one, _ in self._line):
            self._line.append((push, portal))
            self._go_on()

    def waits(self, push: str) -> bool:
        """Say whether a push is being sent, or is about to be."""
        return push == self.current or any(push == one for one, _ in self._line)

    def stop(self, push: str) -> None:
        """End a push, at whatever it is; what is done stays done."""
        if push == self.current:
            self._is_stopped = True
            if self._runner is not None:
                self._runner.stop(goes_on=self._is_closing)
        else:
            self._line = [one for one in self._line if one[0] != push]

    def close(self) -> None:
        """End what is under way; it goes on when the program is started again."""
        self._line.clear()
        if self.current:
            self._is_closing = True
            self.stop(self.current)
        self._lane.close(2)

    # Within.

    def _go_on(self) -> None:
        if self.current or not self._line or self._is_closing:
            return
        self.current, portal = push, _ = self._line.pop(0)
        self._runner, self._is_stopped = None, False
        self.begun.emit(push)
        self._lane.run(
            lambda owned: self._run(owned, push, portal),
            lambda result: self._end(push, result),
            lambda error: self._fail(push, error),
        )

    def _run(self, owned: _Owned, push: str, portal: str) -> Result:
        """Send it; in the lane."""
        password = owned.passwords.get(portal) or self._newsroom.site_password(portal)
        if not password:
            raise PasswordNeeded
        sending = Sending(tell=lambda told: self._tell(push, told), begun=self._begin)
        return self._newsroom.send(owned.store, push, password, sending)

    def _begin(self, runner: Runner) -> None:
        self._runner = runner
        if self._is_stopped:
            runner.stop(goes_on=self._is_closing)

    def _tell(self, push: str, told: Progress) -> None:
        if not self._is_closing:
            self.progressed.emit(push, told)

    def _end(self, push: str, result: Result) -> None:
        self._free()
        portal = result.push.portal
        held: list[str] = []
        if result.push.held:  # the next would come no further, and a login be tried again
            held = [one for one, its in self._line if its == portal]
            self._line = [one for one in self._line if one[1] != portal]
        self.ended.emit(push, result)
        for one in held:
            self.failed.emit(one, result.fault)
        self._go_on()

    def _fail(self, push: str, error: Exception) -> None:
        self._free()
        self.failed.emit(push, error)
        self._go_on()

    def _free(self) -> None:
        self.current, self._runner = "", None


class _Owned:
    """What the lane owns."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.passwords: dict[str, str] = {}

    def close(self) -> None:
        self.passwords.clear()
        self.store.close()
