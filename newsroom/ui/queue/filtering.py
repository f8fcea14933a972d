"""Searches kept under a name, and by which forms of the words is sought: all remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words

if TYPE_CHECKING:
    from newsroom.store.filters import Filter
    from newsroom.store.store import Store
    from newsroom.story.workflow import Status
    from newsroom.ui.dialogs.filters_dialog import FiltersDialog
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.queue.story_queue import StoryQueue

_FORMS = "word_forms"  # the workspace's key


class Filtering(QObject):
    """Joins the search above the list to what the store keeps of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._filters: list[Filter] = []
        self._dialog: FiltersDialog | None = None
        self._is_switched = False  # by the person, who need not wait for what is remembered

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about the search does."""
        return {
            "word_forms": self._switch,
            "keep_filter": self.keep,
            "filters": self.open_filters,
        }

    def join(self, queue: StoryQueue) -> None:
        """Follow the list, once it is there; what is kept is read with the first list."""
        row, desk = queue.row, self._window.desk
        row.forms.toggled.connect(self._switched)
        row.keeping_wanted.connect(self.keep)
        row.filters_wanted.connect(self.open_filters)
        queue.filter_changed.connect(lambda *_: self._show_at_hand())

        def first(*_: object) -> None:
            desk.listed.disconnect(first)
            self._read(with_forms=True)

        desk.listed.connect(first)

    def keep(self) -> None:
        """Ask for a name, and keep the search at hand under it."""
        from newsroom.ui.dialogs.filter_name_dialog import FilterNameDialog

        queue = self._window.queue
        if queue is None:
            return
        query, status = queue.row.query, queue.chips.status
        forms = queue.row.forms.isChecked()
        if not query and status is None:
            told = self.tr("Cari kata atau pilih status dulu, lalu simpan saringannya.")
            self._window.banner.say(told, "warning")
            queue.focus_search()
            return
        names = [one.name for one in self._filters]
        dialog = FilterNameDialog(query, status, forms, names, self._window)
        dialog.ask(lambda name: self._keep(name, query, status, forms))

    def open_filters(self) -> None:
        """Show the kept searches, to be used, renamed and removed."""
        from newsroom.ui.dialogs.filters_dialog import FiltersDialog

        self._dialog = dialog = FiltersDialog(self._window.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.use_wanted.connect(self._use)
        dialog.removal_wanted.connect(self._remove)
        dialog.renaming_wanted.connect(self._rename)
        dialog.finished.connect(self._dialog_closed)
        dialog.show_filters(self._filters)
        dialog.open()

    # Within.

    def _switch(self, on: bool) -> None:
        """Seek by all forms of the words, or as they are written."""
        if self._window.queue:
            self._window.queue.row.forms.setChecked(on)

    def _switched(self, on: bool) -> None:
        self._is_switched = True
        self._window.actions_["word_forms"].setChecked(on)
        self._window.desk.in_store(lambda store: store.workspace.set(_FORMS, on), None, None)

    def _read(self, *, with_forms: bool = False) -> None:
        def job(store: Store) -> tuple[list[Filter], bool]:
            return store.filters.list(), bool(store.workspace.get(_FORMS))

        def done(answer: tuple[list[Filter], bool]) -> None:
            self._show(answer[0])
            if with_forms and self._window.queue and not self._is_switched:
                self._window.queue.row.forms.setChecked(answer[1])

        self._window.desk.in_store(job, done, None)

    def _keep(self, name: str, query: str, status: Status | None, forms: bool) -> None:
        from newsroom.store.filters import Filter

        kept = Filter(name, query, status, forms)
        told = self.tr("Saringan “{0}” tersimpan di menu saringan.").format(name)
        self._change(lambda store: store.filters.save(kept), told)

    def _rename(self, name: str, new: str) -> None:
        self._change(lambda store: store.filters.rename(name, new))

    def _remove(self, name: str) -> None:
        told = self.tr("Saringan “{0}” dihapus.").format(name)
        self._change(lambda store: store.filters.remove(name), told)

    def _change(self, act: Callable[[Store], None], told: str = "") -> None:
        def job(store: Store) -> list[Filter]:
            act(store)
            return store.filters.list()

        def done(filters: list[Filter]) -> None:
            self._show(filters)
            if told and self._dialog is None:
                self._window.banner.say(told, "good")
            elif self._dialog:
                self._dialog.say(told)

        def failed(error: Exception) -> None:
            words = str(error) if type(error) is ValueError else in_words(error)
            if self._dialog:
                self._dialog.show_filters(self._filters)  # as they are
                self._dialog.say(words, "error")
            else:
                self._window.banner.say(words, "error")

        self._window.desk.in_store(job, done, failed)

    def _show(self, filters: list[Filter]) -> None:
        self._filters = filters
        if self._window.queue:
            self._window.queue.row.show_filters(filters)
            self._show_at_hand()
        if self._dialog:
            self._dialog.show_filters(filters)

    def _show_at_hand(self) -> None:
        queue = self._window.queue
        if queue is None:
            return
        now = (queue.row.query, queue.chips.status, queue.row.forms.isChecked())
        same = (one for one in self._filters if (one.query, one.status, one.forms) == now)
        queue.row.show_at_hand(next(same, None))

    def _use(self, kept: Filter) -> None:
        window = self._window
        window.actions_["queue"].setChecked(True)
        window.columns.left.show()
        if window.queue:
            window.queue.use_filter(kept)
            window.queue.list.setFocus()

    def _dialog_closed(self) -> None:
        self._dialog = None
