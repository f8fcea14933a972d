"""One change in the list: what it was and is, why, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose
from newsroom.story.markdown_text import without_markup
from newsroom.ui.changes.deeds import KEYS, Deed
from newsroom.ui.changes.told import Told
from newsroom.ui.changes.wording import done_to, formed, is_marked_up
from newsroom.ui.comments.remark_edit import RemarkEdit
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.inspector.card_parts import plain_label, small_button
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.piece_look import seen_blank

_LONGEST = 280  # characters of a text; of a longer one both ends are shown
_THIN = "\u2009"
_IN_WORDS = (Deed.REASON, Deed.ASK)


class ChangeRow(QFrame):
    """Asks by signal. A click on it, or Enter, leads to its place; letters are its keys."""

    chosen = Signal(object)  # StoryChange
    wanted = Signal(str, object)  # a Deed that needs no words, StoryChange
    said = Signal(str, object, str)  # one that does, StoryChange, the words

    def __init__(self, theme: Theme, told: Told) -> None:
        super().__init__()
        self.told = told
        self._theme = theme
        self._saying = Deed.REASON
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title, self._who = plain_label(role="strong"), plain_label(role="muted")
        self._who.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._text = plain_label()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2)
        self.edit: RemarkEdit | None = None  # comes when words are first written
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(11, 9, 11, 10)
        self._rows.setSpacing(STEP)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._who, 1)
        self._rows.addLayout(head)
        self._rows.addWidget(self._text)
        self._rows.addLayout(self._remarks)
        self._rows.addSpacing(2)
        self._buttons = FlowLayout(spacing=6)
        self._rows.addLayout(self._buttons)
        self.accept = self._button(self.tr("Terima"), lambda: self._want(Deed.ACCEPT))
        self.take_back = self._button(
            self.tr("Batalkan perubahan"), lambda: self._want(Deed.TAKE_BACK)
        )
        self.more = self._button("", self._open_menu)
        self.more.setProperty("arrow", True)
        self.more.setToolTip(self.tr("Kalimat ini, alasan, pertanyaan"))
        for button, deed in ((self.accept, Deed.ACCEPT), (self.take_back, Deed.TAKE_BACK)):
            button.setToolTip(f"{button.text()} ({KEYS[deed]})")
        self.show_told(told)
        theme.changed.connect(self._tint)

    @property
    def change(self) -> StoryChange:
        """The change, where it stands now."""
        return self.told.change

    def show_told(self, told: Told) -> None:
        """Show what is known of the change now; what is being written stays."""
        again = self._remarks.count() == 0 or told.remarks != self.told.remarks
        self.told = told
        self._title.setText(done_to(told.change))
        self._who.setText(told.who)
        if again:
            self._show_remarks()
        self._tint()
        self.setAccessibleName(told.aloud)
        for button, word in (
            (self.accept, self.tr("Terima")),
            (self.take_back, self.tr("Batalkan perubahan")),
            (self.more, self.tr("Tindakan lain")),
        ):
            button.setAccessibleName(f"{word}: {told.aloud}")

    def set_first(self, first: bool) -> None:
        """Make its first button the list's one main button, or a quiet one."""
        kind = "main" if first else "line"
        if self.accept.property("kind") != kind:
            self.accept.setProperty("kind", kind)
            self.accept.style().unpolish(self.accept)
            self.accept.style().polish(self.accept)

    def do(self, deed: Deed) -> None:
        """Do what is asked for; where that needs words, let them be written."""
        if deed not in _IN_WORDS:
            self._want(deed)
            return
        self._saying = deed
        if self.edit is None:
            self._make_edit()
        name = {
            Deed.REASON: self.tr("Alasan perubahan ini"),
            Deed.ASK: self.tr("Jawaban")
            if self.told.is_asked
            else self.tr("Pertanyaan tentang perubahan ini"),
        }[deed]
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name)
        self._show_writing(True)
        self.edit.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the place."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a letter stands for, or lead to the place."""
        if not self.hasFocus():
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.change)
            return
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        key = f"Shift+{event.text().upper()}" if shift else event.text().upper()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        deed = next((deed for deed, its in KEYS.items() if its == key), None)
        if plain and deed is not None:
            self.do(deed)
        else:
            super().keyPressEvent(event)

    # Within.

    def _want(self, deed: Deed) -> None:
        self.wanted.emit(deed, self.change)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.told.is_one_of_several:
            menu.addAction(self.tr("Terima sekalimat"), lambda: self.do(Deed.ACCEPT_SENTENCE))
            menu.addAction(self.tr("Batalkan sekalimat"), lambda: self.do(Deed.TAKE_BACK_SENTENCE))
            menu.addSeparator()
        menu.addAction(self.tr("Beri alasan…"), lambda: self.do(Deed.REASON))
        ask = self.tr("Jawab…") if self.told.is_asked else self.tr("Tanyakan…")
        menu.addAction(ask, lambda: self.do(Deed.ASK))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _make_edit(self) -> None:
        self.edit = RemarkEdit("", "")
        self.edit.sent.connect(self._send)
        self.edit.left.connect(self._stop_writing)
        self.send = self._button(self.tr("Simpan"), self._send)
        self.send.setToolTip(self.tr("Simpan (Ctrl+Enter)"))
        self.leave = self._button(self.tr("Batal"), self._stop_writing)
        self.leave.setToolTip(self.tr("Batal (Esc)"))
        self._rows.insertWidget(self._rows.count() - 1, self.edit)

    def _send(self) -> None:
        if words := self.edit.words():
            self.said.emit(self._saying, self.change, words)
            self._stop_writing()

    def _stop_writing(self) -> None:
        self.edit.clear()
        self._show_writing(False)
        self.setFocus()

    def _show_writing(self, on: bool) -> None:
        for widget in (self.edit, self.send, self.leave):
            widget.setVisible(on)
        for button in (self.accept, self.take_back, self.more):
            button.setVisible(not on)

    def _show_remarks(self) -> None:
        while item := self._remarks.takeAt(0):
            item.widget().hide()
            item.widget().deleteLater()
        for remark in self.told.remarks:
            for text, role in ((remark.head, "muted"), (remark.text, "")):
                self._remarks.addWidget(plain_label(text, role))

    def _button(self, words: str, press: Callable[[], object]) -> QPushButton:
        button = small_button(words, press)
        self._buttons.addWidget(button)
        return button

    def _tint(self) -> None:
        self._text.setText(_shown(self.told, self._theme))
        self.more.setIcon(self._theme.icon("chevron-down", "muted"))


