"""What is read or written stays where it is seen while other photos grow and shrink."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent

from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.photos.column import PhotoColumn
from newsroom.ui.inspector.photos.place import PhotoPlace


class SteadyPanel(Panel):
    """Scrolls along with the field that has the keyboard, or with the first photo in sight."""

    def steady(self, column: PhotoColumn, first_seen: Callable[[], PhotoPlace | None]) -> None:
        """Keep to what ``first_seen`` says while the column is laid out anew."""
        self._column = column
        self._first_seen = first_seen
        self._anchor: PhotoPlace | None = None
        self._anchor_at = 0
        column.arranging.connect(self._before)
        column.arranged.connect(self._after)

    # Within.

    def _before(self) -> None:
        self._hold()
        self._anchor = self._first_seen() if self._held is None else None
        self._anchor_at = self._anchor.top if self._anchor else 0

    def _after(self) -> None:
        by = 0
        if self._held is not None:
            before, self._held_at = self._held_at, self._place_of(self._held)
            by = self._held_at - before
        elif self._anchor in self._column.places:
            by = self._anchor.top - self._anchor_at
        self._lay_out_now()
        if by:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by)

    def _lay_out_now(self) -> None:
        """Let the scroll bar know how tall it all is, before anybody goes to a place in it."""
        if self.isVisible():
            self.rows.activate()
            QCoreApplication.sendPostedEvents(self.viewport(), QEvent.Type.LayoutRequest)
