"""“Komentar”: the threads of the open story, in the order of its text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from newsroom.story.comments.comment import Anchor, CommentKind
from newsroom.story.comments.threads import Shown, Thread
from newsroom.ui.comments.compose import Compose
from newsroom.ui.comments.thread_card import ThreadCard
from newsroom.ui.comments.words import kind_name
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_walk import has_focus, walked
from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.tab_order import tab_as_read
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

TALK = tuple(kind for kind in CommentKind if kind is not CommentKind.REASON)
"""The kinds that somebody is to answer; reasons are told with their changes."""

# Nobody reads a hundred cards at once, and each costs some widgets.
_PAGE = 20


class CommentsPanel(Panel):
    """Shows a card for each thread; a card stays while its thread does."""

    chosen = Signal(str)  # the thread whose words are wanted
    added = Signal(object, str)  # Anchor or None, the text
    answered = Signal(str, str)  # the thread, the answer
    edited = Signal(str, str)  # the remark, its new text
    removed = Signal(str)  # the remark
    resolved = Signal(str, bool)  # the thread; False to take it up again
    choice_wanted = Signal(str)  # the thread in which two wordings wait
    new_wanted = Signal()
    drafted = Signal()
    left = Signal()  # the keyboard is to go back to the text

    is_form = False

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__(self.tr("Komentar"))
        self._theme = theme
        self._zone = zone  # of the newsroom, by whose clock moments are told
        self._threads: list[Thread] = []
        self._me = ""
        self._people: Sequence[str] = ()
        self._limit = _PAGE
        self._drafts: dict[str, dict[str, str]] = {}  # of threads that have no card now
        self.cards: list[ThreadCard] = []
        self.compose = Compose()
        self.compose.hide()
        self.compose.sent.connect(self._send)
        self.compose.left.connect(self.left)
        self.compose.drafted.connect(self.drafted)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * STEP)
        self._empty = EmptyNote(theme, "quote", "", "")
        self.more = QPushButton()
        self.more.setProperty("kind", "line")
        self.more.clicked.connect(self._show_more)
        self.new = QPushButton(self.tr("Komentar baru"))
        self.new.setProperty("kind", "line")
        self.new.setToolTip(self.tr("Pada kata yang dipilih atau di kursor (Ctrl+Alt+M)"))
        self.new.clicked.connect(self.new_wanted)
        self._make_chips()
        self.rows.addWidget(self.chips)
        self.rows.addWidget(self.compose)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self._empty)
        self.rows.addWidget(self.more)
        self.rows.addWidget(self.new)
        self.rows.addStretch(1)
        self.show_threads([], "", ())

    def show_threads(self, threads: Sequence[Thread], me: str, people: Sequence[str]) -> None:
        """Show these threads; what is being written stays."""
        self._threads, self._me, self._people = list(threads), me, people
        self.compose.edit.use_people(people)
        self._show_cards()

    def write(self, anchor: Anchor | None, text: str = "", *, focus: bool = True) -> None:
        """Let a new remark be written."""
        self.compose.begin(anchor, text)
        self.compose.show()
        if focus:
            self.verticalScrollBar().setValue(0)
            self.compose.edit.setFocus()

    def show_current(self, thread: str) -> None:
        """Bring the card of a thread into view, and set it off; filters give way to it."""
        card = self.card(thread)
        if card is None and any(one.id == thread for one in self._threads):
            self._show_all(next(one for one in self._threads if one.id == thread))
            card = self.card(thread)
        for other in self.cards:
            other.set_current(other is card)
        if card is not None:
            self.ensureWidgetVisible(card)

    def card(self, thread: str) -> ThreadCard | None:
        """Return the card of a thread, if it is shown."""
        return next((card for card in self.cards if card.thread.id == thread), None)

    def drafts(self) -> dict[str, dict[str, str]]:
        """Return what was written in cards and not sent yet, by thread and remark."""
        told = {card.thread.id: card.drafts() for card in self.cards}
        return {thread: texts for thread, texts in (self._drafts | told).items() if texts}

    def take_drafts(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Go on with what was written before in these threads."""
        self._drafts = {thread: dict(texts) for thread, texts in drafts.items()}
        for card in self.cards:
            card.take_drafts(self._drafts.pop(card.thread.id, {}))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from card to card with the arrow keys, and back to the text with Esc."""
        is_key = event.type() == QEvent.Type.KeyPress and watched in self.cards
        if is_key and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return walked(self, watched, event) or super().eventFilter(watched, event)

    # Within.

    def _make_chips(self) -> None:
        self.chips = QWidget()
        self._row = FlowLayout(spacing=6)
        self.chips.setLayout(self._row)
        self.open = self._chip(self.tr("Terbuka"))
        self.settled = self._chip(self.tr("Selesai"))
        self.mine = self._chip(self.tr("Menyebut saya"))
        self.kinds = {kind: self._chip(kind_name(kind)) for kind in CommentKind}
        self.open.setChecked(True)
        for one, other in ((self.open, self.settled), (self.settled, self.open)):
            one.toggled.connect(lambda on, other=other: on and other.setChecked(False))
        for chip in (self.open, self.settled, self.mine, *self.kinds.values()):
            chip.toggled.connect(lambda _: self._show_cards())

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words, checkable=True)
        chip.setProperty("kind", "chip")
        chip.setProperty("words", words)
        self._row.addWidget(chip)
        return chip

    def _wanted(self) -> Shown:
        resolved = self.settled.isChecked() if self._is_parted() else None
        kinds: Collection[CommentKind] = [k for k, chip in self.kinds.items() if chip.isChecked()]
        return Shown(
            resolved=resolved,
            mentioning=self._me if self.mine.isChecked() else "",
            kinds=kinds or TALK,
        )

    def _is_parted(self) -> bool:
        return self.open.isChecked() or self.settled.isChecked()

    def _show_all(self, thread: Thread) -> None:
        """Choose filters that take a thread."""
        self.mine.setChecked(False)
        for kind, chip in self.kinds.items():
            chip.setChecked(kind is thread.kind and thread.kind not in TALK)
        (self.open if thread.resolved is None else self.settled).setChecked(True)
        wanted = self._wanted()
        before = self._threads[: self._threads.index(thread)]
        self._limit = max(self._limit, sum(map(wanted.takes, before)) + 1)
        self._show_cards()

    def _show_counts(self) -> None:
        """Say on the chips how many threads each would show; those of no use are not there."""
        wanted = self._wanted()
        would = {
            self.open: replace(wanted, resolved=False),
            self.settled: replace(wanted, resolved=True),
            self.mine: replace(wanted, mentioning=self._me),
        }
        for kind, chip in self.kinds.items():
            would[chip] = replace(wanted, kinds=(kind,))
        counts = {chip: sum(map(one.takes, self._threads)) for chip, one in would.items()}
        if not self._me:
            counts[self.mine] = 0
        for chip, count in counts.items():
            words = chip.property("words")
            chip.setText(f"{words} {number(count)}" if count else words)
        several = len({one.kind for one in self._threads}) > 1
        for chip in self.kinds.values():
            chip.setVisible(chip.isChecked() or (several and bool(counts[chip])))
        self.mine.setVisible(self.mine.isChecked() or bool(counts[self.mine]))

    def _show_cards(self) -> None:
        wanted = self._wanted()
        chosen = [one for one in self._threads if wanted.takes(one)]
        spare = {card.thread.id: card for card in self.cards}
        focused = next((n for n, card in enumerate(self.cards) if has_focus(card)), -1)
        before, self.cards = self.cards, []
        for place, thread in enumerate(chosen[: self._limit]):
            card = spare.pop(thread.id, None)
            if card is None:
                card = self._make_card(thread)
            else:
                card.show_thread(thread, self._me, self._people)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()
            self.cards.append(card)
        for card in spare.values():
            if texts := card.drafts():
                self._drafts[card.thread.id] = texts
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        if focused >= 0 and self.cards and not any(map(has_focus, self.cards)):
            self.cards[min(focused, len(self.cards) - 1)].setFocus()
        if self.cards != before:
            tab_as_read(self.widget())
        left = len(chosen) - len(self.cards)
        self.more.setText(self.tr("Tampilkan lagi ({0})").format(number(left)))
        self.more.setVisible(left > 0)
        self._show_counts()
        self._say_empty()

    def _show_more(self) -> None:
        first_new = len(self.cards)
        self._limit += _PAGE
        self._show_cards()
        self.cards[first_new].setFocus()

    def _make_card(self, thread: Thread) -> ThreadCard:
        card = ThreadCard(thread, self._me, self._people, self._zone)
        card.take_drafts(self._drafts.pop(thread.id, {}))
        card.chosen.connect(self.chosen)
        card.answered.connect(self.answered)
        card.edited.connect(self.edited)
        card.removed.connect(self.removed)
        card.resolved.connect(self.resolved)
        card.choice_wanted.connect(self.choice_wanted)
        card.drafted.connect(self.drafted)
        card.installEventFilter(self)
        return card

    def _say_empty(self) -> None:
        if self._threads:
            self._empty.say("filter", self.tr("Tidak ada yang cocok"), "")
        else:
            self._empty.say(
                "quote",
                self.tr("Belum ada komentar"),
                self.tr("Pilih kata di naskah, lalu tekan Ctrl+Alt+M. Komentar tidak ikut terbit."),
            )
        self._empty.setVisible(not self.cards and self.compose.isHidden())

    def _send(self) -> None:
        self.added.emit(self.compose.anchor, self.compose.edit.words())
