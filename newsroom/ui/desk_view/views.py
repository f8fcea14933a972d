"""Views of the desk kept under a name, named anew and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.exchange.errors import in_words
from newsroom.store.desk.views import DeskView
from newsroom.ui.desk_view.desk_page import DeskPage
from newsroom.ui.dialogs.name_dialog import NameDialog

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


class Views(QObject):
    """Does with views what is wanted above the table."""

    def __init__(self, window: MainWindow, page: DeskPage) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        page.filters.keeping_wanted.connect(self.keep)
        page.filters.renaming_wanted.connect(self.rename)
        page.filters.removal_wanted.connect(self.remove)

    def keep(self) -> None:
        """Ask for a name, and keep the view at hand under it."""
        view, told = self._page.filters.view, self.tr("Tampilan bernama ini akan diganti.")
        dialog = NameDialog(
            self._window, self.tr("Simpan tampilan"), self.tr("Simpan"), "", self._names(), told
        )
        dialog.ask(
            lambda name: self._change(
                lambda store: store.desk_views.save(replace(view, name=name)),
                self.tr("Tampilan “{0}” tersimpan.").format(name),
            )
        )

    def rename(self, view: DeskView) -> None:
        """Ask for another name for a view."""
        dialog = NameDialog(
            self._window, self.tr("Ganti nama tampilan"), self.tr("Ganti nama"), view.name
        )
        dialog.ask(
            lambda name: self._change(lambda store: store.desk_views.rename(view.name, name))
        )

    def remove(self, view: DeskView) -> None:
        """Forget a view, and offer to bring it back."""
        told = self.tr("Tampilan “{0}” dihapus.").format(view.name)

        def done() -> None:
            self._window.banner.say(
                told,
                "good",
                self.tr("Urungkan"),
                lambda: self._change(lambda store: store.desk_views.save(view)),
            )

        self._change(lambda store: store.desk_views.remove(view.name), then=done)

    # Within.

    def _names(self) -> list[str]:
        return [one.name for one in self._page.filters.views_kept]

    def _change(
        self,
        act: Callable[[Store], None],
        told: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        def job(store: Store) -> list[DeskView]:
            act(store)
            return store.desk_views.list()

        def done(views: list[DeskView]) -> None:
            self._page.filters.show_views(views)
            if told:
                self._window.banner.say(told, "good")
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            words = str(error) if type(error) is ValueError else in_words(error)
            self._window.banner.say(words, "error")

        self._window.desk.in_store(job, done, failed)
