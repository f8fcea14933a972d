"""A raw text as reporters send it, set out before one's eyes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.story import Story
from newsroom.ui.dialogs.raw_edit import RawEdit
from newsroom.ui.dialogs.set_out_view import SetOutView
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.work.lanes import Lane

SPLIT_AFTER = 150  # milliseconds of quiet

Split = Callable[[str], Story]


class PasteDialog(QDialog):
    """Text on the left, what it is taken for on the right.

    ``split`` runs on a thread of its own; one text at a time, and what has been
    typed meanwhile is taken next.
    """

    story_made = Signal(Story)

    def __init__(self, theme: Theme, split: Split, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tempel naskah"))
        resize_in_screen(self, 920, 560)
        self._lane: Lane[Split] = Lane("split", lambda: split, self)
        self._busy = False
        self._making = False
        self._text = ""  # what the answer at hand was given for
        self._story: Story | None = None
        self.field = RawEdit()
        self.field.setAccessibleName(self.tr("Teks mentah"))
        self.field.setPlaceholderText(
            self.tr("Tempel naskah dari WhatsApp, surel, atau Word di sini (Ctrl+V).")
        )
        self.field.setTabChangesFocus(True)
        self.view = SetOutView()
        self._hint = QLabel(
            self.tr(
                "Bagian yang belum pasti tetap di tubuh berita. Ctrl+Shift+V menempel apa adanya."
            )
        )
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Batal"))
        self.cancel.setProperty("kind", "line")
        self.cancel.clicked.connect(self.reject)
        self.make = QPushButton(self.tr("Buat naskah"))
        self.make.setProperty("kind", "main")
        self.make.setToolTip(self.tr("Buat naskah (Ctrl+Enter)"))
        self.make.clicked.connect(self._make)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._make)
        for button in (self.cancel, self.make):
            button.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=SPLIT_AFTER)
        self._pause.timeout.connect(self._split)
        self._lay_out()
        self.field.textChanged.connect(self._typed)
        self.finished.connect(self._end)
        self._typed()
        self._take_from_clipboard()

    # Within.

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, title, widget in (
            (left, self.tr("Teks mentah"), self.field),
            (right, self.tr("Hasil pengaturan"), self.view),
        ):
            label = QLabel(title)
            label.setProperty("role", "strong")
            column.setSpacing(STEP)
            column.addWidget(label)
            column.addWidget(widget, 1)
        both = QHBoxLayout()
        both.setSpacing(4 * STEP)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.make)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(3 * STEP)
        whole.addLayout(both, 1)
        whole.addLayout(foot)

    def _take_from_clipboard(self) -> None:
        """Begin with what was copied, when that looks like a story and not like a word."""
        clipboard = QGuiApplication.clipboard()
        if len(clipboard.text().strip().splitlines()) > 1:
            self.field.insertFromMimeData(clipboard.mimeData())
            self.field.selectAll()  # who pastes all the same has it once
            self._pause.stop()
            self._split()

    def _typed(self) -> None:
        self._making = False
        self.make.setEnabled(bool(self.field.toPlainText().strip()))
        self._pause.start()

    def _split(self) -> None:
        text = self.field.toPlainText()
        if self._busy or text == self._text:
            return
        if not text.strip():
            self._text = text
            self.view.clear()
            return
        self._busy = True
        self._lane.run(
            lambda split: _set_out(text, split),
            lambda story: self._take(text, story),
            lambda error: self._fail(text, error),
        )

    def _take(self, text: str, story: Story) -> None:
        self._busy = False
        self._text, self._story = text, story
        if text != self.field.toPlainText():
            self._split()
            return
        self.view.show_story(story)
        if self._making:
            self._make()

    def _fail(self, text: str, error: Exception) -> None:
        """A text that can't be taken apart is still a story: all of it is body."""
        self._hint.setText(
            self.tr("Naskah tidak dapat diurai, jadi semuanya masuk ke tubuh berita: {0}").format(
                error
            )
        )
        self._take(text, Story(body=text.strip()))

    def _make(self) -> None:
        text = self.field.toPlainText()
        if not text.strip():
            return
        if self._story is None or text != self._text:
            self._making = True  # as soon as the answer for this very text is here
            self._pause.stop()
            self._split()
            return
        self.story_made.emit(self._story)
        self.accept()

    def _end(self) -> None:
        self._pause.stop()
        self._lane.close(0)


def _set_out(text: str, split: Split) -> Story:
    from newsroom.exchange.incoming import set_out_whole  # in the lane, where it holds up nobody

    return set_out_whole(text, split)
