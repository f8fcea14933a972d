"""Finding and replacing in the text that is being written."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
)

from newsroom.ui.editor.highlights import cursor_over, highlights
from newsroom.ui.editor.hits import Hits
from newsroom.ui.theme import STEP, Theme

_LOOK_AFTER = 150  # milliseconds after the text has changed


class FindBar(QFrame):
    """Finds in one editor at a time; the hit that the cursor stands on is the current one.

    Positions are Qt's own (UTF-16 units), so a text with emoji is marked and
    replaced in the right places.
    """

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self._theme = theme
        self._editor: QTextEdit | None = None
        self._hits = Hits()
        self._revision = -1  # of the text that the hits were found in
        self._drawn: int | None = None  # the hit that is coloured as the current one
        self.search = _field(self.tr("Cari di naskah"))
        self.replacement = _field(self.tr("Ganti dengan"))
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._count.setMinimumWidth(96)
        self._previous = self._tool(self.tr("Sebelumnya (Shift+F3)"), self.find_previous)
        self._next = self._tool(self.tr("Berikutnya (F3)"), self.find_next)
        self._close = self._tool(self.tr("Tutup (Esc)"), self.close_bar)
        self.case = self._tool(self.tr("Bedakan huruf besar dan kecil (Alt+C)"), self._look)
        self.case.setText("Aa")
        self.case.setCheckable(True)
        self.case.setShortcut("Alt+C")
        self._one = _button(self.tr("Ganti"), self.replace_one)
        self._all = _button(self.tr("Ganti semua"), self.replace_all)
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._pause.timeout.connect(self._catch_up)
        self.search.textChanged.connect(self._typed)
        for keys, act in (("F3", self.find_next), ("Shift+F3", self.find_previous)):
            # Works from the text too, as long as the bar is shown.
            QShortcut(QKeySequence(keys), self, act)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)

    def set_target(self, editor: QTextEdit) -> None:
        """Find in this editor from now on."""
        if self._editor is not None:
            self._editor.setExtraSelections([])
            self._editor.textChanged.disconnect(self._pause.start)
            self._editor.cursorPositionChanged.disconnect(self._cursor_moved)
        self._editor = editor
        editor.textChanged.connect(self._pause.start)
        editor.cursorPositionChanged.connect(self._cursor_moved)
        self._look()

    def open(self) -> None:
        """Show the bar; what is selected in the text is what is looked for."""
        selected = self._editor.textCursor().selectedText() if self._editor else ""
        self.show()
        if selected and "\u2029" not in selected:
            self.search.setText(selected)
        self.search.setFocus()
        self.search.selectAll()

    def close_bar(self) -> None:
        """Take the bar and its highlights away, and leave the current hit selected."""
        self._catch_up()
        here = self._hits.at(self._place())
        self.hide()
        if self._editor is not None:
            if here is not None:
                self._editor.setTextCursor(
                    cursor_over(self._editor.document(), self._hits.spans[here])
                )
            self._editor.setFocus()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next hit, from the last round to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before, from the first round to the last."""
        self._step(-1)

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; without one, only go."""
        self._catch_up()
        here = self._hits.at(self._place())
        if self._editor is not None and here is not None:
            cursor = cursor_over(self._editor.document(), self._hits.spans[here])
            self._hits = Hits()
            cursor.insertText(self.replacement.text())
            self._editor.setTextCursor(cursor)
            self._look()
            self._go(self._hits.after(cursor.position()))
        else:
            self.find_next()

    def replace_all(self) -> None:
        """Replace every hit, as one undo step."""
        self._catch_up()
        if self._editor is None or not self._hits:
            return
        hits, self._hits = self._hits, Hits()
        edit = QTextCursor(self._editor.document())
        edit.beginEditBlock()
        for start, end in reversed(hits.spans):
            edit.setPosition(start)
            edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(self.replacement.text())
        edit.endEditBlock()
        self._look()
        self._say(self.tr("{0} diganti").format(len(hits)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.find_previous()
            elif self.replacement.hasFocus():
                self.replace_one()
            else:
                self.find_next()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the text may have changed meanwhile."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no highlights behind."""
        super().hideEvent(event)
        if self._editor is not None:
            self._editor.setExtraSelections([])

    # Within.

    def _lay_out(self) -> None:
        moves = QHBoxLayout()
        moves.setSpacing(2)
        for widget in (self._previous, self._next, self.case):
            moves.addWidget(widget)
        moves.addSpacing(STEP)
        moves.addWidget(self._count)
        moves.addStretch()
        moves.addWidget(self._close)
        changes = QHBoxLayout()
        changes.setSpacing(6)
        for widget in (self._one, self._all):
            changes.addWidget(widget)
        changes.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 8, 8)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.addWidget(self.search, 0, 0)
        grid.addLayout(moves, 0, 1)
        grid.addWidget(self.replacement, 1, 0)
        grid.addLayout(changes, 1, 1)
        finding = (self.search, self._previous, self._next, self.case)
        replacing = (self.replacement, self._one, self._all, self._close)
        for before, after in pairwise(finding + replacing):
            self.setTabOrder(before, after)

    def _tool(self, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _tint(self) -> None:
        self._previous.setIcon(self._theme.icon("chevron-left"))
        self._next.setIcon(self._theme.icon("chevron-right"))
        self._close.setIcon(self._theme.icon("close"))
        self._draw()

    def _typed(self) -> None:
        self._look()
        if self._hits:
            self._go(self._hits.after(self._place()))

    def _catch_up(self) -> None:
        """Find anew if the text is another; marks being drawn do not make it one."""
        editor = self._editor
        if editor and self.isVisible() and editor.document().revision() != self._revision:
            self._look()

    def _look(self) -> None:
        """Find all hits in the text as it is now."""
        self._hits = Hits()
        if self._editor is not None:
            document = self._editor.document()
            self._revision = document.revision()
            text, query = document.toRawText(), self.search.text()
            self._hits = Hits(text, query, case=self.case.isChecked())
        for button in (self._previous, self._next, self._one, self._all):
            button.setEnabled(bool(self._hits))
        self._draw()

    def _cursor_moved(self) -> None:
        # While one types, the highlights move along by themselves until the next look.
        fresh = self._editor.document().revision() == self._revision
        if self.isVisible() and fresh and self._hits.at(self._place()) != self._drawn:
            self._draw()

    def _place(self) -> int:
        return self._editor.textCursor().selectionStart() if self._editor else 0

    def _step(self, by: int) -> None:
        self._catch_up()
        if self._hits:
            self._go(self._hits.step(self._place(), by))

    def _go(self, hit: int) -> None:
        """Stand on a hit; it is selected only on closing, for its colour to be seen."""
        if self._editor is not None and hit < len(self._hits):
            cursor = cursor_over(self._editor.document(), self._hits.spans[hit])
            cursor.setPosition(cursor.selectionStart())
            self._editor.setTextCursor(cursor)
            self._editor.ensureCursorVisible()
            self._draw()

    def _draw(self) -> None:
        """Colour the hits and say which one this is."""
        here = self._hits.at(self._place())
        total = len(self._hits)
        if not self.search.text():
            self._say("")
        elif not total:
            self._say(self.tr("Tidak ditemukan"), "error")
        elif here is None:
            self._say(self.tr("{0} hasil").format(total))
        else:
            self._say(self.tr("{0} dari {1}").format(here + 1, total))
        self._drawn = here
        if self._editor is not None and not self.isHidden():
            document = self._editor.document()
            self._editor.setExtraSelections(highlights(document, self._hits, here, self._theme))

    def _say(self, text: str, role: str = "muted") -> None:
        self._count.setText(text)
        self.search.setAccessibleDescription(text)
        if self._count.property("role") != role:
            self._count.setProperty("role", role)
            self._count.style().polish(self._count)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field


def _button(text: str, act: object) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "line")
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
