"""How much of a story is checked: told while a long text is, and not while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

_LONG = 2_000  # letters; more than anybody writes between two looks


class Progress(QObject):
    """Judges it at each look at the story, by the lines that have no answer yet."""

    changed = Signal()
    long_begun = Signal()  # a long text is being checked
    long_ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.share: float | None = None  # None when all of it is checked
        self._is_long = False
        self._whole = 0  # letters of the story when it was checked last

    def begin(self, *, has_text: bool) -> None:
        """Go over to another story, of which nothing is checked yet."""
        self._is_long = False
        self._whole = 0
        self._set(0 if has_text else None)

    def judge(self, waiting: Sequence[int], whole: int, *, first: bool, looking: bool) -> None:
        """Take the letters of each line that waits, and of all lines together.

        ``first``: the story has never been checked to its end. ``looking``: what only the
        whole story shows is still being looked for.
        """
        letters, begun = sum(waiting), self.share is not None
        # In one long line somebody may be typing, and all of it waits at each key.
        came_at_once = len(waiting) > 1 or abs(whole - self._whole) > _LONG
        if letters and (begun or first or (letters > _LONG and came_at_once)):
            self._set(1 - letters / whole, is_long=letters > _LONG)
        elif begun and looking:
            self._set(1)
        else:
            self._whole = self._whole if letters else whole
            self._set(None)

    def give_up(self) -> None:
        """Take it that nothing will be checked."""
        self._set(None)

    # Within.

    def _set(self, share: float | None, *, is_long: bool = False) -> None:
        was_long, self._is_long = self._is_long, share is not None and (is_long or self._is_long)
        if share != self.share:
            self.share = share
            self.changed.emit()
        if self._is_long and not was_long:
            self.long_begun.emit()
        elif was_long and not self._is_long:
            self.long_ended.emit()
