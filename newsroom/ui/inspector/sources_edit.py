"""The *narasumber* of a story: for the reporter alone, in no export."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.source import Source
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.inspector.panel import STOP
from newsroom.ui.inspector.tab_order import LAST
from newsroom.ui.inspector.undoing import Undoing
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.language.people import People


class _Row(QFrame):
    """One source: name, title and how to reach them."""

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, people: Callable[[], People]) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme = theme
        self._note = ""
        self.name = _line(self.tr("Nama narasumber"), self.tr("Nama"))
        self.title = _line(self.tr("Jabatan narasumber"), self.tr("Jabatan"))
        self.contact = _line(self.tr("Kontak narasumber"), self.tr("Telepon atau surel"))
        self.remove = QToolButton()
        self.remove.setProperty(LAST, True)
        self.remove.clicked.connect(self.removal_wanted)
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
        self._tint()
        theme.changed.connect(self._tint)

    def source(self) -> Source:
        """Return the source as it stands."""
        parts = (line.text().strip() for line in (self.name, self.title, self.contact))
        return Source(*parts, note=self._note)

    def show_source(self, source: Source) -> None:
        """Show a source; tells nobody."""
        self._note = source.note
        for line, text in (
            (self.name, source.name),
            (self.title, source.title),
            (self.contact, source.contact),
        ):
            line.setText(text)

    def _name_button(self) -> None:
        said = self.tr("Hapus narasumber {0}").format(self.name.text()).strip()
        self.remove.setAccessibleName(said)
        self.remove.setToolTip(said)

    def _tint(self) -> None:
        self.remove.setIcon(self._theme.icon("close", "muted"))


class SourcesEdit(QWidget):
    """A card for each source; an empty one is none, and one of them is enough.

    ``people`` is asked for once a name or an office is typed.
    """

    edited = Signal()
    grown = Signal()  # there is one card more

    def __init__(self, theme: Theme, people: Callable[[], People]) -> None:
        super().__init__()
        self._undoing = Undoing(self._bring_back)
        self._theme = theme
        self._people = people
        self._cards: list[_Row] = []
        self.add = QPushButton(self.tr("Tambah narasumber"))
        self.add.setProperty(STOP, True)
        self.add.setProperty("kind", "line")
        self.add.setProperty("small", True)
        self.add.clicked.connect(self._add)
        said = QLabel(self.tr("Hanya tersimpan di komputer ini; tidak ikut ekspor atau paket."))
        said.setProperty("role", "muted")
        said.setWordWrap(True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * STEP)
        self._rows.addWidget(self.add)
        self._rows.addWidget(said)
        self.setFocusProxy(self.add)

    @property
    def cards(self) -> list[_Row]:
        """The cards, in their order."""
        return self._cards

    def sources(self) -> tuple[Source, ...]:
        """Return the sources."""
        found = (card.source() for card in self._cards)
        return tuple(one for one in found if one != Source(""))

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """Show other sources; tells nobody."""
        self._undoing.forget()
        self._put(sources)

    def event(self, event: QEvent) -> bool:
        """Bring back with Ctrl+Z the card that was taken away."""
        return self._undoing.answers(event) or super().event(event)

    # Within.

    def _bring_back(self, sources: tuple[Source, ...]) -> None:
        self._put(sources)
        self.edited.emit()

    def _put(self, sources: tuple[Source, ...]) -> None:
        while len(self._cards) > len(sources):
            self._drop(self._cards[-1])
        while len(self._cards) < len(sources):
            self._append()
        for card, source in zip(self._cards, sources, strict=True):
            card.show_source(source)
        self._lead_on()

    def _add(self) -> None:
        (self._empty() or self._append()).name.setFocus()
        self._lead_on()

    def _empty(self) -> _Row | None:
        return next((card for card in self._cards if card.source() == Source("")), None)

    def _lead_on(self) -> None:
        """Have Enter go past the button while there is an empty card: not round and round."""
        self.add.setProperty(STOP, self._empty() is None)

    def _append(self) -> _Row:
        card = _Row(self._theme, self._people)
        card.edited.connect(self._undoing.forget)  # it would take back what was written since
        card.edited.connect(self._lead_on)
        card.edited.connect(self.edited)
        card.removal_wanted.connect(lambda: self._remove(card))
        self._rows.insertWidget(len(self._cards), card)
        self._cards.append(card)
        card.show()
        self.grown.emit()
        return card

    def _remove(self, card: _Row) -> None:
        self._undoing.keep(self.sources())
        self._drop(card)
        self._lead_on()
        self.add.setFocus()
        self.edited.emit()

    def _drop(self, card: _Row) -> None:
        self._cards.remove(card)
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line
