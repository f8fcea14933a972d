"""“Keterangan foto”: how captions are begun, and what a photograph's own data make of that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from newsroom.story.caption import begun_caption
from newsroom.story.story import Photo
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column, Row
from newsroom.ui.theme import Theme

_PLACE = "portal.captions"


class CaptionsPage(SettingsPage):
    """A list of beginnings with an example of each, as it is typed."""

    places = (_PLACE,)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.edit = RowsEdit(
            theme,
            self.tr("Pembuka keterangan foto"),
            (
                Column("caption", self.tr("Pola"), 1),
                Column("", self.tr("Dengan data foto"), 1, shown=self._example),
            ),
        )
        self._say(
            self.tr(
                "{tempat} {hari} {tanggal} {kredit} diisi dari data foto; yang lain dalam kurung"
                " kurawal menjadi ⟨isian⟩ bagi penulis. Urutannya seperti di daftar pilihan."
            )
        )
        self.rows.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self.edit.changed.connect(self._tell)

    def show_draft(self) -> None:
        """Show the beginnings of the draft."""
        self.edit.show_rows([{"caption": one} for one in self._draft.get(_PLACE, [])])

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row."""
        self.edit.show_faults(row_faults(faults, _PLACE, "caption"))

    def go_to(self, place: str) -> None:
        """Go to the cell at a place."""
        self.edit.go_to(*row_place(place))

    # Within.

    def _tell(self) -> None:
        self._draft.set(_PLACE, [row["caption"] for row in self.edit.rows()])

    def _example(self, row: Row) -> str:
        photo = Photo("foto.jpg", place=self.tr("Labuan"), taken=date(2026, 3, 17),
                      credit=self.tr("Bayu Misalnya"))  # fmt: skip
        return begun_caption(row.get("caption", ""), photo)
