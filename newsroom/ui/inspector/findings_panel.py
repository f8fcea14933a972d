"""“Temuan”: how ready the story is, and everything doubtful in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from newsroom.language.certain import certain
from newsroom.language.finding import Finding
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.inspector.card_walk import has_focus, walked
from newsroom.ui.inspector.family_chips import FamilyChips
from newsroom.ui.inspector.finding_card import FindingCard
from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.readiness import Readiness
from newsroom.ui.inspector.severity_chips import SeverityChips
from newsroom.ui.review.finding_field import field_name
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

# Nobody reads hundreds of cards at once, and each costs a few widgets.
_PAGE = 30
_CAPTION = re.compile(r"photos\[(\d+)]")


class FindingsPanel(Panel):
    """Shows findings as cards, and keeps the cards of those that stay.

    While one types, findings move along their text with every key; a card is
    known by what it says, not by where it points, so it stays as it is.
    """

    finding_chosen = Signal(object)  # Finding
    finding_fixed = Signal(object, str)  # Finding, what to write instead
    finding_ignored = Signal(object, object)  # Finding, Scope
    word_added = Signal(str)
    fix_all_wanted = Signal()

    is_form = False

    def __init__(self, theme: Theme, source_of: Callable[[str], str] = lambda _: "") -> None:
        super().__init__(self.tr("Temuan"))
        self._theme = theme
        self._source_of = source_of
        self._findings: list[Finding] = []
        self._limit = _PAGE
        self._stale = False
        self._is_checked = True
        self.cards: list[FindingCard] = []
        self.readiness = Readiness(theme)
        self.chips = FamilyChips()
        self.chips.chosen.connect(self._show_group)
        self.severities = SeverityChips(theme)
        self.severities.chosen.connect(self._show_group)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.hide()
        self.fix_all = QPushButton()
        self.fix_all.setProperty("kind", "line")
        self.fix_all.setToolTip(self.tr("Lihat dulu, lalu perbaiki sekaligus (Ctrl+Shift+F7)"))
        self.fix_all.clicked.connect(self.fix_all_wanted)
        self._empty = EmptyNote(theme, "check", "", "", "good")
        self.show_checker(True)
        self.more = QPushButton()
        self.more.setProperty("kind", "line")
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * STEP)
        self.rows.addWidget(self.readiness)
        self.chips.add(self.severities)
        self.rows.addWidget(self.chips)
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.fix_all)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self._empty)
        self.rows.addWidget(self.more)
        self.rows.addStretch(1)
        self._show_cards()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; what is shown already stays where it is."""
        self._findings = list(findings)
        self._refresh()

    def show_progress(self, share: float | None) -> None:
        """Show how much of the text is checked; None once that is done."""
        self._is_checked = share is None
        self.readiness.show_progress(share)
        self._show_empty()

    def show_checker(self, works: bool) -> None:
        """Say what it means that nothing is found: with no checker, little."""
        if works:
            self._empty.say(
                "check",
                self.tr("Tidak ada temuan"),
                self.tr("Ejaan dan kelengkapan naskah ini sudah diperiksa."),
                "good",
            )
        else:
            self._empty.say(
                "warning",
                self.tr("Bahasa tidak diperiksa"),
                self.tr("Pemeriksa bahasa tidak dapat dipakai; hanya kelengkapan yang dilihat."),
                "warning",
            )

    def say_marks(self, text: str) -> None:
        """Say that what is listed is not marked in the text; nothing if it is."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def focused_card(self) -> FindingCard | None:
        """Return the card that has the keyboard, itself or one of its buttons."""
        return next((card for card in self.cards if has_focus(card)), None)

    def step(self, by: int, past: Callable[[Finding], bool] = lambda _: False) -> FindingCard:
        """Go on from the card with the keyboard to the next, or round; some are passed over."""
        here = next(i for i, card in enumerate(self.cards) if has_focus(card))
        there = (here + by) % len(self.cards)
        while there != here and past(self.cards[there].finding):
            there = (there + by) % len(self.cards)
        self._focus(there)
        return self.cards[there]

    def show_current(self, finding: Finding | None) -> None:
        """Bring the card of what is selected in the text into view, and set it off."""
        saying = [c for c in self.cards if finding and _saying(c.finding) == _saying(finding)]
        near = min(saying, key=lambda card: abs(card.finding.start - finding.start), default=None)
        for card in self.cards:
            card.set_current(card is near)
        if near is not None:
            self.ensureWidgetVisible(near)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards only once somebody looks."""
        super().showEvent(event)
        if self._stale:
            self._show_cards()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from card to card with the arrow keys."""
        return walked(self, watched, event) or super().eventFilter(watched, event)

    # Within.

    def _refresh(self) -> None:
        if self.isVisible():
            self._show_cards()
        else:
            self._stale = True

    def _show_group(self) -> None:
        self._limit = _PAGE
        self.verticalScrollBar().setValue(0)
        self._show_cards()

    def _show_more(self) -> None:
        first_new = len(self.cards)
        self._limit += _PAGE
        self._show_cards()
        self._focus(first_new)

    def _show_cards(self) -> None:
        self._stale = False
        chosen = self._chosen()
        before = self.cards
        focused = next((i for i, card in enumerate(self.cards) if has_focus(card)), -1)
        spare: dict[tuple, list[FindingCard]] = defaultdict(list)
        for card in self.cards:
            spare[_saying(card.finding)].append(card)
        self.cards = []
        for place, finding in enumerate(chosen[: self._limit]):
            known = spare[_saying(finding)]
            card = known.pop(0) if known else self._make_card(finding)
            card.finding = finding
            card.set_first(place == 0)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()  # at once, so that it can have the keyboard
            self.cards.append(card)
        if self.cards != before:
            self._chain_keys()
        for card in (card for left in spare.values() for card in left):
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        if focused >= 0 and not any(has_focus(card) for card in self.cards):
            self._focus(min(focused, len(self.cards) - 1))
        left = len(chosen) - len(self.cards)
        self.more.setText(self.tr("Tampilkan lagi ({0})").format(number(left)))
        self.more.setVisible(left > 0)
        self._show_empty()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self.cards and self._is_checked)

    def _chosen(self) -> list[Finding]:
        """Return what the filters let pass; the buttons say what each would with the other."""
        found, kinds, severities = self._findings, self.chips, self.severities
        if not kinds.shown(severities.shown(found)):
            severities.show_all()
        kinds.show_counts(severities.shown(found))
        severities.show_counts(kinds.shown(found))
        sure = len(certain(found))
        self.fix_all.setText(self.tr("Perbaiki semua yang pasti ({0})…").format(number(sure)))
        self.fix_all.setVisible(bool(sure))
        return kinds.shown(severities.shown(found))

    def _make_card(self, finding: Finding) -> FindingCard:
        card = FindingCard(self._theme, finding, self._where(finding.field), self._source_of)
        card.chosen.connect(self.finding_chosen)
        card.fixed.connect(self.finding_fixed)
        card.ignored.connect(self.finding_ignored)
        card.word_added.connect(self.word_added)
        card.installEventFilter(self)
        return card

    def _chain_keys(self) -> None:
        """Let the Tab key go through the cards as they stand, then on to “more”."""
        stops = [stop for card in self.cards for stop in (card, *card.findChildren(QPushButton))]
        for stop, following in pairwise([*stops, self.more]):
            self.setTabOrder(stop, following)

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self.cards):
            self.cards[index].setFocus()
            self.ensureWidgetVisible(self.cards[index])

    def _where(self, field: str) -> str:
        """Name the field, unless it is the body, where most findings are."""
        if match := _CAPTION.match(field):
            return self.tr("Foto {0}").format(int(match[1]) + 1)
        return field_name(field)


def _saying(finding: Finding) -> tuple:
    """Return all that a card shows of a finding."""
    return (
        finding.rule,
        finding.severity,
        finding.field,
        finding.text,
        finding.message,
        finding.suggestions,
    )
