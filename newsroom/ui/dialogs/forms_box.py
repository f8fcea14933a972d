"""The choice of the form in which stories are exported."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from newsroom.exchange.formats import FORMS


class FormsBox(QComboBox):
    """The upload bundle first, then all other forms; ``form`` is one of ``EXPORTS``."""

    def __init__(self, chosen: str = "") -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Bentuk"))
        self.addItem(self.tr("Paket impor WordPress (.zip)"), "bundle")
        for form in FORMS:
            self.addItem(self.tr(form.label), form.name)
        self.setCurrentIndex(max(self.findData(chosen), 0))

    @property
    def form(self) -> str:
        """The form chosen, by its name."""
        return str(self.currentData())

    @property
    def what(self) -> str:
        """What such a file is called, in lower case."""
        names = {"bundle": self.tr("paket"), "docx": self.tr("dokumen")}
        return names.get(self.form, self.tr("berkas"))
