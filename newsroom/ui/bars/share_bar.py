"""A thin bar that shows how much of a length is used up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.ui.theme import STEP, Theme


class ShareBar(QWidget):
    """Fills up to a share of 1.

    Of a limit it is green until it is passed, then amber; of a target (``reached`` is the
    share from which it counts as met) it is blue until then.
    """

    def __init__(self, theme: Theme, width: int = 120, reached: float = 0) -> None:
        super().__init__()
        self._theme = theme
        self._width = width
        self._reached = reached
        self._share = 0.0
        theme.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Fill the bar to ``share``; above 1 it is too much of a limit."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(self._width, STEP)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed away."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then what is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, (self.height() - STEP) / 2, self.width(), STEP)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(ground, 2, 2)
        if self._share > 0:
            ground.setWidth(ground.width() * min(self._share, 1))
            painter.setBrush(self._theme.colour(self._colour()))
            painter.drawRoundedRect(ground, 2, 2)
        painter.end()

    def _colour(self) -> str:
        if self._reached:
            return "good" if self._share >= self._reached else "accent"
        return "good" if self._share <= 1 else "warning"
