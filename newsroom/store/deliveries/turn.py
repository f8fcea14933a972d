"""Who sends to a portal: one program at a time, for one data folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from newsroom.store.failures import translated
from newsroom.store.lock import alone


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
