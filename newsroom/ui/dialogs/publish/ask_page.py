"""Where a story is to go, how, and what stands in its way."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.finding import Finding
from newsroom.portal.preflight import may_be_overridden
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.preflight_list import PreflightList
from newsroom.ui.dialogs.publish.how_box import LATER, NOW, HowBox
from newsroom.ui.dialogs.publish.parts import main_button, say, words_label
from newsroom.ui.dialogs.publish.portal_form import PortalForm
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.store.deliveries.records import Wish
    from newsroom.ui.publishing.looking import Look

_LIST_HEIGHT = 108  # pixels at least for what was found


class AskPage(QWidget):
    """Says what is known of the portal, and lets a person choose; it sends nothing itself."""

    portal_chosen = Signal(str)
    finding_chosen = Signal(Finding)
    send_wanted = Signal(str, object, str)  # portal, Wish, password or nothing
    look_wanted = Signal(str)  # password or nothing
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: Look | None = None
        self._is_busy = False
        self.form = PortalForm()
        self.form.portal_chosen.connect(self._choose_portal)
        self.form.edited.connect(self.refresh)
        self.form.look_wanted.connect(self._look_again)
        self.how = HowBox(theme)
        self.how.chosen.connect(self._chosen)
        self.findings = PreflightList(theme)
        self.findings.finding_chosen.connect(self.finding_chosen)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Tetap unggah, dengan alasan"))
        self.reason.setPlaceholderText(self.tr("Alasannya tercatat di riwayat versi"))
        self.reason.textChanged.connect(self.refresh)
        self._reason_name = QLabel(self.tr("Tetap unggah, dengan alasan…"))
        self._reason_name.setProperty("role", "field")
        self._reason_name.setBuddy(self.reason)
        self.consent = QCheckBox()
        self.consent.toggled.connect(self.refresh)
        self.message = words_label()
        self.leave = line_button(self.tr("Tutup"), self.close_wanted.emit)
        self.send = main_button(self.tr("Unggah"), self.try_to_send)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)
        self.show_loading("")

    # What is shown.

    def show_loading(self, portal: str) -> None:
        """Say that a portal is being looked at."""
        self._look = None
        self._is_busy = False
        self.how.setEnabled(False)
        self.findings.show_findings(None)
        self.form.show_loading(portal)
        self.refresh()

    def show_look(self, look: Look, own: datetime | None, changed: Sequence[str] = ()) -> None:
        """Show what is known; ``own`` is the story's own time of publication.

        ``changed`` are fields that people changed on the site.
        """
        self._look = look
        self.form.show_look(look, changed)
        self.how.setEnabled(True)
        self.how.show_look(look, own)
        self.findings.show_findings([*look.clearance.findings])
        for widget in (self._reason_name, self.reason):
            widget.setVisible(self._may_override())
        self._chosen()

    def show_wish(self, wish: Wish) -> None:
        """Choose what was wished before; what readers will see is to be agreed to again."""
        self.how.show_wish(wish)
        self.reason.setText(wish.override)
        self.consent.setChecked(False)
        self.refresh()

    def show_error(self, message: str) -> None:
        """Say why nothing was sent, and let the person try again."""
        self._is_busy = False
        self.refresh()
        say(self.message, message, "error")
        announce(self, message, urgent=True)

    @property
    def wish(self) -> Wish | None:
        """What is chosen so far, without a consent; None if that can't be sent so."""
        if self.how.fault():
            return None
        return self.how.wish(confirmed=False, override=self.reason.text().strip())

    # What a person does.

    def try_to_send(self) -> None:
        """Ask for it to be sent, unless something stands in the way."""
        if self._is_busy or self._look is None:
            return
        if why := self._blocked():
            say(self.message, why, "error")
            announce(self, why, urgent=True)
            return
        wish = self.how.wish(confirmed=self._consents(), override=self._overriding())
        password = self.form.password.text().strip()
        self._is_busy = True
        self.send.setEnabled(False)
        say(self.message, self.tr("Memasukkan naskah ke antrean…"))
        self.send_wanted.emit(self._look.profile.name, wish, password)
        self.form.password.clear()

    def refresh(self) -> None:
        """Allow the sending, or say what stands in its way."""
        if self._is_busy:
            return
        words = {NOW: self.tr("Terbitkan"), LATER: self.tr("Jadwalkan")}
        self.send.setText(words.get(self.how.way, self.tr("Unggah")))
        why = self._blocked()
        self.send.setEnabled(not why)
        ready = self.tr("Siap diunggah.")
        if self._overriding():
            ready = self.tr("Diunggah dengan alasan itu, walaupun belum lengkap.")
        if self._look is not None and self._look.waiting is not None:
            ready = self.tr("Naskah ini sudah menunggu dalam antrean; permintaan ini menggantinya.")
        say(self.message, why or ready)

    # Within.

    def _blocked(self) -> str:
        look = self._look
        if look is None:
            return self.tr("Memeriksa naskah dan portal…")
        if look.account is None:
            return self.tr("Masuk dulu ke situs ini.")
        errors = look.clearance.errors
        if errors and not self._overriding():
            places = dict.fromkeys(self.findings.place(error) for error in errors)
            why = self.tr("Belum bisa diunggah. Lengkapi atau perbaiki dulu: {0}.")
            return why.format(", ".join(places))
        if fault := self.how.fault():
            return fault
        if self.form.lacks_password:
            return self.tr("Tulis sandi aplikasi untuk {0}.").format(look.profile.site)
        if self.consent.text() and not self.consent.isChecked():
            return self.tr("Setujui dulu apa yang akan dilihat pembaca.")
        return ""

    def _look_again(self) -> None:
        if self.form.lacks_password:
            self.show_error(self.tr("Tulis dulu sandi aplikasi situs ini."))
            self.form.password.setFocus()
            return
        say(self.form.there, self.tr("Melihat ke situs…"), "muted")
        self.look_wanted.emit(self.form.password.text().strip())

    def _consents(self) -> bool:
        return bool(self.consent.text()) and self.consent.isChecked()

    def _may_override(self) -> bool:
        """Say whether something stands in the way, and all of it may be passed over."""
        errors = self._look.clearance.errors if self._look else ()
        return bool(errors) and all(map(may_be_overridden, errors))

    def _overriding(self) -> str:
        """Return why the story goes all the same; empty where that is not needed."""
        return self.reason.text().strip() if self._may_override() else ""

    def _chosen(self) -> None:
        """Ask for another consent: one that was given was given to something else."""
        words = self.how.consent(self._look.profile.source if self._look else "")
        if words != self.consent.text():
            self.consent.setChecked(False)
            self.consent.setText(words)
            self.consent.setVisible(bool(words))
        self.refresh()

    def _choose_portal(self, portal: str) -> None:
        self.show_loading(portal)
        self.portal_chosen.emit(portal)

    def _lay_out(self) -> None:
        self.form.add(self.tr("Kirim sebagai"), self.how)
        checks = QLabel(self.tr("Pemeriksaan"))
        checks.setProperty("role", "strong")
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 2, 6)
        inside.addWidget(self.findings)
        self.findings.setMinimumHeight(_LIST_HEIGHT)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.form)
        column.addSpacing(STEP)
        column.addWidget(checks)
        column.addWidget(card, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.send)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(scroll, 1)
        asked = QVBoxLayout()  # in sight whatever is scrolled: nothing goes without it
        asked.setContentsMargins(20, 0, 20, 0)
        asked.setSpacing(STEP)
        for widget in (self._reason_name, self.reason, self.consent):
            widget.hide()
            asked.addWidget(widget)
        rows.addLayout(asked)
        rows.addLayout(foot)

    def _tint(self) -> None:
        self.send.setIcon(self._theme.main_icon("submit"))
