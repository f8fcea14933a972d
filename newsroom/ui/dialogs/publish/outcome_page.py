"""How it went: what is on the site now, what waits and why, what is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.publish.parts import main_button, say, words_label
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import ICON_SIZE, STEP, Theme

_PADDING = 32  # pixels beside a line and its icon


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its words, what it does, and whether it is the main one."""

    words: str
    act: Callable[[], object]
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said: ``level`` is good, warning, error or hint."""

    level: str
    title: str
    words: str = ""
    link: str = ""
    lines: Sequence[tuple[str, str]] = ()  # what is otherwise on the site, and what to do
    choices: Sequence[Choice] = field(default=())


class OutcomePage(QWidget):
    """A title with its sign, words below, a list where there is one, and the next steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level = "good"
        self._icon = QLabel()
        self._icon.setFixedSize(2 * ICON_SIZE, 2 * ICON_SIZE)
        self.title = words_label("title")
        self.words = words_label()
        self.link = words_label("muted")
        self.caption = QLabel(self.tr("Yang berbeda di situs, dan apa yang perlu dilakukan"))
        self.caption.setProperty("role", "strong")
        self.list = _Lines()
        self.list.setAccessibleName(self.caption.text())
        self.buttons: list[QPushButton] = []
        self._foot = QHBoxLayout()
        self._foot.setSpacing(2 * STEP)
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(STEP)
        for label in (self.title, self.words, self.link):
            said.addWidget(label)
        head.addLayout(said, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 0, 20, 0)
        rows.setSpacing(2 * STEP)
        rows.addLayout(head)
        rows.addSpacing(STEP)
        rows.addWidget(self.caption)
        rows.addWidget(self.list, 1)
        self._space = QWidget()
        rows.addWidget(self._space, 1)
        rows.addLayout(self._foot)
        theme.changed.connect(self._tint)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how it went, with the keyboard on the main button."""
        self._level = outcome.level
        say(self.title, outcome.title, "title")
        say(self.words, outcome.words)
        say(self.link, outcome.link, "muted")
        self.list.clear()
        for message, advice in outcome.lines:
            self.list.addItem(QListWidgetItem(f"{message}\n{advice}"))
        self.list.measure()
        for widget in (self.caption, self.list):
            widget.setVisible(bool(outcome.lines))
        self._space.setVisible(not outcome.lines)
        self._offer(outcome.choices)
        self._tint()
        announce(self, f"{outcome.title} {outcome.words}", urgent=outcome.level == "error")

    def button(self, words: str) -> QPushButton:
        """Return the button with these words."""
        return next(one for one in self.buttons if one.text() == words)

    # Within.

    def _offer(self, choices: Sequence[Choice]) -> None:
        while item := self._foot.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._foot.addStretch()
        make = {True: main_button, False: line_button}
        self.buttons = [make[one.is_main](one.words, _once(one.act)) for one in choices]
        for button in self.buttons:
            self._foot.addWidget(button)
            button.show()  # what is not in sight yet can't have the keyboard
        for button, one in zip(self.buttons, choices, strict=True):
            if one.is_main or button is self.buttons[0]:
                button.setFocus()

    def _tint(self) -> None:
        sign = {"good": "check", "hint": "hint"}.get(self._level, self._level)
        self._icon.setPixmap(self._theme.pixmap(sign, self._level, 2 * ICON_SIZE))
        for row in range(self.list.count()):
            self.list.item(row).setIcon(self._theme.icon("warning", "warning"))


class _Lines(QListWidget):
    """Lines of any length, shown whole: Qt measures those in a padded list too short."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "boxed")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure all lines for the width there is."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give each line the room that it takes."""
        width = self.viewport().width() - ICON_SIZE - _PADDING
        for row in range(self.count()):
            item = self.item(row)
            room = QRect(0, 0, max(width, 1), 10_000)
            flags = Qt.TextFlag.TextWordWrap.value
            needed = self.fontMetrics().boundingRect(room, flags, item.text())
            item.setSizeHint(QSize(1, needed.height() + _PADDING // 2))


def _once(act: Callable[[], object]) -> Callable[[], None]:
    def do() -> None:
        act()

    return do
