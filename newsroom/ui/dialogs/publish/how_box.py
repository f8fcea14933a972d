"""How a story is to stand on the site: as a draft, for review, published, at a time."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from newsroom.portal.push.words import status_words
from newsroom.store.deliveries.records import DELETED, PAGE, Wish
from newsroom.ui.dialogs.publish.parts import say, words_label
from newsroom.ui.inspector.moment_field import MomentField, zone_label
from newsroom.ui.publishing.words import when
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.portal.wordpress.account import Account
    from newsroom.store.deliveries.records import Delivery
    from newsroom.ui.publishing.looking import Look

KEEP, DRAFT, PENDING, NOW, LATER = "keep", "draft", "pending", "now", "later"
_LIVE = ("publish", "private")
_LOST = ("trash", DELETED, PAGE)
_OUT = (*_LIVE, "future")


class HowBox(QWidget):
    """One of five ways, with what it means for readers; ``chosen`` tells of another one."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Cara mengirim"))
        self._theme = theme
        self._delivery: Delivery | None = None
        self._account: Account | None = None
        self._own: datetime | None = None
        self._zone: tzinfo = UTC
        self._not_public = ""
        self._group = QButtonGroup(self)
        self.ways: dict[str, QRadioButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(STEP)
        for name, text in (
            (KEEP, ""),
            (DRAFT, self.tr("Draf: hanya redaksi yang melihatnya")),
            (PENDING, self.tr("Menunggu tinjauan: redaktur situs yang menerbitkan")),
            (NOW, self.tr("Terbitkan sekarang")),
            (LATER, self.tr("Jadwalkan")),
        ):
            self.ways[name] = way = QRadioButton(text)
            self._group.addButton(way)
            self._rows.addWidget(way)
        self.ways[KEEP].hide()
        self.ways[DRAFT].setChecked(True)
        self.time: MomentField | None = None
        self.note = words_label("muted")
        self._rows.addWidget(self.note)
        for way in self.ways.values():
            way.toggled.connect(lambda on: on and self._follow())

    @property
    def way(self) -> str:
        """The way that is chosen."""
        return next((name for name, way in self.ways.items() if way.isChecked()), DRAFT)

    def show_look(self, look: Look, own: datetime | None) -> None:
        """Offer what the account may do; ``own`` is the story's own time of publication."""
        self._delivery, self._own = look.delivery, own
        self._account = look.account.facts.account if look.account else None
        self._not_public = look.not_public
        self._make_time(look)
        may = self._may_publish()
        keep = self.ways[KEEP]
        is_there = look.delivery is not None and look.delivery.status not in _LOST
        keep.setVisible(is_there)
        if look.delivery is not None:
            told = self.tr("Perbarui, statusnya tetap {0}")
            keep.setText(told.format(status_words(look.delivery.status)))
        for name in (NOW, LATER):
            self.ways[name].setEnabled(may)
        self.ways[NOW].setEnabled(may and not self._waits_for_own())
        start = KEEP if is_there else look.profile.default_status
        self.ways[start].setChecked(True)
        self._follow()

    def wish(self, *, confirmed: bool, override: str) -> Wish:
        """Return what is asked for."""
        status = {KEEP: "", DRAFT: "draft", PENDING: "pending"}.get(self.way, "publish")
        time = self.time.moment() if self.time and self.way == LATER else None
        return Wish(status, time, confirmed, override)

    def show_wish(self, wish: Wish) -> None:
        """Choose what was wished before, as far as it may still be."""
        way = {"draft": DRAFT, "pending": PENDING, "publish": NOW}.get(wish.status, KEEP)
        if way == NOW and wish.time is not None and self.time is not None:
            way = LATER
            self.time.set_moment(wish.time.astimezone(self._zone))
        if self.ways[way].isEnabled() and not self.ways[way].isHidden():
            self.ways[way].setChecked(True)
        self._follow()

    def fault(self) -> str:
        """Say what is wrong with what is chosen; nothing if it may be sent so."""
        if self._not_public and self.consent(""):
            return self._not_public
        if self.way != LATER or self.time is None:
            return ""
        moment = self.time.moment()
        if moment is None or self.time.unread():
            return self.tr("Isi tanggal dan jam tayangnya.")
        if moment <= datetime.now(UTC):
            return self.tr("Waktu tayang itu sudah lewat. Pilih waktu yang akan datang.")
        return ""

    def consent(self, site: str) -> str:
        """Return the words of what readers will see, to be agreed to; empty if nothing."""
        status = self._delivery.status if self._delivery else ""
        if self.way == NOW:
            return self.tr("Ya, pembaca {0} langsung melihat naskah ini").format(site)
        if self.way == LATER:
            told = self.tr("Ya, pembaca {0} melihat naskah ini pada waktu itu")
            return told.format(site)
        if self.way == KEEP and status in _LIVE:
            return self.tr("Ya, pembaca {0} langsung melihat pembaruan ini").format(site)
        if self.way in (DRAFT, PENDING) and status in _OUT:
            told = self.tr("Ya, tarik tulisan ini dari {0}; di sana statusnya kini {1}")
            return told.format(site, status_words(status))
        return ""

    # Within.

    def _make_time(self, look: Look) -> None:
        """Have a field for the time in the portal's zone."""
        if self.time is not None:
            self._rows.removeWidget(self.time)
            self.time.deleteLater()
        self._zone = look.profile.zone
        reads = self.tr("Tayang {0} pukul {1} {2}.")
        self.time = MomentField(self._theme, look.profile.zone, self.tr("tayang"), reads)
        self.time.setContentsMargins(24, 0, 0, 0)
        if self._own and self._own > datetime.now(UTC):
            self.time.set_moment(self._own.astimezone(look.profile.zone))
        self.time.edited.connect(self.chosen)
        self.time.unread_changed.connect(self.chosen)
        self._rows.insertWidget(self._rows.count() - 1, self.time)
        zone = zone_label(look.profile.zone)
        self.ways[LATER].setText(self.tr("Jadwalkan, waktu {0}").format(zone))

    def _may_publish(self) -> bool:
        return not self._not_public and self._account_may()

    def _account_may(self) -> bool:
        return self._account is None or self._account.can("publish_posts")

    def _waits_for_own(self) -> bool:
        """Say whether the story's own time is still to come: the site would wait for it."""
        return self._own is not None and self._own > datetime.now(UTC)

    def _follow(self) -> None:
        if self.time is not None:
            self.time.setVisible(self.way == LATER)
        if self._not_public:
            told = self._not_public
        elif not self._account_may():
            told = self.tr("Akun ini tidak berhak menerbitkan; redaktur situs yang menerbitkannya.")
        elif self._waits_for_own() and self._own is not None:
            told = self.tr(
                "Naskah ini punya waktu tayang sendiri, {0}. Untuk menerbitkan sekarang, "
                "hapus waktu itu di panel Data."
            ).format(when(self._own, self._own.tzinfo))
        else:
            told = ""
        say(self.note, told, "muted")
        self.chosen.emit()
