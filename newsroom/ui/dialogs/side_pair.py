"""Two texts side by side with their differences marked, and the sheet that such pairs lie on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.stories import Change
from newsroom.ui.theme import STEP, Colours, Theme
from newsroom.ui.versions.difference_text import DifferenceText

_BESIDE = 560  # pixels; with less, one text stands below the other


class SidePair(QWidget):
    """Shows what is the first side's own, and what the other's, each under its head.

    ``title`` is what both are of, for who hears it.
    """

    def __init__(self, theme: Theme, title: str, change: Change, heads: tuple[str, str]) -> None:
        super().__init__()
        self.texts: list[DifferenceText] = []
        self.columns: list[QVBoxLayout] = []
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(4 * STEP)
        for head, gone in zip(heads, (Kind.ADDED, Kind.REMOVED), strict=True):
            pieces = tuple(piece for piece in change.pieces if piece.kind is not gone)
            named = f"{title}, {head[:1].lower()}{head[1:]}"
            text = DifferenceText(theme, named, Change(change.field, pieces, change.listed), 100)
            only = self.tr("hanya di sini: {0}")
            own = [one.text for one in pieces if one.kind is not Kind.SAME and one.text.strip()]
            text.setAccessibleDescription(only.format("; ".join(own)) if own else "")
            self.texts.append(text)
            column = QVBoxLayout()
            column.setSpacing(STEP)
            label = QLabel(head)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "field")
            column.addWidget(label)
            column.addWidget(text)
            column.addStretch(1)
            self.columns.append(column)
            self._pair.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts one below the other where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(way)


def sheet(widgets: Sequence[QWidget]) -> QScrollArea:
    """Return a page on which widgets lie one below the other, as far as there is room."""
    page = QWidget(objectName="pageColumn")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 3 * STEP, 20, 3 * STEP)
    column.setSpacing(6 * STEP)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    scroll = QScrollArea(objectName="page")
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    return scroll


def legend(colours: Colours, here: str, there: str) -> str:
    """Return how both sides' own words look, as rich text."""
    return (
        f'<span style="font-size:12px; color:{colours.muted};'
        f' background-color:{colours.background}"><s>{here}</s></span>'
        f'<span style="font-size:12px">&ensp;&ensp; </span>'
        f'<span style="font-size:12px; color:{colours.accent};'
        f' background-color:{colours.tint}"><u>{there}</u></span>'
    )
