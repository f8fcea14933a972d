"""Corrections, links of a *hak jawab*, and a withdrawal, as cards of the form."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from newsroom.portal.moments import written_moment
from newsroom.portal.profile import Profile
from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.ui.inspector.cards import Card
from newsroom.ui.theme import Theme

_Note = TypeVar("_Note", Correction, Withdrawal)

_LINES = 4


class _NoteCard(Card[_Note]):
    """When it was told to the readers, and the words."""

    def __init__(self, theme: Theme, profile: Profile, name: str) -> None:
        super().__init__(theme)
        self._profile = profile
        self._moment = datetime.now(profile.zone)
        self.when = QLabel()
        self.when.setProperty("role", "muted")
        self.when.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 14)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 10)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.when, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.text, 1, 0, 1, 2)
        QWidget.setTabOrder(self.text, self.remove)
        self.text.textChanged.connect(self.edited)

    @property
    def first(self) -> QWidget:
        """The words."""
        return self.text

    def _show(self, moment: datetime, text: str) -> None:
        self._moment = moment
        self.when.setText(written_moment(moment, self._profile))
        self.text.setAccessibleDescription(self.when.text())
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)


class CorrectionCard(_NoteCard[Correction]):
    """One *ralat*."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__(theme, profile, "")
        self.text.setAccessibleName(self.tr("Isi ralat"))
        self.text.setPlaceholderText(self.tr("Semula tertulis …, seharusnya …"))

    def item(self) -> Correction:
        """Return the correction; one that has lost its words is one all the same."""
        return Correction(self._moment, self.text.toPlainText())

    def show_item(self, item: Correction) -> None:
        """Show a correction."""
        self._show(item.moment, item.text)
        self.name_remove(self.tr("Hapus ralat {0}").format(self.when.text()))


class WithdrawalCard(_NoteCard[Withdrawal]):
    """Why a story is withdrawn; the reason may be put better, but not away."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__(theme, profile, "")
        self.text.setAccessibleName(self.tr("Alasan pencabutan"))
        self.remove.hide()

    def item(self) -> Withdrawal:
        """Return the withdrawal."""
        return Withdrawal(self._moment, self.text.toPlainText())

    def show_item(self, item: Withdrawal) -> None:
        """Show a withdrawal."""
        self._show(item.moment, item.reason)


class LinkCard(Card[StoryLink]):
    """Another story: what it is headed by, and where it is."""

    def __init__(self, theme: Theme, headline: str, address: str) -> None:
        super().__init__(theme)
        self._link = StoryLink()
        self.headline = QLineEdit()
        self.headline.setAccessibleName(headline)
        self.headline.setPlaceholderText(self.tr("Judul"))
        self.address = QLineEdit()
        self.address.setAccessibleName(address)
        self.address.setPlaceholderText(self.tr("https://… setelah tayang"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setSpacing(6)
        grid.addWidget(self.headline, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.address, 1, 0, 1, 2)
        QWidget.setTabOrder(self.headline, self.address)
        QWidget.setTabOrder(self.address, self.remove)
        for line in (self.headline, self.address):
            line.textEdited.connect(self.edited)
        self.headline.textChanged.connect(self._name)
        self._name()

    @property
    def first(self) -> QWidget:
        """The address where only that is missing; else the headline."""
        return self.address if self.headline.text().strip() else self.headline

    def item(self) -> StoryLink | None:
        """Return the link; None for one that nobody has written in."""
        headline, address = self.headline.text().strip(), self.address.text().strip()
        if not (headline or address or self._link.id):
            return None
        return StoryLink(headline, address, self._link.id, self._link.moment)

    def show_item(self, item: StoryLink) -> None:
        """Show a link."""
        self._link = item
        for line, text in ((self.headline, item.headline), (self.address, item.address)):
            if line.text().strip() != text:
                line.setText(text)

    def _name(self) -> None:
        said = self.tr("Hapus tautan {0}").format(self.headline.text()).strip()
        self.name_remove(said)
