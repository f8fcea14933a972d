"""One field's text with what was taken out struck through and what came in underlined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from newsroom.story.compare.pieces import Kind, Piece
from newsroom.story.compare.stories import Change
from newsroom.ui.editor.growing_edit import GrowingEdit
from newsroom.ui.theme import Theme
from newsroom.ui.versions.compared import spoken
from newsroom.ui.versions.piece_look import piece_look, seen_blank

_SPOKEN = 12  # changes that the description of a text tells
_THIN = "\u2009"
_LINES = 118  # percent of a line's own height; with it, 1.6 times the letters
_GAP = 10  # pixels between paragraphs at 100 percent
_LOOKS = {"headline": (24, True), "body": (17, False), "subheadline": (17, False)}
_INTERFACE = 14


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one change stands in the shown text, in Qt's positions, and how it is read aloud."""

    start: int
    end: int
    spoken: str


class DifferenceText(GrowingEdit):
    """Can be read, selected and copied, and not be changed."""

    def __init__(self, theme: Theme, name: str, change: Change, zoom: int) -> None:
        super().__init__()
        self.setObjectName("differenceText")
        self._theme = theme
        self._change = change
        self.spots: list[Spot] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.setAccessibleName(name)
        self.draw(zoom)
        self.setAccessibleDescription(self._description())

    def draw(self, zoom: int) -> None:
        """Show the text so large, in percent, in the colours of the theme."""
        self._font = self._font_at(zoom)
        self.clear()
        self.spots = []
        cursor = self.textCursor()
        lines = QTextBlockFormat()
        if self._change.field != "headline":
            kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            lines.setLineHeight(_LINES, kind)
        cursor.setBlockFormat(lines)
        for group in self._groups():
            self._put(cursor, group)
        self._narrow_gaps(_GAP * zoom // 100)
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def show_spot(self, spot: Spot) -> None:
        """Select a change."""
        cursor = self.textCursor()
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def calm(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # Within.

    def _groups(self) -> Iterator[list[Piece]]:
        """Yield what is the same, and what was taken out with what came in its place."""
        group: list[Piece] = []
        for piece in self._change.pieces:
            ends = piece.kind is Kind.SAME or self._change.listed
            goes_on = piece.kind is Kind.ADDED and group and group[-1].kind is Kind.REMOVED
            if group and (ends or not goes_on):
                yield group
                group = []
            group.append(piece)
        if group:
            yield group

    def _put(self, cursor: QTextCursor, group: list[Piece]) -> None:
        if self._change.listed and cursor.position():
            cursor.insertText(", ", self._look(Kind.SAME))
        start = cursor.position()
        for number, piece in enumerate(group):
            if number:
                cursor.insertText(_THIN, self._look(Kind.SAME))
            cursor.insertText(_seen(piece), self._look(piece.kind))
        if group[0].kind is not Kind.SAME:
            texts = {piece.kind: piece.text for piece in group}
            said = spoken(texts.get(Kind.REMOVED, ""), texts.get(Kind.ADDED, ""))
            self.spots.append(Spot(start, cursor.position(), said))

    def _narrow_gaps(self, height: int) -> None:
        """Show a blank line as no more than the gap between two paragraphs."""
        gap = QTextBlockFormat()
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().begin()
        while block.isValid():
            if block.length() == 1:
                QTextCursor(block).setBlockFormat(gap)
            block = block.next()

    def _look(self, kind: Kind) -> QTextCharFormat:
        return piece_look(self._theme, kind, self._font)

    def _font_at(self, zoom: int) -> QFont:
        if self._change.field not in _LOOKS:
            return self._theme.font(_INTERFACE * zoom // 100)
        size, bold = _LOOKS[self._change.field]
        return self._theme.reading_font(size * zoom // 100, bold)

    def _description(self) -> str:
        said = [spot.spoken for spot in self.spots[:_SPOKEN]]
        if more := len(self.spots) - len(said):
            said.append(self.tr("dan {0} perubahan lain").format(more))
        return "; ".join(said)


def _seen(piece: Piece) -> str:
    """Return a piece as it is shown: blanks that are all that changed are made visible."""
    return piece.text if piece.kind is Kind.SAME else seen_blank(piece.text)
