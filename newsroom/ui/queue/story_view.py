"""The listed stories: opened one at a time, chosen one or several, as in a mail program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu

from newsroom.ui.queue.status_menu import StatusMenu
from newsroom.ui.queue.story_delegate import StoryDelegate
from newsroom.ui.queue.story_list_model import StoryListModel
from newsroom.ui.queue.tick import tick_area
from newsroom.ui.theme import Theme
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.search.hit import Snippet
    from newsroom.store.summary import StorySummary

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_FLAG = QItemSelectionModel.SelectionFlag


class StoryView(QListView):
    """A click opens a story; with Ctrl or Shift, or by keys, several are chosen instead."""

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
        self._is_ticking = False  # from the press to the release
        self.setAccessibleName(self.tr("Daftar naskah"))
        self.setModel(model)
        self.setItemDelegate(StoryDelegate(theme, self))
        self.setUniformItemSizes(True)
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
        """Return the chosen stories in the order of the list, or the one the keyboard is at."""
        parts = self.selectionModel().selection()
        rows = sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self._stories.story_at(row) for row in rows]

    def choose_one(self) -> None:
        """Choose again but the story the keyboard is at."""
        self.selectionModel().setCurrentIndex(self.currentIndex(), _FLAG.ClearAndSelect)

    def open_steps(self) -> None:
        """Let a person choose another status for what is chosen, where it stands."""
        if ids := self._chosen_ids():
            menu = StatusMenu(self.chosen, lambda to: self.status_requested.emit(ids, to), self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            row = self.visualRect(self.currentIndex())
            menu.popup(self.viewport().mapToGlobal(row.bottomLeft()))

    def make_current(self, story_id: str | None) -> None:
        """Go to a story and choose it alone."""
        self.setCurrentIndex(self._stories.index_of(story_id))

    def show_stories(
        self,
        stories: Sequence[StorySummary],
        snippets: Mapping[str, Snippet],
        *,
        more: bool,
    ) -> None:
        """Show a list; the place in it is kept, and those chosen as far as they are in it."""
        current = self._stories.id_at(self.currentIndex()) or self._stories.open_id
        chosen = [story.id for story in self.chosen()] if self.chosen_count else []
        scrolled = self.verticalScrollBar().value()
        self._stories.show(stories, snippets, more=more)
        if left := [id for id in chosen if self._stories.index_of(id).isValid()]:
            self._choose(left)
            at = self._stories.index_of(current)
            self.selectionModel().setCurrentIndex(at, _FLAG.NoUpdate)
        else:
            self.make_current(current)
        self.verticalScrollBar().setValue(scrolled)
        self._choice_changed()

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

    def _choose(self, ids: Iterable[str]) -> None:
        rows = sorted(self._stories.index_of(id).row() for id in ids)
        chosen, first = QItemSelection(), 0
        for at, row in enumerate(rows):
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                start, end = (self._stories.index(one, 0) for one in (rows[first], row))
                chosen.select(start, end)
                first = at + 1
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def _choice_changed(self, *_: object) -> None:
        self.viewport().update()  # whether several are chosen shows in every row
        self.chosen_changed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & _CHOOSING and index == self.currentIndex():
            self._open_current()

    def _open_current(self) -> None:
        if story_id := self._stories.id_at(self.currentIndex()):
            self.choose_one()
            self.opened.emit(story_id)

    def _duplicate_current(self) -> None:
        if story_id := self._stories.id_at(self.currentIndex()):
            self.duplicate_requested.emit(story_id)

    def _discard_chosen(self) -> None:
        if chosen := self._chosen_ids():
            self.discard_requested.emit(chosen)

    def _export_chosen(self) -> None:
        if chosen := self._chosen_ids():
            self.export_requested.emit(chosen)

    def _chosen_ids(self) -> list[str]:
        return [story.id for story in self.chosen()]

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
        ids = self._chosen_ids()
        steps = StatusMenu(self.chosen, lambda to: self.status_requested.emit(ids, to), menu)
        menu.addMenu(steps)
        menu.addAction(self._export)
        menu.addSeparator()
        menu.addAction(self._discard)
        menu.popup(self.viewport().mapToGlobal(point))

    def _tint(self) -> None:
        for action, icon in (
            (self._discard, "trash"),
            (self._duplicate, "copy"),
            (self._export, "export"),
        ):
            action.setIcon(self._theme.icon(icon, "muted"))
        self.viewport().update()
