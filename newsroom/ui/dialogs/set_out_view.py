"""A story's parts under each other, as they were found in a raw text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.story.caption import full_caption
from newsroom.story.dateline import write_dateline
from newsroom.story.markdown_text import paragraphs, without_markup, word_count
from newsroom.story.story import Story
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP
from newsroom.ui.written import number

_SHOWN = 160  # characters of the body's first paragraph


class SetOutView(QScrollArea):
    """Names each part and shows what it holds, or that it was not found."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Hasil pengaturan"))
        card = QFrame()
        card.setProperty("card", "true")
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(2 * STEP + 2)
        self._column.addStretch()
        self._parts: dict[str, _Part] = {}
        self.setWidget(card)
        self.clear()

    def clear(self) -> None:
        """Show the parts with nothing found yet."""
        self.show_story(Story())

    def show_story(self, story: Story) -> None:
        """Show what a text was taken for."""
        for name, value, needed in self._found(story):
            if name not in self._parts:
                self._parts[name] = _Part(name)
                self._column.insertWidget(self._column.count() - 1, self._parts[name])
            self._parts[name].setVisible(bool(value) or needed)
            self._parts[name].show_value(value or self.tr("tidak ditemukan"), bool(value))

    def text(self, name: str) -> str:
        """Return what is shown for a part."""
        return self._parts[name].value.text()

    # Within.

    def _found(self, story: Story) -> list[tuple[str, str, bool]]:
        """Return name, value, and whether a missing one is worth saying."""
        captions = "\n".join(full_caption(photo) for photo in story.photos)
        return [
            (self.tr("Kicker"), story.kicker, False),
            (self.tr("Judul"), story.headline, True),
            (self.tr("Subjudul"), story.subheadline, False),
            (self.tr("Keterangan foto"), captions, True),
            (self.tr("Dateline"), write_dateline(story.dateline, ()).strip(), True),
            (self.tr("Tubuh"), self._body(story.body), True),
            (self.tr("Penutup"), story.closing, True),
            (self.tr("Penulis"), ", ".join(story.byline), True),
            (self.tr("Editor"), story.editor, False),
            (self.tr("Rubrik"), story.section, False),
            (self.tr("Tag"), ", ".join(story.tags), False),
        ]

    def _body(self, body: str) -> str:
        found = paragraphs(body)
        if not found:
            return ""
        words = number(word_count(body))
        first = without_markup(found[0].text)
        if len(first) > _SHOWN:
            first = first[:_SHOWN].rsplit(" ", 1)[0] + " …"
        return self.tr("{0} paragraf, {1} kata").format(len(found), words) + f"\n{first}"


class _Part(QWidget):
    """A part's name, and under it what was found for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = QLabel(name)
        self._name.setProperty("role", "field")
        self.value = QLabel()
        self.value.setWordWrap(True)
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self.value)

    def show_value(self, value: str, found: bool) -> None:
        """Show a value, or in a quieter tone that there is none."""
        self.value.setText(value)
        self.value.setAccessibleName(f"{self._name.text()}: {value}")
        role = "" if found else "muted"
        set_styled(self.value, "role", role)
