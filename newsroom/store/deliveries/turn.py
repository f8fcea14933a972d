"""Who sends to a portal: one program at a time, for one data folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.store.deliveries.records import Push, PushState, PushStopped
from newsroom.store.failures import translated
from newsroom.store.lock import alone

if TYPE_CHECKING:
    from newsroom.store.deliveries.pushes import Pushes


HELD, SPENT = "held", "spent"
"""What is kept of a push that waits, where one that needs a person has its question: that it
waits for its site to be put right, and how many of its tries count."""


@contextmanager
def portal_turn(home: Path, portal: str) -> Iterator[None]:
    """Have a portal to oneself: two programs would both look, find nothing, and send twice.

    It ends with the program however that ends. Raises StoreBusy, StoreError.
    """
    with ExitStack() as held:
        with translated(home):
            lock = alone(home / f".kirim-{portal}.db", f"Unggahan ke portal {portal}")
            held.enter_context(lock)
        yield


def is_held(push: Push) -> bool:
    """Say whether it was the site or the login that stopped a push: the next came no further."""
    return push.state is PushState.WAITING and HELD in push.question


def rests_until(pushes: Iterable[Push], portal: str, now: datetime) -> datetime | None:
    """Return until when nothing is sent to a portal by itself; None if that may go on."""
    times = (one.next_try for one in pushes if one.portal == portal and is_held(one))
    return max((time for time in times if time and time > now), default=None)


def release(pushes: Pushes, portal: str) -> None:
    """Let what a portal's site had stopped go on: somebody has logged in, or one got through."""
    for push in pushes.list(open_only=True):
        if push.portal == portal and is_held(push):
            with suppress(PushStopped):
                pushes.resume(push.id)
