"""The card of the change that is set off: what was done, by whom, why, and what can be done."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.changes.deeds import KEYS, Deed
from newsroom.ui.changes.told import Remark
from newsroom.ui.changes.wording import tr
from newsroom.ui.comments.remark_edit import RemarkEdit
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_parts import small_button
from newsroom.ui.theme import STEP

_RING = 2  # pixels, around what is said while that has the keyboard


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the card says of a change; ``is_one_of_several`` in its sentence.

    ``is_asked`` says that there is a question about it, which can be answered. Only about one
    that ``is_pending`` something is to be decided.
    """

    key: Hashable  # what the change is known by
    title: str
    where: str
    remarks: Sequence[Remark]
    is_one_of_several: bool = False
    is_asked: bool = False
    is_pending: bool = True


class ChangeCard(QFrame):
    """Says what a person wants; it changes nothing itself."""

    left = Signal()  # nothing is written any more; the keyboard is free
    resized = Signal()  # it needs more room, or less
    wanted = Signal(str)  # a Deed that needs no words
    said = Signal(str, str)  # one that does, and they

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(tr("Perubahan ini"))
        self._words = CardWords("", "", "", ())
        self.title, self._where = QLabel(), QLabel()
        for label in (self.title, self._where):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "strong")
        self._where.setProperty("role", "muted")
        self._where.setWordWrap(True)
        self._said = QVBoxLayout()
        self._said.setContentsMargins(0, 0, 2 * STEP, 0)
        self._said.setSpacing(2)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        within = QWidget(objectName="changeRemarks")
        within.setLayout(self._said)
        self.remarks = QScrollArea()
        self.remarks.setObjectName("changeRemarks")
        self.remarks.setWidgetResizable(True)
        self.remarks.setWidget(within)
        self.remarks.setAccessibleName(tr("Alasan dan tanya jawab"))
        names = {
            Deed.ACCEPT: tr("Terima"),
            Deed.TAKE_BACK: tr("Batalkan perubahan"),
            Deed.ACCEPT_SENTENCE: tr("Terima sekalimat"),
            Deed.TAKE_BACK_SENTENCE: tr("Batalkan sekalimat"),
            Deed.REASON: tr("Beri alasan…"),
            Deed.ASK: tr("Tanyakan…"),
        }
        self.buttons = {deed: self._button(deed, name) for deed, name in names.items()}
        self._saying = Deed.REASON
        self._drafts: dict[Hashable, tuple[Deed, str]] = {}
        self.edit = RemarkEdit("", "")
        self.edit.sent.connect(self._send)
        self.edit.left.connect(self.stop_writing)
        self.send = small_button(tr("Simpan"), self._send, "main")
        self.send.setToolTip(tr("Simpan (Ctrl+Enter)"))
        self.leave = small_button(tr("Batal"), self.stop_writing)
        self.leave.setToolTip(tr("Batal (Esc)"))
        self._lay_out()
        self.stop_writing()

    def show_words(self, words: CardWords) -> None:
        """Show what is known of a change."""
        self.title.setText(words.title)
        self._where.setText(words.where)
        self._where.setVisible(bool(words.where))
        while (item := self._said.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for number, remark in enumerate(words.remarks):
            head, text = QLabel(remark.head), QLabel(remark.text)
            for label in (head, text):  # whatever a colleague wrote
                label.setTextFormat(Qt.TextFormat.PlainText)
            head.setProperty("role", "muted")
            head.setContentsMargins(0, 2 * STEP if number else 0, 0, 0)
            text.setWordWrap(True)
            self._said.addWidget(head)
            self._said.addWidget(text)
        self.remarks.setVisible(bool(words.remarks))
        goes_on = words.key == self._words.key and not self.edit.isHidden()
        if not goes_on:
            self._keep_draft()
        self._words = words
        ask = tr("Jawab…") if words.is_asked else tr("Tanyakan…")
        self.buttons[Deed.ASK].setText(ask)
        self.buttons[Deed.ASK].setToolTip(f"{ask} ({KEYS[Deed.ASK]})")
        if not goes_on:
            self._show_writing(False)
            if words.key in self._drafts:
                self._write(*self._drafts[words.key])

    def do(self, deed: Deed) -> None:
        """Do what a button of this name does, if it can be done."""
        if not self._can(deed):
            return
        if deed not in (Deed.REASON, Deed.ASK):
            self.wanted.emit(deed)
            return
        self._write(deed)
        self.edit.setFocus()

    def stop_writing(self) -> None:
        """Put away what words are written in, and the words."""
        had_keyboard = self.edit.hasFocus() or self.send.hasFocus() or self.leave.hasFocus()
        self._drafts.pop(self._words.key, None)
        self._show_writing(False)
        if had_keyboard:
            self.left.emit()

    def height_for(self, width: int, tallest: int) -> int:
        """Return how tall the card is at a width; what is said takes no more than ``tallest``."""
        margins = self.layout().contentsMargins()
        inner = width - margins.left() - margins.right() - 2 * self.frameWidth()
        if not self.remarks.isHidden():
            ring = 2 * _RING
            said = self._said.totalHeightForWidth(inner - ring) + ring
            self.remarks.setFixedHeight(min(said, tallest))
            # The keyboard is needed there only to scroll.
            policy = Qt.FocusPolicy.StrongFocus if said > tallest else Qt.FocusPolicy.NoFocus
            self.remarks.setFocusPolicy(policy)
        return self.layout().totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """Tell when something in the card needs more room, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    # Within.

    def _write(self, deed: Deed, words: str = "") -> None:
        """Let words be written, or go on with some that are there."""
        self._saying = deed
        name = {
            Deed.REASON: tr("Alasan perubahan ini"),
            Deed.ASK: tr("Pertanyaan tentang perubahan ini"),
        }[deed]
        if deed is Deed.ASK and self._words.is_asked:
            name = tr("Jawaban")
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name)
        if self.edit.toPlainText() != words:
            self.edit.setPlainText(words)
        self._show_writing(True)

    def _keep_draft(self) -> None:
        """Keep what is being written about a change, for when one comes back to it."""
        if not self.edit.isHidden() and self.edit.words():
            self._drafts[self._words.key] = self._saying, self.edit.toPlainText()
        else:
            self._drafts.pop(self._words.key, None)

    def _send(self) -> None:
        if words := self.edit.words():
            self.said.emit(self._saying, words)
            self.stop_writing()

    def _show_writing(self, on: bool) -> None:
        for widget in (self.edit, self.send, self.leave):
            widget.setVisible(on)
        for deed, button in self.buttons.items():
            button.setVisible(not on and self._can(deed))

    def _can(self, deed: Deed) -> bool:
        """Say whether something can be done about the change."""
        if deed in (Deed.REASON, Deed.ASK):
            return True
        alone = deed in (Deed.ACCEPT, Deed.TAKE_BACK)
        return self._words.is_pending and (alone or self._words.is_one_of_several)

    def _button(self, deed: Deed, name: str) -> QPushButton:
        kind = "main" if deed is Deed.ACCEPT else "line"
        button = small_button(name, lambda: self.do(deed), kind)
        button.setToolTip(f"{name} ({KEYS[deed]})")
        button.setAccessibleDescription(KEYS[deed])
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self._where, 1)
        below = QWidget()
        flow = FlowLayout(spacing=6)
        below.setLayout(flow)
        for button in (*self.buttons.values(), self.send, self.leave):
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 2 * STEP + 2, 3 * STEP, 3 * STEP)
        rows.setSpacing(2 * STEP)
        rows.addLayout(head)
        rows.addWidget(self.remarks)
        rows.addWidget(self.edit)
        rows.addWidget(below)
