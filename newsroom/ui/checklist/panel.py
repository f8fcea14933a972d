"""“Daftar periksa”: what is made sure of before the story is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from newsroom.story.checklist import Item, Standing
from newsroom.ui.checklist.item_card import ItemCard
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.inspector.card_walk import walked
from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.tab_order import tab_as_read
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number


class ChecklistPanel(Panel):
    """Shows a card for each item; a card stays while its item does."""

    answered = Signal(object, object, str)  # Item, Verdict or None, a note
    findings_wanted = Signal(object)  # Item
    ready_wanted = Signal()

    is_form = False

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__(self.tr("Daftar periksa"))
        self._theme = theme
        self._zone = zone  # of the newsroom, by whose clock moments are told
        self.cards: list[ItemCard] = []
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._rest = QLabel()
        self._rest.setProperty("role", "muted")
        self._rest.setWordWrap(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * STEP)
        self._empty = EmptyNote(
            theme,
            "check",
            self.tr("Tidak ada daftar periksa"),
            self.tr("Gaya selingkung ini tidak punya butir untuk rubrik naskah ini."),
        )
        self.ready = QPushButton(self.tr("Siap tayang"))
        self.ready.setProperty("kind", "main")
        self.ready.clicked.connect(self.ready_wanted)
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._rest)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self._empty)
        self.rows.addWidget(self.ready)
        self.rows.addStretch(1)
        self.show_standings([], can_be_ready=False)

    def show_standings(self, standings: Sequence[Standing], *, can_be_ready: bool) -> None:
        """Show how each item stands; with ``can_be_ready`` the next step is *Siap tayang*."""
        items = [one.item for one in standings]
        if items != [card.item for card in self.cards]:
            self._make_cards(items)
        for card, one in zip(self.cards, standings, strict=True):
            card.show_standing(one)
        done, left = sum(one.is_settled for one in standings), sum(one.blocks for one in standings)
        told = self.tr("{0} dari {1} terpenuhi").format(number(done), number(len(items)))
        self._title.setText(told)
        self._rest.setText(
            self.tr("{0} butir wajib belum terpenuhi.").format(number(left))
            if left
            else self.tr("Semua butir wajib terpenuhi.")
        )
        self._title.setVisible(bool(items))
        self._rest.setVisible(any(item.required for item in items))
        self._empty.setVisible(not items)
        self.ready.setVisible(can_be_ready and not left)

    def focus_first(self) -> None:
        """Give the keyboard to the first item that stands in the way, else to the first."""
        wanted = next((card for card in self.cards if card.property("blocks")), None)
        card = wanted or next(iter(self.cards), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from card to card with the arrow keys."""
        return walked(self, watched, event) or super().eventFilter(watched, event)

    # Within.

    def _make_cards(self, items: Sequence[Item]) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ItemCard(self._theme, item, self._zone) for item in items]
        for card in self.cards:
            card.answered.connect(self.answered)
            card.findings_wanted.connect(self.findings_wanted)
            card.installEventFilter(self)
            self._column.addWidget(card)
        tab_as_read(self.widget())
