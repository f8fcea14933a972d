"""The portal, who is logged in there, the password, and what the story already is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsroom.store.deliveries.records import DELETED, PAGE
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.portals_box import PortalsBox
from newsroom.ui.dialogs.publish.parts import say, words_label
from newsroom.ui.publishing.words import logged_in, on_site
from newsroom.ui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.ui.publishing.looking import Look

_NAME_WIDTH = 96


class PortalForm(QWidget):
    """Rows with a name before each; others may ``add`` theirs below."""

    portal_chosen = Signal(str)
    login_wanted = Signal(str)
    open_wanted = Signal(str)  # address
    look_wanted = Signal()  # at the site, how the story stands there
    edited = Signal()  # the password

    def __init__(self) -> None:
        super().__init__()
        self._link = ""
        self.portals = PortalsBox({})
        self.portals.activated.connect(lambda _: self._choose_portal())
        self.login = words_label()
        self.log_in = line_button(self.tr("Masuk…"), self._log_in)
        self.there = words_label()
        self.open_there = line_button(
            self.tr("Buka di situs"), lambda: self.open_wanted.emit(self._link)
        )
        self.look_there = line_button(self.tr("Lihat lagi"), self.look_wanted.emit)
        self.look_there.setAccessibleName(self.tr("Lihat lagi di situs bagaimana naskah ini"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Sandi aplikasi"))
        self.password.setPlaceholderText(self.tr("diingat sampai program ditutup"))
        self.password.textChanged.connect(self.edited)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.add(self.tr("Portal"), self.portals)
        self.add(self.tr("Login"), self.login, self.log_in)
        self._password_name = self.add(self.tr("Sandi aplikasi"), self.password)
        self.there.setAlignment(Qt.AlignmentFlag.AlignTop)
        there = QWidget()
        below = QVBoxLayout(there)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(STEP)
        below.addWidget(self.open_there)
        below.addWidget(self.look_there)
        self.add(self.tr("Di situs"), self.there, there)

    def add(self, name: str, field: QWidget, button: QWidget | None = None) -> QLabel:
        """Add a row, and return the label before it."""
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        label = QLabel(name)
        label.setProperty("role", "field")
        is_line = isinstance(field, QComboBox | QLineEdit)
        if is_line:
            label.setBuddy(field)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag(0) if is_line else top)
        self._grid.addWidget(field, row, 1, 1, 1 if button else 2)
        if button:
            self._grid.addWidget(button, row, 2, top)
        return label

    def show_loading(self, portal: str) -> None:
        """Say that a portal is being looked at."""
        say(self.login, self.tr("Memeriksa…"), "muted")
        say(self.there, "")
        self.log_in.hide()
        self.open_there.hide()
        self.look_there.hide()
        self.show_password(shown=False)
        if portal:
            self.portals.choose(portal)

    def show_look(self, look: Look, changed: Sequence[str] = ()) -> None:
        """Show what is known; ``changed`` are fields that people changed on the site."""
        self.portals.offer(look.portals)
        self.portals.choose(look.profile.name)
        if look.account is None:
            say(self.login, self.tr("Belum masuk ke situs ini."), "warning")
        else:
            say(self.login, logged_in(look.account))
        self.log_in.setText(self.tr("Ganti…") if look.account else self.tr("Masuk…"))
        self.log_in.setAccessibleName(
            self.tr("Ganti login") if look.account else self.tr("Masuk ke situs ini")
        )
        self.log_in.show()
        post = look.delivery
        told = self.tr("Belum ada di situs ini.")
        if post is not None:
            told = on_site(post, changed, look.profile.zone)
        is_lost = post is not None and post.status in (DELETED, PAGE, "trash")
        say(self.there, told, "muted" if post is None else "warning" if is_lost else "")
        self._link = post.link if post and not is_lost else ""
        self.open_there.setVisible(bool(self._link))
        self.look_there.setVisible(post is not None and look.account is not None)
        self.show_password(shown=look.account is not None and not look.has_password)

    def show_password(self, *, shown: bool) -> None:
        """Ask for the password, or do not; what stood there is gone."""
        self.password.clear()
        self.password.setVisible(shown)
        self._password_name.setVisible(shown)

    @property
    def lacks_password(self) -> bool:
        """Say whether the password is asked for and not there."""
        return not self.password.isHidden() and not self.password.text().strip()

    # Within.

    def _choose_portal(self) -> None:
        self.portal_chosen.emit(self.portals.portal)

    def _log_in(self) -> None:
        self.login_wanted.emit(self.portals.portal)
