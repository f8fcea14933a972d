"""Work that can wait gives way to whoever types: it is done between two keys."""

from __future__ import annotations

import time

LOOK_AGAIN = 20  # milliseconds between two looks whether somebody still types
_BETWEEN_KEYS = 0.05  # seconds; the quickest hands and a key held down take less

_pressed = float("-inf")


def key_pressed() -> None:
    """Take note of a key; for the fields one writes in."""
    global _pressed
    _pressed = time.perf_counter()


def is_typing() -> bool:
    """Say whether the next key may come at any moment."""
    return time.perf_counter() - _pressed < _BETWEEN_KEYS


class Turn:
    """The turn of some work, which comes between the keys, or after so many looks in vain."""

    def __init__(self, patience: int) -> None:
        self._patience = patience
        self._looks = 0

    def has_come(self) -> bool:
        """Say whether to do it now; if not, ask again ``LOOK_AGAIN`` later."""
        self._looks += 1
        if is_typing() and self._looks <= self._patience:
            return False
        self._looks = 0
        return True
