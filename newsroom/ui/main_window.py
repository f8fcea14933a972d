"""The window: stories on the left, the page in the middle, the inspector on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from newsroom.language.finding import Finding
from newsroom.story.story import Story
from newsroom.ui.actions import Actions
from newsroom.ui.aids.writing_aids import WritingAids
from newsroom.ui.bars.banner import Banner
from newsroom.ui.bars.status_line import StatusLine
from newsroom.ui.bars.top_bar import TopBar
from newsroom.ui.columns import Columns
from newsroom.ui.commands import Commands
from newsroom.ui.copy_desk import CopyDesk
from newsroom.ui.counting import Counting
from newsroom.ui.desk.desk import Desk
from newsroom.ui.desk.upkeep import Upkeep
from newsroom.ui.dropping import local_files, take_copy
from newsroom.ui.editor.page import Page
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.editor.welcome import Welcome
from newsroom.ui.folding import Folding
from newsroom.ui.hastening import Hastening
from newsroom.ui.preview.beside import Beside
from newsroom.ui.preview.preview import Preview
from newsroom.ui.preview.previewing import Previewing
from newsroom.ui.publishing.uploads import Uploads
from newsroom.ui.regions import Regions
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.review.reviewing import Reviewing
from newsroom.ui.review.story_findings import StoryFindings
from newsroom.ui.search.searching import Searching
from newsroom.ui.sides import Sides
from newsroom.ui.standing.standing import Standing
from newsroom.ui.telling import Telling
from newsroom.ui.theme import Theme
from newsroom.ui.versions.versioning import Versioning
from newsroom.ui.viewing import Viewing
from newsroom.ui.window_shape import WindowShape
from newsroom.ui.work.painting import after_painting
from newsroom.ui.work.stray_keys import StrayKeys

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.portal.profile import Profile
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.queue.story_queue import StoryQueue
    from newsroom.ui.search.find_bar import FindBar


class MainWindow(QMainWindow):
    """Puts the regions together, and shows in them what lies open."""

    def __init__(self, newsroom: Newsroom, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Newsroom")
        self.setWindowIcon(theme.icon("newsroom", "accent"))
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.theme = theme
        self.profile = newsroom.profile()
        self.upkeep = Upkeep(newsroom, self)
        newsroom = self.upkeep.newsroom
        self.desk = Desk(newsroom, self)
        # What lay open last is read while the window is made; the rest comes once it is painted.
        self.desk.glanced.connect(lambda: after_painting(self.columns.middle, self.sides.complete))
        self.desk.start()
        self.checks = LiveChecks(newsroom.make_checker, self)
        self.findings = StoryFindings(self.checks, self.profile, newsroom.house, self)
        self.viewing = Viewing(self)
        self.beside = Beside(self)
        self.versioning = Versioning(self)
        self.reviewing = Reviewing(self, self.go_to)
        self.copy_desk = CopyDesk(self)
        self.uploads = Uploads(self)
        self.standing = Standing(self)
        self.commands = Commands(self)
        self.actions_ = Actions(self, theme, self.commands.slots())
        self.sides = Sides(self)
        self.page = Page(theme, self.checks, self.profile)
        self.preview = Preview(theme)
        self.searching = Searching(self)
        self.banner = Banner(theme)
        self.top_bar = TopBar(theme, self.actions_)
        self.status_line = StatusLine(theme, self.profile.source)
        self.previewing = Previewing(self.desk, self.preview, self.page.place, self)
        self.aids = WritingAids(theme, self.desk, self.checks, self)
        lead_limit = self.profile.limits.lead_words
        self.counting = Counting(self.page, self.status_line, lead_limit, self)
        self.telling = Telling(self)
        StrayKeys(self, ProseEdit)
        Hastening(self)
        self.shape = WindowShape(self)
        self._lay_out(theme)
        self.folding = Folding(self)
        self.regions = Regions(
            (
                lambda: self.columns.left,
                lambda: self.columns.stack,
                lambda: self.beside.pane,
                lambda: self.find_bar,
                lambda: self.columns.right,
                lambda: self.status_line,
                lambda: self.top_bar,
                lambda: self.banner,
            ),
            self,
        )
        self._connect()
        self.reviewing.connect()
        self._show_opened(None, None)
        self.upkeep.start()

    def use_profile(self, profile: Profile) -> None:
        """Go by another profile, and by the house as its file now is."""
        self.versioning.leave()
        self.profile = profile
        self.page.use_profile(profile)
        self.findings.use_profile(profile)
        self.counting.use_limit(profile.limits.lead_words)
        self.status_line.show_house(profile.source)
        self.sides.renew_inspector()
        self.checks.renew()
        self.aids.read_house()
        self.previewing.draw()
        self.beside.show_story(self.desk.story)

    def show_tab(self, name: str) -> None:
        """Show “data”, “photos”, “findings” or “review” in the inspector."""
        self._unfold_inspector().show_tab(name)

    @property
    def is_settled(self) -> bool:
        """True when what is shown is the last that is known."""
        return self.findings.is_fresh and self.desk.is_safe

    @property
    def queue(self) -> StoryQueue | None:
        """The list of stories, once it is there."""
        return self.sides.queue

    @property
    def inspector(self) -> Inspector | None:
        """The inspector, once it is there."""
        return self.sides.inspector

    @property
    def find_bar(self) -> FindBar | None:
        """The bar for finding and replacing, once it has been asked for."""
        return self.searching.bar

    # What is shown, and where.

    def show_find_bar(self) -> None:
        """Let a person find and replace in the story."""
        if self.desk.story is None:
            return
        self.bring_page()
        self.searching.open(self.columns.rows)

    def find_story(self) -> None:
        """Let a person look for a story in the list."""
        self.actions_["queue"].setChecked(True)
        self.columns.left.show()
        if self.queue:
            self.queue.focus_search()

    def show_preview(self, shown: bool) -> None:
        """Show the preview in the place of the text, or the text again."""
        self.page.flush()
        if self.desk.story is None:
            return
        if shown:
            self.beside.show(False)
        self.columns.stack.setCurrentWidget(self.preview if shown else self.page)
        self.previewing.show(self.desk.story if shown else None)
        (self.preview if shown else self.page.body).setFocus()

    def show_page(self) -> None:
        """Show the text, in the place of its preview."""
        if self.actions_["preview"].isChecked():
            self.actions_["preview"].setChecked(False)
            self.show_preview(False)

    def bring_page(self) -> None:
        """Show the text, whatever stands in its place."""
        self.columns.stack.setCurrentWidget(self.page)
        self.actions_["preview"].setChecked(False)

    def show_columns(self, shown: bool) -> None:
        """Show the columns at the sides that are not folded, or none."""
        self.columns.left.setVisible(shown and self.actions_["queue"].isChecked())
        self.columns.right.setVisible(shown and self.actions_["inspector"].isChecked())
        if shown:
            self.folding.make_room()

    def go_to(self, finding: Finding) -> None:
        """Show where a finding is, and nothing else selected: on the page or in the inspector."""
        self.bring_page()
        if not self.page.show_finding(finding):
            self._unfold_inspector().show_finding(finding)
        fields = self.reviewing.fields
        fields.deselect_others(fields.by_name().get(finding.field))

    def field(self) -> ProseEdit:
        """Return the text field that a key is meant for."""
        beside = self.inspector.focused_field() if self.inspector else None
        return self.page.focused_field() or beside or self.page.body

    def leaving(self, then: Callable[[], object]) -> None:
        """Tell the desk the last words and the place, then go on."""
        self._tell_last()
        self.banner.leave_story()
        then()

    def _unfold_inspector(self) -> Inspector:
        """Return the inspector, there and to be seen."""
        self.versioning.leave()
        self.commands.at_desk.leave()
        self.actions_["inspector"].setChecked(True)
        self.columns.right.show()
        return self.sides.whole_inspector()

    # What the regions tell.

    def _connect(self) -> None:
        desk, page = self.desk, self.page
        desk.opened.connect(self._show_opened)
        desk.edited.connect(self._show_edited)
        desk.joined.connect(page.show_joined)
        desk.leaving.connect(self._tell_last)
        desk.words.learnt.connect(self.checks.learn)
        desk.words.forgotten.connect(self.checks.unlearn)
        desk.ignoring.changed.connect(self.checks.set_ignored)
        desk.thumbnail.connect(page.set_thumbnail)
        desk.shape_known.connect(self.shape.restore)

        page.edited.connect(desk.edit)
        page.place_changed.connect(desk.remember_place)
        page.photo_chosen.connect(self._unfold_inspector)
        page.thumbnail_wanted.connect(desk.want_thumbnail)
        page.ignored.connect(desk.ignoring.leave_out)
        page.word_added.connect(desk.words.add)

        self.status_line.target_wanted.connect(self.actions_["target"].trigger)
        self.counting.targets_changed.connect(self.shape.keep)
        self.viewing.connect()
        self.versioning.connect()
        self.telling.connect()
        self.uploads.connect()
        self.standing.connect()
        self.upkeep.away.connect(self._tell_away)
        self.upkeep.returned.connect(self.banner.withdraw)

    def _show_opened(self, story: Story | None, place: dict | None) -> None:
        self.searching.leave()
        self._name(story)
        self.actions_["preview"].setChecked(False)
        self.previewing.show(None)
        self.commands.enable(story is not None)
        self.top_bar.show_status(story.status if story else None)
        self.columns.stack.setCurrentWidget(self.page if story else self._welcome)
        self.findings.show_story(story)
        self.status_line.show_blank()
        self.counting.show_story(story)
        if story is not None:
            self.page.open_story(story, place)
        self.beside.show_story(story)
        if story is not None and story.updated:
            self.status_line.show_saved(story.updated)

    def _show_edited(self, story: Story) -> None:
        self._name(story)
        self.page.show_story(story)
        self.findings.show_story(story)
        self.top_bar.show_status(story.status)
        self.telling.show_unsaved()
        self.counting.follow(story)
        self.previewing.follow(story)

    def _name(self, story: Story | None) -> None:
        """Call the window by what lies open in it; the program's name follows by itself."""
        title = (story.headline.strip() or self.tr("Tanpa judul")) if story else "Newsroom"
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _tell_away(self, message: str) -> None:
        """Say that a second place for backups is not there, for as long as the story is open."""
        act = self.actions_["backups"]
        self.banner.say(message, "warning", act.text(), act.trigger)

    def _tell_last(self) -> None:
        self.page.flush()
        self.page.tell_place()

    # The window itself.

    def _lay_out(self, theme: Theme) -> None:
        self._welcome = Welcome(theme, self.actions_)
        self.columns = Columns()
        for widget in (self._welcome, self.page, self.preview):
            self.columns.stack.addWidget(widget)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.columns, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(whole)
        self.actions_["queue"].setChecked(True)
        self.actions_["inspector"].setChecked(True)
        self.actions_["dark"].setChecked(theme.is_dark)
        for name in ("smart_typing", "complete_names"):
            self.actions_[name].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the columns that do not fit."""
        super().resizeEvent(event)
        self.beside.make_room()
        self.folding.make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow into the full screen and out of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.viewing.follow_state()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the window from left to right, whenever its parts were made."""
        return self.regions.tab(forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the versions or the calm by Esc, as people try first."""
        is_esc = event.key() == Qt.Key.Key_Escape
        if not (is_esc and (self.versioning.leave() or self.viewing.leave())):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QEvent) -> None:
        """Take files that are dragged over the window."""
        if event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QEvent) -> None:
        """Open dropped stories, add dropped pictures."""
        take_copy(event)
        self.commands.take_files(local_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every word is in the store, or the person says so."""
        self._tell_last()
        if not self.desk.is_safe:
            event.ignore()
            self.telling.close_when_safe()
            return
        if self.commands.handing.keeps_open():
            event.ignore()
            return
        self.versioning.staging.back()
        self.commands.at_desk.leave()
        self.shape.keep()
        # A field that is deleted with the keyboard tells what watches it in Python of that,
        # when it is no longer a field: PySide ends the program over it.
        if (field := QApplication.focusWidget()) and self.isAncestorOf(field):
            field.clearFocus()
        self.hide()  # what is still under way may take a moment
        self.sides.stop()
        self.uploads.close()
        self.upkeep.close()
        self.checks.close()
        self.aids.close()
        self.desk.close()
        event.accept()
