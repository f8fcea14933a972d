"""One item of the checklist: what is asked, how it stands, and the answers to give."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from newsroom.story.checklist import Item, Standing, Verdict
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_parts import plain_label
from newsroom.ui.inspector.named_line import named_line
from newsroom.ui.queue.when import when
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_KEYS = {Qt.Key.Key_Y: Verdict.YES, Qt.Key.Key_B: Verdict.NO, Qt.Key.Key_T: Verdict.NOT_ASKED}


class ItemCard(QFrame):
    """Tells of an answer by signal; what is shown is always what the story says.

    With the keyboard on the card Y, B and T answer; the answer that is given already is
    taken back by giving it again.
    """

    answered = Signal(object, object, str)  # Item, Verdict or None, a note
    findings_wanted = Signal(object)  # Item

    def __init__(self, theme: Theme, item: Item, zone: tzinfo) -> None:
        super().__init__()
        self.item = item
        self._zone = zone
        self._theme = theme
        self._standing = Standing(item, None, 0, is_stale=False)
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = QLabel()
        self.buttons: dict[Verdict, QPushButton] = {}
        text = plain_label(item.text)
        self._state = plain_label("", "muted")
        self._buttons = FlowLayout(spacing=6)
        self.note: QLineEdit = named_line(
            self.tr("Catatan: {0}").format(item.text), self.tr("Catatan, bila perlu")
        )
        self.note.editingFinished.connect(self._note)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(text, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(11, 9, 11, 10)
        rows.setSpacing(STEP)
        rows.addLayout(top)
        rows.addWidget(self._state)
        rows.addSpacing(2)
        rows.addLayout(self._buttons)
        rows.addWidget(self.note)
        self._add_buttons()
        theme.changed.connect(self._tint)

    def show_standing(self, standing: Standing) -> None:
        """Show how the item stands in the story now."""
        self._standing = standing
        given = standing.answer
        for verdict, chip in self.buttons.items():
            chip.setChecked(given is not None and given.verdict is verdict)
        self._state.setText(self._told())
        self.found.setVisible(bool(standing.found))
        self.found.setText(self.tr("Lihat {0} temuan").format(number(standing.found)))
        wants_note = given is not None and (given.verdict is Verdict.NO or bool(given.note))
        self.note.setVisible(wants_note or self.note.hasFocus())
        if not self.note.hasFocus():
            self.note.setText(given.note if given else "")
        self.setProperty("blocks", standing.blocks)
        needed = self.tr("wajib") if self.item.required else ""
        self.setAccessibleName(", ".join(filter(None, (self.item.text, needed, self._word()))))
        self.setAccessibleDescription(self._told())
        self._tint()

    def finish(self) -> None:
        """Keep the note that is being written: it is about the story that is left now."""
        if self.note.hasFocus():
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a letter."""
        if event.key() in _KEYS and not event.modifiers():
            self._answer(_KEYS[event.key()])
            return
        super().keyPressEvent(event)

    # Within.

    def _add_buttons(self) -> None:
        """Fill the row; a layout that is filled before it has a parent loses what is in it."""
        for verdict, letter in zip(Verdict, "YBT", strict=True):
            chip = QPushButton(verdict.label, checkable=True)
            chip.setProperty("kind", "chip")
            chip.setToolTip(self.tr("{0} ({1})").format(verdict.label, letter))
            chip.setAccessibleDescription(self.item.text)
            chip.clicked.connect(lambda _=False, verdict=verdict: self._answer(verdict))
            self._buttons.addWidget(chip)
            self.buttons[verdict] = chip
        self.found = QPushButton()
        self.found.setProperty("kind", "line")
        self.found.clicked.connect(lambda: self.findings_wanted.emit(self.item))
        self._buttons.addWidget(self.found)

    def _answer(self, verdict: Verdict) -> None:
        given = self._standing.answer
        is_same = given is not None and given.verdict is verdict
        self.answered.emit(self.item, None if is_same else verdict, self.note.text())
        # A click turns a chip by itself; what counts is what the story says.
        self.show_standing(self._standing)

    def _note(self) -> None:
        given = self._standing.answer
        if given is not None and self.note.text().strip() != given.note:
            self.answered.emit(self.item, given.verdict, self.note.text())

    def _word(self) -> str:
        """Say in a word how the item stands."""
        if self._standing.answer is not None:
            return self._standing.answer.verdict.label.lower()
        if self._standing.ticks_itself:
            return self.tr("terpenuhi menurut pemeriksaan")
        return self.tr("belum dijawab")

    def _told(self) -> str:
        """Return what stands below the question: how it stands, and by what it is asked."""
        standing, given = self._standing, self._standing.answer
        parts: list[str] = []
        if self.item.required and not standing.is_settled:
            parts.append(self.tr("Wajib sebelum siap tayang"))
        if given is not None:
            today = datetime.now(self._zone).date()
            day = when(given.moment.astimezone(self._zone), today)
            parts.append(f"{given.who}, {day}" if given.who else day)
            if standing.is_stale:
                parts.append(self.tr("teks berubah sesudahnya"))
        elif standing.ticks_itself:
            parts.append(self.tr("Terpenuhi menurut pemeriksaan"))
        if self.item.source:
            parts.append(self.item.source)
        return " · ".join(parts)

    def _tint(self) -> None:
        icon, colour = "target", "muted"
        if self._standing.is_settled:
            icon, colour = "check", "good"
        elif self._standing.blocks:
            icon, colour = "warning", "warning"
        self._icon.setPixmap(self._theme.pixmap(icon, colour, 16))
