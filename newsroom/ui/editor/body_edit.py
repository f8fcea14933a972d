"""Writing the body: Markdown that looks like what it will become."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)

from newsroom.ui.editor import emphasis
from newsroom.ui.editor.gap_steps import MOVING, open_gap, step_beside, step_on
from newsroom.ui.editor.links import Link, link, link_at
from newsroom.ui.editor.offsets import points, units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

# Of the font's own height, which in Noto Serif is 1.36 em: 1.6 em in all.
LINE_HEIGHT = 1.19
PARAGRAPH_GAP = 0.76  # of the font's size

_SHAPING = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
_LIST_ITEM = re.compile(r"(\s{0,3})([-*+]|(\d{1,9})([.)])|>)(\s+)")
_OPENING = re.compile(r"(\s{0,3})(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)")


class BodyEdit(ProseEdit):
    """The story's text.

    Enter starts a new paragraph, which in Markdown is an empty line; that empty
    line is drawn as a narrow gap, so that the page reads as it will be printed.
    """

    dragged = Signal(object)  # QPoint; None once it is over
    moved = Signal()  # on the page: what stands above it has another height

    def __init__(self, theme: Theme, checks: LiveChecks) -> None:
        super().__init__(theme, checks, "", markdown=True, spacing=LINE_HEIGHT, gap=PARAGRAPH_GAP)
        self.setAccessibleName(self.tr("Tubuh berita"))
        self.setPlaceholderText(self.tr("Tulis berita di sini…"))
        self.setFont(theme.reading_font())
        theme.changed.connect(self._fill_ground)

    def showEvent(self, event: QShowEvent) -> None:
        """Take a ground of its own, now that the style sheet has had its say."""
        super().showEvent(event)
        self._fill_ground()

    # Marks that a person sets by button or key.

    def toggle_bold(self) -> None:
        """Make the selection or the word bold, or plain again."""
        self._toggle(emphasis.BOLD)

    def toggle_italic(self) -> None:
        """Make the selection or the word italic, or upright again."""
        self._toggle(emphasis.ITALIC)

    def toggle_heading(self) -> None:
        """Make the line a subheading, or prose again."""
        self._toggle_opening("## ")

    def toggle_list(self) -> None:
        """Make the selected lines items of a list, or prose again."""
        self._toggle_opening("- ")

    def toggle_numbered_list(self) -> None:
        """Make the selected lines items of a numbered list, or prose again."""
        self._toggle_opening("1. ")

    def toggle_quote(self) -> None:
        """Set the selected lines off as a quotation, or back."""
        self._toggle_opening("> ")

    def link_here(self) -> Link | None:
        """Return the link that the cursor or the selection stands in."""
        block, start, end = self._selected_parts()[0]
        return link_at(block.text(), start, end)

    def set_link(self, address: str) -> None:
        """Make the selection, as far as its first line goes, or the word a link.

        The link one stands in gets the address; without one it is no link any more.
        """
        block, start, end = self._selected_parts()[0]
        text = block.text()
        if known := link_at(text, start, end):
            start, end, label = known.start, known.end, known.label
        else:
            if start == end:
                start, end = emphasis.word_at(text, start)
            start, end = emphasis.trimmed(text, start, end)
            label = text[start:end]
        new = link(label or self.tr("teks tautan"), address)
        _rewrite(block, text[:start] + new + text[end:])
        self._select(block, start + len(new), block, start + len(new))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start paragraphs and go on with lists as word processors do."""
        key = event.key()
        if key in _SHAPING and self._shape(event):
            return
        super().keyPressEvent(event)
        if key in MOVING:
            select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step_on(self, key, select=select)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click between two paragraphs for one in the nearer of them."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            step_beside(self, event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Tell where something is dragged to."""
        super().dragMoveEvent(event)
        self.dragged.emit(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Tell that it is no longer here."""
        super().dragLeaveEvent(event)
        self.dragged.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that it has been let go."""
        self.dragged.emit(None)
        super().dropEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Make a paragraph of its own of what is let go between two."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if open_gap(cursor):
            self.setTextCursor(cursor)
        super().insertFromMimeData(source)
        cursor.endEditBlock()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell of it."""
        super().moveEvent(event)
        self.moved.emit()

    def pasted(self, text: str) -> str:
        """Part pasted lines into paragraphs when nothing else parts them."""
        text = text.strip("\n")
        if "\n\n" in text or any(_LIST_ITEM.match(line) for line in text.split("\n")):
            return text
        return re.sub(r"\n[ \t]*", "\n\n", text)

    # Within.

    def _shape(self, event: QKeyEvent) -> bool:
        """Do what a key does to paragraphs; False if it is to do what it does anywhere."""
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        if event.key() == Qt.Key.Key_Backspace:
            return self._join_before()
        if event.key() == Qt.Key.Key_Delete:
            return self._join_after()
        self._new_paragraph()
        return True

    def _new_paragraph(self) -> None:
        cursor = self.textCursor()
        line = cursor.block().text()
        item = _LIST_ITEM.match(line)
        if item and cursor.positionInBlock() >= item.end():
            if line[item.end() :].strip():
                cursor.insertText("\n" + _next_opening(item))
            else:  # Enter on an empty item ends the list
                cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
                end = QTextCursor.MoveOperation.EndOfBlock
                cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText("\n")
        elif not line.strip() and not cursor.hasSelection():
            cursor.insertText("\n")
        else:
            cursor.insertText("\n\n")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _join_before(self) -> bool:
        """At a paragraph's start take the gap away with the break, in one step."""
        return self.textCursor().atBlockStart() and self._join(self.textCursor().block().previous())

    def _join_after(self) -> bool:
        """At a paragraph's end too."""
        return self.textCursor().atBlockEnd() and self._join(self.textCursor().block().next())

    def _join(self, gap: QTextBlock) -> bool:
        """Make one of the paragraphs around an empty line; False if it is not just one."""
        first, second = gap.previous(), gap.next()
        between = gap.isValid() and first.isValid() and second.isValid()
        if self.textCursor().hasSelection() or not between or gap.text() or not first.text():
            return False
        if not second.text() and second.next().isValid():
            return False
        cursor = self.textCursor()
        cursor.setPosition(second.position())
        cursor.setPosition(gap.position() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    def _fill_ground(self) -> None:
        """Fill the ground here, or all that lies below is painted with each key."""
        self.viewport().setAutoFillBackground(True)

    def _toggle(self, mark: str) -> None:
        parts = self._selected_parts()
        if len(parts) == 1 and parts[0][1] == parts[0][2]:
            changed = [emphasis.toggle_at(parts[0][0].text(), parts[0][1], mark)]
        else:
            places = [(block.text(), start, end, mark) for block, start, end in parts]
            marked = all(emphasis.is_marked(*place) for place in places)
            change = emphasis.take_mark if marked else emphasis.put_mark
            changed = [change(*place) for place in places]
        blocks = [block for block, _, _ in parts]
        edit = self.textCursor()
        edit.beginEditBlock()
        for block, line in zip(blocks, changed, strict=True):
            _rewrite(block, line.text)
        edit.endEditBlock()
        self._select(blocks[0], changed[0].start, blocks[-1], changed[-1].end)

    def _selected_parts(self) -> list[tuple[QTextBlock, int, int]]:
        """Return the selected stretch of each line with words in it, or the cursor's place.

        Counted in code points. What opens a list item or a heading is left out.
        """
        cursor = self.textCursor()
        parts = []
        for block in self._selected_lines():
            text = block.text()
            opening = _OPENING.match(text)
            first = max(cursor.selectionStart() - block.position(), 0)
            last = min(cursor.selectionEnd() - block.position(), block.length() - 1)
            start, end = points(text, first), points(text, last)
            start = max(start, opening.end()) if opening else start
            if text[start:end].strip():
                parts.append((block, start, end))
        if not parts:
            block = cursor.block()
            at = points(block.text(), cursor.positionInBlock())
            parts = [(block, at, at)]
        return parts

    def _selected_lines(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        lines = [block]
        while block != last:
            block = block.next()
            lines.append(block)
        return lines

    def _select(self, first: QTextBlock, start: int, last: QTextBlock, end: int) -> None:
        """Select from a place in one line to a place in another, in code points."""
        cursor = self.textCursor()
        cursor.setPosition(first.position() + units(first.text()[:start]))
        cursor.setPosition(
            last.position() + units(last.text()[:end]), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)

    def _toggle_opening(self, opening: str) -> None:
        lines = self._selected_lines()
        filled = [line for line in lines if line.text().strip()] or lines[:1]
        remove = all(_same_kind(line.text(), opening) for line in filled)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, line in enumerate(filled, 1):
            old = _OPENING.match(line.text())
            edit = QTextCursor(line)
            if old:
                edit.setPosition(line.position() + old.end(), QTextCursor.MoveMode.KeepAnchor)
            new = f"{number}. " if opening == "1. " else opening
            edit.insertText("" if remove else new)
        cursor.endEditBlock()


def _rewrite(block: QTextBlock, new: str) -> None:
    """Change a line only where it differs, so that marks and cursors elsewhere stay."""
    old = block.text()
    before = _shared(old, new)
    after = _shared(old[before:][::-1], new[before:][::-1])
    edit = QTextCursor(block)
    edit.setPosition(block.position() + units(old[:before]))
    edit.setPosition(
        block.position() + units(old[: len(old) - after]), QTextCursor.MoveMode.KeepAnchor
    )
    edit.insertText(new[before : len(new) - after])


def _shared(one: str, other: str) -> int:
    """Return how long a beginning two texts share."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _next_opening(item: re.Match[str]) -> str:
    indent, mark, number, dot, space = item.groups()
    return f"{indent}{int(number) + 1}{dot}{space}" if number else f"{indent}{mark}{space}"


def _same_kind(line: str, opening: str) -> bool:
    found = _OPENING.match(line)
    if not found:
        return False
    return found.group(2).strip() == opening.strip() or (
        opening == "1. " and found.group(2)[0].isdigit()
    )
