"""How long headline and lead are, against what the portal wants."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from newsroom.portal.profile import Limits
from newsroom.story.markdown_text import lead, word_count
from newsroom.story.story import Story
from newsroom.ui.bars.share_bar import ShareBar
from newsroom.ui.theme import Theme

LEAD_AT_MOST = 4000  # characters looked at for a lead


class HeadlineMeter(QWidget):
    """“60 dari 70 karakter · Teras 29 kata”; what is too long is said so, in amber."""

    def __init__(self, theme: Theme, limits: Limits) -> None:
        super().__init__()
        self._theme = theme
        self._limits = limits
        self._length = self._lead = 0
        self._bar = ShareBar(theme)
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)
        theme.changed.connect(self._show)

    def use_limits(self, limits: Limits) -> None:
        """Measure by other limits."""
        self._limits = limits
        self._show()

    def show_story(self, story: Story) -> None:
        """Measure a story."""
        self._length = len(story.headline.strip())
        self._lead = word_count(lead(story.body[:LEAD_AT_MOST]).text)
        self._show()

    def _show(self) -> None:
        limits = self._limits
        self._bar.set_share(self._length / limits.headline)
        headline = self.tr("{0} dari {1} karakter").format(self._length, limits.headline)
        parts = [self._warned(headline, self._length > limits.headline)]
        if self._lead > limits.lead_words:
            told = self.tr("Teras {0} kata, batasnya {1}").format(self._lead, limits.lead_words)
            parts.append(self._warned(told, True))
        elif self._lead:
            parts.append(self.tr("Teras {0} kata").format(self._lead))
        text = "   ·   ".join(parts)
        self._words.setText(text.replace("   ", "&nbsp;&nbsp; ") if "<" in text else text)

    def _warned(self, text: str, too_long: bool) -> str:
        if not too_long:
            return text
        colour = self._theme.colours.warning
        return f'<span style="color:{colour}">▲ {text}</span>'