def _shown(told: Told, theme: Theme) -> str:
    """Return a change as it is read: what went struck through, what came underlined."""
    change = told.change
    looks = {
        Kind.SAME: "{}",
        Kind.REMOVED: f'<span style="color:{theme.colour("muted").name()}"><s>{{}}</s></span>',
        Kind.ADDED: f'<span style="color:{theme.colour("accent").name()}"><u>{{}}</u></span>',
    }
    is_blank = not (change.old.strip() or change.new.strip())
    if is_marked_up(change) and not is_blank:
        words = without_markup(change.new.strip()) or without_markup(told.behind.strip())
        return f"{_seen(words)} · {escape(formed(change))}".removeprefix(" · ")
    if change.kind is ChangeKind.MOVED:
        return "".join(_pieces(change, looks))
    parts = ((Kind.REMOVED, change.old), (Kind.ADDED, change.new))
    middle = " ".join(looks[kind].format(_seen(text)) for kind, text in parts if text)
    around = f'<span style="color:{theme.colour("muted").name()}">{{}}</span>'
    before, behind = (around.format(escape(text)) if text else "" for text in (
        told.before, told.behind))  # fmt: skip
    return f"{before}{middle}{behind}"


def _pieces(change: StoryChange, looks: Mapping[Kind, str]) -> Iterator[str]:
    """Yield what was moved, with what is another in it now."""
    before = Kind.SAME
    for one in compare_prose(change.old.strip(), change.new.strip()):
        if (before, one.kind) == (Kind.REMOVED, Kind.ADDED):
            yield _THIN
        yield looks[one.kind].format(_seen(one.text))
        before = one.kind


def _seen(text: str) -> str:
    return escape(_short(text)).replace("\n", "<br>")


def _short(text: str) -> str:
    text = seen_blank(text).strip("\n")
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
