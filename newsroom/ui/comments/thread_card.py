"""One thread: the words it is about, what was said of them, and what may be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.comments.threads import Thread
from newsroom.story.person import is_me
from newsroom.ui.comments.remark_edit import RemarkEdit
from newsroom.ui.comments.when_said import when_said
from newsroom.ui.comments.words import about, kind_name, quoted
from newsroom.ui.inspector.card_parts import plain_label, small_button
from newsroom.ui.inspector.tab_order import tab_as_read
from newsroom.ui.theme import STEP

_LONG_WORD = re.compile(r"\S{25,}")
_PART = 12  # letters of a long word that stay together
_BREAK = "\u200b"  # where a line may break, though nothing is seen


class ThreadCard(QFrame):
    """Asks by signal. A click on it, or Enter, leads to its words."""

    chosen = Signal(str)  # the thread
    answered = Signal(str, str)  # the thread, the answer
    edited = Signal(str, str)  # the remark, its new text
    removed = Signal(str)  # the remark
    resolved = Signal(str, bool)  # the thread; False to take it up again
    choice_wanted = Signal(str)  # the thread, in which two wordings wait
    drafted = Signal()  # something was written, and not sent yet

    def __init__(self, thread: Thread, me: str, people: Sequence[str], zone: tzinfo) -> None:
        super().__init__()
        self.thread = thread
        self._me = me
        self._people = people
        self._zone = zone
        self.answer: RemarkEdit | None = None  # made when somebody is at the thread
        self._shown: tuple[object, ...] = ()
        self._said: tuple[object, ...] = ()
        self._parts: list[QWidget] = []  # one for each remark
        self._editing: tuple[str, RemarkEdit] | None = None
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kind = _label("", "kicker")
        self._quote = _label("", "muted")
        self._about = _label("", "muted")
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2 * STEP)
        self._settled = _label("", "good")
        self._buttons = _row()
        self.reply = self._button(self.tr("Jawab"), self._reply)
        self.send = self._button(self.tr("Kirim"), self._answer)
        self.send.setToolTip(self.tr("Kirim jawaban (Ctrl+Enter)"))
        self.choose = self._button(self.tr("Pilih…"), self._choose)
        self.settle = self._button("", self._settle)
        self._buttons.addStretch()
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(11, 9, 11, 10)
        rows.setSpacing(STEP)
        for widget in (self._kind, self._quote, self._about):
            rows.addWidget(widget)
        rows.addLayout(self._remarks)
        rows.addWidget(self._settled)
        rows.addLayout(self._buttons)
        self.show_thread(thread, me, people)

    def show_thread(self, thread: Thread, me: str, people: Sequence[str]) -> None:
        """Show the thread as it is now; what is being written stays."""
        self.thread, self._people = thread, people
        if self.answer is not None:
            self.answer.use_people(people)
        quote, first = quoted(thread.anchor), thread.first
        said = (me, quote, first.resolved, first.resolved_by, first.chosen, first.subject)
        remarks = (me, *((one.id, one.who, one.text, one.removed) for one in thread.remarks))
        if said != self._said:
            self._said, self._me = said, me
            self._show_state(quote)
        if remarks != self._shown:
            self._shown = remarks
            self._show_remarks()
            self._name()

    def set_current(self, current: bool) -> None:
        """Set the card off as the one whose words are at the cursor."""
        if current and self.thread.resolved is None:
            self._make_answer()
        elif not current:
            self._leave_answer()
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def drafts(self) -> dict[str, str]:
        """Return what was written here and not sent yet, by the remark that it would change.

        An answer is that to the thread itself, under an empty name.
        """
        told = {"": self.answer.toPlainText() if self.answer else ""}
        if self._editing is not None:
            told[self._editing[0]] = self._editing[1].toPlainText()
        return {name: text for name, text in told.items() if text.strip()}

    def take_drafts(self, drafts: dict[str, str]) -> None:
        """Go on with what was written before."""
        if text := drafts.get("", ""):
            self._make_answer().setPlainText(text)
        for remark in self.thread.remarks:
            if remark.id in drafts and is_me(remark.who, self._me):
                self._edit(remark, drafts[remark.id])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.thread.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the words by key too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.chosen.emit(self.thread.id)
            return
        super().keyPressEvent(event)

    # Within.

    def _show_state(self, quote: str) -> None:
        first, is_open = self.thread.first, self.thread.resolved is None
        self._kind.setText(kind_name(first.kind))
        self._kind.setVisible(first.kind is not CommentKind.NOTE)
        self._quote.setText(breakable(quote))
        self._about.setText(breakable(about(first.subject)))
        self._about.setVisible(bool(first.subject))
        told = self.tr("Selesai: {0}").format(first.resolved_by)
        self._settled.setText(f"{told}\n{first.chosen}" if first.chosen else told)
        self._settled.setVisible(not is_open)
        self.settle.setText(self.tr("Selesai") if is_open else self.tr("Buka lagi"))
        is_choice = first.kind is CommentKind.CONFLICT
        self.choose.setVisible(is_open and is_choice)
        keeps = self.tr("Yang ada di naskah tetap dipakai") if is_choice and is_open else ""
        self.settle.setToolTip(keeps)
        self._show_answer()
        self._name()

    def _show_answer(self) -> None:
        """Show the field for the answer, or the button that it comes by."""
        is_open, answer = self.thread.resolved is None, self.answer
        self.reply.setVisible(is_open and answer is None)
        self.send.setVisible(is_open and answer is not None and bool(answer.words()))
        if answer is not None:
            answer.setVisible(is_open)

    def _make_answer(self) -> RemarkEdit:
        if self.answer is None:
            self.answer = RemarkEdit(self.tr("Jawaban"), self.tr("Jawab…"), self._people)
            self.answer.sent.connect(self._answer)
            self.answer.left.connect(lambda: self.setFocus())
            self.answer.textChanged.connect(self._written)
            self._rows.insertWidget(self._rows.count() - 1, self.answer)
            self._show_answer()
            tab_as_read(self)
        return self.answer

    def _leave_answer(self) -> None:
        """Have the button again, where nothing was written and nobody is about to."""
        answer = self.answer
        if answer is not None and not answer.words() and not answer.hasFocus():
            self.answer = None
            self._take_out(answer)
            self._show_answer()

    def _reply(self) -> None:
        self._make_answer().setFocus()

    def _show_remarks(self) -> None:
        """Make the remarks anew; one that is being changed goes on being changed."""
        going_on = self._editing and (self._editing[0], self._editing[1].toPlainText())
        self._editing = None
        for part in self._parts:
            self._take_out(part)
        self._parts = []
        now = datetime.now(self._zone)
        for remark in self.thread.remarks:
            made = _Remark(remark, is_me(remark.who, self._me), now)
            made.edit_wanted.connect(lambda remark=remark: self._edit(remark, remark.text))
            made.removal_wanted.connect(lambda remark=remark: self.removed.emit(remark.id))
            self._remarks.addWidget(made)
            made.setVisible(bool(remark.text) or remark.removed)  # a conflict speaks for itself
            self._parts.append(made)
        for remark in self.thread.remarks if going_on else ():
            if remark.id == going_on[0] and not remark.removed:
                self._edit(remark, going_on[1], focus=False)
        tab_as_read(self)

    def _edit(self, remark: Comment, text: str, *, focus: bool = True) -> None:
        """Let a remark be written in, in its own place."""
        if self._editing is not None:
            self._show_remarks_plain()
        # Where its words are may be another place by now.
        at = [one.id for one in self.thread.remarks].index(remark.id)
        self._take_out(self._parts[at])
        edit = RemarkEdit(self.tr("Ubah komentar"), "", self._people)
        edit.setPlainText(text)
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        buttons = _row()
        rows.addWidget(edit)
        rows.addLayout(buttons)

        def save() -> None:
            if edit.words():
                self._show_remarks_plain()
                self.edited.emit(remark.id, edit.words())

        for words, act in ((self.tr("Simpan"), save), (self.tr("Batal"), self._leave_edit)):
            buttons.addWidget(_small(words, act, self.tr("{0} perubahan komentar").format(words)))
        buttons.addStretch()
        edit.sent.connect(save)
        edit.left.connect(self._leave_edit)
        edit.textChanged.connect(self.drafted)
        self._remarks.insertWidget(at, box)
        self._parts[at] = box
        box.show()  # at once, so that it can have the keyboard
        tab_as_read(self)
        self._editing = (remark.id, edit)
        if focus:
            edit.setFocus()
            edit.moveCursor(edit.textCursor().MoveOperation.End)

    def _take_out(self, part: QWidget) -> None:
        self._remarks.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _leave_edit(self) -> None:
        self._show_remarks_plain()
        self.setFocus()
        self.drafted.emit()

    def _show_remarks_plain(self) -> None:
        self._editing = None
        self._show_remarks()

    def _answer(self) -> None:
        if self.answer is not None and (words := self.answer.words()):
            self.answered.emit(self.thread.id, words)

    def _settle(self) -> None:
        self.resolved.emit(self.thread.id, self.thread.resolved is None)

    def _choose(self) -> None:
        self.choice_wanted.emit(self.thread.id)

    def _written(self) -> None:
        self._show_answer()
        self.drafted.emit()

    def _name(self) -> None:
        first = self.thread.first
        told = next((one for one in self.thread.remarks if one.text), first)
        said = told.text or about(first.subject)
        self.setAccessibleName(f"{told.who or kind_name(first.kind)}: {said}")
        self.setAccessibleDescription(self._quote.text())
        for button in (self.reply, self.send, self.choose, self.settle):
            button.setAccessibleName(f"{button.text()}: {said[:60]}")

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = _small(text, act, text)
        self._buttons.addWidget(button)
        return button


class _Remark(QWidget):
    """What one person said, and when; its own writer may change or remove it."""

    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, remark: Comment, is_own: bool, now: datetime) -> None:
        super().__init__()
        who = _label(remark.who or self.tr("Tanpa nama"), "strong")
        said = remark.moment.astimezone(now.tzinfo)
        moment = _label(when_said(said, now), "muted", wraps=False)
        moment.setToolTip(f"{said:%d-%m-%Y %H.%M}")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(who, 1)
        top.addWidget(moment, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(top)
        if remark.removed:
            rows.addWidget(_label(self.tr("Komentar ini dihapus."), "muted"))
            return
        rows.addWidget(_label(remark.text, ""))
        if is_own:
            buttons = _row()
            for words, signal in (
                (self.tr("Ubah"), self.edit_wanted),
                (self.tr("Hapus"), self.removal_wanted),
            ):
                name = f"{words}: {remark.text[:60]}"
                buttons.addWidget(_small(words, signal.emit, name, "link"))
            buttons.addStretch()
            rows.addLayout(buttons)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    return row


def _small(text: str, act: Callable[[], object], name: str, kind: str = "line") -> QPushButton:
    button = small_button(text, act, kind)
    button.setAccessibleName(name)
    return button


def _label(text: str, role: str, *, wraps: bool = True) -> QLabel:
    label = plain_label(breakable(text) if wraps else text, role)
    label.setWordWrap(wraps)
    return label


def breakable(text: str) -> str:
    """Return a text in which words that are wider than a card break."""

    def parted(word: re.Match[str]) -> str:
        letters = word[0]
        return _BREAK.join(letters[at : at + _PART] for at in range(0, len(letters), _PART))

    return _LONG_WORD.sub(parted, text)
