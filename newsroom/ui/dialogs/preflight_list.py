"""What a portal still asks of a story, each line leading to its place."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from newsroom.language.finding import Finding, Severity
from newsroom.ui.theme import ICON_SIZE, Theme

_PHOTO = re.compile(r"photos\[(\d+)\]\.(\w+)")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


class PreflightList(QListWidget):
    """Errors first; a word and an icon say how much each line weighs."""

    finding_chosen = Signal(Finding)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._found: list[Finding] | None = None
        self.setAccessibleName(self.tr("Hasil pemeriksaan"))
        self.setWordWrap(True)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            "QListView::item { padding: 6px 4px; border-radius: 6px; }"
            "QListView::item:selected { background: palette(highlight); color: palette(text); }"
        )
        self.itemActivated.connect(self._choose)
        theme.changed.connect(self._fill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the place with Enter, and no more; where there is none, leave it to others."""
        item = self.currentItem()
        if event.key() in _ENTER and item and item.data(Qt.ItemDataRole.UserRole):
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def show_findings(self, findings: list[Finding] | None) -> None:
        """Show what was found; None while it is being looked for."""
        self._found = findings
        self._fill()

    @property
    def errors(self) -> list[Finding] | None:
        """What stands in the way; None while that is not known."""
        if self._found is None:
            return None
        return [finding for finding in self._found if finding.severity is Severity.ERROR]

    def place(self, finding: Finding) -> str:
        """Name the part of the story that a finding is about, in lower case."""
        names = {
            "kicker": self.tr("kicker"),
            "headline": self.tr("judul"),
            "subheadline": self.tr("subjudul"),
            "dateline": self.tr("dateline"),
            "closing": self.tr("kode penutup"),
            "editor": self.tr("editor"),
            "body": self.tr("tubuh berita"),
            "section": self.tr("rubrik"),
            "tags": self.tr("tag"),
            "summary": self.tr("ringkasan"),
            "slug": self.tr("slug"),
            "embargo": self.tr("embargo"),
            "byline": self.tr("penulis"),
            "contributors": self.tr("kontributor"),
            "other_sections": self.tr("rubrik lain"),
            "topic": self.tr("topik khusus"),
            "search_title": self.tr("judul di mesin pencari"),
            "search_description": self.tr("deskripsi di mesin pencari"),
            "social": self.tr("teks media sosial"),
            "canonical": self.tr("alamat naskah asal"),
            "event": self.tr("waktu peristiwa"),
            "deadline": self.tr("tenggat"),
            "publish": self.tr("waktu tayang"),
            "corrections": self.tr("ralat"),
            "answers": self.tr("berita yang dijawab atau diralat"),
            "answered_by": self.tr("hak jawab atau ralat"),
            "withdrawal": self.tr("alasan pencabutan"),
            "photos": self.tr("foto"),
            "caption": self.tr("keterangan foto {0}"),
            "credit": self.tr("kredit foto {0}"),
            "alt": self.tr("teks alternatif foto {0}"),
            "file": self.tr("berkas foto {0}"),
            "creator": self.tr("pembuat foto {0}"),
            "copyright": self.tr("hak cipta foto {0}"),
            "rights": self.tr("hak foto {0}"),
            "source": self.tr("sumber foto {0}"),
            "permission": self.tr("izin foto {0}"),
        }
        photo = _PHOTO.fullmatch(finding.field)
        if photo and photo[2] == "embargo":  # which a story has too
            return self.tr("embargo foto {0}").format(int(photo[1]) + 1)
        if photo and photo[2] in names:
            return names[photo[2]].format(int(photo[1]) + 1)
        return names.get(finding.field, finding.field)

    # Within.

    def _fill(self) -> None:
        self.clear()
        if self._found is None:
            self._add(self.tr("Memeriksa naskah…"), "", "muted")
        elif not self._found:
            self._add(self.tr("Semua lengkap."), "check", "good")
        for finding in sorted(self._found or (), key=lambda f: _ORDER.index(f.severity)):
            colour = finding.severity.value
            item = self._add(self._words(finding), colour, colour)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(self.tr("Enter atau klik ganda: buka tempatnya"))
        if self._found:
            self.setCurrentRow(0)

    def _add(self, text: str, icon: str, colour: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        if icon:
            item.setIcon(self._theme.icon(icon, colour))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)
        return item

    def _words(self, finding: Finding) -> str:
        weight = {
            Severity.ERROR: self.tr("Wajib"),
            Severity.WARNING: self.tr("Sebaiknya"),
            Severity.HINT: self.tr("Saran"),
        }[finding.severity]
        photo = _PHOTO.fullmatch(finding.field)
        which = self.tr("Foto {0}: ").format(int(photo[1]) + 1) if photo else ""
        return f"{weight} · {which}{finding.message}"

    def _choose(self, item: QListWidgetItem) -> None:
        finding = item.data(Qt.ItemDataRole.UserRole)
        if finding is not None:
            self.finding_chosen.emit(finding)
