"""Where several stories are exported: which are ready, in what form, where to, how far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.again_dialog import ask_again
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_folder
from newsroom.ui.dialogs.forms_box import FormsBox
from newsroom.ui.dialogs.many_export_choice import Choice, Order
from newsroom.ui.dialogs.outcome_tree import OutcomeTree
from newsroom.ui.dialogs.override_field import OverrideField
from newsroom.ui.dialogs.portals_box import PortalsBox
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.exchange.exported import ExportedStory


class _State(Enum):
    CHECKING = auto()
    ASKING = auto()
    EXPORTING = auto()
    STOPPING = auto()
    DONE = auto()


class ManyExportDialog(QDialog):
    """Checks all of them first, exports those that are ready, and tells what became of each."""

    check_wanted = Signal(str, str)  # portal, form
    export_wanted = Signal(Order)
    cancelled = Signal()
    story_chosen = Signal(str, object)  # id, Finding or None

    def __init__(
        self,
        theme: Theme,
        count: int,
        portals: Mapping[str, str],
        parent: QWidget | None = None,
        form: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ekspor naskah terpilih"))
        resize_in_screen(self, 620, 640)
        self._theme = theme
        self._state = _State.CHECKING
        self._choice = Choice(count)
        self._checked = 0
        self._order = Order()  # that is being carried out, or was last
        self._told: list[ExportedStory] = []
        self._skipped = 0  # stories that were not exported again
        self._title = QLabel(self.tr("{0} naskah").format(number(count)))
        self._title.setProperty("role", "title")
        self.portals = PortalsBox(portals)
        self.portals.currentIndexChanged.connect(self.check)
        self.forms = FormsBox(form)
        self.forms.currentIndexChanged.connect(self.check)
        self.together = QCheckBox(self.tr("Satu paket untuk semua naskah"))
        self.together.toggled.connect(self._refresh)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.destination = QLineEdit(QStandardPaths.writableLocation(documents))
        self.destination.setAccessibleName(self.tr("Simpan ke folder"))
        self.destination.textChanged.connect(self._refresh)
        self.browse = line_button(self.tr("Pilih…"), self._browse)
        self.stories = OutcomeTree(theme, self.tr("Naskah dan pemeriksaannya"))
        self.stories.chosen.connect(self._choose)
        self.override = OverrideField()
        self.override.changed.connect(self._refresh)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Room for three lines from the start: nothing moves when something is said.
        self.message.setMinimumHeight(3 * self.message.fontMetrics().lineSpacing())
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.leave = line_button(self.tr("Tutup"), self.reject)
        self.export = QPushButton()
        self.export.setProperty("kind", "main")
        self.export.setDefault(True)
        self.export.clicked.connect(self._export)
        self.open_folder = QPushButton(self.tr("Buka folder"))
        self.open_folder.setProperty("kind", "main")
        self.open_folder.clicked.connect(self._open_folder)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._export)
        self._lay_out()
        self.leave.setFocus()
        self._tint()
        theme.changed.connect(self._tint)
        self._enter(_State.CHECKING)

    @property
    def form(self) -> str:
        """The form chosen: one of the program's ``EXPORTS``."""
        return self.forms.form

    def check(self) -> None:
        """Ask for the check of all stories, for what is chosen now."""
        if self._state in (_State.CHECKING, _State.ASKING):
            self._checked = 0
            self._told = []
            self._choice.looked = {}
            self.stories.clear()
            self._enter(_State.CHECKING)
            self.check_wanted.emit(self.portals.portal, self.form)

    # How the work goes.

    def show_checked(self, part: Sequence[ExportedStory]) -> None:
        """Show of some more stories whether they can be exported."""
        for one in part:
            self._choice.looked[one.id] = one
            lacks = one.missing or (one.why and not one.was_sent)
            level = "error" if lacks else "warning" if one.was_sent else "good"
            self.stories.put(one.id, one.headline, level, one.why, one.missing)
        self._checked += len(part)
        if self._checked == self._choice.total:
            self._enter(_State.ASKING)
            if self.focusWidget() in (None, self.leave):  # nobody is choosing yet
                (self.export if self._choice.ready else self.stories).setFocus()
        else:
            self._advance(self.tr("Memeriksa: {0} dari {1}…"), self._checked, self._choice.total)

    def show_prepared(self, done: int, total: int) -> None:
        """Show how far the one bundle for all is."""
        if self._state is _State.EXPORTING:
            self._advance(self.tr("Menyiapkan paket: {0} dari {1}…"), done, total)

    def show_exported(self, one: ExportedStory) -> None:
        """Show what became of one more story."""
        self._told.append(one)
        if one.path is not None:
            name = "" if self._order.together else one.path.name
            self.stories.put(one.id, one.headline, "good", name)
        elif one.why:
            self.stories.put(one.id, one.headline, "error", one.why, one.missing)
        if self._state is _State.EXPORTING and not self._order.together:
            count, total = len(self._told), len(self._order.ids)
            self._advance(self.tr("Mengekspor: {0} dari {1}…"), count, total)

    def show_done(self) -> None:
        """Say how all of it went."""
        if self._order.together:
            self._show_done_together()
        else:
            self._show_done_apart()

    def show_error(self, message: str) -> None:
        """Say why the work could not go on; what was written until then stays."""
        stopped = self._state is _State.STOPPING and self._order.together
        done = sum(one.path is not None for one in self._told)
        if stopped:
            message = self.tr("Ekspor dibatalkan; tidak ada yang ditulis.")
        elif done:
            kept = self.tr("{0} naskah sudah tersimpan di {1}.")
            message = f"{message}\n{kept.format(number(done), self._order.folder)}"
        self._checked = self._choice.total
        self._enter(_State.ASKING)
        self._say(message, "" if stopped else "error")
        self.destination.setFocus()

    def reject(self) -> None:
        """Stop the export if one is under way; else close."""
        if self._state is _State.EXPORTING:
            self._enter(_State.STOPPING)
            after = self.tr("Menghentikan setelah naskah ini…")
            self._say(self.tr("Menghentikan…") if self._order.together else after)
            self.cancelled.emit()
        elif self._state is not _State.STOPPING:
            self.cancelled.emit()
            super().reject()

    # Within.

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(2 * STEP)
        form.setVerticalSpacing(2 * STEP)
        form.setColumnStretch(1, 1)
        for row, text, field in (
            (0, self.tr("Portal"), self.portals),
            (1, self.tr("Bentuk"), self.forms),
            (3, self.tr("Simpan ke folder"), self.destination),
        ):
            label = QLabel(text)
            label.setProperty("role", "field")
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1, 1, 1 if field is self.destination else 2)
        form.addWidget(self.together, 2, 1, 1, 2)
        form.addWidget(self.browse, 3, 2)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        for button in (self.leave, self.export, self.open_folder):
            foot.addWidget(button)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self._title)
        rows.addLayout(form)
        rows.addSpacing(STEP)
        rows.addWidget(self.stories, 1)
        rows.addWidget(self.override)
        rows.addWidget(self.progress)
        rows.addWidget(self.message)
        rows.addLayout(foot)

    def _enter(self, state: _State) -> None:
        self._state = state
        fields = (self.portals, self.forms, self.together, self.destination, self.browse)
        for widget in (*fields, self.override):
            widget.setEnabled(state in (_State.CHECKING, _State.ASKING))
        self.progress.setVisible(
            state in (_State.CHECKING, _State.EXPORTING, _State.STOPPING) and self._choice.total > 0
        )
        self.export.setVisible(state is not _State.DONE)
        self.open_folder.setVisible(state is _State.DONE)
        exporting = state in (_State.EXPORTING, _State.STOPPING)
        self.leave.setText(self.tr("Hentikan") if exporting else self.tr("Tutup"))
        self.leave.setEnabled(state is not _State.STOPPING)
        if state is _State.CHECKING:
            self._advance(self.tr("Memeriksa: {0} dari {1}…"), 0, self._choice.total)
        self._refresh()

    def _refresh(self) -> None:
        """Allow the export of what is ready, or say what stands in its way."""
        asking, choice = self._state is _State.ASKING, self._choice
        is_bundle = self.form == "bundle"
        choice.together = is_bundle and self.together.isChecked()
        choice.reason = self.override.reason
        self.together.setVisible(is_bundle)
        self.override.setVisible(choice.takes_reason)
        ready = len(choice.ready)
        words = self.tr("Ekspor {0} naskah").format(number(ready))
        if choice.together:
            words = self.tr("Ekspor satu paket")
        self.export.setText(words if ready and asking else self.tr("Ekspor"))
        blocked = choice.blocked()
        if not self.destination.text().strip():
            blocked = self.tr("Pilih dulu folder tempat menyimpannya.")
        self.export.setEnabled(asking and not blocked)
        if asking:
            self._say(blocked or choice.words())

    def _show_done_apart(self) -> None:
        written = sum(one.path is not None for one in self._told)
        failed = len(self._told) - written
        parts = [
            self.tr("{0} naskah tersimpan di {1}.").format(number(written), self._order.folder)
        ]
        if self._state is _State.STOPPING:
            parts.insert(0, self.tr("Ekspor dihentikan."))
        if failed:
            parts.append(self.tr("{0} gagal; alasannya di daftar.").format(number(failed)))
        if self._skipped:
            told = self.tr("{0} tidak dibuatkan paket kedua.")
            parts.append(told.format(number(self._skipped)))
        if left := self._choice.total - len(self._order.ids) - self._skipped:
            parts.append(self.tr("{0} dilewati karena belum lengkap.").format(number(left)))
        self._enter(_State.DONE)
        self._say(" ".join(parts), "error" if failed else "good")
        (self.open_folder if written else self.leave).setFocus()

    def _show_done_together(self) -> None:
        path = self._told[0].path
        if path is None:  # something has come into the way since they were looked at
            self._choice.looked |= {one.id: one for one in self._told if one.why}
            self._enter(_State.ASKING)
            told = self.tr("Paketnya tidak ditulis, karena isinya tidak akan lengkap.")
            self._say(f"{told} {self.message.text()}", "error")
            self.stories.setFocus()
        else:
            self._enter(_State.DONE)
            told = self.tr("{0} naskah tersimpan dalam satu paket:")
            self._say(f"{told.format(number(len(self._told)))}\n{path}", "good")
            self.open_folder.setFocus()

    def _advance(self, words: str, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self._say(words.format(number(done), number(total)))

    def _browse(self) -> None:
        title, start = self.tr("Simpan ke folder"), self.destination.text()
        ask_folder(self, title, start, self.destination.setText)

    def _export(self) -> None:
        if not self.export.isEnabled():
            return
        choice = self._choice
        if sent := choice.sent:
            may_skip = len(sent) < len(choice.ready) and not choice.together
            ask_again(self, len(sent), self._begin, may_skip=may_skip)
        else:
            self._begin(again=True)

    def _begin(self, *, again: bool) -> None:
        """Export what is ready; ``again`` those too that the portal was given before."""
        choice = self._choice
        sent = [] if again else choice.sent
        self._skipped = len(sent)
        self._order = order = Order(
            tuple(id for id in choice.ready if id not in sent),
            self.portals.portal,
            self.form,
            Path(self.destination.text().strip()).expanduser(),
            choice.together,
            choice.reason,
        )
        self._told = []
        self._enter(_State.EXPORTING)
        begun = self.tr("Menyiapkan paket…")
        if not order.together:
            begun = self.tr("Mengekspor: {0} dari {1}…")
        self._advance(begun, 0, len(order.ids))
        self.leave.setFocus()
        self.export_wanted.emit(order)

    def _choose(self, story_id: str, finding: object) -> None:
        if self._state not in (_State.EXPORTING, _State.STOPPING):
            self.story_chosen.emit(story_id, finding)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._order.folder)))

    def _say(self, text: str, kind: str = "") -> None:
        self.message.setText(text)
        colour = self._theme.colours
        self.message.setStyleSheet(
            {"error": f"color: {colour.error}", "good": f"color: {colour.good}"}.get(kind, "")
        )
        if kind:
            announce(self, text, urgent=kind == "error")

    def _tint(self) -> None:
        self.open_folder.setIcon(self._theme.icon("folder", "on_accent"))
        self.export.setIcon(self._theme.main_icon("export"))
