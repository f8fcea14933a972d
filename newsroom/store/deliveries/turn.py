"""Who sends to a site: one program at a time, for one data folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.store.deliveries.records import Push, PushStopped
from newsroom.store.failures import translated
from newsroom.store.lock import alone

if TYPE_CHECKING:
    from newsroom.store.deliveries.pushes import Pushes

_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 100  # letters of a site in the name of its lock


@contextmanager
def site_turn(home: Path, site: str) -> Iterator[None]:
    """Have a site to oneself: two programs would both look, find nothing, and send twice.

    Two profiles may be of one site. It ends with the program however that ends. Raises
    StoreBusy, StoreError.
    """
    name = _NO_NAME.sub("-", site.partition("//")[2].casefold()).strip("-")
    with ExitStack() as held:
        with translated(home):
            lock = alone(home / f".kirim-{name[:_LONGEST]}.db", f"Unggahan ke {site}")
            held.enter_context(lock)
        yield


def rests_until(pushes: Iterable[Push], portal: str, now: datetime) -> datetime | None:
    """Return until when nothing is sent to a portal by itself; None if that may go on."""
    times = (one.next_try for one in pushes if one.portal == portal and one.held)
    return max((time for time in times if time and time > now), default=None)


def release(pushes: Pushes, portal: str) -> None:
    """Let what a portal's site had stopped go on: somebody has logged in, or one got through."""
    for push in pushes.list(open_only=True):
        if push.portal == portal and push.held:
            with suppress(PushStopped):
                pushes.resume(push.id)
