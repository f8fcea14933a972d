"""“Penulis”: the login at the site for each byline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt

from newsroom.exchange.slug import make_slug
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column
from newsroom.ui.theme import Theme
from newsroom.ui.written import number

_PLACE = "portal.authors"


class AuthorsPage(SettingsPage):
    """Whoever is not in the list is sent by a login made of the name."""

    places = (_PLACE,)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.edit = RowsEdit(
            theme,
            self.tr("Penulis"),
            (
                Column("name", self.tr("Nama di baris penulis"), 5),
                Column("login", self.tr("Login WordPress"), 4),
                Column("", "", 5, shown=lambda _: ""),
            ),
        )
        self._say(
            self.tr(
                "Nama yang tidak ada di sini dikirim dengan login yang dibuat dari nama itu, dan"
                " dipetakan ketika diimpor ke WordPress."
            )
        )
        self.rows.addWidget(self.edit, 1)
        self._writers: Sequence[tuple[str, str]] = ()
        self.take = line_button("", self._take_writers)
        self.take.setToolTip(self.tr("Nama dan login dari data situs yang terakhir diambil"))
        self.take.hide()
        self.rows.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        draft.changed.connect(self._show_offer)
        self.setFocusProxy(self.edit)
        self.edit.edited.connect(self._follow)
        self.edit.changed.connect(self._tell)

    def show_draft(self) -> None:
        """Show the writers of the draft."""
        self.edit.show_rows([{"name": name, "login": login} for name, login in self._draft.authors])

    def offer(self, writers: Sequence[tuple[str, str]]) -> None:
        """Offer the writers of the site, names with logins, who are not in the list."""
        self._writers = writers
        self._show_offer()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row."""
        self.edit.show_faults(row_faults(faults, _PLACE, "name"))

    def go_to(self, place: str) -> None:
        """Go to the cell at a place."""
        self.edit.go_to(*row_place(place))

    # Within.

    def _new(self) -> list[tuple[str, str]]:
        known = {name.strip().casefold() for name, _ in self._draft.authors}
        return [one for one in self._writers if one[0].casefold() not in known]

    def _show_offer(self) -> None:
        new = self._new()
        self.take.setText(self.tr("Tambah {0} penulis dari situs").format(number(len(new))))
        self.take.setVisible(bool(new))

    def _take_writers(self) -> None:
        self._draft.authors = [*self._draft.authors, *self._new()]
        self.show_draft()
        self.edit.setFocus()
        self._draft.touch()

    def _follow(self, at: int, key: str, before: str) -> None:
        row = self.edit.model.rows[at]
        if key == "name" and row.get("login", "") == _login(before):
            row["login"] = _login(row["name"])

    def _tell(self) -> None:
        self._draft.authors = [
            (row.get("name", ""), row.get("login", "")) for row in self.edit.rows()
        ]
        self._draft.touch()


def _login(name: str) -> str:
    return make_slug(name).replace("-", ".") if name.strip() else ""
