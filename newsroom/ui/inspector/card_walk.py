"""Cards in a column: which of them has the keyboard, and going on by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Area(Protocol):
    """What scrolls over cards; it is told of events before it has any."""

    cards: Sequence[QWidget]

    def ensureWidgetVisible(self, child: QWidget) -> None:
        """Bring a card into view."""


def walked(area: _Area, watched: QObject, event: QEvent) -> bool:
    """Go on from a card that was pressed an arrow key on; False if this was something else."""
    if event.type() != QEvent.Type.KeyPress or watched not in (cards := area.cards):
        return False
    step = _STEPS.get(event.key(), 0)
    at = cards.index(watched) + step
    if step and 0 <= at < len(cards):
        cards[at].setFocus()
        area.ensureWidgetVisible(cards[at])
    return bool(step)


def has_focus(part: QWidget) -> bool:
    """Say whether a part of the window, or something in it, has the keyboard there."""
    focus = part.window().focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))
