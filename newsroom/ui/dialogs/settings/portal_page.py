"""“Portal”: the site, how stories go there, closing codes, and how long and large things may be."""

from __future__ import annotations

from newsroom.portal.profile import Limits, PhotoLimits
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.field import ChoiceField, LineField, ListField, NumberField
from newsroom.ui.dialogs.settings.page import SettingsPage
from newsroom.ui.theme import STEP, Theme


class PortalPage(SettingsPage):
    """One form, in the order in which one thinks of it."""

    places = (
        *("portal.title", "portal.site", "portal.time_zone", "portal.source", "portal.clos"),
        *("portal.default", "portal.editor", "portal.staging", "portal.limits", "portal.photo"),
    )

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.rows.setSpacing(2 * STEP)
        self._make_site()
        self._make_limits()
        self.rows.addStretch(1)

    # Within.

    def _make_site(self) -> None:
        draft, tr = self._draft, self.tr
        zones = (
            ("Asia/Jakarta", tr("WIB (Jakarta)")),
            ("Asia/Makassar", tr("WITA (Makassar)")),
            ("Asia/Jayapura", tr("WIT (Jayapura)")),
        )
        statuses = (("draft", tr("Draf")), ("pending", tr("Menunggu tinjauan")))
        editors = (("blocks", tr("Editor blok")), ("classic", tr("Classic Editor")))
        self._head(tr("Situs"))
        self._side_by_side(
            (
                LineField(draft, "portal.title", tr("Nama portal"),
                          tr("Seperti dibaca pembaca")),
                LineField(draft, "portal.site", tr("Alamat situs"),
                          tr("Dengan https://, tanpa garis miring di akhir")),
            ),
            (
                ChoiceField(draft, "portal.time_zone", tr("Zona waktu"),
                            tr("Untuk waktu tayang, tenggat, dan embargo"), zones),
                LineField(draft, "portal.source", tr("Sumber dateline"),
                          tr("Bila naskah hanya menyebut tempat")),
            ),
        )  # fmt: skip
        self._head(tr("Kiriman ke WordPress"))
        self._side_by_side(
            (
                LineField(draft, "portal.default_author", tr("Login penulis bila kosong"),
                          tr("Bila naskah tidak menyebut penulis")),
                ChoiceField(draft, "portal.default_status", tr("Status di situs"),
                            tr("Tidak pernah langsung tayang"), statuses),
            ),
            (
                ChoiceField(draft, "portal.editor", tr("Editor situs"),
                            tr("Menentukan bentuk tubuh naskah"), editors),
                LineField(draft, "portal.staging", tr("Folder titipan foto"),
                          tr("Di situs, dari akarnya")),
            ),
        )  # fmt: skip
        self._head(tr("Penutup naskah"))
        self._side_by_side(
            (
                ListField(draft, "portal.closings", tr("Kode penutup"),
                          tr("Pisahkan dengan koma")),
                LineField(draft, "portal.closing", tr("Penutup bila kosong"),
                          tr("Kosongkan bila tanpa penutup"), needed=False,
                          empty=tr("tanpa penutup")),
            ),
        )  # fmt: skip

    def _make_limits(self) -> None:
        draft, tr = self._draft, self.tr
        limits, photo = Limits(), PhotoLimits()
        self._head(tr("Batas panjang naskah, dan foto yang dikirim"))
        self._side_by_side(
            tuple(
                NumberField(draft, f"portal.{place}", label, hint, usual)
                for place, label, hint, usual in (
                    ("limits.headline", tr("Judul"), tr("huruf"), limits.headline),
                    ("limits.lead_words", tr("Teras"), tr("kata"), limits.lead_words),
                    ("limits.summary", tr("Ringkasan"), tr("huruf"), limits.summary),
                    ("photo.longest_side", tr("Sisi foto"), tr("piksel"), photo.longest_side),
                    ("photo.quality", tr("Mutu JPEG"), tr("1 sampai 95"), photo.quality),
                    ("photo.max_bytes", tr("Berkas foto"), tr("bita"), photo.max_bytes),
                )
            ),
        )
