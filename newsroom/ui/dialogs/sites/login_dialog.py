"""Adding a portal by its address, and logging in to its site: one step after the other."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.backup.asking import note
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.settings.page_scroll import PageScroll
from newsroom.ui.dialogs.sites.words import Line, as_html
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.ui.sites.jobs import Found

_PASSWORDS = "/wp-admin/profile.php#application-passwords-section"


class Step(Enum):
    """What the main button does next."""

    FIND = auto()
    LOG_IN = auto()
    DONE = auto()


class LoginDialog(QDialog):
    """Asks for the address, then for login and password, then shows what came of it.

    The password goes to whoever asks the site, once, and is taken from its field at once.
    """

    find_wanted = Signal(str)  # address
    login_wanted = Signal(str, str)  # login, password

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        address: str = "",
        login: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Masuk ke {0}").format(title) if title else self.tr("Tambah portal")
        )
        resize_in_screen(self, 580, 520)
        self._theme = theme
        self._site = ""
        self._lines: list[Line] = []
        self.step = Step.FIND
        self.address = QLineEdit(address)
        self.address.setAccessibleName(self.tr("Alamat situs"))
        self.address.setPlaceholderText(self.tr("misalnya kabar.example"))
        self.address.textEdited.connect(self._address_changed)
        self.address.setReadOnly(bool(title))
        self.login = QLineEdit(login)
        self.login.setAccessibleName(self.tr("Login WordPress"))
        self.password = QLineEdit()
        self.password.setAccessibleName(self.tr("Sandi aplikasi"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.address, self.login, self.password):
            field.textChanged.connect(self._refresh)
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setMinimumHeight(self.found.fontMetrics().lineSpacing())
        self.keeping = note("")
        self.page = line_button(self.tr("Buka halaman Sandi Aplikasi di situs"), self._open_page)
        self.summary = QTextBrowser(objectName="siteSummary")
        self.summary.setAccessibleName(self.tr("Yang diketahui tentang situsnya"))
        self.summary.setTabChangesFocus(True)
        self.foot = ProgressFoot()
        self.foot.close_wanted.connect(self.reject)
        self.go = QPushButton()
        self.go.setProperty("kind", "main")
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        self.foot.add_main(self.go)
        self.stack = QStackedWidget()
        self._lay_out()
        self._enter(Step.FIND)
        theme.changed.connect(self._show_lines)

    def find(self) -> None:
        """Have the site looked for by the address that is written."""
        self._begin(self.tr("Mencari WordPress di {0}").format(self.address.text().strip()))
        self.find_wanted.emit(self.address.text().strip())

    def show_found(self, found: Found) -> None:
        """Say that there is a site, and ask for the login."""
        self._site = found.root.site
        version = found.root.version
        told = self.tr("WordPress {0} ditemukan di {1}") if version else ""
        told = told or self.tr("WordPress ditemukan di {1}")
        self._say_found(told.format(version, self._site), "good")
        self.keeping.setText(
            self.tr("Sandi disimpan di penyimpan sandi sistem, tidak di berkas Newsroom.")
            if found.keeps
            else self.tr(
                "Sistem ini tidak punya penyimpan sandi: sandi hanya diingat sampai program"
                " ditutup."
            )
        )
        self.foot.end("")
        self._enter(Step.LOG_IN)
        (self.password if self.login.text() else self.login).setFocus()

    def show_not_found(self, words: str) -> None:
        """Say why there is no site to be found at the address."""
        self._say_found("", "")
        self.foot.end(words, "error")
        self._enter(Step.FIND)
        self.address.setFocus()

    def show_refused(self, words: str) -> None:
        """Say why nobody has been logged in; the password is to be written anew."""
        self.foot.end(words, "error")
        self._enter(Step.LOG_IN)
        self.password.setFocus()

    def show_done(self, words: str, lines: list[Line]) -> None:
        """Show what is known now."""
        self._lines = lines
        self._show_lines()
        self.foot.end(words, "good")
        self._enter(Step.DONE)
        self.go.setFocus()

    def show_stopped(self) -> None:
        """Go back to where the person was."""
        self.foot.end(self.tr("Dibatalkan. Tidak ada yang disimpan."))
        self._enter(self.step)
        (self.address if self.step is Step.FIND else self.password).setFocus()

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, with no password left in the field."""
        self.password.setText("")
        super().done(result)

    # Within.

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(3 * STEP)
        form.setVerticalSpacing(2 * STEP)
        form.setColumnStretch(1, 1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        help_ = note(
            self.tr(
                "Sandi aplikasi bukan sandi untuk masuk ke WordPress. Buat di situs: Pengguna →"
                " Profil → Sandi Aplikasi (Users → Profile → Application Passwords). Tulis nama"
                " “Newsroom”, pilih Tambah, lalu salin sandi yang tampil ke sini."
            )
        )
        form.addWidget(_name(self.tr("Alamat situs"), self.address), 0, 0)
        form.addWidget(self.address, 0, 1)
        form.addWidget(self.found, 1, 1)
        form.addWidget(rule, 2, 0, 1, 2)
        form.addWidget(_name(self.tr("Login WordPress"), self.login), 3, 0)
        form.addWidget(self.login, 3, 1)
        form.addWidget(_name(self.tr("Sandi aplikasi"), self.password), 4, 0)
        form.addWidget(self.password, 4, 1)
        form.addWidget(help_, 5, 1)
        form.addWidget(self.page, 6, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self.keeping, 7, 1)
        form.setRowStretch(8, 1)
        asking = QWidget()
        form.setContentsMargins(0, 0, 0, 0)
        asking.setLayout(form)
        self.stack.addWidget(PageScroll(asking))
        self.stack.addWidget(self.summary)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.foot)

    def _enter(self, step: Step) -> None:
        self.step = step
        words = {
            Step.FIND: self.tr("Cari situs"),
            Step.LOG_IN: self.tr("Masuk"),
            Step.DONE: self.tr("Selesai"),
        }
        self.go.setText(words[step])
        self.go.setVisible(True)
        self.foot.leave.setVisible(step is not Step.DONE)
        self.stack.setCurrentIndex(1 if step is Step.DONE else 0)
        self.address.setEnabled(True)
        for widget in (self.login, self.password, self.page):
            widget.setEnabled(step is Step.LOG_IN)
        self._refresh()

    def _begin(self, words: str) -> None:
        for widget in (self.address, self.login, self.password, self.page):
            widget.setEnabled(False)
        self.go.setVisible(False)
        self.foot.begin(words)

    def _refresh(self) -> None:
        there = {
            Step.FIND: bool(self.address.text().strip()),
            Step.LOG_IN: bool(self.login.text().strip() and self.password.text().strip()),
            Step.DONE: True,
        }
        self.go.setEnabled(there[self.step])

    def _address_changed(self) -> None:
        """Look for another site anew."""
        if self.step is Step.LOG_IN:
            self._say_found("", "")
            self._enter(Step.FIND)

    def _go(self) -> None:
        if self.foot.is_working:
            return
        if self.step is Step.FIND:
            self.find()
        elif self.step is Step.LOG_IN:
            word = self.password.text().strip()
            self.password.setText("")
            self._begin(self.tr("Masuk dan mengambil data situs"))
            self.login_wanted.emit(self.login.text().strip(), word)
        else:
            self.accept()

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._site + _PASSWORDS))

    def _say_found(self, words: str, role: str) -> None:
        self.found.setText(f"✓ {words}" if words else "")
        self.found.setProperty("role", role)
        self.found.style().polish(self.found)

    def _show_lines(self) -> None:
        self.summary.setHtml(as_html(self._lines, self._theme.colours))


def _name(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "field")
    label.setBuddy(field)
    return label
