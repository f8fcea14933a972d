"""What was done in the dialog, step by step, and back."""

from __future__ import annotations

from newsroom.story.photo_edits import PhotoEdits


class History:
    """Edits one after another; those that go on with the last are one step with it."""

    def __init__(self, first: PhotoEdits) -> None:
        self._steps = [first]
        self._at = 0
        self._going_on = ""

    @property
    def now(self) -> PhotoEdits:
        """The edits as they are."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._at < len(self._steps) - 1

    def put(self, edits: PhotoEdits, going_on: str = "") -> None:
        """Take new edits as a step, or into the last one if both go on with the same.

        >>> history = History(PhotoEdits())
        >>> for brightness in (1.1, 1.2):
        ...     history.put(PhotoEdits(brightness=brightness), "brightness")
        >>> history.undo()
        >>> history.now.brightness, history.can_redo
        (1.0, True)
        """
        if edits == self.now:
            return
        if not going_on or going_on != self._going_on:
            self._at += 1
        self._going_on = going_on
        self._steps[self._at :] = [edits]

    def part(self) -> None:
        """Let what comes be a step of its own."""
        self._going_on = ""

    def undo(self) -> None:
        """Take back a step."""
        self._at = max(self._at - 1, 0)
        self.part()

    def redo(self) -> None:
        """Take a step again."""
        self._at = min(self._at + 1, len(self._steps) - 1)
        self.part()
