"""The listed stories: opened one at a time, chosen one or several, as in a mail program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView

from newsroom.story.person import Role
from newsroom.ui.queue.status_menu import StatusMenu
from newsroom.ui.queue.story_delegate import CARD_HEIGHT, GAP, StoryDelegate
from newsroom.ui.queue.story_list_model import StoryListModel
from newsroom.ui.queue.tick import tick_area
from newsroom.ui.theme import Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.search.hit import Row
    from newsroom.store.summary import StorySummary
    from newsroom.story.workflow import Status

MOST_CHOSEN = 5_000
"""Stories. All of them are read at once, and what is written waits for that in the store."""

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_MOVE = QAbstractItemView.CursorAction
_FLAG = QItemSelectionModel.SelectionFlag


class StoryView(QTableView):
    """A click opens a story; with Ctrl or Shift, or by keys, several are chosen instead.

    What is done about stories waits until it is known which these are: of a long list they
    are read only once somebody looks at them or chooses them.
    """

    opened = Signal(str)
    chosen_changed = Signal()
    discard_requested = Signal(object)  # [id]
    duplicate_requested = Signal(str)
    export_requested = Signal(object)  # [id]
    status_requested = Signal(object, object)  # [id], Status

    def __init__(self, theme: Theme, model: StoryListModel) -> None:
        super().__init__()
        self._theme = theme
        self._stories = model
        self.role = Role.ALL  # of who sits here: what is offered is their work
        self._is_ticking = False  # from the press to the release
        self._waiting: Callable[[list[str]], object] | None = None  # for the ids of those chosen
        self.setAccessibleName(self.tr("Daftar naskah"))
        self.setModel(model)
        self.setItemDelegate(StoryDelegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(CARD_HEIGHT + GAP)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalScrollBar().setSingleStep(20)
        self.clicked.connect(self._clicked)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        self._open = self._action(self.tr("Buka"), self._open_current, "Return; Enter")
        self._discard = self._action(self.tr("Buang ke keranjang"), self._discard_chosen, "Del")
        self._duplicate = self._action(self.tr("Duplikatkan naskah"), self._duplicate_current)
        self._export = self._action(self.tr("Ekspor…"), self._export_chosen)
        self._tint()
        theme.changed.connect(self._tint)

    # Which are chosen.

    @property
    def chosen_count(self) -> int:
        """How many stories are chosen."""
        return sum(part.height() for part in self.selectionModel().selection())

    @property
    def is_several(self) -> bool:
        """True while more than one story is chosen: then this is what is done about them."""
        return self.chosen_count > 1

    def chosen(self) -> list[StorySummary]:
        """Return the chosen stories that are known, in the order of the list.

        Where none is chosen it is the one the keyboard is at.
        """
        found = map(self._stories.story, self._chosen_numbers())
        return [story for story in found if story]

    def with_chosen(self, act: Callable[[list[str]], object]) -> None:
        """Do something with the ids of the chosen stories, as soon as all of them are known."""
        numbers = self._chosen_numbers()
        ids = [story.id for story in map(self._stories.story, numbers) if story]
        if len(ids) == len(numbers):
            self._waiting = None
            if ids:
                act(ids)
        else:
            self._waiting = act
            self._stories.ask_for(numbers)

    def looked_at(self) -> list[int]:
        """Return by number the stories that are in view or chosen."""
        height, scrolled = CARD_HEIGHT + GAP, self.verticalScrollBar().value()
        first, last = scrolled // height, (scrolled + self.viewport().height()) // height
        return [*self._stories.numbers(first, last), *self._chosen_numbers()]

    def choose_one(self) -> None:
        """Choose again but the story the keyboard is at."""
        self.selectionModel().setCurrentIndex(self.currentIndex(), _FLAG.ClearAndSelect)

    def open_steps(self) -> None:
        """Let a person choose another status for what is chosen, where it stands."""

        def ask(_: list[str]) -> None:
            menu = StatusMenu(self.chosen, self._request_status, self, lambda: self.role)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            row = self.visualRect(self.currentIndex())
            menu.popup(self.viewport().mapToGlobal(row.bottomLeft()))

        self.with_chosen(ask)

    def make_current(self, story_id: str | None) -> None:
        """Go to a story and choose it alone."""
        self.setCurrentIndex(self._stories.index_of(story_id))

    def show_stories(self, order: Sequence[int], rows: Mapping[int, Row]) -> None:
        """Show a list; the place in it is kept, and those chosen as far as they are in it."""
        stories = self._stories
        current = stories.number_at(self.currentIndex())
        chosen = self._chosen_numbers() if self.chosen_count else []
        scrolled = self.verticalScrollBar().value()
        stories.show(order, rows, self.looked_at())
        if chosen and (left := stories.rows_of(chosen)):
            self.choose_rows(left)
            self.selectionModel().setCurrentIndex(stories.index_of_number(current), _FLAG.NoUpdate)
        elif current is None:
            self.make_current(stories.open_id)
        else:
            self.setCurrentIndex(stories.index_of_number(current))
        self.verticalScrollBar().setValue(scrolled)
        self._choice_changed()

    def take_rows(self, rows: Mapping[int, Row]) -> None:
        """Show stories that have become known."""
        self._stories.take(rows, self.looked_at())
        if self._waiting:
            self.with_chosen(self._waiting)

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose the stories of these rows, which are given from the top down."""
        chosen, first = QItemSelection(), 0
        for at, row in enumerate(rows):
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                chosen.select(self._stories.index(rows[first], 0), self._stories.index(row, 0))
                first = at + 1
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def selectAll(self) -> None:
        """Choose all stories, up to a limit."""
        self.choose_rows(range(min(self._stories.rowCount(), MOST_CHOSEN)))

    # What Qt calls.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a story, or let go of it, where its tick stands or would stand."""
        index = self._ticked(event)
        self._is_ticking = index.isValid()
        if not self._is_ticking:
            super().mousePressEvent(event)
            return
        self.setFocus()
        self.selectionModel().select(index, _FLAG.Toggle)
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick clicks on a tick as one more."""
        if self._ticked(event).isValid():
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose no row of others from a tick."""
        if not (self._is_ticking and event.buttons()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open nothing by a tick."""
        if not self._is_ticking:
            super().mouseReleaseEvent(event)
        self._is_ticking = False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first story and to the last, where a table would go along its row."""
        rows = {_MOVE.MoveHome: 0, _MOVE.MoveEnd: self._stories.rowCount() - 1}
        if action in rows:
            return self._stories.index(rows[action], 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of several with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_several:
            self.choose_one()
        else:
            super().keyPressEvent(event)

    # Within.

    def _ticked(self, event: QMouseEvent) -> QModelIndex:
        """Return the story whose tick is meant; an invalid index if it is none's."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _CHOOSING
        meant = is_plain and tick_area(self.visualRect(index)).contains(point)
        return index if meant else QModelIndex()

    def _action(self, text: str, act: object, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys.split("; ") if key])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def _chosen_numbers(self) -> list[int]:
        """Return by number the chosen stories, or the one the keyboard is at."""
        parts = sorted((p.top(), p.bottom()) for p in self.selectionModel().selection())
        found = [number for part in parts for number in self._stories.numbers(*part)]
        current = self._stories.number_at(self.currentIndex())
        return found or ([] if current is None else [current])

    def _choice_changed(self, *_: object) -> None:
        self._waiting = None
        if self.chosen_count > MOST_CHOSEN:
            self.choose_rows(self._stories.rows_of(self._chosen_numbers())[:MOST_CHOSEN])
            return
        if self.is_several:
            self._stories.ask_for(self._chosen_numbers())
        self.viewport().update()  # whether several are chosen shows in every row
        self.chosen_changed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & _CHOOSING and index == self.currentIndex():
            self._open_current()

    def _open_current(self) -> None:
        self.choose_one()
        self.with_chosen(lambda ids: self.opened.emit(ids[0]))

    def _duplicate_current(self) -> None:
        if story := self._stories.story(self._stories.number_at(self.currentIndex())):
            self.duplicate_requested.emit(story.id)

    def _discard_chosen(self) -> None:
        self.with_chosen(self.discard_requested.emit)

    def _export_chosen(self) -> None:
        self.with_chosen(self.export_requested.emit)

    def _show_menu(self, point: QPoint) -> None:
        if not self.indexAt(point).isValid():
            return
        several = self.is_several
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if several:
            count = number(self.chosen_count)
            menu.addAction(self.tr("{0} naskah terpilih").format(count)).setEnabled(False)
            menu.addSeparator()
        else:
            menu.addActions([self._open, self._duplicate])
            menu.addSeparator()
        steps = StatusMenu(self.chosen, self._request_status, menu, lambda: self.role)
        menu.addMenu(steps)
        menu.addAction(self._export)
        menu.addSeparator()
        menu.addAction(self._discard)
        menu.popup(self.viewport().mapToGlobal(point))

    def _request_status(self, to: Status) -> None:
        self.with_chosen(lambda ids: self.status_requested.emit(ids, to))

    def _tint(self) -> None:
        for action, icon in (
            (self._discard, "trash"),
            (self._duplicate, "copy"),
            (self._export, "export"),
        ):
            action.setIcon(self._theme.icon(icon, "muted"))
        self.viewport().update()
