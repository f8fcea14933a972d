"""What few stories need: fields of the data folded under headings until they are wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from newsroom.story.texts import SEARCH_DESCRIPTION, SEARCH_TITLE
from newsroom.ui.inspector.aftermath_group import aftermath
from newsroom.ui.inspector.form_group import FormGroup
from newsroom.ui.inspector.form_rows import FormRows
from newsroom.ui.inspector.panel import STOP
from newsroom.ui.inspector.sections_menu import SectionsMenu
from newsroom.ui.inspector.sources_edit import SourcesEdit

_SHARED = ("search_title", "search_description", "social", "canonical")
_AFTERMATH = ("corrections", "answers", "answered_by", "withdrawal")
_SOCIAL = 280  # characters; X cuts there, and others fold not far behind

Groups = dict[FormGroup, tuple[str, ...]]  # with the names of the fields in each


def folded_groups(rows: FormRows) -> Groups:
    """Return the groups; what is in one is made when it opens first."""

    def filling(make: Callable[[FormRows], None]) -> Callable[[QVBoxLayout], None]:
        def fill(into: QVBoxLayout) -> None:
            rows.into = into.addLayout
            make(rows)
            rows.made.emit()

        return fill

    return {
        FormGroup(rows.theme, title, filling(make)): names
        for title, names, make in (
            (_tr("Kontributor dan narasumber"), ("contributors", "sources"), _people),
            (_tr("Rubrik lain dan topik"), ("other_sections", "topic"), _placing),
            (_tr("Pencarian dan berbagi"), _SHARED, _sharing),
            (_tr("Waktu"), ("event", "deadline", "publish"), _times),
            (_tr("Sesudah tayang"), _AFTERMATH, aftermath),
        )
    }


def _people(rows: FormRows) -> None:
    rows.persons("contributors", _tr("Kontributor"))
    sources = SourcesEdit(rows.theme, rows.people)
    sources.grown.connect(rows.grown)
    rows.put("sources", _tr("Narasumber"), sources, sources.edited,
             sources.items, sources.set_items)  # fmt: skip


def _placing(rows: FormRows) -> None:
    name = _tr("Rubrik lain")
    menu = SectionsMenu(rows.theme, name, rows.profile.sections)
    menu.setProperty(STOP, True)
    rows.put("other_sections", name, menu, menu.edited, menu.sections, menu.set_sections)
    rows.prose("topic", _tr("Topik khusus"))


def _sharing(rows: FormRows) -> None:
    rows.prose("search_title", _tr("Judul di mesin pencari"), SEARCH_TITLE)
    rows.prose("search_description", _tr("Deskripsi di mesin pencari"), SEARCH_DESCRIPTION)
    # It alone has paragraphs; the others are one wherever they are shown.
    rows.prose("social", _tr("Teks media sosial"), _SOCIAL, one_line=False)
    address = rows.line("canonical", _tr("Alamat naskah asal (kanonis)"))
    address.setPlaceholderText(_tr("https://… bila lebih dulu tayang di portal lain"))


def _times(rows: FormRows) -> None:
    happens = _tr("Terjadi {0} pukul {1} {2}.")
    rows.moment("event", _tr("Peristiwa"), _tr("peristiwa"), happens, ahead=None)
    until = _tr("Harus selesai {0} pukul {1} {2}.")
    rows.moment("deadline", _tr("Tenggat"), _tr("tenggat"), until)
    rows.moment("publish", _tr("Tayang"), _tr("tayang"), _tr("Tayang {0} pukul {1} {2}."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataForm", text)
