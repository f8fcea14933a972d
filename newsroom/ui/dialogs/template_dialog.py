"""“Naskah baru dari templat”: a list of kinds of story, and what the chosen one holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.templates import Template
from newsroom.language.fields import fields
from newsroom.story.story import Story
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.editor.offsets import units
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme

_LIST_WIDTH = 216


class TemplateDialog(QDialog):
    """The list has the keyboard; Enter begins a story with the chosen template."""

    chosen = Signal(Story)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Naskah baru dari templat"))
        resize_in_screen(self, 820, 540)
        self._theme = theme
        self._templates: list[Template] = []
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Templat"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._preview)
        self.list.itemDoubleClicked.connect(lambda _: self._begin())
        self.about = still_label("muted")
        self.preview = QTextBrowser(objectName="templatePreview")
        self.preview.setAccessibleName(self.tr("Isi templat"))
        self.preview.document().setDocumentMargin(16)
        self.preview.setTabChangesFocus(True)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.begin = QPushButton(self.tr("Mulai menulis"))
        self.begin.setProperty("kind", "main")
        self.begin.setDefault(True)
        self.begin.setEnabled(False)
        self.begin.clicked.connect(self._begin)
        self._lay_out()
        theme.changed.connect(self._draw_anew)
        self.list.setFocus()

    def show_templates(self, templates: list[Template], faults: list[str], own: Path) -> None:
        """List the templates there are, the first chosen; ``own`` is where to add others."""
        self._templates = templates
        self.list.clear()
        self.list.addItems([template.name for template in templates])
        self.list.setCurrentRow(0)
        self.begin.setEnabled(bool(templates))
        if faults:
            set_styled(self.note, "role", "error")
            self.note.setText("\n".join(faults))
        else:
            self.note.setText(self.tr("Templat sendiri ditaruh di {0}").format(own))

    # Within.

    def _lay_out(self) -> None:
        side, beside, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        side.setSpacing(2 * STEP)
        side.addWidget(self.about)
        side.addWidget(self.preview, 1)
        beside.setSpacing(4 * STEP)
        beside.addWidget(self.list)
        beside.addLayout(side, 1)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.note, 1)
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.begin)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(4 * STEP)
        rows.addLayout(beside, 1)
        rows.addLayout(foot)

    def _draw_anew(self) -> None:
        self._preview(self.list.currentRow())

    def _preview(self, row: int) -> None:
        if not 0 <= row < len(self._templates):
            return
        template = self._templates[row]
        self.about.setText(template.about)
        story = template.begin(datetime.now())
        parts = (f"*{story.kicker}*" if story.kicker else "", f"# {story.headline}", story.body)
        document = self.preview.document()
        document.setMarkdown(
            "\n\n".join(part for part in parts if part),
            QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        _set_as_page(document)
        self._colour_fields(document)
        self.preview.moveCursor(QTextCursor.MoveOperation.Start)

    def _colour_fields(self, document: QTextDocument) -> None:
        shape = QTextCharFormat()
        shape.setForeground(self._theme.colour("accent"))
        text = document.toRawText()
        for start, end in fields(text.replace("\u2029", "\n")):
            cursor = QTextCursor(document)
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)

    def _begin(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._templates):
            self.accept()
            self.chosen.emit(self._templates[row].begin(datetime.now()))


def _set_as_page(document: QTextDocument) -> None:
    """Set headings and paragraphs about as the page does."""
    block = document.begin()
    while block.isValid():
        shape, letters = QTextBlockFormat(), QTextCharFormat()
        level = block.blockFormat().headingLevel()
        shape.setLineHeight(125, shape.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(6 if level > 1 else 0)
        shape.setBottomMargin(10)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(shape)
        if level:
            letters.setFontWeight(QFont.Weight.Bold)
            letters.setProperty(QTextCharFormat.Property.FontPixelSize, 22 if level == 1 else 17)
            cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)
        block = block.next()
