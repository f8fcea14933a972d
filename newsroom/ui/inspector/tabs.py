"""The inspector's tabs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from newsroom.ui.review.tally import Tally
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_HEIGHT = 38  # pixels, the line below included
_BADGE = 16


class _Tab(QPushButton):
    """A tab with room for a number."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text, checkable=True)
        self._theme = theme
        self._tally = Tally()
        self._count = 0  # of what is no finding
        self.setProperty("kind", "tab")

    def show_tally(self, tally: Tally) -> None:
        """Show how many findings there are, on the colour of the worst."""
        if tally == self._tally:
            return
        self._tally = tally
        self.setAccessibleName(f"{self.text()}, {tally.words}" if tally.total else "")
        self.setToolTip(tally.words if tally.total else "")
        self.updateGeometry()
        self.update()

    def show_count(self, count: int, words: str) -> None:
        """Show how much there is of something that is neither right nor wrong."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()}, {words}" if count else "")
            self.setToolTip(words if count else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The text at its boldest, then the number."""
        width = QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(self.text()) + 18
        if self._shown:
            width += self._badge_width() + STEP
        return QSize(width, _HEIGHT - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number at the right end of the tab."""
        super().paintEvent(event)
        if not self._shown:
            return
        worst = self._tally.worst
        width = self._badge_width()
        badge = QRect(self.width() - width - 8, (self.height() - _BADGE) // 2, width, _BADGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(12, bold=True))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(str(worst) if worst else "accent"))
        painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
        painter.setPen(self._theme.colour("surface"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number(self._shown))
        painter.end()

    @property
    def _shown(self) -> int:
        return self._tally.total or self._count

    def _badge_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(12, bold=True))
        return metrics.horizontalAdvance(number(self._shown)) + 12


class Tabs(QWidget):
    """One tab is on; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tabs: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("inspectorTabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(0)
        for name, text in tabs.items():
            tab = _Tab(theme, text)
            tab.setAutoExclusive(True)  # one of several, to a screen reader too
            tab.toggled.connect(lambda on, name=name: on and self._turn(name))
            self._group.addButton(tab)
            self._tabs[name] = tab
            row.addWidget(tab)
        row.addStretch()

    def choose(self, name: str) -> None:
        """Turn one on."""
        self._tabs[name].setChecked(True)

    def tab(self, name: str) -> QPushButton:
        """Return one tab's button."""
        return self._tabs[name]

    def show_tally(self, name: str, tally: Tally) -> None:
        """Show on one tab how many findings there are."""
        self._tabs[name].show_tally(tally)

    def show_count(self, name: str, count: int, words: str) -> None:
        """Show on one tab how much there is of something else, told in words too."""
        self._tabs[name].show_count(count, words)

    def _turn(self, name: str) -> None:
        """Let the Tab key come to the one that is on, whoever has turned it on."""
        policy = Qt.FocusPolicy
        for other, tab in self._tabs.items():
            tab.setFocusPolicy(policy.StrongFocus if other == name else policy.ClickFocus)
        self.chosen.emit(name)
