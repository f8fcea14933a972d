"""The *narasumber* of a story: for the reporter alone, in no export."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from newsroom.story.source import Source
from newsroom.ui.inspector.cards import Card, Cards
from newsroom.ui.inspector.named_line import named_line
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.inspector.panel import STOP
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.language.people import People


class _SourceCard(Card[Source]):
    """One source: name, title and how to reach them."""

    def __init__(self, theme: Theme, people: Callable[[], People]) -> None:
        super().__init__(theme)
        self._note = ""
        self.name = named_line(self.tr("Nama narasumber"), self.tr("Nama"))
        self.title = named_line(self.tr("Jabatan narasumber"), self.tr("Jabatan"))
        self.contact = named_line(self.tr("Kontak narasumber"), self.tr("Telepon atau surel"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setSpacing(6)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.title, 2, 0, 1, 2)
        grid.addWidget(self.contact, 4, 0, 1, 2)
        self.better_name = Offer(self.name, lambda text: people().name(text))
        self.better_title = Offer(self.title, lambda text: people().title(text))
        for line in (self.name, self.title, self.contact):
            line.textEdited.connect(self.edited)
        grid.addWidget(self.better_name, 1, 0, 1, 2)
        grid.addWidget(self.better_title, 3, 0, 1, 2)
        QWidget.setTabOrder(self.name, self.better_name)
        QWidget.setTabOrder(self.better_name, self.title)
        QWidget.setTabOrder(self.title, self.better_title)
        QWidget.setTabOrder(self.better_title, self.contact)
        QWidget.setTabOrder(self.contact, self.remove)
        self.name.textChanged.connect(self._name_button)
        self._name_button()

    @property
    def first(self) -> QWidget:
        """The name."""
        return self.name

    def item(self) -> Source | None:
        """Return the source as it stands; None for an empty card."""
        parts = (line.text().strip() for line in (self.name, self.title, self.contact))
        source = Source(*parts, note=self._note)
        return source if source != Source("") else None

    def show_item(self, item: Source) -> None:
        """Show a source; tells nobody."""
        self._note = item.note
        for line, text in (
            (self.name, item.name),
            (self.title, item.title),
            (self.contact, item.contact),
        ):
            line.setText(text)

    def _name_button(self) -> None:
        self.name_remove(self.tr("Hapus narasumber {0}").format(self.name.text()).strip())


class SourcesEdit(Cards[Source]):
    """A card for each source; an empty one is none, and one of them is enough.

    ``people`` is asked for once a name or an office is typed.
    """

    def __init__(self, theme: Theme, people: Callable[[], People]) -> None:
        super().__init__(lambda: _SourceCard(theme, people), "")
        self.more.setText(self.tr("Tambah narasumber"))
        self.more.setProperty(STOP, True)
        self.more.clicked.connect(self._add)
        said = QLabel(self.tr("Hanya tersimpan di komputer ini; tidak ikut ekspor atau paket."))
        said.setProperty("role", "muted")
        said.setWordWrap(True)
        self._rows.addWidget(said)

    # Within.

    def _add(self) -> None:
        (self._empty() or self._append()).first.setFocus()

    def _append(self) -> Card[Source]:
        card = super()._append()
        card.edited.connect(self._lead)
        return card

    def _empty(self) -> Card[Source] | None:
        return next((card for card in self.cards if card.item() is None), None)

    def _lead(self) -> None:
        """Have Enter go past the button while there is an empty card: not round and round."""
        self.more.setProperty(STOP, self._empty() is None)
