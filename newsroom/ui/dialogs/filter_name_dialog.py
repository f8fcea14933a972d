"""A name for the search at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from newsroom.story.workflow import Status
from newsroom.ui.dialogs.name_dialog import NameDialog


class FilterNameDialog(NameDialog):
    """Says what will be kept, and beforehand whether it takes the place of another search."""

    def __init__(
        self, query: str, status: Status | None, forms: bool, names: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(
            parent,
            self.tr("Simpan saringan"),
            self.tr("Simpan"),
            " ".join(part for part in (status and status.label, query) if part),
            names,
            self.tr("Nama ini sudah dipakai; saringan yang lama diganti."),
            instead=self.tr("Ganti"),
            about=self.tr("Yang dicari: {0}").format(in_words(query, status, forms)),
        )


def in_words(query: str, status: Status | None, forms: bool = False) -> str:
    """Say what a search seeks.

    >>> in_words("banjir sejak:2026", Status.READY), in_words("", Status.DRAFT)
    ('“banjir sejak:2026” · Siap tayang', 'Draf')
    """
    parts = (f"“{query}”" if query else "", status.label if status else "")
    return " · ".join((*filter(None, parts), *(("bentuk kata",) if forms and query else ())))
