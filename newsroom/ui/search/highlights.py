"""Hits in texts made visible."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QTextEdit
from shiboken6 import isValid

from newsroom.ui.search.hits import Hits
from newsroom.ui.search.unmade import Field
from newsroom.ui.theme import Theme

_BEYOND = 200  # letters before and after what is seen, for hits that reach into it


class Highlights(QObject):
    """Colours the hits that are in sight, and others as they are scrolled to.

    Qt works out where each one stands, so that a colour on what nobody sees is felt.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits: dict[QTextEdit, Hits] = {}
        self._current: tuple[QTextEdit | None, int | None] = None, None
        self._bars: set[QScrollBar] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._colour)
        theme.changed.connect(self._colour)

    def show(self, hits: dict[Field, Hits], field: QTextEdit | None, place: int | None) -> None:
        """Colour these hits and no others; the one at a place of a field differently."""
        there = {one: found for one, found in hits.items() if isinstance(one, QTextEdit)}
        for editor in self._hits:
            if editor not in there and isValid(editor):
                editor.setExtraSelections([])
        self._hits, self._current = there, (field, place)
        self._watch({bar for editor in there if isValid(editor) for bar in _bars_around(editor)})
        self._colour()

    # Within.

    def _watch(self, bars: set[QScrollBar]) -> None:
        for bar in self._bars - bars:
            if isValid(bar):
                bar.valueChanged.disconnect(self._soon.start)
                bar.rangeChanged.disconnect(self._soon.start)
        for bar in bars - self._bars:
            bar.valueChanged.connect(self._soon.start)
            bar.rangeChanged.connect(self._soon.start)
        self._bars = bars

    def _colour(self) -> None:
        field, place = self._current
        for editor, hits in self._hits.items():
            if isValid(editor):
                self._colour_one(editor, hits, place if editor is field else None)

    def _colour_one(self, editor: QTextEdit, hits: Hits, current: int | None) -> None:
        first, last = _in_sight(editor)
        made = []
        for number in range(hits.before(first), hits.before(last + 1)):
            here = number == current
            shape = QTextCharFormat()
            shape.setBackground(self._theme.colour("accent" if here else "selection"))
            shape.setForeground(self._theme.colour("on_accent" if here else "ink"))
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor_over(editor, hits.spans[number])
            selection.format = shape
            made.append(selection)
        if made or editor.extraSelections():
            editor.setExtraSelections(made)


def cursor_over(editor: QTextEdit, span: tuple[int, int]) -> QTextCursor:
    """Return a cursor that has a stretch of the text selected."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _in_sight(editor: QTextEdit) -> tuple[int, int]:
    """Return from where to where a text is seen."""
    seen = editor.viewport().visibleRegion().boundingRect()
    if seen.isEmpty():
        return 0, -1
    first = editor.cursorForPosition(seen.topLeft()).position()
    last = editor.cursorForPosition(seen.bottomRight()).position()
    return first - _BEYOND, last + _BEYOND


def _bars_around(editor: QTextEdit) -> Iterator[QScrollBar]:
    """Yield what scrolls a text: its own bar, and those of what it lies in."""
    above = editor
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            yield above.verticalScrollBar()
        above = above.parentWidget()
