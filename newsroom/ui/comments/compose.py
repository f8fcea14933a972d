"""The form for a new remark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from newsroom.story.comments.comment import Anchor
from newsroom.ui.comments.remark_edit import RemarkEdit
from newsroom.ui.comments.words import quoted
from newsroom.ui.inspector.card_parts import plain_label, small_button
from newsroom.ui.theme import STEP


class Compose(QFrame):
    """A new remark being written, with the words it will be about."""

    sent = Signal()
    left = Signal()
    drafted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.anchor: Anchor | None = None
        self.setProperty("card", "true")
        self.quote = plain_label(role="muted")
        self.edit = RemarkEdit(
            self.tr("Komentar baru"), self.tr("Tulis komentar; @ menyebut orang")
        )
        self.send = self._button(self.tr("Kirim"), self._send, "main")
        self.send.setToolTip(self.tr("Kirim komentar (Ctrl+Enter)"))
        self.cancel = self._button(self.tr("Batal"), self._cancel, "line")
        self.edit.sent.connect(self._send)
        self.edit.left.connect(self.left)
        self.edit.textChanged.connect(self._written)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.send)
        foot.addWidget(self.cancel)
        foot.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(11, 9, 11, 10)
        rows.setSpacing(STEP)
        rows.addWidget(self.quote)
        rows.addWidget(self.edit)
        rows.addLayout(foot)

    def begin(self, anchor: Anchor | None, text: str) -> None:
        """Begin a remark, or go on with one; what was being written stays, on other words."""
        self.show_anchor(anchor)
        if text or not self.edit.words():
            self.edit.setPlainText(text)
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._written()

    def show_anchor(self, anchor: Anchor | None) -> None:
        """Show what the remark is about, as that is now."""
        self.anchor = anchor
        self.quote.setText(quoted(anchor))

    def end(self) -> None:
        """Begin nothing more."""
        self.edit.clear()
        self.hide()
        self.drafted.emit()

    def _send(self) -> None:
        if self.edit.words():
            self.sent.emit()

    def _cancel(self) -> None:
        self.left.emit()
        self.end()

    def _written(self) -> None:
        self.send.setEnabled(bool(self.edit.words()))
        self.drafted.emit()

    def _button(self, text: str, act: Callable[[], object], kind: str) -> QPushButton:
        button = small_button(text, act, kind)
        button.setAccessibleName(self.tr("{0} komentar baru").format(text))
        return button
