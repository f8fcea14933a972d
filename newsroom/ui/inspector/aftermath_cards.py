"""Corrections, links of a *hak jawab*, and a withdrawal, as cards of the form."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from newsroom.portal.moments import written_moment
from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.ui.inspector.cards import Card
from newsroom.ui.inspector.combo_boxes import CalmComboBox
from newsroom.ui.inspector.form_rows import FormRows
from newsroom.ui.theme import Theme

_Note = TypeVar("_Note", Correction, Withdrawal)


class _NoteCard(Card[_Note]):
    """When it was told to the readers, and the words.

    ``kind`` is the last part of the words' name in findings.
    """

    def __init__(self, rows: FormRows, kind: str) -> None:
        super().__init__(rows.theme)
        self._profile = rows.profile
        self._moment = datetime.now(rows.profile.zone)
        self.when = QLabel()
        self.when.setProperty("role", "muted")
        self.when.setWordWrap(True)
        self.text = rows.checked(kind, "")
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 10)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.when, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.text, 1, 0, 1, 2)
        QWidget.setTabOrder(self.text, self.remove)
        self.text.edited.connect(self.edited)

    @property
    def first(self) -> QWidget:
        """The words."""
        return self.text

    def _show(self, moment: datetime, text: str) -> None:
        self._moment = moment
        self.when.setText(written_moment(moment, self._profile))
        self.text.setAccessibleDescription(self.when.text())
        if self.text.text() != text:
            self.text.set_text(text)


class CorrectionCard(_NoteCard[Correction]):
    """One *ralat*."""

    def __init__(self, rows: FormRows) -> None:
        super().__init__(rows, "text")
        self.text.setAccessibleName(self.tr("Isi ralat"))
        self.text.setPlaceholderText(self.tr("Semula tertulis …, seharusnya …"))

    def item(self) -> Correction:
        """Return the correction; one that has lost its words is one all the same."""
        return Correction(self._moment, self.text.text())

    def show_item(self, item: Correction) -> None:
        """Show a correction."""
        self._show(item.moment, item.text)
        self.name_remove(self.tr("Hapus ralat {0}").format(self.when.text()))


class WithdrawalCard(_NoteCard[Withdrawal]):
    """Why a story is withdrawn; the reason may be put better, but not away."""

    def __init__(self, rows: FormRows) -> None:
        super().__init__(rows, "reason")
        self.text.setAccessibleName(self.tr("Alasan pencabutan"))
        self.remove.hide()

    def item(self) -> Withdrawal:
        """Return the withdrawal."""
        return Withdrawal(self._moment, self.text.text())

    def show_item(self, item: Withdrawal) -> None:
        """Show a withdrawal."""
        self._show(item.moment, item.reason)


class LinkCard(Card[StoryLink]):
    """Another story: what the later of the two is, what it is headed by, and where it is."""

    def __init__(self, theme: Theme, headline: str, address: str) -> None:
        super().__init__(theme)
        self._link = StoryLink()
        self.kind = CalmComboBox(self.tr("Hak jawab atau ralat"))
        self.kind.addItems([kind.label for kind in LinkKind])
        self.headline = QLineEdit()
        self.headline.setAccessibleName(headline)
        self.headline.setPlaceholderText(self.tr("Judul"))
        self.address = QLineEdit()
        self.address.setAccessibleName(address)
        self.address.setPlaceholderText(self.tr("https://… setelah tayang"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setSpacing(6)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.headline, 1, 0, 1, 2)
        grid.addWidget(self.address, 2, 0, 1, 2)
        QWidget.setTabOrder(self.kind, self.headline)
        QWidget.setTabOrder(self.headline, self.address)
        QWidget.setTabOrder(self.address, self.remove)
        for line in (self.headline, self.address):
            line.textEdited.connect(self.edited)
        self.kind.activated.connect(lambda _: self.edited.emit())
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
        kind = list(LinkKind)[self.kind.currentIndex()]
        return StoryLink(headline, address, self._link.id, self._link.moment, kind)

    def show_item(self, item: StoryLink) -> None:
        """Show a link."""
        self._link = item
        self.kind.setCurrentIndex(list(LinkKind).index(item.kind))
        self.kind.settle()
        for line, text in ((self.headline, item.headline), (self.address, item.address)):
            if line.text().strip() != text:
                line.setText(text)

    def _name(self) -> None:
        said = self.tr("Hapus tautan {0}").format(self.headline.text()).strip()
        self.name_remove(said)
