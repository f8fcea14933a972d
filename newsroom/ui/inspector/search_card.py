"""How a search engine would list the story, while it is being written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from newsroom.exchange.search_result import search_result
from newsroom.portal.profile import Profile
from newsroom.story.story import Story
from newsroom.ui.theme import STEP, Theme

# Search engines cut headlines by their width: 600 pixels in Arial of 20, which is some
# sixty letters, and 640 in Inter, whose letters are wider.
_WIDEST = 640
_MEASURED = 20


class SearchCard(QFrame):
    """Site, address, headline and description, cut as they would be."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._profile = profile
        self._measure = QFontMetricsF(theme.font(_MEASURED))
        self._site = _label("strong")
        self._address = _label("muted")
        self._address.setWordWrap(False)
        self._address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole_address = ""
        self._title = _label("", "searchTitle")
        self._text = _label("muted")
        self._note = _label("warning")
        self._note.setText(self.tr("▲ Judul terpotong: terlalu lebar untuk hasil pencarian."))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(STEP)
        for label in (self._site, self._address, self._title, self._text, self._note):
            rows.addWidget(label)
        self._shown: tuple[object, ...] = ()

    def show_story(self, story: Story) -> None:
        """Show how a story would be listed."""
        told = (story.search_title, story.search_description, story.headline, story.summary)
        seen = (*told, story.section, story.slug, story.body[:4000])
        if seen == self._shown:
            return
        self._shown = seen
        found = search_result(story, self._profile, self._fits)
        self._site.setText(found.site)
        self._whole_address = found.address
        self._show_address()
        self._title.setText(found.title or self.tr("Judul belum ada"))
        self._text.setText(found.description or self.tr("Ringkasan dan teras belum ada."))
        self._note.setVisible(found.is_cut)
        self.setAccessibleName(self.tr("Tampilan di mesin pencari"))
        said = [found.title, found.description]
        self.setAccessibleDescription(". ".join(filter(None, said)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the address as there is room for."""
        super().resizeEvent(event)
        self._show_address()

    def _show_address(self) -> None:
        metrics, room = self._address.fontMetrics(), self._address.width()
        right = Qt.TextElideMode.ElideRight
        self._address.setText(metrics.elidedText(self._whole_address, right, room))

    def _fits(self, text: str) -> bool:
        return self._measure.horizontalAdvance(text) <= _WIDEST


def _label(role: str, name: str = "") -> QLabel:
    label = QLabel(objectName=name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
