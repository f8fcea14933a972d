"""Work that can wait gives way to whoever types: it is done between two keys."""

from __future__ import annotations

import time

LOOK_AGAIN = 5  # milliseconds between two looks whether somebody still types
_BETWEEN_KEYS = 0.05  # seconds; the quickest hands and a key held down take less
# Seconds since a key was painted: it is on the screen then, and the next is farthest away.
_BEHIND_KEY = (0.002, 0.012)
_FORGOTTEN = 0.1  # seconds without a look; what waited then is done or dropped
_LONGER = 0.05  # seconds that work waits for such a moment, beyond its patience

_pressed = _shown = float("-inf")


def key_pressed() -> None:
    """Take note of a key; for the fields one writes in."""
    global _pressed
    _pressed = time.perf_counter()


def key_shown() -> None:
    """Take note that what was written is painted."""
    global _shown
    _shown = time.perf_counter()


def is_typing() -> bool:
    """Say whether the next key may come at any moment."""
    return time.perf_counter() - _pressed < _BETWEEN_KEYS


class Turn:
    """The turn of some work, which comes when nobody types.

    Where nobody stops for ``patience`` seconds, it comes right behind the painting of a key:
    what begins then is done before the next one.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._waits_since = self._looked = float("-inf")

    def has_come(self) -> bool:
        """Say whether to do it now; if not, ask again ``LOOK_AGAIN`` later."""
        now = time.perf_counter()
        if now - self._looked > _FORGOTTEN:
            self._waits_since = now
        self._looked = now
        waited = now - self._waits_since
        if now - _pressed < _BETWEEN_KEYS and (
            waited < self._patience or (waited < self._patience + _LONGER and not _is_shown(now))
        ):
            return False
        self._looked = float("-inf")
        return True


def _is_shown(now: float) -> bool:
    return _pressed < _shown and _BEHIND_KEY[0] < now - _shown < _BEHIND_KEY[1]
