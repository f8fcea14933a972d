"""A list of cards in the form: each one item of a field, written in, taken away, brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsroom.ui.inspector.tab_order import LAST
from newsroom.ui.inspector.undoing import Undoing
from newsroom.ui.theme import STEP, Theme

_Item = TypeVar("_Item")


class Card(QFrame, Generic[_Item]):
    """One item; what it is called is said of the button that takes it away."""

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme = theme
        self.remove = QToolButton()
        self.remove.setProperty(LAST, True)
        self.remove.clicked.connect(self.removal_wanted)
        self._tint()
        theme.changed.connect(self._tint)

    @property
    def first(self) -> QWidget:
        """The field that is written in first."""
        raise NotImplementedError

    def item(self) -> _Item | None:
        """Return the item as it stands; None for one that nobody has written in."""
        raise NotImplementedError

    def show_item(self, item: _Item) -> None:
        """Show an item; tells nobody."""
        raise NotImplementedError

    def name_remove(self, said: str) -> None:
        """Say what the button takes away."""
        self.remove.setAccessibleName(said)
        self.remove.setToolTip(said)

    def _tint(self) -> None:
        self.remove.setIcon(self._theme.icon("close", "muted"))


class Cards(QWidget, Generic[_Item]):
    """The cards, and below them the button by which there are more.

    Enter does not come to the button: it may open a dialog.
    """

    edited = Signal()
    grown = Signal()  # there is one card more

    def __init__(self, make: Callable[[], Card[_Item]], more: str) -> None:
        super().__init__()
        self._make = make
        self._undoing = Undoing(self._bring_back)
        self.cards: list[Card[_Item]] = []
        self.more = QPushButton(more)
        self.more.setProperty("kind", "line")
        self.more.setProperty("small", True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * STEP)
        self._rows.addWidget(self.more)
        self.setFocusProxy(self.more)

    def items(self) -> tuple[_Item, ...]:
        """Return the items."""
        found = (card.item() for card in self.cards)
        return tuple(one for one in found if one is not None)

    def set_items(self, items: Sequence[_Item]) -> None:
        """Show other items; tells nobody."""
        self._undoing.forget()
        self._put(items)

    def add(self, item: _Item) -> Card[_Item]:
        """Add a card for somebody to write in."""
        card = self._append()
        card.show_item(item)
        card.first.setFocus()
        return card

    def event(self, event: QEvent) -> bool:
        """Bring back with Ctrl+Z the card that was taken away."""
        return self._undoing.answers(event) or super().event(event)

    # Within.

    def _bring_back(self, items: Sequence[_Item]) -> None:
        self._put(items)
        self.edited.emit()

    def _put(self, items: Sequence[_Item]) -> None:
        while len(self.cards) > len(items):
            self._drop(self.cards[-1])
        while len(self.cards) < len(items):
            self._append()
        for card, item in zip(self.cards, items, strict=True):
            card.show_item(item)
        self._lead()

    def _append(self) -> Card[_Item]:
        card = self._make()
        card.edited.connect(self._undoing.forget)  # it would take back what was written since
        card.edited.connect(self.edited)
        card.removal_wanted.connect(lambda: self._remove(card))
        self._rows.insertWidget(len(self.cards), card)
        self.cards.append(card)
        card.show()
        self._lead()
        self.grown.emit()
        return card

    def _remove(self, card: Card[_Item]) -> None:
        self._undoing.keep(self.items())
        self._drop(card)
        self._lead()
        self.more.setFocus()
        self.edited.emit()

    def _drop(self, card: Card[_Item]) -> None:
        self.cards.remove(card)
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _lead(self) -> None:
        """Have who comes here by name come to the first card, if there is one."""
        self.setFocusProxy(self.cards[0].first if self.cards else self.more)
