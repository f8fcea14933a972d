"""The names of earlier stories, found beside the window's work for the form to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.ui.desk.desk import Desk
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.language.known_names import KnownNames


class Naming(QObject):
    """Gives the form the archive's names, once somebody begins to name people there."""

    def __init__(self, desk: Desk, form: DataForm) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._lane: Lane[KnownNames] | None = None
        form.names_wanted.connect(self._look)

    def _look(self) -> None:
        home = self._desk.newsroom

        def make() -> KnownNames:
            from newsroom.language.known_names import KnownNames

            known = KnownNames(home.archive_names)
            known.gather()
            return known

        self._lane = Lane("people", make, self)
        self._lane.run(lambda known: known, self._form.use_names)
