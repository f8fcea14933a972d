"""One entry of a trail, to be read: what was said, and what was changed."""

from __future__ import annotations

import re
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.exchange.trail import Paragraph, Role, entry_paragraphs
from newsroom.story.compare.pieces import Kind
from newsroom.story.trail.entry import Entry, Mark
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.trail.lines import AROUND, THIN
from newsroom.ui.versions.piece_look import piece_look

_LOOKS = {
    Mark.REMOVED: Kind.REMOVED,
    Mark.MOVED_FROM: Kind.REMOVED,
    Mark.ADDED: Kind.ADDED,
    Mark.MOVED_TO: Kind.ADDED,
}
_BLANK_LINES = re.compile(r"\n\s*\n")
_OF_STORY = (Role.CHANGE, Role.QUOTE)


class EntryView(QTextEdit):
    """Can be read, selected and copied; Tab leaves it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Entry, tzinfo] | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Isi yang dipilih"))
        theme.changed.connect(self._draw)

    def show_entry(self, entry: Entry | None, zone: tzinfo) -> None:
        """Show an entry, or nothing."""
        self._shown = (entry, zone) if entry else None
        self._draw()

    # Within.

    def _draw(self) -> None:
        self.clear()
        if self._shown is None:
            return
        cursor = self.textCursor()
        for number, paragraph in enumerate(entry_paragraphs(*self._shown)):
            space = QTextBlockFormat()
            space.setTopMargin(STEP if number else 0)
            if number:
                cursor.insertBlock(space)
            else:
                cursor.setBlockFormat(space)
            self._put(cursor, paragraph)
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def _put(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        of_story = paragraph.role in _OF_STORY
        plain = QTextCharFormat()
        plain.setFont(self._theme.reading_font(15) if of_story else self._theme.font())
        quiet = paragraph.role in (Role.MOMENT, Role.ABOUT)
        plain.setForeground(self._theme.colour("muted" if quiet else "ink"))
        strong = QTextCharFormat(plain)
        strong.setFont(self._theme.font(bold=True))
        cursor.insertText(paragraph.ahead, strong)
        before = Mark.SAME
        for one in paragraph.stretches:
            ahead, behind = AROUND.get(one.mark, ("", ""))
            if one.mark is Mark.ADDED and before is Mark.REMOVED:
                cursor.insertText(THIN, plain)
            kind = _LOOKS.get(one.mark)
            look = piece_look(self._theme, kind, plain.font()) if kind else plain
            cursor.insertText(ahead, plain)
            cursor.insertText(_BLANK_LINES.sub("\n", one.text), look)
            cursor.insertText(behind, plain)
            before = one.mark
