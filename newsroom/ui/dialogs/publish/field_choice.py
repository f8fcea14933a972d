"""One field that was changed on the site: both texts side by side, and which is to stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.compare.stories import Change
from newsroom.story.story import Story
from newsroom.ui.dialogs.side_pair import SidePair
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.difference_text import DifferenceText
from newsroom.ui.versions.field_names import name, part_name

OURS, THEIRS, BOTH = "ours", "theirs", "both"
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
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        rows.addLayout(head)
        for change in changes:
            if part := part_name(change.field):
                label = QLabel(part)
                label.setProperty("role", "field")
                rows.addWidget(label)
            named = ", ".join(filter(None, (self._title, part)))
            heads = (self.tr("Naskah ini"), self.tr("Di situs"))
            pair = SidePair(theme, named, change, heads)
            self.texts += pair.texts
            rows.addWidget(pair)
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

    # Within.

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
