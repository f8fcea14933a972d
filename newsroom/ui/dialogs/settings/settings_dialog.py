"""“Pengaturan redaksi”: everything a newsroom sets for itself, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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

from newsroom.exchange.settings.settings import Settings
from newsroom.exchange.settings.share import ENDING
from newsroom.language.listed_rules import ListedRule
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_save
from newsroom.ui.dialogs.portals_box import portal_words
from newsroom.ui.dialogs.settings.authors_page import AuthorsPage
from newsroom.ui.dialogs.settings.captions_page import CaptionsPage
from newsroom.ui.dialogs.settings.checklist_page import ChecklistPage
from newsroom.ui.dialogs.settings.dateline_page import DatelinePage
from newsroom.ui.dialogs.settings.draft import Draft
from newsroom.ui.dialogs.settings.import_dialog import ImportDialog
from newsroom.ui.dialogs.settings.leaving import ask_about_changes
from newsroom.ui.dialogs.settings.notes_page import NotesPage
from newsroom.ui.dialogs.settings.page import SettingsPage
from newsroom.ui.dialogs.settings.page_scroll import PageScroll
from newsroom.ui.dialogs.settings.portal_page import PortalPage
from newsroom.ui.dialogs.settings.rules_page import RulesPage
from newsroom.ui.dialogs.settings.sections_page import SectionsPage
from newsroom.ui.dialogs.settings.templates_page import TemplatesPage
from newsroom.ui.dialogs.settings.terms_page import TermsPage
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.inspector.tabs import Tabs
from newsroom.ui.review.tally import Tally
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number


class _Wrong(Tally):
    """How many values of a page are wrong."""

    @property
    def words(self) -> str:
        """What the number and its colour say."""
        told = QCoreApplication.translate("SettingsDialog", "{0} perlu dibetulkan")
        return told.format(number(self.total))


class SettingsDialog(QDialog):
    """Holds a draft; nothing is changed before it is saved, and what is wrong is not saved."""

    save_wanted = Signal(object)  # Settings
    copy_wanted = Signal(object, object)  # Settings, Path to write them to
    file_chosen = Signal(object, object)  # Path of a colleague's file, Settings as they stand

    def __init__(
        self, theme: Theme, settings: Settings, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        resize_in_screen(self, 940, 640)
        self._name = name
        self.draft = Draft(settings, self)
        self.portal = PortalPage(theme, self.draft)
        self.sections = SectionsPage(theme, self.draft)
        self.authors = AuthorsPage(theme, self.draft)
        self.dateline = DatelinePage(theme, self.draft)
        self.captions = CaptionsPage(theme, self.draft)
        self.notes = NotesPage(theme, self.draft)
        self.terms = TermsPage(theme, self.draft)
        self.rules = RulesPage(theme, self.draft)
        self.checklist = ChecklistPage(theme, self.draft)
        self.templates = TemplatesPage(theme, self.draft)
        titles: dict[str, tuple[str, SettingsPage]] = {
            "portal": (self.tr("Portal"), self.portal),
            "sections": (self.tr("Rubrik"), self.sections),
            "authors": (self.tr("Penulis"), self.authors),
            "dateline": (self.tr("Dateline"), self.dateline),
            "captions": (self.tr("Keterangan foto"), self.captions),
            "notes": (self.tr("Sesudah tayang"), self.notes),
            "terms": (self.tr("Istilah"), self.terms),
            "rules": (self.tr("Aturan"), self.rules),
            "checklist": (self.tr("Daftar periksa"), self.checklist),
            "templates": (self.tr("Templat"), self.templates),
        }
        self.pages = {key: page for key, (_, page) in titles.items()}
        self.stack = QStackedWidget()
        self._scrolls = {key: PageScroll(page) for key, page in self.pages.items()}
        for scroll in self._scrolls.values():
            self.stack.addWidget(scroll)
        self.tabs = Tabs(theme, {key: title for key, (title, _) in titles.items()})
        for key in titles:
            self.tabs.tab(key).setAutoDefault(False)  # Enter in a field goes to the next field
        self.tabs.chosen.connect(lambda key: self.stack.setCurrentWidget(self._scrolls[key]))
        self.read = line_button(self.tr("Impor…"), self._choose_file)
        self.write = line_button(self.tr("Ekspor…"), self._choose_place)
        self.cancel = line_button(self.tr("Batal"), self.reject)
        self.save = QPushButton(self.tr("Simpan"))
        self.save.setProperty("kind", "main")
        self.save.setAutoDefault(False)
        self.save.setToolTip(self.tr("Simpan (Ctrl+S)"))
        self.save.clicked.connect(self.save_all)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save_all)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._turn(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._turn(-1))
        self._lay_out()
        self._show_all()
        self.draft.changed.connect(self._judged)
        self.tabs.choose("portal")
        self.portal.fields[0].setFocus()

    def show_catalogue(self, rules: Sequence[ListedRule], templates: Mapping[str, str]) -> None:
        """Show what comes with the program: its rules and its templates."""
        self.rules.show_rules(rules)
        self.templates.show_shipped(templates)

    def begin(self, settings: Settings) -> None:
        """Show settings that are saved now."""
        self.draft.begin(settings)
        self._show_all()

    def say(self, message: str, role: str = "error") -> None:
        """Say how something went."""
        self.note.setText(message)
        self.note.setAccessibleName(message)
        self.note.setProperty("role", role)
        self.note.style().polish(self.note)
        self._let_act(True)

    def ask_import(self, path: Path, changes: Sequence[tuple[str, str]]) -> ImportDialog:
        """Show what a file would change, and return the question."""
        self.say("")
        dialog = ImportDialog(path.name, changes, self, loses=self.draft.is_changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    # What the buttons do.

    def save_all(self) -> None:
        """Have the draft saved, or go to the first thing that is wrong."""
        if self._is_sound():
            self._let_act(False)
            self.save_wanted.emit(self.draft.result())

    def reject(self) -> None:
        """Leave all as it was; ask first if something was changed."""
        if self.draft.is_changed:
            ask_about_changes(self, save=self.save_all, leave=self._leave)
        else:
            super().reject()

    # Within.

    def _lay_out(self) -> None:
        foot, body, rows = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.read)
        foot.addWidget(self.write)
        foot.addSpacing(2 * STEP)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(4 * STEP)
        body.addWidget(self.stack, 1)
        body.addLayout(foot)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addLayout(body, 1)

    def _show_all(self) -> None:
        title = portal_words(self._name, str(self.draft.get("portal.title")))
        self.setWindowTitle(self.tr("Pengaturan redaksi: {0}").format(title))
        for page in self.pages.values():
            page.show_draft()
        self._judged()

    def _judged(self) -> None:
        """Say on each page, and on its tab, what is wrong there."""
        faults = self.draft.faults
        for key, page in self.pages.items():
            its = {place: fault for place, fault in faults.items() if page.owns(place)}
            page.show_faults(its)
            self.tabs.show_tally(key, _Wrong(errors=len(its)))
        if not faults and self.note.text():
            self.say("")

    def _is_sound(self) -> bool:
        """Say whether nothing is wrong; else say what, and go there."""
        self.stack.currentWidget().setFocus()  # what is being typed in a table counts too
        faults = self.draft.faults
        for key, page in self.pages.items():
            for place in sorted(faults, key=_order):
                if page.owns(place):
                    title = self.tabs.tab(key).text()
                    self.say(f"{title}: {faults[place]}.")
                    self.tabs.choose(key)
                    page.go_to(place)
                    self._scrolls[key].show_keyboard()
                    return False
        if faults:
            place, fault = next(iter(faults.items()))
            self.say(f"{place.partition('.')[2]}: {fault}.")
        return not faults

    def _leave(self) -> None:
        super().reject()

    def _turn(self, by: int) -> None:
        keys = list(self.pages)
        at = (self.stack.currentIndex() + by) % len(keys)
        self.tabs.choose(keys[at])
        self.pages[keys[at]].setFocus()

    def _let_act(self, on: bool) -> None:
        for button in (self.save, self.read, self.write):
            button.setEnabled(on)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Impor pengaturan redaksi"))
        dialog.setNameFilter(self._kind())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda name: self.file_chosen.emit(Path(name), self.draft.saved)
        )
        dialog.open()

    def _choose_place(self) -> None:
        if not self._is_sound():
            return

        def chosen(name: str) -> None:
            self.copy_wanted.emit(self.draft.result(), Path(name))

        title, start = self.tr("Ekspor pengaturan redaksi"), f"{self._name}{ENDING}"
        ask_save(self, title, start, self._kind(), chosen)

    def _kind(self) -> str:
        return self.tr("Pengaturan redaksi (*{0})").format(ENDING)


def _order(place: str) -> tuple[str, int]:
    """Sort the places of a list by their number."""
    head, _, rest = place.partition("[")
    return head, int(rest.partition("]")[0] or 0)
