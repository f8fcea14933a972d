"""The column of stories: searching, filtering, choosing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.workflow import Status
from newsroom.ui.queue.filter_chips import FilterChips
from newsroom.ui.queue.states import Loading, Notice
from newsroom.ui.queue.story_delegate import GUTTER, StoryDelegate
from newsroom.ui.queue.story_list_model import StoryListModel
from newsroom.ui.review.tally import Tally
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.search.hit import Snippet
    from newsroom.store.summary import StorySummary

SEARCH_AFTER = 150  # milliseconds of quiet


class StoryQueue(QWidget):
    """Lists stories and says which one a person wants; it fetches nothing itself."""

    opened = Signal(str)
    filter_changed = Signal(object, str)  # Status or None, query
    new_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    discard_requested = Signal(str)
    more_wanted = Signal()  # than are listed: somebody came to the end

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("queue")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)
        self._theme = theme
        self._model = StoryListModel(self)
        self._model.more_wanted.connect(self.more_wanted)
        self.search = self._make_search()
        self.chips = FilterChips()
        self.chips.chosen.connect(self._tell)
        self.list = self._make_list()
        self._loading = Loading(theme)
        self._empty = self._make_empty()
        self._no_match = self._make_no_match()
        self._stack = QStackedWidget()
        for widget in (self._loading, self.list, self._empty, self._no_match):
            self._stack.addWidget(widget)
        self.chips.hide()
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)

    def show_stories(
        self,
        stories: list[StorySummary],
        counts: Mapping[Status, int],
        snippets: Mapping[str, Snippet] | None = None,
        more: bool = False,
    ) -> None:
        """Show a list, and how many stories stand where; the place in it is kept.

        ``snippets`` show, by id, where the words that are sought stand. ``more`` says that
        the list goes on.
        """
        current = self._model.id_at(self.list.currentIndex()) or self._model.open_id
        scrolled = self.list.verticalScrollBar().value()
        self._model.show(stories, snippets or {}, more=more)
        self._make_current(current)
        self.list.verticalScrollBar().setValue(scrolled)
        self.chips.show_counts(counts)
        self.chips.setVisible(bool(sum(counts.values())))
        if stories:
            self._stack.setCurrentWidget(self.list)
        else:
            self._stack.setCurrentWidget(self._no_match if sum(counts.values()) else self._empty)

    def set_current(self, story_id: str | None) -> None:
        """Show which story lies open."""
        if story_id == self._model.open_id:
            return
        self._model.set_open(story_id)
        self._make_current(story_id)
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
        self.search.clear()
        if self.chips.status is None:
            self._tell()
        else:
            self.chips.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search down into the list; empty it with Esc."""
        if self.search.hasFocus():
            if event.key() == Qt.Key.Key_Down and self._model.rowCount():
                self._enter_list()
                return
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return
        super().keyPressEvent(event)

    # Within.

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Cari judul, isi, nama, tag…"))
        search.setAccessibleName(self.tr("Cari naskah"))
        ways = self.tr(
            "Semua kata harus ada. Juga: “frasa”, awal*, ~bentuk kata, -kecuali, penulis:, tag:, "
            "rubrik:, judul:, status:, sejak:, sampai:"
        )
        search.setToolTip(ways)
        search.setAccessibleDescription(ways)
        self._clear = search.addAction(
            self._theme.icon("close", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._clear.setToolTip(self.tr("Kosongkan pencarian"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(search.clear)
        search.textChanged.connect(self._typed)
        search.returnPressed.connect(self._tell)
        return search

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self.tr("Daftar naskah"))
        view.setModel(self._model)
        view.setItemDelegate(StoryDelegate(self._theme, view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.verticalScrollBar().setSingleStep(20)
        view.clicked.connect(lambda _: self._open_current())
        view.customContextMenuRequested.connect(self._show_menu)
        self._open = QAction(self.tr("Buka"), view)
        self._discard = QAction(self.tr("Buang ke keranjang"), view)
        for action, keys, act in (
            (self._open, ("Return", "Enter"), self._open_current),
            (self._discard, ("Del",), self._discard_current),
        ):
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(act)
            view.addAction(action)
        return view

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
        notice.add_button(self.tr("Hapus saringan"), "line", "close", self.clear_filter)
        return notice

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(GUTTER, 0, GUTTER, 0)
        top.setSpacing(2 * STEP + 2)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        rest = QVBoxLayout()
        rest.setContentsMargins(GUTTER, 0, 0, 0)
        rest.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GUTTER, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addLayout(rest, 1)

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        self.filter_changed.emit(self.chips.status, self.search.text().strip())

    def _enter_list(self) -> None:
        """Go to the story one was at, or to the first of those that were looked for."""
        if self.search.text().strip() or not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.setFocus()

    def _make_current(self, story_id: str | None) -> None:
        self.list.setCurrentIndex(self._model.index_of(story_id))

    def _open_current(self) -> None:
        if story_id := self._model.id_at(self.list.currentIndex()):
            self.opened.emit(story_id)

    def _discard_current(self) -> None:
        if story_id := self._model.id_at(self.list.currentIndex()):
            self.discard_requested.emit(story_id)

    def _show_menu(self, point: QPoint) -> None:
        if not self.list.indexAt(point).isValid():
            return
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._open)
        menu.addSeparator()
        menu.addAction(self._discard)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _tint(self) -> None:
        self._clear.setIcon(self._theme.icon("close", "muted"))
        self._discard.setIcon(self._theme.icon("trash", "muted"))
        self.list.viewport().update()
