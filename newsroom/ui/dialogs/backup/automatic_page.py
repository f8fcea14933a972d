"""Backups that are made by themselves: where, how much room they take, a second place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.store.backup.overview import Overview
from newsroom.store.backup.rotation import ASKED_FOR
from newsroom.ui.dialogs.backup.asking import note
from newsroom.ui.dialogs.backup.passphrase_dialog import NewPassphraseDialog
from newsroom.ui.dialogs.backup.words import size_words
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_folder
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP

_LIMITS = tuple(size * 1_000_000_000 for size in (1, 2, 4, 8, 16, 32, 64, 128))


class AutomaticPage(QWidget):
    """Shows what is set, and asks for it to be changed; all takes effect at once."""

    second_wanted = Signal(object)  # Path, or None for none
    passphrase_wanted = Signal(str)  # empty to leave backups open
    limit_wanted = Signal(object)  # bytes: more than 32 bits hold

    def __init__(self, first: Path) -> None:
        super().__init__()
        self._seen: Overview | None = None
        self._how = note("")
        self._first = _path_label(str(first))
        self.limit = QComboBox()
        self.limit.setAccessibleName(self.tr("Ruang paling banyak"))
        self.limit.activated.connect(lambda _: self.limit_wanted.emit(self.limit.currentData()))
        self._filled = note("")
        self._second = _path_label("")
        self.state = QLabel()
        self.state.setWordWrap(True)
        self._lock = note("")
        self.choose = line_button(self.tr("Pilih folder…"), self._choose)
        self.choose.setAccessibleName(self.tr("Pilih folder tempat kedua"))
        self.end = line_button(self.tr("Berhenti memakai"), self._end)
        self.close_ = line_button(self.tr("Kunci dengan kata sandi…"), self._ask)
        self.open_ = line_button(self.tr("Lepas kata sandi"), self._leave_open)
        self._lay_out()

    def show_overview(self, seen: Overview) -> None:
        """Show how things stand."""
        self._seen = seen
        rhythm, second = seen.settings.rhythm, seen.settings.second
        self._how.setText(
            self.tr(
                "Selagi Anda bekerja, cadangan dibuat tiap jam bila ada yang berubah. Yang "
                "disimpan: satu untuk tiap {0} jam, {1} hari, dan {2} minggu terakhir yang ada "
                "cadangannya, serta {3} terakhir yang Anda minta. Foto yang sama disimpan "
                "sekali saja."
            ).format(rhythm.hours, rhythm.days, rhythm.weeks, ASKED_FOR)
        )
        self.limit.clear()
        for size in sorted({*_LIMITS, rhythm.most_bytes}):
            self.limit.addItem(size_words(size), size)
        self.limit.setCurrentIndex(self.limit.findData(rhythm.most_bytes))
        self._filled.setText(
            self.tr("{0} terpakai di komputer ini. Bila penuh, yang terlama dihapus.").format(
                size_words(seen.filled)
            )
        )
        self._second.setText(str(second) if second else self.tr("Belum dipilih"))
        self._say_state(seen)
        sealed = seen.settings.seal is not None
        self._lock.setText(
            self.tr("Cadangan di sana dikunci dengan kata sandi.")
            if sealed
            else self.tr("Cadangan di sana dapat dibuka siapa saja yang memegang cakramnya.")
        )
        self._lock.setVisible(second is not None)
        self.end.setVisible(second is not None)
        self.close_.setVisible(second is not None)
        self.close_.setText(
            self.tr("Ganti kata sandi…") if sealed else self.tr("Kunci dengan kata sandi…")
        )
        self.open_.setVisible(second is not None and sealed)

    # Within.

    def _say_state(self, seen: Overview) -> None:
        if seen.settings.second is None:
            words, role = self.tr("Misalnya cakram luar atau folder jaringan."), "muted"
        elif seen.is_second_there:
            words, role = self.tr("● Terpasang dan dipakai."), "good"
        else:
            words = self.tr("▲ Tidak ditemukan. Cadangan di komputer ini tetap dibuat.")
            role = "warning"
        self.state.setText(words)
        set_styled(self.state, "role", role)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnMinimumWidth(0, 140)
        grid.setColumnStretch(1, 1)
        limit = QHBoxLayout()
        limit.setSpacing(3 * STEP)
        limit.addWidget(self.limit)
        limit.addWidget(self._filled, 1)
        buttons, lock = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((buttons, (self.choose, self.end)), (lock, (self.close_, self.open_))):
            row.setSpacing(2 * STEP)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch()
        grid.addWidget(_name(self.tr("Tempat biasa")), 0, 0)
        grid.addWidget(self._first, 0, 1)
        grid.addWidget(_name(self.tr("Ruang paling banyak"), self.limit), 1, 0)
        grid.addLayout(limit, 1, 1)
        grid.setRowMinimumHeight(2, 2 * STEP)
        grid.addWidget(_name(self.tr("Tempat kedua")), 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._second, 3, 1)
        grid.addWidget(self.state, 4, 1)
        grid.addLayout(buttons, 5, 1)
        grid.addWidget(self._lock, 6, 1)
        grid.addLayout(lock, 7, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4 * STEP)
        rows.addWidget(self._how)
        rows.addLayout(grid)
        rows.addStretch()

    def _choose(self) -> None:
        second = self._seen.settings.second if self._seen else None
        ask_folder(
            self,
            self.tr("Tempat kedua untuk cadangan"),
            str(second or ""),
            lambda name: self.second_wanted.emit(Path(name)),
        )

    def _end(self) -> None:
        self.choose.setFocus()  # the button itself is about to go
        self.second_wanted.emit(None)

    def _ask(self) -> None:
        dialog = NewPassphraseDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.passphrase_wanted.emit(dialog.passphrase.word))
        dialog.open()

    def _leave_open(self) -> None:
        self.close_.setFocus()
        self.passphrase_wanted.emit("")


def _path_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # a long name of a folder does not widen the dialog
    return label


def _name(text: str, field: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "strong")
    if field is not None:
        label.setBuddy(field)
    return label
