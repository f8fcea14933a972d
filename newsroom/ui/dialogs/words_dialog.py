"""“Kata dan pengabaian”: what the person has taught the checker, and how to take it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.desk.ignoring import Ignoring
from newsroom.ui.desk.own_words import OwnWords
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.ignored_page import IgnoredPage
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.words_page import WordsPage
from newsroom.ui.inspector.tabs import Tabs
from newsroom.ui.theme import STEP, Theme


class WordsDialog(QDialog):
    """Two lists, each with what can be done about it; all takes effect at once."""

    def __init__(
        self, theme: Theme, words: OwnWords, ignoring: Ignoring, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kata dan pengabaian"))
        resize_in_screen(self, 520, 480)
        self._words = words
        self._ignoring = ignoring
        self.words = WordsPage(theme)
        self.ignored = IgnoredPage(theme)
        self._pages = {"words": self.words, "ignored": self.ignored}
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.tabs = Tabs(theme, {"words": self.tr("Kamus"), "ignored": self.tr("Pengabaian")})
        self.tabs.chosen.connect(lambda name: self._stack.setCurrentWidget(self._pages[name]))
        self.leave = line_button(self.tr("Tutup"), self.accept)
        for page, act in (
            (self.words.list, self.words.remove_chosen),
            (self.ignored.list, self.ignored.mark_chosen),
        ):
            keys = QShortcut(QKeySequence.StandardKey.Delete, page, act)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)  # in the field it deletes letters
        self._lay_out()
        self._connect()
        self._show_words(words.all)
        self._show_ignored()
        self.tabs.choose("words")
        self.words.field.setFocus()

    # Within.

    def _lay_out(self) -> None:
        foot, body, rows = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        foot.addStretch()
        foot.addWidget(self.leave)
        body.setContentsMargins(20, 12, 20, 16)
        body.setSpacing(3 * STEP)
        body.addWidget(self._stack, 1)
        body.addLayout(foot)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addLayout(body, 1)

    def _connect(self) -> None:
        own, page = self._words, self.words
        own.changed.connect(self._show_words)
        own.imported.connect(self._tell_imported)
        own.exported.connect(self._tell_exported)
        own.refused.connect(self._tell_fault)
        own.file_refused.connect(self._tell_fault)
        page.add_wanted.connect(own.add)
        page.removal_wanted.connect(own.remove)
        page.file_chosen.connect(own.read_file)
        page.copy_wanted.connect(own.write_file)
        self._ignoring.changed.connect(self._show_ignored)
        self.ignored.marking_wanted.connect(self._ignoring.mark_again)

    def _show_words(self, words: list[str]) -> None:
        self.words.show_words(words)

    def _show_ignored(self) -> None:
        self.ignored.show_marks(self._ignoring.in_story, self._ignoring.in_house)

    def _tell_imported(self, new: int, there: int) -> None:
        told = self.tr("{0} kata ditambahkan, {1} sudah ada.").format(new, there)
        self.words.say(told, "good")

    def _tell_exported(self, path: Path) -> None:
        self.words.say(self.tr("Daftar kata tersimpan di {0}").format(path), "good")

    def _tell_fault(self, message: str) -> None:
        self.words.say(message, "error")
