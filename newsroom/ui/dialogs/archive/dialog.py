"""“Impor arsip”: from a folder or an export of a site to a report of all that was in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.archive.look import Look
from newsroom.exchange.archive.report import Outcome, Report
from newsroom.ui.dialogs.archive.look_view import LookView
from newsroom.ui.dialogs.archive.report_view import ReportView
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_folder, ask_save
from newsroom.ui.dialogs.progress_foot import ProgressFoot
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number


class _State(Enum):
    ASKING = auto()
    LOOKING = auto()
    READY = auto()
    IMPORTING = auto()
    STOPPED = auto()
    DONE = auto()


class ArchiveDialog(QDialog):
    """Asks for the archive, shows what it holds and what became of it; others do the work."""

    source_chosen = Signal(object)  # [Path]
    import_wanted = Signal(object, bool, bool)  # [Path], whether to set out, changed ones too
    report_wanted = Signal(object)  # Path to write the report to
    story_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Impor arsip"))
        resize_in_screen(self, 860, 560)
        self._paths: list[Path] = []
        self._look: Look | None = None
        self._state = _State.ASKING
        self._source = QLabel()
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._source.setWordWrap(True)
        self._source.setMinimumWidth(1)  # a long name of a folder does not widen the dialog
        self.folder = line_button(self.tr("Pilih folder…"), self._choose_folder)
        self.file = line_button(self.tr("Pilih berkas ekspor…"), self._choose_file)
        self.note = EmptyNote(theme, "folder", "", "")
        self._saying = QWidget()
        middle = QVBoxLayout(self._saying)
        middle.addStretch(1)
        middle.addWidget(self.note)
        middle.addStretch(2)
        self.look = LookView()
        self.report = ReportView()
        self.report.story_chosen.connect(self._open)
        self.stack = QStackedWidget()
        for page in (self._saying, self.look, self.report):
            self.stack.addWidget(page)
        self.foot = ProgressFoot(self._progress_words)
        self.foot.close_wanted.connect(self.reject)
        self.save = line_button(self.tr("Simpan laporan…"), self._choose_report)
        self.go = QPushButton(self.tr("Impor"))
        self.go.setProperty("kind", "main")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._go)
        self.foot.add_left(self.save)
        self.foot.add_main(self.go)
        self._lay_out()
        self._enter(_State.ASKING)
        self.folder.setFocus()

    # What becomes known.

    def choose(self, paths: Sequence[Path]) -> None:
        """Take these as the archive, and ask for a look at them."""
        self._paths = list(paths)
        self._look = None
        self._source.setText(", ".join(map(str, self._paths)))
        self._enter(_State.LOOKING)
        self.foot.begin(self.tr("Melihat isi arsip"))
        self.source_chosen.emit(self._paths)

    def show_look(self, look: Look) -> None:
        """Show what the archive holds."""
        self._look = look
        self.look.show_look(look)
        self._enter(_State.READY)
        self.foot.end("")
        if look.stories:
            self.go.setFocus()
            return
        self.folder.setFocus()
        if look.others or look.faults:
            words = self.tr("Untuk foto saja: Format, Tambah foto dari folder.")
            self.foot.say(words)

    def show_report(self, report: Report) -> None:
        """Show what became of each story; of all there were, or of those until it was stopped."""
        if report.is_stopped and not report.lines:
            self._enter(_State.READY)
            self.foot.end(self.tr("Dihentikan sebelum ada yang diimpor."))
            self.go.setFocus()
            return
        self.report.show_report(report, self._paths)
        self._enter(_State.STOPPED if report.is_stopped else _State.DONE)
        told = ", ".join(
            f"{number(count)} {outcome}" for outcome in Outcome if (count := report.count(outcome))
        )
        if report.is_stopped:
            words = self.tr("Dihentikan setelah {0} dari {1}: {2}. Lanjutkan kapan saja.")
            self.foot.end(words.format(number(len(report.lines)), number(report.total), told))
            self.go.setFocus()
            return
        unread = report.count(Outcome.UNREADABLE)
        self.foot.end(self.tr("Selesai: {0}.").format(told), "warning" if unread else "good")
        self.report.table.setFocus()

    def show_error(self, message: str) -> None:
        """Say why it can't go on; what was taken in until then stays."""
        self._enter(_State.READY if self._look else _State.ASKING)
        self.foot.end(message, "error")
        (self.go if self._look else self.folder).setFocus()

    def show_stopped(self) -> None:
        """Ask for an archive again: the look at this one was stopped."""
        self._paths = []
        self._enter(_State.ASKING)
        self.foot.end(self.tr("Dibatalkan. Tidak ada yang diimpor."))
        self.folder.setFocus()

    @property
    def is_importing(self) -> bool:
        """Say whether an archive is being taken in, and no other can be chosen."""
        return self._state is _State.IMPORTING

    def say(self, message: str, role: str) -> None:
        """Say how something beside that went."""
        self.foot.say(message, role)

    def reject(self) -> None:
        """Stop what is under way; else close."""
        if self.foot.is_working:
            self.foot.cancel()
        else:
            super().reject()

    # Within.

    def _lay_out(self) -> None:
        top, rows = QHBoxLayout(), QVBoxLayout(self)
        top.setSpacing(2 * STEP)
        top.addWidget(self._source, 1)
        top.addWidget(self.folder)
        top.addWidget(self.file)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addLayout(top)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.foot)

    def _enter(self, state: _State) -> None:
        self._state = state
        is_busy = state in (_State.LOOKING, _State.IMPORTING)
        for button in (self.folder, self.file):
            button.setEnabled(state is not _State.IMPORTING)
        reported = state in (_State.STOPPED, _State.DONE)
        self.save.setVisible(reported)
        self.look.setEnabled(not is_busy)
        self.go.setVisible(state not in (_State.IMPORTING, _State.DONE))
        self.go.setText(self.tr("Lanjutkan") if state is _State.STOPPED else self.tr("Impor"))
        can = state is _State.STOPPED or bool(self._look and self._look.stories)
        self.go.setEnabled(can and not is_busy)
        if reported:
            self.stack.setCurrentWidget(self.report)
        elif state in (_State.READY, _State.IMPORTING):
            self.stack.setCurrentWidget(self.look)
        else:
            self._say_place()

    def _say_place(self) -> None:
        if self._state is _State.LOOKING:
            self.note.say(
                "folder",
                self.tr("Melihat isi arsip"),
                self.tr("Isinya dihitung dulu. Tidak ada yang diimpor sebelum diminta."),
            )
        else:
            self._source.setText("")
            self.note.say(
                "folder",
                self.tr("Pilih arsip yang akan diimpor"),
                self.tr(
                    "Folder berisi naskah (.docx, .txt, .md, .html, .naskah), atau berkas ekspor "
                    "WordPress (.xml, .xml.gz, .zip). Keduanya juga dapat dijatuhkan ke jendela."
                ),
            )
        self.stack.setCurrentWidget(self._saying)

    def _progress_words(self, done: int, total: int) -> str:
        return self.tr("{0} dari {1}").format(number(done), number(total))

    def _go(self) -> None:
        self._enter(_State.IMPORTING)
        self.foot.begin(self.tr("Mengimpor"))
        self.import_wanted.emit(
            self._paths, self.look.split.isChecked(), self.look.changed.isChecked()
        )

    def _open(self, id: str) -> None:
        self.story_chosen.emit(id)
        self.accept()

    def _choose_folder(self) -> None:
        ask_folder(
            self, self.tr("Impor arsip dari folder"), "", lambda name: self.choose([Path(name)])
        )

    def _choose_file(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(
            self,
            self.tr("Impor ekspor WordPress"),
            QStandardPaths.writableLocation(documents),
            self.tr("Ekspor WordPress (*.xml *.xml.gz *.zip)"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.choose(list(map(Path, names))))
        dialog.open()

    def _choose_report(self) -> None:
        title, kind = self.tr("Simpan laporan impor"), self.tr("Tabel CSV (*.csv)")

        def chosen(name: str) -> None:
            self.report_wanted.emit(Path(name))

        ask_save(self, title, "laporan-impor.csv", kind, chosen)
