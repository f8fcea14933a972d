"""Adding a portal, and logging in to one: the dialog and what it asks of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.dialogs.sites.login_dialog import LoginDialog
from newsroom.ui.dialogs.sites.words import fault_words, standing
from newsroom.ui.sites import jobs
from newsroom.ui.sites.work import SiteWork

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.app.portals import AddedPortal
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.sites.jobs import Found, Seen


class LoggingIn(QObject):
    """One dialog, from its opening to its close."""

    logged_in = Signal(str)  # portal
    closed = Signal()

    def __init__(self, window: MainWindow, over: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._over = over or QApplication.activeModalWidget() or window
        self._work = SiteWork(window.desk.newsroom, self)
        self._name = ""
        self._found: Found | None = None
        self.dialog: LoginDialog | None = None

    def look_up(self, portal: str) -> None:
        """Ask for the login of the portal with this name, once it is read how it stands."""

        def refuse(error: Exception) -> None:
            self._window.banner.say(fault_words(error), "error")
            self.deleteLater()

        self._work.run(lambda newsroom, _: jobs.look_at(newsroom, portal), self.open, refuse)

    def open(self, one: Seen | None) -> None:
        """Ask for the login of a portal, or for the address of a new one first."""
        theme = self._window.theme
        if one is None:
            dialog = LoginDialog(theme, parent=self._over)
        else:
            self._name = one.name
            login = one.account.login if one.account else ""
            dialog = LoginDialog(theme, one.profile.title, one.profile.site, login, self._over)
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.find_wanted.connect(self._find)
        dialog.login_wanted.connect(self._log_in)
        dialog.foot.cancelled.connect(self._stopped)
        dialog.finished.connect(self._closed)
        dialog.open()
        if one is not None:
            dialog.find()

    # Within.

    def _find(self, address: str) -> None:
        def done(found: Found) -> None:
            self._found = found
            if self.dialog is not None:
                self.dialog.show_found(found)

        def failed(error: Exception) -> None:
            if self.dialog is not None:
                self.dialog.show_not_found(fault_words(error))

        self._work.run(lambda newsroom, _: jobs.find(newsroom, address), done, failed)

    def _log_in(self, login: str, password: str) -> None:
        found, name = self._found, self._name
        if found is None:
            return

        def job(newsroom: Newsroom, stop: jobs.Stop) -> tuple[AddedPortal, Seen]:
            return jobs.add(newsroom, found.root, login, password, name, stop)

        def failed(error: Exception) -> None:
            if self.dialog is not None:
                self.dialog.show_refused(fault_words(error))

        self._work.run(job, lambda answer: self._done(*answer, password), failed)

    def _done(self, added: AddedPortal, one: Seen, password: str) -> None:
        from newsroom.ui.sites.sites import use_facts

        if self.dialog is not None:
            told = (
                self.tr("{0} sudah ditambahkan.")
                if added.is_new
                else self.tr("Sudah masuk ke {0}.")
            ).format(one.profile.title)
            if added.is_kept:
                told += " " + self.tr("Sandi tersimpan di penyimpan sandi sistem.")
            else:
                told += " " + self.tr("Sandi diingat sampai program ditutup.")
            self.dialog.show_done(told, standing(one))
        use_facts(self._window, one)
        self.logged_in.emit(added.name)
        self._window.commands.of_sites.logged_in.emit(added.name)
        if not added.is_kept:  # what was told before is forgotten by now
            self._window.uploads.remember(added.name, password)

    def _stopped(self) -> None:
        self._work.stop()
        if self.dialog is not None:
            self.dialog.show_stopped()

    def _closed(self) -> None:
        self.dialog = None
        self._work.stop()
        self.closed.emit()
        self.deleteLater()
