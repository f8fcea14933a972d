"""“Istilah”: what this newsroom writes, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.field import ChoiceField, WordsField
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column, Row
from newsroom.ui.theme import Theme

_PLACE = "house.phrases"
_WORDS_HEIGHT = 56  # pixels: two lines


class TermsPage(SettingsPage):
    """The table of terms, and below it single words, honorifics, and quotation marks."""

    places = (_PLACE, "house.words", "house.honorifics", "house.quotes")

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.edit = RowsEdit(
            theme,
            self.tr("Istilah"),
            (
                Column("wrong", self.tr("Tulisan"), 4),
                Column("write", self.tr("Gantinya"), 4),
                Column("reason", self.tr("Alasan"), 5),
                Column("", "", 5, shown=lambda _: ""),
            ),
        )
        self._say(
            self.tr(
                "Yang ditulis dengan huruf kecil ditemukan dengan huruf apa pun; yang berhuruf"
                " besar (HP) hanya persis begitu. Tanpa ganti, tulisan itu hanya ditandai, dengan"
                " alasannya."
            )
        )
        self.rows.addWidget(self.edit, 1)
        words = WordsField(draft, "house.words", self.tr("Kata yang benar di redaksi ini"),
                           self.tr("Satu per satu, dipisah koma"))  # fmt: skip
        honorifics = WordsField(
            draft, "house.honorifics", self.tr("Sapaan yang tidak ditulis di depan nama"),
            self.tr("Misalnya Bapak, Ibu"))  # fmt: skip
        quotes = ChoiceField(
            draft, "house.quotes", self.tr("Tanda petik"), self.tr("Juga yang jadi sendiri"),
            (("curly", self.tr("Lengkung “ ”")), ("straight", self.tr("Lurus \" \""))))  # fmt: skip
        for field in (words, honorifics):
            field.text.setFixedHeight(_WORDS_HEIGHT)
        self._side_by_side((words, honorifics, quotes))
        grid = self.rows.itemAt(self.rows.count() - 1).layout()
        for column, share in enumerate((3, 3, 2)):
            grid.setColumnStretch(column, share)
        quotes.layout().addStretch(1)
        self.setFocusProxy(self.edit)
        self.edit.changed.connect(self._tell)

    def show_draft(self) -> None:
        """Show the terms of the draft."""
        super().show_draft()
        self.edit.show_rows([_row(wrong, said) for wrong, said in self._draft.terms])

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row or below the field."""
        super().show_faults(faults)
        self.edit.show_faults(row_faults(faults, _PLACE, "wrong"))

    def go_to(self, place: str) -> None:
        """Go to the cell or field at a place."""
        if place.startswith(_PLACE):
            self.edit.go_to(*row_place(place))
        else:
            super().go_to(place)

    # Within.

    def _tell(self) -> None:
        self._draft.terms = [(row.get("wrong", ""), _said(row)) for row in self.edit.rows()]
        self._draft.touch()


def _row(wrong: str, said: object) -> Row:
    parts = said if isinstance(said, dict) else {"write": said}
    return {"wrong": wrong} | {key: str(part) for key, part in parts.items()}


def _said(row: Row) -> object:
    """Return what the file says of a term: its replacement, with the reason if there is one."""
    parts = {key: row[key] for key in ("write", "reason") if row.get(key, "").strip()}
    return parts if "reason" in parts else parts.get("write", "")
