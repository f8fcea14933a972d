"""Where a story is exported: in what form, what is missing, where to, how far."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.finding import Finding
from newsroom.portal.preflight import may_be_overridden
from newsroom.story.story import Story
from newsroom.ui.dialogs.asking import ask
from newsroom.ui.dialogs.files import ask_folder
from newsroom.ui.dialogs.forms_box import FormsBox
from newsroom.ui.dialogs.override_field import OverrideField
from newsroom.ui.dialogs.portals_box import PortalsBox
from newsroom.ui.dialogs.preflight_list import PreflightList
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _State(Enum):
    ASKING = auto()
    EXPORTING = auto()
    CANCELLING = auto()
    DONE = auto()


class ExportDialog(QDialog):
    """Asks for portal, form and place, and shows how the work goes; others do the work.

    Enter exports, but on another button, which it presses, and in the list of findings.
    Where all that stands in the way may be passed over, a reason for that may be written.
    """

    preflight_wanted = Signal(str)  # portal; ``form`` is the form
    export_wanted = Signal(str, Path, str)  # portal, a folder or a .zip, why all the same
    finding_chosen = Signal(Finding)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        story: Story,
        portals: Mapping[str, str],
        parent: QWidget | None = None,
        form: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ekspor"))
        resize_in_screen(self, 560, 560)
        self._theme = theme
        self._state = _State.ASKING
        self._path = Path()
        self._warning = ""  # of what was done with the story at this portal before
        self._title = QLabel(story.headline.strip() or self.tr("Tanpa judul"))
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.portals = PortalsBox(portals)
        self.portals.currentIndexChanged.connect(self._another_chosen)
        self.forms = FormsBox(form)
        self.forms.currentIndexChanged.connect(self._another_chosen)
        self.destination = QLineEdit(_documents())
        self.destination.setAccessibleName(self.tr("Simpan ke"))
        self.destination.textChanged.connect(self._refresh)
        self.browse = _button(self.tr("Pilih…"), "line", self._browse)
        self.findings = PreflightList(theme)
        self.findings.finding_chosen.connect(self.finding_chosen)
        self.override = OverrideField()
        self.override.changed.connect(self._refresh)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Room for three lines from the start: nothing moves when something is said.
        self.message.setMinimumHeight(3 * self.message.fontMetrics().lineSpacing())
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan ekspor"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.copy = _button(self.tr("Salin lokasi"), "line", self._copy)
        self.leave = _button("", "line", self.reject)
        self.export = _button(self.tr("Ekspor"), "main", self._export)
        self.open_folder = _button(self.tr("Buka folder"), "main", self._open_folder)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._export)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)
        self.show_findings(None)

    def portal(self) -> str:
        """Return the name of the portal chosen."""
        return self.portals.portal

    @property
    def form(self) -> str:
        """The form chosen: one of the program's ``EXPORTS``."""
        return self.forms.form

    def show_findings(self, findings: list[Finding] | None, warning: str = "") -> None:
        """Show what the portal asks; None while that is being worked out.

        ``warning`` is what a second import would do; it is asked about before the export.
        """
        self._warning = warning
        self.findings.show_findings(findings)
        self._refresh()

    def set_progress(self, done: int, total: int) -> None:
        """Show how many steps of the export are done."""
        if self._state is _State.EXPORTING:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self._say(self.tr("Mengekspor: {0} dari {1}…").format(done, total))

    def show_done(self, path: Path) -> None:
        """Show where the bundle lies."""
        self._path = path
        self._enter(_State.DONE)
        told = self.tr("{0} tersimpan:").format(self.forms.what.capitalize())
        self._say(f"{told}\n{path}", "good")
        self.open_folder.setFocus()

    def show_error(self, message: str) -> None:
        """Say why nothing came of it, and let the person try again."""
        wanted = self._state is _State.CANCELLING
        self._enter(_State.ASKING)
        self._say(self.tr("Ekspor dibatalkan.") if wanted else message, "" if wanted else "error")
        self.destination.setFocus()  # Enter tries again

    def reject(self) -> None:
        """Stop the export if one is under way; else close."""
        if self._state is _State.EXPORTING:
            self._enter(_State.CANCELLING)
            self._say(self.tr("Membatalkan…"))
            self.cancelled.emit()
        elif self._state is not _State.CANCELLING:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the keyboard, or else the main one."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # held down, it would stop what it has begun
            now = self.focusWidget()
            if isinstance(now, QPushButton):
                now.click()
            else:
                self._export()

    # Within.

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(2 * STEP)
        form.setVerticalSpacing(2 * STEP)
        form.setColumnStretch(1, 1)
        form.addWidget(_name(self.tr("Portal"), self.portals), 0, 0)
        form.addWidget(self.portals, 0, 1, 1, 2)
        form.addWidget(_name(self.tr("Bentuk"), self.forms), 1, 0)
        form.addWidget(self.forms, 1, 1, 1, 2)
        form.addWidget(_name(self.tr("Simpan ke"), self.destination), 2, 0)
        form.addWidget(self.destination, 2, 1)
        form.addWidget(self.browse, 2, 2)
        checks = QLabel(self.tr("Pemeriksaan"))
        checks.setProperty("role", "strong")
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 2, 6)
        inside.addWidget(self.findings)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addStretch()
        for button in (self.copy, self.leave, self.export, self.open_folder):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2 * STEP)
        column.addWidget(self._title)
        column.addSpacing(STEP)
        column.addLayout(form)
        column.addSpacing(STEP)
        column.addWidget(checks)
        column.addWidget(card, 1)
        column.addWidget(self.override)
        column.addWidget(self.progress)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self._enter(_State.ASKING)

    def _enter(self, state: _State) -> None:
        self._state = state
        asking, done = state is _State.ASKING, state is _State.DONE
        fields = (self.portals, self.forms, self.destination, self.browse, self.findings)
        for widget in (*fields, self.override):
            widget.setEnabled(asking)
        self.progress.setVisible(state in (_State.EXPORTING, _State.CANCELLING))
        self.export.setVisible(not done)
        self.copy.setVisible(done)
        self.open_folder.setVisible(done)
        words = {_State.ASKING: self.tr("Tutup"), _State.DONE: self.tr("Tutup")}
        self.leave.setText(words.get(state, self.tr("Batalkan")))
        self.leave.setEnabled(state is not _State.CANCELLING)
        self._refresh()

    def _refresh(self) -> None:
        """Allow the export if nothing stands in its way, or say what does."""
        asking = self._state is _State.ASKING
        self.override.setVisible(self._may_be_overridden)
        self.export.setEnabled(asking and not self._blocked())
        if asking:
            is_known = self.findings.errors is not None  # else the list says so
            ready = self.tr("Siap diekspor.")
            if self._overriding():
                ready = self.tr("Diekspor dengan alasan itu, walaupun belum lengkap.")
            self._say((self._blocked() or ready) if is_known else "")

    @property
    def _may_be_overridden(self) -> bool:
        """Whether something stands in the way, and all of it may be passed over."""
        errors = self.findings.errors
        return bool(errors) and all(map(may_be_overridden, errors))

    def _overriding(self) -> str:
        """Return why the story goes out all the same; empty where that is not needed."""
        return self.override.reason if self._may_be_overridden else ""

    def _blocked(self) -> str:
        """Return what stands in the way of the export; nothing if it may begin."""
        errors = self.findings.errors
        if errors is None:
            return self.tr("Naskah masih diperiksa. Tunggu sebentar, lalu coba lagi.")
        if errors and not self._overriding():
            places = dict.fromkeys(self.findings.place(error) for error in errors)
            why = self.tr("Belum bisa diekspor. Lengkapi atau perbaiki dulu: {0}.")
            return why.format(", ".join(places))
        if not self.destination.text().strip():
            return self.tr("Pilih dulu tempat menyimpan {0}nya.").format(self.forms.what)
        return ""

    def _another_chosen(self) -> None:
        self.show_findings(None)
        self.preflight_wanted.emit(self.portal())

    def _browse(self) -> None:
        title = self.tr("Simpan {0} ke folder").format(self.forms.what)
        start = self.destination.text()
        ask_folder(self, title, start, self.destination.setText)

    def _export(self) -> None:
        if self._state is not _State.ASKING:
            return
        if why := self._blocked():
            self._say(why, "error")
            announce(self, why, urgent=True)
        elif self._warning:
            what = self.forms.what
            question = self.tr("Buat {0} kedua untuk naskah ini?").format(what)
            word = self.tr("Buat {0} kedua").format(what)
            ask(self, question, self._warning, word, self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        self._enter(_State.EXPORTING)
        self.progress.setRange(0, 0)
        self._say(self.tr("Mengekspor…"))
        self.leave.setFocus()
        out = Path(self.destination.text().strip()).expanduser()
        self.export_wanted.emit(self.portal(), out, self._overriding())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))

    def _say(self, text: str, kind: str = "") -> None:
        self.message.setText(text)
        colour = self._theme.colours
        self.message.setStyleSheet(
            {"error": f"color: {colour.error}", "good": f"color: {colour.good}"}.get(kind, "")
        )

    def _tint(self) -> None:
        self.open_folder.setIcon(self._theme.icon("folder", "on_accent"))
        self.export.setIcon(self._theme.main_icon("export"))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _name(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "field")
    label.setBuddy(field)
    return label


def _button(text: str, kind: str, clicked: object) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)  # the dialog knows what Enter presses
    button.clicked.connect(clicked)
    return button
