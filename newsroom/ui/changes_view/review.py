"""What the page for reviewing shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsroom.ui.changes_view.change_card import CardWords
from newsroom.ui.changes_view.sheet import Reading


@dataclass(frozen=True, slots=True)
class Review:
    """A story with its changes, and what is known of each by its number.

    ``told`` says a change as it is read aloud, ``card`` what its card says. ``bases`` are
    what it can be compared with, by name and words; ``base`` is the one that it is. How many
    changes are ``pending`` may be another number than how many are shown; it is None where
    nothing is decided. ``note`` says what else is to be known.
    """

    reading: Reading
    count: int
    pending: int | None
    told: Callable[[int], str]
    card: Callable[[int], CardWords]
    bases: Sequence[tuple[str, str]]
    base: str
    note: str
