"""Giving stories to an editor, several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.exchange.errors import in_words
from newsroom.store.desk.line import DeskLine
from newsroom.story.person import Person
from newsroom.ui.desk_view.desk_page import DeskPage
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.work.parts import in_parts
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow

_MOST_NAMES = 20  # in the menu; others are typed


class Assigning(QObject):
    """Offers the names that are known at the desk; any other may be typed."""

    def __init__(self, window: MainWindow, page: DeskPage, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._then = then

    def ask(self, lines: Sequence[DeskLine], me: Person) -> None:
        """Let a person choose, where the story at hand stands."""
        if not self._page.table.chosen():
            return
        table = self._page.table
        menu = self.menu(lines, me, table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = table.visualRect(table.currentIndex())
        menu.popup(table.viewport().mapToGlobal(row.bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def menu(self, lines: Sequence[DeskLine], me: Person, parent: QWidget) -> QMenu:
        """Return the names to choose from: who sits here first."""
        menu = QMenu(self.tr("Tugaskan redaktur"), parent)
        if me.name:
            mine = menu.addAction(self.tr("Saya ({0})").format(me.name.replace("&", "&&")))
            mine.triggered.connect(lambda: self.give(me.name))
        known = {name for line in lines for name in (line.editor, line.holder) if name}
        others = sorted(known - {me.name}, key=str.casefold)[:_MOST_NAMES]
        for name in others:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self.give(name))
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("Nama lain…")).triggered.connect(self._ask_name)
        nobody = menu.addAction(self.tr("Lepas penugasan"))
        nobody.triggered.connect(lambda: self.give(""))
        nobody.setEnabled(any(line.editor for line in self._page.table.chosen()))
        return menu

    def give(self, name: str) -> None:
        """Give what is chosen to an editor; to nobody, without a name."""
        window, desk = self._window, self._window.desk
        ids = [line.id for line in self._page.table.chosen() if line.editor != name]
        open_ = desk.story if desk.story and desk.story.id in ids else None
        rest = [id for id in ids if open_ is None or id != open_.id]

        def job(store: Store, part: Sequence[str]) -> list[str]:
            for id in part:
                story = store.stories.get(id)
                store.stories.save(replace(story, editor=name))
            return list(part)

        def done(given: list[str]) -> None:
            if open_ is not None:  # what lies open is changed where it is
                desk.edit({"editor": name})
            desk.when_safe(lambda: self._tell(len(ids), name))

        def failed(error: Exception, given: list[str]) -> None:
            self._then()
            window.banner.say(in_words(error), "error", lasting=True)

        if ids:
            in_parts(desk.in_store, rest, job, done, failed, at_once=10)

    # Within.

    def _ask_name(self) -> None:
        chosen = self._page.table.chosen()
        title, word = self.tr("Tugaskan redaktur"), self.tr("Tugaskan")
        NameDialog(self._window, title, word, chosen[0].editor if chosen else "").ask(self.give)

    def _tell(self, count: int, name: str) -> None:
        self._then()
        self._window.desk.refresh_list()
        told = (
            self.tr("{0} naskah ditugaskan kepada {1}.")
            if name
            else self.tr("Penugasan {0} naskah dilepas.")
        )
        self._window.banner.say(told.format(number(count), name), "good")
