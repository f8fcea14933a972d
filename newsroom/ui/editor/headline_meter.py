"""How long headline and lead are, against what the portal wants."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from newsroom.story.markdown_text import paragraphs, word_count
from newsroom.story.story import Story
from newsroom.ui.theme import STEP, Theme


class _Bar(QWidget):
    """A thin bar that fills up, and changes colour when it overflows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        theme.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Fill the bar to ``share``; above 1 it is too much."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(120, STEP)

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
            painter.setBrush(self._theme.colour("good" if self._share <= 1 else "warning"))
            painter.drawRoundedRect(ground, 2, 2)
        painter.end()


class HeadlineMeter(QWidget):
    """“60 dari 70 karakter · Teras 29 kata”."""

    def __init__(self, theme: Theme, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self._bar = _Bar(theme)
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._words)
        row.addStretch()

    def show_story(self, story: Story) -> None:
        """Measure a story."""
        length = len(story.headline.strip())
        self._bar.set_share(length / self._limit)
        lead = next(iter(paragraphs(story.body[:4000])), None)
        parts = [self.tr("{0} dari {1} karakter").format(length, self._limit)]
        if lead:
            parts.append(self.tr("Teras {0} kata").format(word_count(lead.text)))
        self._words.setText("   ·   ".join(parts))
