"""What can be done with the chosen stories of the desk, under the right button and its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from newsroom.store.desk.line import DeskLine
from newsroom.story.person import Person
from newsroom.story.workflow import Status
from newsroom.ui.desk_view.assigning import Assigning
from newsroom.ui.desk_view.desk_page import DeskPage
from newsroom.ui.queue.status_menu import StatusMenu
from newsroom.ui.written import number


def open_menu(
    page: DeskPage,
    point: QPoint,
    assigning: Assigning,
    lines: Sequence[DeskLine],
    me: Person,
    move_on: Callable[[Status], object],
) -> None:
    """Open the menu at a point of the table."""
    table = page.table
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chosen = table.chosen()
    if len(chosen) > 1:
        told = page.tr("{0} naskah terpilih").format(number(len(chosen)))
        menu.addAction(told).setEnabled(False)
    else:
        for text, takes in ((page.open.text(), True), (page.tr("Buka saja"), False)):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, takes=takes: table.open_wanted.emit(takes))
    menu.addSeparator()
    menu.addMenu(assigning.menu(lines, me, menu))
    menu.addMenu(StatusMenu(table.chosen, move_on, menu, lambda: me.role))
    menu.popup(table.viewport().mapToGlobal(point))
