"""“Dateline”: how the portal writes it, how it reads then, and which ways the checker takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from newsroom.story.dateline import Dateline, write_dateline
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.page import SettingsPage, row_faults, row_place
from newsroom.ui.dialogs.settings.rows_edit import RowsEdit
from newsroom.ui.dialogs.settings.rows_model import Column, Row
from newsroom.ui.theme import Theme

_WRITTEN, _CHECKED = "portal.datelines", "house.dateline.patterns"
_DAY = date(2026, 3, 17)


class DatelinePage(SettingsPage):
    """Two lists of patterns with an example of each, as it is typed."""

    places = (_WRITTEN, "house.dateline")

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, draft)
        self.written = self._list(theme, self.tr("Cara menulis dateline"))
        self.checked = self._list(theme, self.tr("Cara yang diterima pemeriksa"))
        self._lists = {_WRITTEN: self.written, _CHECKED: self.checked}
        self._head(self.tr("Cara portal menulisnya, yang utama lebih dulu"))
        self._say(
            self.tr(
                "{place} {source} {date} ditulis apa adanya, {PLACE} {SOURCE} dengan huruf besar;"
                " tanda pisahnya ikut ditulis. Dipakai pola pertama yang datanya ada."
            )
        )
        self.rows.addWidget(self.written, 3)
        self._head(self.tr("Yang diterima pemeriksa di tubuh berita"))
        self._say(self.tr("Yang ditulis lain ditandai. Kosong: cara mana pun diterima."))
        self.rows.addWidget(self.checked, 2)
        self.same = line_button(self.tr("Samakan dengan portal"), self._make_same)
        self.same.setProperty("small", True)
        self.checked.layout().itemAt(1).layout().addWidget(self.same)
        self.setFocusProxy(self.written)

    def show_draft(self) -> None:
        """Show the patterns of the draft."""
        for place, rows in self._lists.items():
            rows.show_rows([{"pattern": one} for one in self._draft.get(place, [])])

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, in the row; that there is none, below the list."""
        for place, rows in self._lists.items():
            rows.show_faults(row_faults(faults, place, "pattern"))
        missing = self.tr("Portal perlu paling sedikit satu cara.")
        self.written.say_missing(missing if _WRITTEN in faults else "")

    def go_to(self, place: str) -> None:
        """Go to the cell at a place."""
        self._lists.get(place.partition("[")[0], self.written).go_to(*row_place(place))

    # Within.

    def _list(self, theme: Theme, name: str) -> RowsEdit:
        made = RowsEdit(
            theme,
            name,
            (
                Column("pattern", self.tr("Pola"), 1, clean=_spaced),
                Column("", self.tr("Terbaca"), 1, shown=self._example),
            ),
        )
        made.changed.connect(lambda: self._tell(made))
        return made

    def _tell(self, rows: RowsEdit) -> None:
        place = next(place for place, known in self._lists.items() if known is rows)
        patterns = [row["pattern"] for row in rows.rows()]
        if place == _CHECKED and not patterns:
            self._draft.set(place, None)
        else:
            self._draft.set(place, patterns)

    def _make_same(self) -> None:
        self.checked.show_rows([dict(row) for row in self.written.rows()])
        self._tell(self.checked)

    def _example(self, row: Row) -> str:
        pattern = row.get("pattern", "")
        if not pattern.strip():
            return ""
        source = str(self._draft.get("portal.source", ""))
        opening = write_dateline(Dateline("Serang", source, _DAY), [pattern])
        return self.tr("{0}Warga berkumpul …").format(opening) if opening else ""


def _spaced(text: str) -> str:
    """Return a pattern with one space behind it: the prose follows."""
    return f"{text.strip()} " if text.strip() else ""
