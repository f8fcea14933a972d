"""Joins the find bar to the fields of the story that lies open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.search.find_bar import FindBar
    from newsroom.ui.search.unmade import Field


class Searching(QObject):
    """Finds in the field that was written in last, or in all of them from there on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: ProseEdit | None = None
        self._told = ""
        self.bar: FindBar | None = None  # comes when it is first asked for
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def open(self, place: QLayout) -> None:
        """Show the bar, made in this place if there is none yet."""
        if self.bar is None:
            from newsroom.ui.search.find_bar import FindBar

            self.bar = FindBar(self._window.theme)
            self.bar.finder.fields = self._fields
            self.bar.finder.shown.connect(self._bring_into_view)
            self.bar.replacer.is_multiline = lambda field: not field.is_one_line
            self.bar.replacer.replaced.connect(self._tell_replaced)
            self.bar.replacer.undone.connect(lambda: self._window.banner.withdraw(self._told))
            self.bar.closed.connect(self._closed)
            place.addWidget(self.bar)
        if self._last is None or not isValid(self._last):
            self._last = self._window.page.body
        self.bar.set_target(self._last)
        self.bar.open()

    def join(self, inspector: Inspector) -> None:
        """Look through the inspector's fields too, which come and go."""
        inspector.photos.fields_changed.connect(self._look_again)
        inspector.data.fields_changed.connect(self._look_again)

    def leave(self) -> None:
        """Put the bar away, because another story comes."""
        self._last = None
        if self.bar is not None:
            self.bar.replacer.forget()
            self.bar.hide()

    # Within.

    def _fields(self) -> list[Field]:
        """Return the fields with prose in them; credits and tags are none."""
        fields: list[Field] = [*self._window.page.fields().values()]
        if inspector := self._window.inspector:
            fields += inspector.data.further_prose().values()
            fields += inspector.photos.prose().values()
        return fields

    def _look_again(self) -> None:
        if self.bar is not None and self.bar.isVisible():
            self.bar.finder.look_again()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, ProseEdit) and self._window.isAncestorOf(now):
            self._last = now
            if self.bar is not None and self.bar.isVisible():
                self.bar.set_target(now)

    def _bring_into_view(self, editor: QTextEdit) -> None:
        """Unfold and scroll what the field lies in; the keyboard stays in the bar."""
        self._last = editor
        inspector = self._window.inspector
        if inspector is not None and inspector.isAncestorOf(editor):
            in_photos = inspector.photos.isAncestorOf(editor)
            self._window.show_tab("photos" if in_photos else "data")
            inspector.photos.build_card_of(editor)
        self._scroll_to(editor)
        QTimer.singleShot(0, editor, lambda: self._scroll_to(editor))

    def _scroll_to(self, editor: QTextEdit) -> None:
        # What was just unfolded has its place only once it is laid out.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        above = editor.parentWidget()
        while above is not None and editor is not self._window.page.body:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(editor)
            above = above.parentWidget()

    def _tell_replaced(self, count: int, fields: int) -> None:
        """Offer to take back what was changed in places that are out of sight."""
        if fields > 1:
            self._told = self.tr("{0} diganti di {1} bidang.").format(number(count), fields)
            undo = self.bar.replacer.undo
            self._window.banner.say(self._told, "good", self.tr("Urungkan"), undo)

    def _closed(self) -> None:
        if self.bar.finder.field is None or not isValid(self.bar.finder.field):
            self._window.page.body.setFocus()
