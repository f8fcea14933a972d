"""What every page of the settings can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.field import Field
from newsroom.ui.theme import STEP, Theme


class SettingsPage(QWidget):
    """Shows a part of the draft; ``places`` says which: what the names of its places begin with."""

    places: tuple[str, ...] = ()

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__()
        self._theme = theme
        self._draft = draft
        self.fields: list[Field] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(3 * STEP)

    def show_draft(self) -> None:
        """Show the whole draft anew."""
        for field in self.fields:
            field.show_draft()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say at each place what is wrong there."""
        for field in self.fields:
            field.show_faults(faults)

    def go_to(self, place: str) -> None:
        """Give the keyboard to what stands at a place."""
        for field in self.fields:
            if place.partition("[")[0] == field.place:
                field.setFocus()

    def owns(self, place: str) -> bool:
        """Say whether a place is on this page."""
        return place.startswith(self.places)

    # Within.

    def _head(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "strong")
        if self.rows.count():
            self.rows.addSpacing(STEP)
        self.rows.addWidget(label)

    def _say(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        self.rows.addWidget(label)

    def _side_by_side(self, *lines: Sequence[Field]) -> None:
        """Put fields in lines of columns of one width."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        for row, fields in enumerate(lines):
            for column, field in enumerate(fields):
                grid.addWidget(field, row, column)
                grid.setColumnStretch(column, 1)
                self.fields.append(field)
        self.rows.addLayout(grid)


def row_faults(faults: Mapping[str, str], list_of: str, key: str) -> dict[tuple[int, str], str]:
    """Return the faults of a list by row and key; ``key`` where the place names none.

    >>> row_faults({"portal.sections[2].slug": "x", "house.words[0]": "y"}, "portal.sections", "")
    {(2, 'slug'): 'x'}
    """
    found = {}
    for place, fault in faults.items():
        head, bracket, rest = place.partition("[")
        if bracket and head == list_of:
            at, _, named = rest.partition("]")
            found[int(at), named.lstrip(".") or key] = fault
    return found


def row_place(place: str) -> tuple[int, str]:
    """Return the row and key that a place of a list names.

    >>> row_place("portal.sections[2].slug"), row_place("portal.datelines")
    ((2, 'slug'), (0, ''))
    """
    at, _, key = place.partition("[")[2].partition("]")
    return (int(at), key.lstrip(".")) if at else (0, "")
