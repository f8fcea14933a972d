"""Where the card of a change stands: beside the text, or below it where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.ui.changes_view.change_card import ChangeCard
from newsroom.ui.changes_view.sheet import ChangesSheet
from newsroom.ui.theme import STEP

_CARD = 300  # pixels, beside the text
_LANE = _CARD + 6 * STEP
_SIDES = 64  # beside the column
_BESIDE_COLUMNS = 1_000


class CardPlace:
    """Puts the card over a view whose ``column`` has the sheet in it, and makes room for it."""

    def __init__(
        self, view: QWidget, column: QVBoxLayout, sheet: ChangesSheet, card: ChangeCard
    ) -> None:
        self._view = view
        self._column = column
        self._sheet = sheet
        self._card = card

    def put(self) -> None:
        """Put the card where the change at hand is now, if the card is shown."""
        if self._card.isHidden():
            self._sheet.keep_right(0)
            self._column.setContentsMargins(0, 0, 0, 0)
            return
        sheet = self._sheet
        needed = _BESIDE_COLUMNS if sheet.two_columns else sheet.column_width() + _SIDES
        if self._view.width() - _LANE < needed:
            self._put_below()
        else:
            self._put_beside()

    # Within.

    def _put_below(self) -> None:
        self._sheet.keep_right(0)
        width, bottom = self._view.width() - 2 * 4 * STEP, self._view.height()
        height = self._card.height_for(width, bottom // 5)
        self._column.setContentsMargins(0, 0, 0, height + 4 * STEP)
        self._column.activate()  # or the change would be brought into view on another height
        self._put(QRect(4 * STEP, bottom - height - 3 * STEP, width, height))

    def _put_beside(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        sheet, view = self._sheet, self._view
        sheet.keep_right(_LANE)
        height = self._card.height_for(_CARD, view.height() // 2)
        corner = sheet.mapTo(view, sheet.rect().topLeft())
        lowest = view.height() - height - 4 * STEP
        wished = corner.y() + round(sheet.place_of(sheet.current).top()) - 2 * STEP
        top = max(corner.y() + 4 * STEP, min(wished, lowest))
        self._put(QRect(view.width() - _LANE, top, _CARD, height))

    def _put(self, place: QRect) -> None:
        if self._card.geometry() != place:
            self._card.setGeometry(place)
        self._card.raise_()
