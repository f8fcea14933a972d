"""“Jejak naskah”: what happened to the open story, to look through and to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.trail.entry import Part, Trail
from newsroom.story.trail.shown import Shown, shown
from newsroom.ui.dialogs.files import ask_save
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.trail.entries_model import EntriesModel
from newsroom.ui.trail.entry_view import EntryView
from newsroom.ui.written import number

_ROW = 32  # pixels
_WIDTHS = (148, 200, 140)
_GAP = 6
_HALF = 200


class TrailDialog(QDialog):
    """Shows a trail and what of it is to be printed; others read and write it."""

    wanted_whole = Signal(bool)  # long changes as they are: the trail is read anew
    save_wanted = Signal(object, Path)  # Trail, as it is to be printed, and where to

    def __init__(
        self, theme: Theme, headline: str, file_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Jejak naskah"))
        resize_in_screen(self, 860, 640)
        self._trail: Trail | None = None
        self._is_whole = False
        self._back_to: QWidget | None = None
        self._file_name = file_name
        self._title = QLabel(headline.strip() or self.tr("Tanpa judul"))
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._part: Part | None = None
        self._chips = self._make_chips()
        self.entries = EntriesModel(self)
        self.table = self._make_table()
        self.view = EntryView(theme)
        self.changes = self._box(self.tr("Isi perubahan"), on=True)
        self.talk = self._box(self.tr("Komentar di antara rekan"), on=True)
        self.short_names = self._box(self.tr("Singkat nama orang"), on=False)
        self.whole = QCheckBox(self.tr("Perubahan panjang utuh"))
        self.whole.toggled.connect(self.wanted_whole)
        self.foot = ProgressFoot(self._progress_words)
        self.foot.close_wanted.connect(self.reject)
        self.save = QPushButton(self.tr("Simpan PDF…"))
        self.save.setProperty("kind", "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        self.foot.add_main(self.save)
        self._lay_out()
        self.read_on()

    def read_on(self) -> None:
        """Say that the trail is being read."""
        self._back_to = self.focusWidget()
        self.foot.begin(self.tr("Membaca jejak naskah"))
        self._enable()

    def show_trail(self, trail: Trail) -> None:
        """Show a trail."""
        self._trail, self._is_whole = trail, self.whole.isChecked()
        self.foot.end("")
        self._enable()
        self._refresh()
        (self._back_to or self.table).setFocus()

    def write_on(self) -> None:
        """Say that the trail is being written."""
        self.foot.begin(self.tr("Menyusun halaman"))
        self._enable()

    def show_saved(self, path: Path) -> None:
        """Say where the file lies."""
        told = self.tr("Jejak naskah tersimpan di {0}").format(path)
        self.foot.end(told, "good", folder=path.parent)
        self._enable()
        self.save.setFocus()

    def show_error(self, message: str) -> None:
        """Say why nothing came of it."""
        self.foot.end(message, "error")
        self._enable()
        self._show_what_is_shown()

    def show_stopped(self) -> None:
        """Say that the person stopped it."""
        self.foot.end(self.tr("Dibatalkan. Tidak ada berkas yang ditulis."))
        self._enable()
        self._show_what_is_shown()

    def as_wanted(self) -> Trail | None:
        """Return the trail as it is to be shown and printed."""
        if self._trail is None:
            return None
        wanted = Shown(
            self.changes.isChecked(), self.talk.isChecked(), self.short_names.isChecked()
        )
        return shown(self._trail, wanted)

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    # Within.

    def _make_chips(self) -> dict[Part | None, QPushButton]:
        group, chips = QButtonGroup(self), {}
        for part in (None, *Part):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _=False, part=part: self._choose_part(part))
            group.addButton(chip)
            chips[part] = chip
        chips[None].setChecked(True)
        return chips

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("kind", "rows")
        table.setAccessibleName(self.tr("Langkah, perubahan, dan komentar"))
        table.setModel(self.entries)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            heads.resizeSection(column, width)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_entry())
        return table

    def _box(self, text: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(on)
        box.toggled.connect(self._refresh)
        return box

    def _lay_out(self) -> None:
        chips = QWidget()
        row = FlowLayout(_GAP)
        chips.setLayout(row)
        for chip in self._chips.values():
            row.addWidget(chip)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.view)
        halves.setSizes([_HALF, _HALF])
        boxes = QWidget()
        choices = FlowLayout(4 * STEP)
        boxes.setLayout(choices)
        for box in (self.changes, self.talk, self.short_names, self.whole):
            choices.addWidget(box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self._title)
        rows.addWidget(chips)
        rows.addWidget(halves, 1)
        rows.addWidget(boxes)
        rows.addWidget(self.foot)

    def _enable(self) -> None:
        free = not self.foot.is_working
        known = free and self._trail is not None
        for widget in (self.table, self.changes, self.talk, self.short_names, self.whole):
            widget.setEnabled(known)
        self.save.setEnabled(known)

    def _show_what_is_shown(self) -> None:
        """Say of the trail that is still there whether it has long changes as they are."""
        with QSignalBlocker(self.whole):
            self.whole.setChecked(self._is_whole)

    def _choose_part(self, part: Part | None) -> None:
        self._part = part
        self._refresh()

    def _refresh(self) -> None:
        """List what is wanted; the place in the list is kept as far as it is there."""
        trail = self.as_wanted()
        if trail is None:
            return
        before = self.entries.entry_at(self.table.currentIndex().row())
        part, entries = self._part, trail.entries
        for each, chip in self._chips.items():
            count = sum(1 for one in entries if each is None or one.is_of(each))
            chip.setText(f"{each.label if each else self.tr('Semua')} {number(count)}")
        listed = [one for one in entries if part is None or one.is_of(part)]
        self.entries.show(listed, trail.zone)
        facts = before.facts if before else None
        row = next((at for at, one in enumerate(listed) if one.facts == facts), 0)
        if listed:
            self.table.selectRow(row)
        self._show_entry()

    def _show_entry(self) -> None:
        if self._trail is not None:
            entry = self.entries.entry_at(self.table.currentIndex().row())
            self.view.show_entry(entry, self._trail.zone)

    def _progress_words(self, done: int, total: int) -> str:
        return self.tr("{0} dari {1}").format(number(done), number(total))

    def _choose(self) -> None:
        title, kind = self.tr("Simpan jejak naskah"), self.tr("PDF (*.pdf)")
        ask_save(self, title, self._file_name, kind, self._save_to)

    def _save_to(self, name: str) -> None:
        if (trail := self.as_wanted()) is not None:
            self.save_wanted.emit(trail, Path(name))
