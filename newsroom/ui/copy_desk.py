"""What an editor goes by at the open story: its changes, what is said of it, its checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from newsroom.ui.changes.changing import Changing
    from newsroom.ui.changes_view.showing import ShowingChanges
    from newsroom.ui.checklist.checklisting import Checklisting
    from newsroom.ui.comments.commenting import Commenting
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_OF_CHANGES = (
    "accept_change", "take_back_change", "accept_all_changes", "take_back_all_changes",
    "give_reason",
)  # fmt: skip
_OF_COMMENTS = ("comment", "show_comment", "next_comment", "previous_comment")


class CopyDesk(QObject):
    """Makes each part of it when the inspector is there to hold it, or it is first asked for.

    Nobody needs it to begin writing, and loading it takes its time.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @cached_property
    def changing(self) -> Changing:
        """Knows what was changed since the reporter's version."""
        from newsroom.ui.changes.changing import Changing

        return Changing(self._window)

    @cached_property
    def changes_page(self) -> ShowingChanges:
        """Shows the story with all that was changed, in the text's place."""
        from newsroom.ui.changes_view.showing import ShowingChanges

        return ShowingChanges(self._window)

    @cached_property
    def commenting(self) -> Commenting:
        """Keeps the comments in sight."""
        from newsroom.ui.comments.commenting import Commenting

        return Commenting(self._window)

    @cached_property
    def checklisting(self) -> Checklisting:
        """Keeps the checklist."""
        from newsroom.ui.checklist.checklisting import Checklisting

        return Checklisting(self._window)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of these actions does; all need a story."""
        return {
            "changes": lambda on: self.changes_page.show(on),
            **{name: self._of_changes(name) for name in _OF_CHANGES},
            **{name: self._of_comments(name) for name in _OF_COMMENTS},
        }

    def join(self, inspector: Inspector) -> Iterator[None]:
        """Offer the parts of the review beside the text, one after another."""
        self.changing.join(inspector)
        yield
        self.commenting.join(inspector)
        yield
        self.checklisting.join(inspector)

    def _of_changes(self, name: str) -> Callable[[], object]:
        return lambda: self.changing.slots()[name]()

    def _of_comments(self, name: str) -> Callable[[], object]:
        return lambda: self.commenting.slots()[name]()
