"""One field that was changed on the site: both texts side by side, and which is to stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.stories import Change
from newsroom.story.story import Story
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.difference_text import DifferenceText
from newsroom.ui.versions.field_names import name, part_name

OURS, THEIRS, BOTH = "ours", "theirs", "both"
_BESIDE = 560  # pixels; with less, one text stands below the other
_LINES = 6  # of the text that is written from both


class FieldChoice(QWidget):
    """Keeps ours until a person says otherwise; photos are taken as they are, not written."""

    chosen = Signal()

    def __init__(
        self, theme: Theme, field: str, ours: Story, theirs: Story, changes: Sequence[Change]
    ) -> None:
        super().__init__()
        self.field = field
        self._ours, self._theirs = getattr(ours, field), getattr(theirs, field)
        self._title = name(field)
        title = QLabel(self._title)
        title.setProperty("role", "strong")
        self.ways: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(4 * STEP)
        head.addWidget(title)
        head.addStretch()
        for way, text in (
            (OURS, self.tr("Naskah ini")),
            (THEIRS, self.tr("Dari situs")),
            (BOTH, self.tr("Tulis gabungan")),
        ):
            button = QRadioButton(text)
            button.setAccessibleName(f"{self._title}: {text}")
            button.toggled.connect(lambda on: on and self._follow())
            self.ways[way] = button
            self._group.addButton(button)
            head.addWidget(button)
        self.texts: list[DifferenceText] = []
        self._pairs: list[QBoxLayout] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        rows.addLayout(head)
        for change in changes:
            if part := part_name(change.field):
                label = QLabel(part)
                label.setProperty("role", "field")
                rows.addWidget(label)
            rows.addLayout(self._pair(theme, change, part))
        self.edit = QPlainTextEdit(self._written(self._ours))
        self.edit.setAccessibleName(self.tr("{0}: gabungan").format(self._title))
        self.edit.setTabChangesFocus(True)
        lines = _LINES if field == "body" else 2
        self.edit.setMinimumHeight(lines * self.edit.fontMetrics().lineSpacing() + 12)
        self.edit.textChanged.connect(self.chosen)
        rows.addWidget(self.edit)
        self.ways[BOTH].setVisible(isinstance(self._ours, str) or self._is_list())
        self.ways[OURS].setChecked(True)
        self._follow()

    @property
    def way(self) -> str:
        """Which is chosen."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def choose(self, way: str) -> None:
        """Choose ours or theirs."""
        self.ways[way].setChecked(True)

    def value(self) -> Any:
        """Return what the field is to be."""
        if self.way == BOTH:
            return self._read(self.edit.toPlainText())
        return self._theirs if self.way == THEIRS else self._ours

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts one below the other where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)

    # Within.

    def _pair(self, theme: Theme, change: Change, part: str) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(4 * STEP)
        for side, gone in (
            (self.tr("naskah ini"), Kind.ADDED),
            (self.tr("di situs"), Kind.REMOVED),
        ):
            pieces = tuple(piece for piece in change.pieces if piece.kind is not gone)
            named = ", ".join(filter(None, (self._title, part, side)))
            text = DifferenceText(theme, named, Change(change.field, pieces, change.listed), 100)
            only = self.tr("hanya di sini: {0}")
            own = [one.text for one in pieces if one.kind is not Kind.SAME and one.text.strip()]
            text.setAccessibleDescription(only.format("; ".join(own)) if own else "")
            self.texts.append(text)
            column = QVBoxLayout()
            column.setSpacing(STEP)
            head = QLabel(f"{side[:1].upper()}{side[1:]}")
            head.setProperty("role", "field")
            column.addWidget(head)
            column.addWidget(text)
            column.addStretch(1)
            pair.addLayout(column, 1)
        self._pairs.append(pair)
        return pair

    def _is_list(self) -> bool:
        values = (self._ours, self._theirs)
        return all(
            isinstance(one, tuple) and all(isinstance(i, str) for i in one) for one in values
        )

    def _written(self, value: Any) -> str:
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

    def _read(self, text: str) -> Any:
        if isinstance(self._ours, tuple):
            return tuple(filter(None, (one.strip() for one in text.split(","))))
        return text if self.field == "body" else " ".join(text.split())

    def _follow(self) -> None:
        self.edit.setVisible(self.way == BOTH)
        self.chosen.emit()
