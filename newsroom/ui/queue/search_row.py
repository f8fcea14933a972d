"""Above the list of stories: what is sought, by which forms of the words, and kept searches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.filters import Filter

SEARCH_AFTER = 150  # milliseconds of quiet


class SearchRow(QWidget):
    """A field, a switch and a menu; it tells once a person pauses."""

    changed = Signal()  # what is sought, or how
    filter_chosen = Signal(object)  # Filter
    keeping_wanted = Signal()  # of the search at hand, under a name
    filters_wanted = Signal()
    bin_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filters: Sequence[Filter] = ()
        self._at_hand: Filter | None = None
        self._is_asked = False  # by the program, which tells of it itself
        self.field = self._make_field()
        self.forms = _tool(self.tr("Bentuk kata"))
        self.forms.setCheckable(True)
        self.forms.toggled.connect(self._tell_forms)
        about = self.tr("Cari juga bentuk kata lain: mengumumkan, pengumuman, diumumkan")
        self.forms.setToolTip(f"{self.tr('Bentuk kata')}. {about}")
        self.forms.setAccessibleDescription(about)
        self.more = _tool(self.tr("Saringan dan keranjang"))
        self.more.setToolTip(self.tr("Saringan dan keranjang"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self.menu)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._pause.timeout.connect(self.tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self.forms)
        row.addWidget(self.more)
        self._tint()
        theme.changed.connect(self._tint)

    @property
    def query(self) -> str:
        """What is sought."""
        return self.field.text().strip()

    def show_filters(self, filters: Sequence[Filter]) -> None:
        """Offer the kept searches."""
        self._filters = filters

    def show_at_hand(self, kept: Filter | None) -> None:
        """Say which of the kept searches is the one at hand, if any."""
        self._at_hand = kept

    def ask(self, query: str, forms: bool) -> None:
        """Seek something; who listens is told once the caller says so."""
        self.field.setText(query)
        self._is_asked = True
        self.forms.setChecked(forms)
        self._is_asked = False
        self._pause.stop()

    def tell(self) -> None:
        """Tell now what is sought."""
        self._pause.stop()
        self.changed.emit()

    # Within.

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Cari judul, isi, nama…"))
        field.setAccessibleName(self.tr("Cari naskah"))
        ways = self.tr(
            "Semua kata harus ada. Juga: “frasa”, awal*, ~bentuk kata, -kecuali, penulis:, tag:, "
            "rubrik:, judul:, status:, sejak:, sampai:"
        )
        field.setToolTip(ways)
        field.setAccessibleDescription(ways)
        self._clear = field.addAction(
            self._theme.icon("close", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._clear.setToolTip(self.tr("Kosongkan pencarian"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(field.clear)
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self.tell)
        return field

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _tell_forms(self) -> None:
        self._tint()
        if not self._is_asked:
            self.tell()

    def _fill(self) -> None:
        """Make the menu anew: kept searches come and go."""
        menu = self.menu
        menu.clear()
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for kept in self._filters:
            action = menu.addAction(kept.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(kept == self._at_hand)
            action.triggered.connect(lambda _=False, kept=kept: self.filter_chosen.emit(kept))
            group.addAction(action)
        if self._filters:
            menu.addSeparator()
        self._add(self.tr("Simpan saringan ini…"), "star", self.keeping_wanted)
        if self._filters:
            self._add(self.tr("Atur saringan…"), "settings", self.filters_wanted)
        menu.addSeparator()
        self._add(self.tr("Keranjang…"), "trash", self.bin_wanted)

    def _add(self, text: str, icon: str, wanted: object) -> QAction:
        action = self.menu.addAction(self._theme.icon(icon, "muted"), text)
        action.triggered.connect(wanted)
        return action

    def _tint(self) -> None:
        icon = self._theme.icon
        self._clear.setIcon(icon("close", "muted"))
        self.forms.setIcon(icon("word-forms", "accent" if self.forms.isChecked() else "muted"))
        self.more.setIcon(icon("filter", "muted"))


def _tool(name: str) -> QToolButton:
    tool = QToolButton()
    tool.setAccessibleName(name)
    return tool
