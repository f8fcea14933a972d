"""Stories that go to another desk and come from there, and what is then to be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from newsroom.ui.handover.choosing import Choosing
    from newsroom.ui.handover.coming import Coming
    from newsroom.ui.handover.leaving import Leaving
    from newsroom.ui.main_window import MainWindow


class Handing(QObject):
    """Loads each part of that when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of these actions does; all need a story."""
        return {"hand_over": self.hand_over, "choose_conflicts": lambda: self.choosing.open()}

    def hand_over(self) -> None:
        """Let a person hand the open story over, once all of it is safe."""
        self.leaving.open()

    def take(self, paths: Iterable[Path]) -> None:
        """Take in stories that were handed over."""
        self.coming.take(paths)

    def keeps_open(self) -> bool:
        """Have the window close once no file is on its way; False if that is so now."""
        made = [vars(self).get(name) for name in ("coming", "leaving")]
        return any(one.keeps_open() for one in made if one is not None)

    @cached_property
    def choosing(self) -> Choosing:
        """Lets a person choose between what two desks wrote."""
        from newsroom.ui.handover.choosing import Choosing

        return Choosing(self._window)

    @cached_property
    def coming(self) -> Coming:
        """Takes in what colleagues handed over."""
        from newsroom.ui.handover.coming import Coming

        return Coming(self._window)

    @cached_property
    def leaving(self) -> Leaving:
        """Hands stories over."""
        from newsroom.ui.handover.leaving import Leaving

        return Leaving(self._window)
