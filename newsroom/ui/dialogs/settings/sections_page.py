"""“Rubrik”: the portal's categories, each below its parent."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.exchange.slug import make_slug
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column
from newsroom.ui.theme import Theme

_PLACE = "portal.sections"


class SectionsPage(SettingsPage):
    """A new rubric's slug follows its name; one that the portal has keeps its own."""

    places = (_PLACE,)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.edit = RowsEdit(
            theme,
            self.tr("Rubrik"),
            (
                Column("name", self.tr("Nama"), 5, depth=self._depth),
                Column("slug", self.tr("Slug"), 5),
                Column("parent", self.tr("Induk"), 4, choices=self._parents),
                Column("", "", 6, shown=lambda _: ""),
            ),
        )
        self._say(
            self.tr(
                "Urutannya seperti di daftar pilihan; induk berdiri di atas anaknya. Slug adalah"
                " nama kategori di WordPress: mengubahnya berarti memakai kategori lain."
            )
        )
        self.rows.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self.edit.edited.connect(self._follow)
        self.edit.changed.connect(self._tell)

    def show_draft(self) -> None:
        """Show the rubrics of the draft."""
        self.edit.show_rows([dict(row) for row in self._draft.get(_PLACE, [])])

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row."""
        self.edit.show_faults(row_faults(faults, _PLACE, "name"))

    def go_to(self, place: str) -> None:
        """Go to the cell at a place."""
        self.edit.go_to(*row_place(place))

    # Within.

    def _parents(self, row: int) -> list[tuple[str, str]]:
        """Return what stands above a rubric, and so can be its parent."""
        above = self.edit.model.rows[:row]
        named = [(one["slug"], one.get("name", "")) for one in above if one.get("slug")]
        return [("", self.tr("–")), *named]

    def _depth(self, row: int) -> int:
        """Return how many rubrics stand over one, as far as they stand above it."""
        rows = self.edit.model.rows
        parents = {one.get("slug"): one.get("parent", "") for one in rows[:row]}
        depth, parent = 0, rows[row].get("parent", "")
        while parent and parent in parents and depth < len(parents):
            depth, parent = depth + 1, parents[parent]
        return depth

    def _follow(self, at: int, key: str, before: str) -> None:
        row = self.edit.model.rows[at]
        if key == "name":
            had = row.get("slug", "")
            known = {one.get("slug") for one in self._draft.saved.portal_values.get("sections", ())}
            if had not in known and had in ("", make_slug(before) if before.strip() else ""):
                row["slug"] = make_slug(row["name"]) if row["name"].strip() else ""
        elif key == "slug" and before:
            for one in self.edit.model.rows:
                if one.get("parent") == before:
                    one["parent"] = row["slug"]

    def _tell(self) -> None:
        rows = [
            {key: row.get(key, "") for key in ("name", "slug")}
            | ({"parent": row["parent"]} if row.get("parent") else {})
            for row in self.edit.rows()
        ]
        self._draft.set(_PLACE, rows or None)
