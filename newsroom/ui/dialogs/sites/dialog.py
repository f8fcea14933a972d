"""“Situs portal”: the list of portals, and what is known of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from newsroom.ui.dialogs.asking import ask
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.sites.words import Line, as_html, report_lines, row_of, standing
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.text_table import TextRows, TextTable
from newsroom.ui.sites.jobs import KEYRING, TOLD, Seen
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.app.portals import PortalReport

_SHARES = (22, 23, 20, 12, 23)
_LEAST = 96, 56  # pixels of list and summary, on the smallest screen


class SitesDialog(QDialog):
    """Shows how the portals stand, and asks for what is to be done; others do it."""

    add_wanted = Signal()
    login_wanted = Signal(str)  # portal
    test_wanted = Signal(str)
    fetch_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Situs portal"))
        resize_in_screen(self, 880, 600)
        self._theme = theme
        self._portals: Sequence[Seen] = ()
        self._lines: list[Line] = [Line(self.tr("Membaca daftar portal…"), "muted")]
        self.rows = TextRows(
            (
                self.tr("Portal"),
                self.tr("Alamat"),
                self.tr("Masuk sebagai"),
                self.tr("Data per"),
                self.tr("Sandi aplikasi"),
            )
        )
        self.table = TextTable(self.rows, _SHARES, self.tr("Portal"))
        self.table.setMinimumHeight(_LEAST[0])
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.activated.connect(lambda _: self._enter_pressed())
        self.summary = QTextBrowser(objectName="siteSummary")
        self.summary.setAccessibleName(self.tr("Yang diketahui tentang situsnya"))
        self.summary.setMinimumHeight(_LEAST[1])
        self.summary.setOpenLinks(False)
        self.summary.setTabChangesFocus(True)
        self.log_in = line_button(self.tr("Masuk…"), lambda: self._want(self.login_wanted))
        self.test = line_button(self.tr("Uji"), lambda: self._want(self.test_wanted))
        self.test.setToolTip(self.tr("Uji alamat, login, dan hak akunnya"))
        self.fetch = line_button(self.tr("Ambil data lagi"), lambda: self._want(self.fetch_wanted))
        self.fetch.setToolTip(self.tr("Ambil lagi rubrik, tag, penulis, dan hak dari situs"))
        self.forget = line_button(self.tr("Keluar"), self._ask_forget)
        self.forget.setToolTip(self.tr("Hapus sandi yang tersimpan atau diingat"))
        self.foot = ProgressFoot()
        self.foot.close_wanted.connect(self.reject)
        self.add = QPushButton(self.tr("Tambah portal…"))
        self.add.setProperty("kind", "main")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.add_wanted)
        self.foot.add_main(self.add)
        self._lay_out()
        self._show_lines()
        self._refresh()
        theme.changed.connect(self._show_lines)

    def show_portals(self, portals: Sequence[Seen], chosen: str = "") -> None:
        """Show the portals as they stand now, and choose one; that chosen before by default."""
        is_first = not self._portals
        before = chosen or (self.chosen.name if self.chosen else "")
        self._portals = portals
        today = date.today()
        self.rows.show_rows([row_of(one, today) for one in portals])
        names = [one.name for one in portals]
        if names:
            self.table.selectRow(names.index(before) if before in names else 0)
        self._show_chosen()
        if is_first and not self.foot.is_working:
            self.table.setFocus()

    def show_report(self, report: PortalReport) -> None:
        """Show what a test has found, above what was known."""
        one = self.chosen
        if one is not None and one.name == report.name:
            self._lines = report_lines(report)
            self._show_lines()

    @property
    def chosen(self) -> Seen | None:
        """The portal that is chosen."""
        row = self.table.chosen
        return self._portals[row] if row is not None and row < len(self._portals) else None

    # While a site is asked.

    def begin(self, words: str) -> None:
        """Say what is being done; nothing else can be asked for meanwhile."""
        self._let_act(False)
        self.foot.begin(words)

    def end(self, words: str, role: str = "") -> None:
        """Say how it went."""
        self.foot.end(words, role)
        self._let_act(True)
        self.table.setFocus()

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    # Within.

    def _lay_out(self) -> None:
        acts, rows = QHBoxLayout(), QVBoxLayout(self)
        acts.setSpacing(2 * STEP)
        acts.addWidget(self.log_in)
        acts.addWidget(self.test)
        acts.addWidget(self.fetch)
        acts.addStretch()
        acts.addWidget(self.forget)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self.table, 2)
        rows.addLayout(acts)
        rows.addWidget(self.summary, 3)
        rows.addWidget(self.foot)

    def _let_act(self, on: bool) -> None:
        self.table.setEnabled(on)
        self.add.setVisible(on)
        self._refresh()

    def _refresh(self) -> None:
        one, idle = self.chosen, not self.foot.is_working
        known = one is not None and one.account is not None
        self.log_in.setEnabled(idle and one is not None)
        self.test.setEnabled(idle and one is not None)
        self.fetch.setEnabled(idle and known)
        self.forget.setEnabled(idle and one is not None and one.kept in (KEYRING, TOLD))

    def _show_chosen(self) -> None:
        if (one := self.chosen) is not None:
            self._lines = standing(one)
            self._show_lines()
        self._refresh()

    def _show_lines(self) -> None:
        self.summary.setHtml(as_html(self._lines, self._theme.colours))

    def _want(self, wanted: Signal) -> None:
        if (one := self.chosen) is not None:
            wanted.emit(one.name)

    def _enter_pressed(self) -> None:
        """Do what comes next for the portal that is chosen."""
        one = self.chosen
        if one is not None:
            (self.log_in if one.account is None else self.test).click()

    def _ask_forget(self) -> None:
        one = self.chosen
        if one is None:
            return
        question = self.tr("Keluar dari {0}?").format(one.profile.title)
        gone = self.tr("Sandi aplikasinya dihapus dari penyimpan sandi sistem.")
        if one.kept == TOLD:
            gone = self.tr("Sandi aplikasinya tidak diingat lagi.")
        why = f"{gone} {self.tr('Profil dan data situsnya tetap ada.')}"
        ask(self, question, why, self.tr("Keluar"), lambda: self.forget_wanted.emit(one.name))
