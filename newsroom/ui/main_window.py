"""The window: stories on the left, the page in the middle, the inspector on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.kinds import is_story_file
from newsroom.language.finding import Finding
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.actions import Actions
from newsroom.ui.aids.writing_aids import WritingAids
from newsroom.ui.bars.banner import Banner
from newsroom.ui.bars.status_line import StatusLine
from newsroom.ui.bars.top_bar import TopBar
from newsroom.ui.counting import Counting
from newsroom.ui.desk.desk import Desk
from newsroom.ui.editor.page import Page
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.editor.welcome import Welcome
from newsroom.ui.preview.beside import Beside
from newsroom.ui.preview.preview import Preview
from newsroom.ui.preview.previewing import Previewing
from newsroom.ui.regions import Regions
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.review.reviewing import Reviewing
from newsroom.ui.review.story_findings import StoryFindings
from newsroom.ui.search.searching import Searching
from newsroom.ui.theme import INSPECTOR_WIDTH, QUEUE_WIDTH, Theme
from newsroom.ui.viewing import Viewing
from newsroom.ui.window_shape import Places, keep_place, take_place
from newsroom.ui.work.painting import after_painting

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.ui.dialogs.palette import CommandPalette
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.queue.story_queue import StoryQueue
    from newsroom.ui.search.find_bar import FindBar

_NARROW = 1120  # pixels; below, the formatting buttons leave the bar


class MainWindow(QMainWindow):
    """Puts the regions together and says what each action does."""

    def __init__(self, newsroom: Newsroom, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Newsroom")
        self.setWindowIcon(theme.icon("newsroom", "accent"))
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self._theme = theme
        self._profile = newsroom.profile()
        self._closing = False
        self.desk = Desk(newsroom, self)
        self.checks = LiveChecks(newsroom.make_checker, self)
        self.findings = StoryFindings(self.checks, self._profile, self)
        self.viewing = Viewing(self)
        self.beside = Beside(self)
        self.reviewing = Reviewing(self, self._go_to)
        self.actions_ = Actions(self, theme, self._slots())
        # The columns at the sides come after the first painting.
        self.queue: StoryQueue | None = None
        self.page = Page(theme, self.checks, self._profile)
        self.preview = Preview(theme)
        self.inspector: Inspector | None = None
        self.searching = Searching(self)
        self.command_palette: CommandPalette | None = None  # comes when it is first asked for
        self.banner = Banner(theme)
        self.top_bar = TopBar(theme, self.actions_)
        self.status_line = StatusLine(theme, self._profile.source)
        self.previewing = Previewing(self.desk, self.preview, self.page.place, self)
        self.aids = WritingAids(theme, self.desk, self.checks, self)
        lead_limit = self._profile.limits.lead_words
        self.counting = Counting(self.page, self.status_line, lead_limit, self)
        self._places: Places = {}  # of the window, by set of screens
        self._tab = "data"  # of the inspector, once it is there
        self._lay_out(theme)
        self.regions = Regions(
            (
                lambda: self._left,
                lambda: self._stack,
                lambda: self.beside.pane,
                lambda: self.find_bar,
                lambda: self._right,
                lambda: self.status_line,
                lambda: self.top_bar,
                lambda: self.banner,
            ),
            self,
        )
        self._connect()
        self.reviewing.connect()
        self._show_opened(None, None)

    def start(self) -> None:
        """Bring back what lay open last; called once the window is on the screen."""
        self.desk.glanced.connect(lambda: after_painting(self._middle, self._complete))
        self.desk.start()

    def _complete(self) -> None:
        """Load what is not needed to write in the story that lies open."""
        from newsroom.ui.queue.story_queue import StoryQueue
        from newsroom.ui.queueing import Queueing

        self.queue = StoryQueue(self._theme)
        Queueing(self.queue, self.desk, self.findings, self.actions_, self._leaving)
        self._left.layout().addWidget(self.queue)
        if self.inspector is None:
            self._add_inspector()
        self.desk.open_store()
        self.aids.load()

    def _add_inspector(self) -> None:
        from newsroom.ui.inspecting import Inspecting
        from newsroom.ui.inspector.inspector import Inspector

        self.inspector = Inspector(self._theme, self.checks, self._profile)
        Inspecting(self.inspector, self.desk, self.page, self.findings, self._go_to)
        self._right.layout().addWidget(self.inspector)
        self.reviewing.join(self.inspector)
        self.inspector.show_tab(self._tab)
        self.inspector.tabs.chosen.connect(self._note_tab)
        self._theme.load_reading_italics()

    def _note_tab(self, name: str) -> None:
        self._tab = name

    def show_tab(self, name: str) -> None:
        """Show “data”, “photos” or “findings” in the inspector."""
        self._unfold_inspector().show_tab(name)

    @property
    def is_settled(self) -> bool:
        """True when what is shown is the last that is known."""
        return self.findings.is_fresh and self.desk.is_safe

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return self._theme

    @property
    def find_bar(self) -> FindBar | None:
        """The bar for finding and replacing, once it has been asked for."""
        return self.searching.bar

    # What the actions do.

    def _slots(self) -> dict[str, object]:
        return {
            "new": lambda: self._leaving(self.desk.new),
            "template": self._choose_template,
            "paste_story": self._paste_story,
            "import": self._choose_file,
            "sample": lambda: self._leaving(self.desk.open_sample),
            "save_copy": self._save_copy,
            "export": self._export,
            "quit": self.close,
            "undo": lambda: self._field().undo(),
            "redo": lambda: self._field().redo(),
            "paste_plain": lambda: self._field().paste_plain(),
            "find": self._find,
            "find_story": self._find_story,
            "snippets": lambda: self.aids.show_snippets(self._field()),
            "smart_typing": lambda on: self.aids.type_smartly(on),
            "complete_names": lambda on: self.aids.complete_names(on),
            "bold": lambda: self.page.body.toggle_bold(),
            "italic": lambda: self.page.body.toggle_italic(),
            "heading": lambda: self.page.body.toggle_heading(),
            "quote": lambda: self.page.body.toggle_quote(),
            "list": lambda: self.page.body.toggle_list(),
            "numbered_list": lambda: self.page.body.toggle_numbered_list(),
            "link": self._link,
            "add_photo": self._choose_photos,
            "suggest": lambda: self._field().show_suggestions(),
            "put_right": lambda: self.aids.put_right(self._field()),
            **self.reviewing.slots(),
            "words": self._open_words,
            "preview": self._show_preview,
            "queue": lambda shown: self._left.setVisible(shown),
            "inspector": lambda shown: self._right.setVisible(shown),
            "target": lambda: self.counting.open_menu(),
            "preview_beside": lambda on: self.beside.show(on),
            "next_region": lambda: self.regions.go(1),
            "previous_region": lambda: self.regions.go(-1),
            **self.viewing.slots(),
            "dark": lambda dark: self._theme.use(dark),
            "palette": self._open_palette,
            "keys": self._open_keys,
        }

    def _choose_template(self) -> None:
        from newsroom.ui.templating import open_templates

        open_templates(self)

    def _paste_story(self) -> None:
        from newsroom.ui.dialogs.paste_dialog import PasteDialog

        dialog = PasteDialog(self._theme, self.desk.newsroom.split, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.story_made.connect(lambda story: self._leaving(lambda: self.desk.take_in(story)))
        dialog.open()

    def _choose_file(self) -> None:
        from newsroom.ui.dialogs import files

        if path := files.ask_story(self):
            self._leaving(lambda: self.desk.read_file(path))

    def _save_copy(self) -> None:
        self.page.flush()
        story = self.desk.story
        if story is None:
            return
        from newsroom.ui.dialogs import files

        if path := files.ask_copy(self, story.slug):
            self.desk.save_copy(story, path)

    def _export(self) -> None:
        from newsroom.ui.exporting import Exporting

        self.page.flush()
        if self.desk.story is None:
            return
        exporting = Exporting(self.desk, self._theme, self)
        exporting.finding_chosen.connect(self._go_to)
        self.desk.when_safe(lambda: self.desk.story and exporting.open(self.desk.story))

    def _find(self) -> None:
        if self.desk.story is None:
            return
        self._stack.setCurrentWidget(self.page)
        self.actions_["preview"].setChecked(False)
        self.searching.open(self._middle.layout())

    def _find_story(self) -> None:
        self.actions_["queue"].setChecked(True)
        self._left.show()
        if self.queue:
            self.queue.focus_search()

    def _link(self) -> None:
        from newsroom.ui.dialogs.link_dialog import ask_link

        address = ask_link(self._theme, self)
        if address:
            self.page.body.insert_link(address)
            self.page.body.setFocus()

    def _choose_photos(self) -> None:
        from newsroom.ui.dialogs import files

        self._add_photos(files.ask_photos(self))

    def _add_photos(self, paths: list[Path]) -> None:
        if paths:
            self._unfold_inspector().show_tab("photos")
            self.desk.add_photos(paths)

    def _open_words(self) -> None:
        from newsroom.ui.dialogs.words_dialog import WordsDialog

        dialog = WordsDialog(self._theme, self.desk.words, self.desk.ignoring, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_palette(self) -> None:
        from newsroom.ui.dialogs.palette import CommandPalette

        if self.command_palette is None:
            self.command_palette = CommandPalette(self._theme, self.actions_, self)
        self.command_palette.open()

    def _open_keys(self) -> None:
        from newsroom.ui.dialogs.keys_help import KeysHelp

        help_ = KeysHelp(self)
        help_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_.open()

    def _show_preview(self, shown: bool) -> None:
        self.page.flush()
        if self.desk.story is None:
            return
        if shown:
            self.beside.show(False)
        self._stack.setCurrentWidget(self.preview if shown else self.page)
        self.previewing.show(self.desk.story if shown else None)
        (self.preview if shown else self.page.body).setFocus()

    def show_page(self) -> None:
        """Show the text, in the place of its preview."""
        if self.actions_["preview"].isChecked():
            self.actions_["preview"].setChecked(False)
            self._show_preview(False)

    def add_beside(self, pane: QWidget) -> None:
        """Put a pane beside the text."""
        self._across.addWidget(pane)

    def columns_width(self) -> int:
        """Return how many pixels the columns at the sides take."""
        return sum(one.width() for one in (self._left, self._right) if not one.isHidden())

    def show_columns(self, shown: bool) -> None:
        """Show the columns at the sides that are not folded, or none."""
        self._left.setVisible(shown and self.actions_["queue"].isChecked())
        self._right.setVisible(shown and self.actions_["inspector"].isChecked())

    # What the regions tell.

    def _connect(self) -> None:
        desk, page = self.desk, self.page
        desk.opened.connect(self._show_opened)
        desk.edited.connect(self._show_edited)
        desk.saved.connect(self._show_saved)
        desk.failed.connect(self._show_failed)
        desk.recovered.connect(lambda: self.banner.clear("error"))
        desk.refused.connect(lambda message: self.banner.say(message, "warning"))
        desk.copied.connect(self._show_copied)
        desk.uncopied.connect(self._show_uncopied)
        desk.leaving.connect(self._tell_last)
        desk.words.learnt.connect(self.checks.learn)
        desk.words.forgotten.connect(self.checks.unlearn)
        desk.ignoring.changed.connect(self.checks.set_ignored)
        desk.thumbnail.connect(page.set_thumbnail)
        desk.shape_known.connect(self._restore_shape)

        desk.discarded.connect(self._show_discarded)

        page.edited.connect(desk.edit)
        page.place_changed.connect(desk.remember_place)
        page.photo_chosen.connect(self._unfold_inspector)
        page.thumbnail_wanted.connect(desk.want_thumbnail)
        page.ignored.connect(desk.ignoring.leave_out)
        page.word_added.connect(desk.words.add)

        self.aids.refused.connect(lambda message: self.banner.say(message, "warning"))
        self.aids.nothing_to_put_right.connect(
            lambda: self.banner.say(self.tr("Tidak ada usul untuk kata di dekat kursor."), "good")
        )
        self.checks.unavailable.connect(self._show_no_checks)
        self.checks.lacking.connect(self._show_fewer_words)
        self.top_bar.status_wanted.connect(self._move_on)
        self.status_line.target_wanted.connect(self.actions_["target"].trigger)
        self.counting.targets_changed.connect(lambda: desk.keep_shape(self._shape()))
        self.viewing.connect()

    def _show_opened(self, story: Story | None, place: dict | None) -> None:
        self.searching.leave()
        self.actions_["preview"].setChecked(False)
        self.previewing.show(None)
        open_ = story is not None
        for name in ("save_copy", "export", "preview", "find", *self.reviewing.slots(), "suggest",
                     "put_right", "snippets", "target", "preview_beside", "undo", "redo", "bold",
                     "italic", "heading", "quote", "list", "numbered_list", "link",
                     "add_photo"):  # fmt: skip
            self.actions_[name].setEnabled(open_)
        self.top_bar.show_status(story.status if story else None)
        self._stack.setCurrentWidget(self.page if story else self._welcome)
        self.findings.show_story(story)
        self.status_line.show_blank()
        self.counting.show_story(story)
        if story is not None:
            self.page.open_story(story, place)
        self.beside.show_story(story)
        if story is None:
            return
        if story.updated:
            self.status_line.show_saved(story.updated)

    def _show_edited(self, story: Story) -> None:
        self.page.show_story(story)
        self.findings.show_story(story)
        self.top_bar.show_status(story.status)
        if self.desk.is_failing:
            self.status_line.show_failed()
        else:
            self.status_line.show_saving()
        self.counting.follow(story)
        self.previewing.follow(story)

    def _show_saved(self, at: object) -> None:
        if self.desk.is_safe:
            self.status_line.show_saved(at)

    def _show_failed(self, message: str) -> None:
        if not self.desk.is_safe:
            self.status_line.show_failed()
        self._say_error(message)
        if self._closing:
            self._ask_before_closing(message)

    def _show_copied(self, path: Path) -> None:
        self.banner.clear()
        self.banner.say(self.tr("Salinan tersimpan di {0}").format(path), "good")

    def _show_uncopied(self, message: str) -> None:
        self.banner.clear()
        self._say_error(message)

    def _say_error(self, message: str) -> None:
        if self.desk.story is None:
            self.banner.say(message)
        else:
            self.banner.say(message, "error", self.tr("Simpan salinan ke…"), self._save_copy)

    def _show_no_checks(self, message: str) -> None:
        self.status_line.show_spelling(self.tr("tidak tersedia"))
        self.banner.say(message, "warning")

    def _show_fewer_words(self, message: str) -> None:
        self.status_line.show_spelling(self.tr("daftar kata sendiri"))
        self.banner.say(message, "warning")

    def _go_to(self, finding: Finding) -> None:
        self._stack.setCurrentWidget(self.page)
        self.actions_["preview"].setChecked(False)
        if not self.page.show_finding(finding):
            self._unfold_inspector().show_finding(finding)

    def _move_on(self, status: Status) -> None:
        self.page.flush()
        self.desk.edit({"status": status})
        self.desk.when_safe(
            lambda: self.banner.say(self.tr("Status: {0}").format(status.label), "good")
        )

    def _show_discarded(self, story_id: str) -> None:
        self.banner.say(
            self.tr("Naskah dipindah ke keranjang."),
            "good",
            self.tr("Urungkan"),
            lambda: self._restore(story_id),
        )

    def _restore(self, story_id: str) -> None:
        self.banner.clear()
        self.desk.restore(story_id)

    def _field(self) -> ProseEdit:
        """Return the text field that a key is meant for."""
        beside = self.inspector.focused_field() if self.inspector else None
        return self.page.focused_field() or beside or self.page.body

    def _unfold_inspector(self) -> Inspector:
        """Return the inspector, there and to be seen."""
        if self.inspector is None:
            self._add_inspector()
        self.actions_["inspector"].setChecked(True)
        self._right.show()
        return self.inspector

    def _leaving(self, then) -> None:
        """Tell the desk the last words and the place, then go on."""
        self._tell_last()
        then()

    def _tell_last(self) -> None:
        self.page.flush()
        self.page.tell_place()

    # The window itself.

    def _lay_out(self, theme: Theme) -> None:
        self._welcome = Welcome(theme, self.actions_)
        self._stack = QStackedWidget()
        for widget in (self._welcome, self.page, self.preview):
            self._stack.addWidget(widget)
        self._middle = QWidget()
        rows = QVBoxLayout(self._middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._across = QHBoxLayout()
        self._across.addWidget(self._stack, 1)
        rows.addLayout(self._across, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._left = _column("queue", 220, 420)
        self._right = _column("inspector", 300, 420)
        for widget in (self._left, self._middle, self._right):
            self._split.addWidget(widget)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([QUEUE_WIDTH, 756, INSPECTOR_WIDTH])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self._split, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(whole)
        self.actions_["queue"].setChecked(True)
        self.actions_["inspector"].setChecked(True)
        self.actions_["dark"].setChecked(theme.is_dark)
        for name in ("smart_typing", "complete_names"):
            self.actions_[name].setChecked(True)

    def _restore_shape(self, shape: dict) -> None:
        self._places = shape.get("places", {})
        take_place(self._places, self, self._split)
        self._tab = shape.get("tab", "data")
        if self.inspector:
            self.inspector.show_tab(self._tab)
        self.counting.restore(shape.get("targets", {}))
        for name, widget in (("queue", self._left), ("inspector", self._right)):
            self.actions_[name].setChecked(shape[name])
            widget.setVisible(shape[name])
        if shape["dark"] is not None and shape["dark"] != self._theme.is_dark:
            self._theme.use(shape["dark"])
        self.actions_["dark"].setChecked(self._theme.is_dark)
        self.actions_.recent = shape.get("recent", [])
        for name in ("smart_typing", "complete_names"):
            if not shape.get(name, True):
                self.actions_[name].trigger()
        self.viewing.restore(shape)
        self.beside.restore(shape)
        self.reviewing.marking.use(shape.get("marks", ""))

    def _shape(self) -> dict[str, object]:
        self._places = keep_place(self._places, self, self._split)
        return {
            "places": self._places,
            "tab": self._tab,
            "targets": self.counting.kept(),
            **self.viewing.shape(),
            **self.beside.shape(),
            "marks": self.reviewing.marking.mode,
            "queue": self.beside.is_meant_open("queue"),
            "inspector": self.beside.is_meant_open("inspector"),
            "dark": self._theme.is_dark,
            "recent": self.actions_.recent,
            "smart_typing": self.actions_["smart_typing"].isChecked(),
            "complete_names": self.actions_["complete_names"].isChecked(),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of the bar what does not fit."""
        super().resizeEvent(event)
        self.top_bar.set_narrow(self.width() < _NARROW)
        self.beside.make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow into the full screen and out of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.viewing.follow_state()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the window from left to right, whenever its parts were made."""
        return self.regions.tab(forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the calm by Esc, as people try first."""
        if event.key() != Qt.Key.Key_Escape or not self.viewing.leave():
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QEvent) -> None:
        """Take files that are dragged over the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QEvent) -> None:
        """Open dropped stories, add dropped pictures."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        texts = [path for path in paths if is_story_file(path.name)]
        for path in texts:
            self._leaving(lambda path=path: self.desk.read_file(path))
        pictures = [path for path in paths if path not in texts]
        if pictures and self.desk.story is None:
            message = self.tr("Buka atau buat naskah dulu, lalu tambahkan fotonya.")
            self.banner.say(message, "warning")
        elif pictures:
            self._add_photos(pictures)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every word is in the store, or the person says so."""
        self._tell_last()
        if not self.desk.is_safe:
            event.ignore()
            self._closing = True
            self.desk.when_safe(self.close)
            return
        self.desk.keep_shape(self._shape())
        self.hide()  # what is still under way may take a moment
        self.checks.close()
        self.aids.close()
        self.desk.close()
        event.accept()

    def _ask_before_closing(self, message: str) -> None:
        from newsroom.ui.dialogs.unsaved_dialog import ask_about_unsaved

        self._closing = False
        ask_about_unsaved(self, message, copy=self._save_copy, leave=self._leave_unsaved)

    def _leave_unsaved(self) -> None:
        self.desk.give_up()
        self.close()


def _column(name: str, narrowest: int, widest: int) -> QWidget:
    """Return the ground of a column at the side, for what is to come into it."""
    column = QWidget(objectName=name)
    column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column.setMinimumWidth(narrowest)
    column.setMaximumWidth(widest)
    QVBoxLayout(column).setContentsMargins(0, 0, 0, 0)
    return column
