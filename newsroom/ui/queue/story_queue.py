"""The column of stories: searching, filtering, choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from newsroom.story.workflow import Status
from newsroom.ui.queue.filter_chips import FilterChips
from newsroom.ui.queue.search_row import SearchRow
from newsroom.ui.queue.selection_bar import SelectionBar
from newsroom.ui.queue.states import Loading, Notice
from newsroom.ui.queue.story_delegate import GUTTER
from newsroom.ui.queue.story_list_model import StoryListModel
from newsroom.ui.queue.story_view import MOST_CHOSEN, StoryView
from newsroom.ui.review.tally import Tally
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.filters import Filter
    from newsroom.ui.desk.listing import StoryList


class StoryQueue(QWidget):
    """Lists stories and says which one a person wants; it fetches nothing itself.

    What is to be done with stories in it is told by ``list`` and, of several, by ``bar``.
    """

    filter_changed = Signal(object, str, bool)  # Status or None, query, by all forms of a word
    new_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    rows_wanted = Signal(object)  # [number] of stories that somebody looks at or chooses
    chosen_changed = Signal(int)  # how many are chosen

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("queue")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)
        self._theme = theme
        self._is_whole = True  # what is listed
        self._chooses_all = False  # as soon as it is whole
        self._model = StoryListModel(self)
        self._model.wanted.connect(self.rows_wanted)
        self.row = SearchRow(theme)
        self.row.changed.connect(self._tell)
        self.row.filter_chosen.connect(self.use_filter)
        self.search = self.row.field
        self.chips = FilterChips()
        self.chips.chosen.connect(self._tell)
        self.list = StoryView(theme, self._model)
        self.list.chosen_changed.connect(self._show_chosen)
        self.opened = self.list.opened
        self.bar = SelectionBar(theme, self.list.chosen, lambda: self.list.role)
        self.bar.all_wanted.connect(self.choose_all)
        self.bar.none_wanted.connect(self.list.choose_one)
        self._loading = Loading(theme)
        self._empty = self._make_empty()
        self._no_match = self._make_no_match()
        self._stack = QStackedWidget()
        for widget in (self._loading, self.list, self._empty, self._no_match):
            self._stack.addWidget(widget)
        self.chips.hide()
        self._lay_out()

    def show_stories(self, stories: StoryList) -> None:
        """Show a list, and how many stories stand where; the place in it is kept."""
        counts = stories.counts
        self._is_whole = stories.whole
        self.list.show_stories(stories.order, stories.rows)
        if self._chooses_all and stories.whole:
            self._chooses_all = False
            self.list.selectAll()
        total = sum(counts.values())
        self.chips.show_counts(counts)
        self.chips.setVisible(bool(total))
        self._other_forms.setVisible(bool(self.row.query) and not self.row.forms.isChecked())
        if len(stories.order):
            self._stack.setCurrentWidget(self.list)
        else:
            self._stack.setCurrentWidget(self._no_match if total else self._empty)

    def set_current(self, story_id: str | None) -> None:
        """Show which story lies open."""
        if story_id == self._model.open_id:
            return
        self._model.set_open(story_id)
        self.list.make_current(story_id)
        self.list.scrollTo(self.list.currentIndex())

    def set_findings(self, story_id: str, found: Tally) -> None:
        """Show how much the checks found in a story."""
        self._model.set_findings(story_id, found)

    def focus_search(self) -> None:
        """Let a person type what to look for."""
        self.search.setFocus()
        self.search.selectAll()

    def clear_filter(self) -> None:
        """List all stories again."""
        self._ask("", None, self.row.forms.isChecked())

    def use_filter(self, kept: Filter) -> None:
        """Seek what a kept search seeks."""
        self._ask(kept.query, kept.status, kept.forms)

    def choose_all(self) -> None:
        """Choose all the stories there are, as soon as all of them are listed, up to a limit."""
        self._chooses_all = not self._is_whole
        if self._is_whole:
            self.list.selectAll()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search down into the list; empty it with Esc."""
        if self.search.hasFocus():
            if event.key() == Qt.Key.Key_Down and self._model.rowCount():
                self._enter_list()
                return
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return
        elif event.key() == Qt.Key.Key_Escape and self.list.is_several:
            self.list.choose_one()
            return
        super().keyPressEvent(event)

    # Within.

    def _make_empty(self) -> Notice:
        notice = Notice(
            self._theme,
            "file",
            self.tr("Belum ada naskah"),
            self.tr(
                "Naskah yang Anda tulis terkumpul di sini. Semua tersimpan sendiri "
                "di komputer ini, juga tanpa internet."
            ),
        )
        notice.add_button(self.tr("Naskah baru"), "main", "plus", self.new_requested.emit)
        notice.add_button(self.tr("Tempel naskah"), "line", "paste", self.paste_requested.emit)
        notice.add_button(self.tr("Buka contoh"), "line", "sample", self.sample_requested.emit)
        return notice

    def _make_no_match(self) -> Notice:
        notice = Notice(
            self._theme,
            "search",
            self.tr("Tidak ada yang cocok"),
            self.tr("Tidak ada naskah dengan kata dan status ini. Coba kata lain yang lebih umum."),
        )
        forms = self.tr("Cari juga bentuk kata lain")
        self._other_forms = notice.add_button(
            forms, "line", "word-forms", lambda: self.row.forms.setChecked(True)
        )
        notice.add_button(self.tr("Hapus saringan"), "line", "close", self.clear_filter)
        return notice

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(GUTTER, 0, GUTTER, 0)
        top.setSpacing(2 * STEP + 2)
        top.addWidget(self.row)
        top.addWidget(self.chips)
        rest = QVBoxLayout()
        rest.setContentsMargins(GUTTER, 0, 0, 0)
        rest.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GUTTER, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addLayout(rest, 1)
        column.addWidget(self.bar)

    def _ask(self, query: str, status: Status | None, forms: bool) -> None:
        self.row.ask(query, forms)
        if self.chips.status == status:
            self._tell()
        else:
            self.chips.choose(status)

    def _tell(self) -> None:
        row, self._chooses_all = self.row, False
        self.list.scrollToTop()  # what is sought next begins there
        self.filter_changed.emit(self.chips.status, row.query, row.forms.isChecked())

    def _enter_list(self) -> None:
        """Go to the story one was at, or to the first of those that were looked for."""
        if self.row.query or not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.setFocus()

    def _show_chosen(self) -> None:
        count = self.list.chosen_count
        if count > 1:
            self.bar.show_count(count, self._model.rowCount(), MOST_CHOSEN)
        elif self.bar.isVisible():
            inside = self.bar.isAncestorOf(QApplication.focusWidget() or self)
            self.bar.hide()
            if inside:
                self.list.setFocus()
        self.chosen_changed.emit(count)
