"""From “Situs portal” to the sites and back, beside the window's work."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.ui.dialogs.sites.dialog import SitesDialog
from newsroom.ui.dialogs.sites.password_dialog import PasswordDialog
from newsroom.ui.dialogs.sites.words import fault_words, for_window
from newsroom.ui.sites import jobs
from newsroom.ui.sites.logging_in import LoggingIn
from newsroom.ui.sites.work import SiteWork
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.app.portals import PortalReport
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.sites.jobs import Seen


class Sites(QObject):
    """The list, one at a time. A password goes from its field to the work, and is kept nowhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        newsroom = window.desk.newsroom
        self._lane: Lane[Newsroom] = Lane("sites", lambda: newsroom, self)
        self._work = SiteWork(newsroom, self)
        self._dialog: SitesDialog | None = None

    def open(self) -> None:
        """Show the list."""
        if self._dialog is not None:
            return
        self._dialog = dialog = SitesDialog(self._window.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add_wanted.connect(lambda: self._log_in(None))
        dialog.login_wanted.connect(lambda _: self._log_in(dialog.chosen))
        dialog.test_wanted.connect(lambda name: self._test(name, None))
        dialog.fetch_wanted.connect(lambda name: self._fetch(name, None))
        dialog.forget_wanted.connect(self._forget)
        dialog.foot.cancelled.connect(self._stopped)
        dialog.finished.connect(self._closed)
        self.list()
        dialog.open()

    def list(self, chosen: str = "") -> None:
        """Show how the portals stand now."""

        def show(portals: list[Seen]) -> None:
            if self._dialog is not None:
                told = self._window.uploads.sender.portals  # for this run of the program
                self._dialog.show_portals([_with_told(one, told) for one in portals], chosen)

        self._lane.run(jobs.look_at_all, show, self._fail)

    # Within.

    def _log_in(self, one: Seen | None) -> None:
        login = LoggingIn(self._window, self._dialog)
        login.logged_in.connect(self.list)
        login.open(one)

    def _test(self, name: str, password: str | None) -> None:
        def done(report: PortalReport) -> None:
            if self._dialog is None:
                return
            if report.faults:
                self._dialog.end(for_window(report.faults[0][1]), "error")
            else:
                self._dialog.end(self.tr("Semua baik: portal siap menerima unggahan."), "good")
            self._dialog.show_report(report)

        def job(newsroom: Newsroom, stop: jobs.Stop) -> PortalReport:
            return jobs.test(newsroom, name, password, stop)

        self._run(self.tr("Menguji"), job, done, lambda word: self._test(name, word))

    def _fetch(self, name: str, password: str | None) -> None:
        def done(came: tuple[Seen, str]) -> None:
            one, note = came
            if self._dialog is not None:
                fresh = self.tr("Data situs sudah yang terbaru.")
                self._dialog.end(f"{fresh} {note}".strip(), "warning" if note else "good")
            self.list(name)
            use_facts(self._window, one)

        def job(newsroom: Newsroom, stop: jobs.Stop) -> tuple[Seen, str]:
            return jobs.fetch(newsroom, name, password, stop)

        self._run(self.tr("Mengambil data situs"), job, done, lambda word: self._fetch(name, word))

    def _forget(self, name: str) -> None:
        was_told = self._window.uploads.forget(name)  # for this run of the program

        def done(was_kept: bool) -> None:
            if self._dialog is not None:
                told = (
                    self.tr("Sandi sudah dihapus. Unggahan berikutnya akan menanyakannya.")
                    if was_kept or was_told
                    else self.tr("Tidak ada sandi yang tersimpan.")
                )
                self._dialog.end(told, "good")
            self.list(name)

        def job(newsroom: Newsroom, _: jobs.Stop) -> bool:
            return newsroom.forget_password(name)

        self._run(self.tr("Menghapus sandi"), job, done)

    def _run(
        self,
        words: str,
        job: Callable[[Newsroom, jobs.Stop], object],
        done: Callable[..., object],
        again: Callable[[str], object] | None = None,
    ) -> None:
        """Ask a site for something; ``again`` does so with a password that is asked for."""
        dialog = self._dialog
        if dialog is None:
            return
        one = dialog.chosen

        def failed(error: Exception) -> None:
            if isinstance(error, jobs.NoPassword) and again and one and self._dialog:
                self._dialog.end("")
                self._ask_password(one, again)
            else:
                self._fail(error)

        dialog.begin(words)
        self._work.run(job, done, failed)

    def _ask_password(self, one: Seen, then: Callable[[str], object]) -> None:
        login = one.account.login if one.account else ""
        asking = PasswordDialog(one.profile.title, login, self._dialog)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: then(asking.taken()))
        asking.open()

    def _stopped(self) -> None:
        self._work.stop()
        if self._dialog is not None:
            self._dialog.end(self.tr("Dibatalkan."))
        self.list()

    def _fail(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.end(fault_words(error), "error")

    def _closed(self) -> None:
        self._dialog = None
        self._work.stop()
        self._lane.close(0)
        self.deleteLater()


def _with_told(one: Seen, told: Collection[str]) -> Seen:
    """Return a portal, its password known to this run of the program if it was told."""
    return replace(one, kept=jobs.TOLD) if one.name in told and one.kept != jobs.KEYRING else one


def use_facts(window: MainWindow, one: Seen) -> None:
    """Have the form go by what is known of the site now, if it is that of the window's portal."""
    if one.name == window.profile.name:
        window.use_profile(one.profile)
