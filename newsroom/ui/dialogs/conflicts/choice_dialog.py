"""“Pilih perbedaan”: all that two desks wrote differently in a story, to be chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.story.conflicts.conflict import Conflict
from newsroom.story.person import Role
from newsroom.story.story import Story
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.conflicts.choice_card import ChoiceCard
from newsroom.ui.dialogs.publish.parts import main_button, words_label
from newsroom.ui.dialogs.side_pair import legend, sheet
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_REST = 350  # pixels of what stands around the cards


class ChoiceDialog(QDialog):
    """Changes nothing itself: ``decided`` says what was chosen."""

    decided = Signal(object)  # [Choice]

    def __init__(
        self,
        theme: Theme,
        story: Story,
        conflicts: Sequence[Conflict],
        role: Role,
        zone: tzinfo,
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pilih perbedaan"))
        self._theme = theme
        title = words_label("title")
        title.setText(story.headline.strip() or self.tr("Tanpa judul"))
        said = words_label()
        said.setText(
            self.tr(
                "Bagian ini ditulis berbeda di dua meja. Pilih mana yang dipakai; yang belum "
                "dipilih tetap menunggu."
            )
        )
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        place, total = self.tr("{0} dari {1}"), number(len(conflicts))
        self.cards = [
            ChoiceCard(theme, story, one, place.format(number(at), total), role, zone)
            for at, one in enumerate(conflicts, start=1)
        ]
        for card in self.cards:
            card.chosen.connect(self._follow)
        self.all_of = [self._all_of(who) for who in self._people()]
        self.leave = line_button(self.tr("Nanti saja"), self.reject)
        self.use = main_button("", self._decide)
        self._lay_out(title, said)
        self._draw()
        theme.changed.connect(self._draw)
        self._follow()
        at = next((card for card in self.cards if card.conflict.id == first), None)
        shown = at or (self.cards[0] if self.cards else None)
        if shown is not None:
            next(iter(shown.ways.values())).setFocus()
        self._first = at
        QShortcut(QKeySequence("Ctrl+Return"), self, self.use.click)
        # Room for words of one's own at the last, so that the dialog does not jump.
        tall = sum(card.sizeHint().height() + 6 * STEP for card in self.cards) + _REST
        resize_in_screen(self, 1080, min(tall, 700))

    def showEvent(self, event: object) -> None:
        """Bring what was asked for into view."""
        super().showEvent(event)
        if self._first is not None:
            self._scroll.ensureWidgetVisible(self._first)

    # Within.

    def _people(self) -> list[str]:
        sides = [
            side.who
            for card in self.cards
            for side in (card.conflict.subject.new, card.conflict.other)
        ]
        return [who for who in dict.fromkeys(sides) if who]

    def _all_of(self, who: str) -> QWidget:
        def take() -> None:
            for card in self.cards:
                card.take(who)

        return line_button(self.tr("Semua dari {0}").format(who), take)

    def _lay_out(self, title: QLabel, said: QLabel) -> None:
        self._scroll = sheet(self.cards)
        above = QVBoxLayout()
        above.setContentsMargins(20, 0, 20, 0)
        above.setSpacing(STEP)
        above.addWidget(title)
        above.addWidget(said)
        between = QHBoxLayout()
        between.setSpacing(2 * STEP)
        between.addWidget(self.legend, 1)
        for button in self.all_of:
            between.addWidget(button)
        above.addLayout(between)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 16, 0, 16)
        rows.setSpacing(3 * STEP)
        rows.addLayout(above)
        rows.addWidget(self._scroll, 1)
        rows.addLayout(foot)

    def _follow(self) -> None:
        done = sum(card.way is not None for card in self.cards)
        told = self.tr("Pakai pilihan ({0} dari {1})")
        self.use.setText(told.format(number(done), number(len(self.cards))))
        self.use.setEnabled(done > 0)

    def _decide(self) -> None:
        choices = [card.choice for card in self.cards if card.choice]
        self.accept()
        self.decided.emit(choices)

    def _draw(self) -> None:
        here, there = self.tr("hanya di kiri"), self.tr("hanya di kanan")
        self.legend.setText(legend(self._theme.colours, here, there))
        for card in self.cards:
            card.draw()
