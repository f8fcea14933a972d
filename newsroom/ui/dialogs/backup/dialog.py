"""“Cadangan”: the list, what is made by itself, everything as plain files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from newsroom.store.backup.overview import Overview, Seen, Where
from newsroom.ui.dialogs.backup.automatic_page import AutomaticPage
from newsroom.ui.dialogs.backup.list_page import ListPage
from newsroom.ui.dialogs.backup.make_dialog import MakeDialog
from newsroom.ui.dialogs.backup.merge_dialog import MergeDialog
from newsroom.ui.dialogs.backup.plain_page import PlainPage
from newsroom.ui.dialogs.backup.restore_dialog import RestoreDialog
from newsroom.ui.dialogs.backup.words import name_of
from newsroom.ui.dialogs.opening_dialog import OpeningDialog
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.inspector.tabs import Tabs
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.backup.foretelling import Foretold


class BackupDialog(QDialog):
    """Asks for everything and shows how it goes; others do the work."""

    make_wanted = Signal(object, bool, str)  # Path or None for the usual place, as zip, passphrase
    restore_wanted = Signal(object, object)  # Seen, Path; None to merge

    def __init__(self, theme: Theme, first: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cadangan"))
        resize_in_screen(self, 860, 580)
        self._first = first
        self._others: list[Seen] = []  # that were opened from elsewhere
        self._overview: Overview | None = None
        self.list = ListPage(theme)
        self.list.restore_wanted.connect(self._ask_restore)
        self.automatic = AutomaticPage(first)
        self.plain = PlainPage()
        self._pages = {"list": self.list, "automatic": self.automatic, "plain": self.plain}
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.tabs = Tabs(
            theme,
            {
                "list": self.tr("Daftar cadangan"),
                "automatic": self.tr("Cadangan otomatis"),
                "plain": self.tr("Ekspor dan pemeriksaan"),
            },
        )
        for name in self._pages:
            self.tabs.tab(name).setAutoDefault(False)
        self.tabs.chosen.connect(lambda name: self.stack.setCurrentWidget(self._pages[name]))
        self.foot = ProgressFoot()
        self.foot.close_wanted.connect(self.reject)
        self.make = QPushButton(self.tr("Cadangkan sekarang…"))
        self.make.setProperty("kind", "main")
        self.make.setAutoDefault(False)
        self.make.clicked.connect(self._ask_make)
        self.foot.add_main(self.make)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._turn(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._turn(-1))
        self._lay_out()
        self.tabs.choose("list")

    def show_overview(self, seen: Overview) -> None:
        """Show how the places stand now."""
        is_first, self._overview = self._overview is None, seen
        known = {one.path for one in seen.backups}
        self._others = [one for one in self._others if one.path not in known]
        self.list.show_backups([*self._others, *seen.backups], seen.filled)
        self.automatic.show_overview(seen)
        if is_first:  # the list is there to be walked through
            (self.list.table if self.list.backups else self.make).setFocus()

    def show_other(self, one: Seen) -> None:
        """Show a backup that lies elsewhere, and choose it."""
        self._others = [one, *(other for other in self._others if other.path != one.path)]
        if self._overview is not None:
            self.show_overview(self._overview)
        self.list.choose(one.path)
        self.list.table.setFocus()

    # Asking.

    def ask_passphrase(self, one: Seen, fault: str, then: Callable[[str], None]) -> None:
        """Ask for what opens a backup; ``fault`` says why that is asked again."""
        asked = self.tr("Kata sandi cadangan {0}").format(self.name_of(one))
        dialog = OpeningDialog(self.tr("Cadangan terkunci"), asked, fault, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(dialog.field.text()))
        dialog.open()

    def ask_merge(self, one: Seen, told: Foretold, then: Callable[[], None]) -> None:
        """Show what merging would do, and ask whether it is to be done."""
        dialog = MergeDialog(self.name_of(one), told, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(then)
        dialog.open()

    @staticmethod
    def name_of(one: Seen) -> str:
        """Return what a backup is called."""
        if one.where is Where.ELSEWHERE:
            return one.path.name
        return name_of(one, date.today())

    # While something is done.

    def begin(self, words: str) -> None:
        """Say what is being done; nothing else can be asked for meanwhile."""
        self._let_act(False)
        self.foot.begin(words)

    def end(
        self,
        words: str,
        role: str = "",
        details: list[str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Say how it went."""
        self._let_act(True)
        self.foot.end(words, role, details or (), folder)
        self.foot.leave.setFocus()

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    # Within.

    def _lay_out(self) -> None:
        body, rows = QVBoxLayout(), QVBoxLayout(self)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(3 * STEP)
        body.addWidget(self.stack, 1)
        body.addWidget(self.foot)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addLayout(body, 1)

    def _let_act(self, on: bool) -> None:
        for widget in (self.tabs, self.stack):
            widget.setEnabled(on)
        self.make.setVisible(on)

    def _turn(self, by: int) -> None:
        names = list(self._pages)
        self.tabs.choose(names[(self.stack.currentIndex() + by) % len(names)])

    def _ask_make(self) -> None:
        dialog = MakeDialog(self._first, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self.make_wanted.emit(dialog.place, dialog.zip.isChecked(), dialog.word)
        )
        dialog.open()

    def _ask_restore(self, one: Seen) -> None:
        dialog = RestoreDialog(self.name_of(one), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.restore_wanted.emit(one, dialog.place))
        dialog.open()
