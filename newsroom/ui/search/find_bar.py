"""Finding and replacing in the text that is being written."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QTextEdit
from shiboken6 import isValid

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.search.controls import line, tool
from newsroom.ui.search.find_options import FindOptions
from newsroom.ui.search.finder import Finder
from newsroom.ui.search.highlights import Highlights
from newsroom.ui.search.query import escaped
from newsroom.ui.search.replacer import Replacer
from newsroom.ui.search.told import search_name, told_of_hits, told_of_replaced
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme

_NARROW = 620  # pixels; below, the options have a row of their own
_UNDO = QKeySequence.StandardKey.Undo


class FindBar(QFrame):
    """Says what to look for and what to put in its place; the finder does it."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self._theme = theme
        self.finder = Finder(self)
        self.replacer = Replacer(self.finder)
        self._highlights = Highlights(theme, self)
        self.search = line("")
        self.replacement = line(self.tr("Ganti dengan"))
        self.options = FindOptions()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._previous = tool(self.tr("Sebelumnya"), "Shift+F3", self.find_previous)
        self._next = tool(self.tr("Berikutnya"), "F3", self.find_next)
        self._close = tool(self.tr("Tutup pencarian"), "Esc", self.close_bar)
        self._one = line_button(self.tr("Ganti"), self.replace_one)
        self._all = line_button(self.tr("Ganti semua"), self.replace_all)
        self._all.setToolTip(self.tr("Ganti semua (Ctrl+Enter)"))
        self.search.textChanged.connect(self._ask)
        self.options.changed.connect(self._ask)
        self.replacement.textChanged.connect(self._draw)
        self.finder.found.connect(self._draw)
        self.replacer.replaced.connect(lambda *replaced: self._say(told_of_replaced(*replaced)))
        for keys, act in (("F3", self.find_next), ("Shift+F3", self.find_previous)):
            # Works from the text too, as long as the bar is shown.
            QShortcut(QKeySequence(keys), self, act)
        for widget in (self.search, self.replacement, self._one, self._all):
            widget.installEventFilter(self)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)

    def set_target(self, editor: QTextEdit) -> None:
        """Find in this editor, or from it on."""
        self.finder.set_field(editor)

    def open(self) -> None:
        """Show the bar; what is selected in the text is what is looked for."""
        field = self.finder.field
        selected = field.textCursor().selectedText() if field is not None else ""
        self.show()
        if selected and "\u2029" not in selected:
            self.search.setText(escaped(selected) if self.options.pattern.isChecked() else selected)
        self.search.setFocus()
        self.search.selectAll()

    def close_bar(self) -> None:
        """Take the bar and its highlights away, and leave the current hit selected."""
        self.finder.select()
        self.hide()
        if self.finder.field is not None and isValid(self.finder.field):
            self.finder.field.setFocus()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next hit, from the last round to the first."""
        self.finder.step(1)

    def find_previous(self) -> None:
        """Go to the hit before, from the first round to the last."""
        self.finder.step(-1)

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; without one, only go."""
        self.replacer.replace_one(self.replacement.text())

    def replace_all(self) -> None:
        """Replace every hit, as one undo step."""
        self.replacer.replace_all(self.replacement.text())

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Ctrl+Enter replaces all, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.replace_all()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.find_previous()
            elif self.replacement.hasFocus():
                self.replace_one()
            else:
                self.find_next()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back with Ctrl+Z what was replaced last, also while in the bar."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and event.matches(_UNDO) and self.replacer.can_undo:
            if event.type() == QEvent.Type.KeyPress:
                self.replacer.undo()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for all."""
        super().resizeEvent(event)
        self._place_options()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the text may have changed meanwhile."""
        super().showEvent(event)
        self.finder.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no highlights behind."""
        super().hideEvent(event)
        self.finder.stop()

    # Within.

    def _lay_out(self) -> None:
        found = QHBoxLayout()
        found.setSpacing(2)
        for widget in (self._previous, self._next):
            found.addWidget(widget)
        found.addSpacing(STEP)
        found.addWidget(self.count, 1)
        found.addWidget(self._close)
        changes = QHBoxLayout()
        changes.setSpacing(6)
        for widget in (self._one, self._all):
            changes.addWidget(widget)
        changes.addStretch()
        self._grid.setContentsMargins(14, 8, 8, 8)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addLayout(found, 0, 1, 1, 2)
        self._grid.addWidget(self.replacement, 1, 0)
        self._grid.addLayout(changes, 1, 1)
        self._place_options()
        order = (self.search, self.replacement, self._one, self._all, self._previous, self._next,
                 *self.options.switches(), self._close)  # fmt: skip
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _place_options(self) -> None:
        """Put the options beside the buttons, or below where there is no room for them."""
        self._grid.removeWidget(self.options)
        if self.width() < _NARROW:
            self._grid.addWidget(self.options, 2, 0, 1, 3)
        else:
            self._grid.addWidget(self.options, 1, 2)

    def _tint(self) -> None:
        self._previous.setIcon(self._theme.icon("chevron-left"))
        self._next.setIcon(self._theme.icon("chevron-right"))
        self._close.setIcon(self._theme.icon("close"))

    def _ask(self) -> None:
        self.finder.everywhere = self.options.everywhere.isChecked()
        self.finder.ask(self.options.query(self.search.text()), self.finder.go_on)

    def _draw(self) -> None:
        """Colour the hits and say which one this is."""
        finder = self.finder
        if fault := finder.fault or self.replacer.fault:
            self._say(fault, "error")
        elif not self.search.text():
            self._say("")
        else:
            told = told_of_hits(finder, is_replacing=self.replacer.is_busy)
            self._say(told, "muted" if finder.total else "error")
        name = search_name(finder)
        self.search.setPlaceholderText(name)
        self.search.setAccessibleName(name)
        controls = (self._previous, self._next, self._one, self._all)
        if not finder.total and any(control.hasFocus() for control in controls):
            self.search.setFocus()  # otherwise a switch beside them would have the keyboard
        for control in controls:
            control.setEnabled(bool(finder.total))
        self._colour()

    def _colour(self) -> None:
        finder = self.finder
        self._highlights.show(finder.hits if self.isVisible() else {}, finder.field, finder.place)

    def _say(self, text: str, role: str = "muted") -> None:
        self.count.setText(text)
        self.search.setAccessibleDescription(text)
        set_styled(self.count, "role", role)
