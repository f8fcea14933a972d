"""“Daftar periksa”: what an editor makes sure of before a story is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from newsroom.exchange.slug import make_slug
from newsroom.language.checklist_file import shipped_items
from newsroom.story.checklist import Item
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column, Row
from newsroom.ui.theme import Theme

_PLACE = "house.checklist"
_NEEDED = "wajib"
_LISTS = ("sections", "rules")


class ChecklistPage(SettingsPage):
    """The items; those that come with the program become the newsroom's own once one changes."""

    places = (_PLACE,)

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.edit = RowsEdit(
            theme,
            self.tr("Daftar periksa"),
            (
                Column("text", self.tr("Butir"), 8),
                Column("required", self.tr("Wajib"), 2, choices=self._needed),
                Column("sections", self.tr("Rubrik"), 3),
                Column("rules", self.tr("Diperiksa oleh"), 4),
                Column("source", self.tr("Dasar"), 4),
                Column("", "", 2, shown=lambda _: ""),
            ),
        )
        self._say(
            self.tr(
                "Butir wajib yang belum terpenuhi menghalangi Siap tayang. Tanpa rubrik, butir"
                " ditanyakan kepada semua naskah. “Diperiksa oleh” menyebut aturan atau keluarga"
                " aturan, dipisah koma (fact, ethics.guilt): selama tidak ada temuannya, butir"
                " tercentang sendiri."
            )
        )
        self.rows.addWidget(self.edit, 1)
        self.reset = line_button(self.tr("Pakai daftar bawaan"), self._reset)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        self.rows.addLayout(foot)
        self.setFocusProxy(self.edit)
        self.edit.changed.connect(self._tell)

    def show_draft(self) -> None:
        """Show the items of the draft, or those that come with the program."""
        own = self._draft.get(_PLACE)
        items = [_values(item) for item in shipped_items()] if own is None else own
        self.edit.show_rows([_row(values) for values in items])
        self.reset.setEnabled(own is not None)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row."""
        self.edit.show_faults(row_faults(faults, _PLACE, "text"))

    def go_to(self, place: str) -> None:
        """Go to the cell at a place."""
        self.edit.go_to(*row_place(place))

    # Within.

    def _needed(self, _: int) -> list[tuple[str, str]]:
        return [("", self.tr("–")), (_NEEDED, self.tr("Ya"))]

    def _tell(self) -> None:
        self._draft.set(_PLACE, [_said(row) for row in self.edit.rows()])
        self.reset.setEnabled(True)

    def _reset(self) -> None:
        self._draft.set(_PLACE, None)
        self.show_draft()


def _row(values: Mapping[str, Any]) -> Row:
    lists = {key: ", ".join(values.get(key, ())) for key in _LISTS}
    texts = {key: str(values.get(key, "")) for key in ("id", "text", "source")}
    return {**texts, **lists, "required": _NEEDED if values.get("required") else ""}


def _said(row: Row) -> dict[str, Any]:
    """Return what the file says of an item; one that is new is known by its text from then on."""
    text = row.get("text", "")
    lists = {key: [one.strip() for one in row.get(key, "").split(",")] for key in _LISTS}
    told: dict[str, Any] = {"id": row.get("id") or make_slug(text), "text": text}
    if row.get("required"):
        told["required"] = True
    told |= {key: [one for one in names if one] for key, names in lists.items() if any(names)}
    if source := row.get("source", ""):
        told["source"] = source
    return told


def _values(item: Item) -> dict[str, Any]:
    told = {"id": item.id, "text": item.text, "source": item.source, "required": item.required}
    return {**told, "sections": list(item.sections), "rules": list(item.rules)}
