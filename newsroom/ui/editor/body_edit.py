"""Writing the body: Markdown that looks like what it will become."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextBlockFormat, QTextCursor

from newsroom.ui.checks import LiveChecks
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme

# Per cent of the font's own line, which in Noto Serif is 1.36 em: 1.6 em in all.
LINE_HEIGHT = 119
PARAGRAPH_GAP = 13  # pixels
_LIST_ITEM = re.compile(r"(\s{0,3})([-*+]|(\d{1,9})([.)])|>)(\s+)")
_OPENING = re.compile(r"(\s{0,3})(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)")


class BodyEdit(ProseEdit):
    """The story's text.

    Enter starts a new paragraph, which in Markdown is an empty line; that empty
    line is drawn as a narrow gap, so that the page reads as it will be printed.
    """

    def __init__(self, theme: Theme, checks: LiveChecks) -> None:
        super().__init__(theme, checks, "", markdown=True)
        self._travelling = False
        self._spacing = False
        self.setAccessibleName(self.tr("Tubuh berita"))
        self.setPlaceholderText(self.tr("Tulis berita di sini…"))
        self.setFont(theme.reading_font())
        self.textChanged.connect(self._space_near_cursor)

    def set_text(self, text: str) -> None:
        """Show another text, spaced as paragraphs."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self._spacing = True
        super().set_text(text)
        self._space(document.begin(), everything=True)
        self._spacing = False
        document.setUndoRedoEnabled(True)
        self._revision = document.revision()

    def undo(self) -> None:
        """Take back the last change; its paragraph spacing goes with it."""
        self._travelling = True
        self.document().undo()
        self._travelling = False
        self.ensureCursorVisible()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travelling = True
        self.document().redo()
        self._travelling = False

    # Marks that a person sets by button or key.

    def toggle_bold(self) -> None:
        """Make the selection or the word bold, or plain again."""
        self._toggle("**")

    def toggle_italic(self) -> None:
        """Make the selection or the word italic, or upright again."""
        self._toggle("*")

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

    def insert_link(self, address: str) -> None:
        """Make the selection or the word a link; an empty address is left selected."""
        cursor = self._word_cursor()
        label = cursor.selectedText() or self.tr("teks tautan")
        address = address.strip().replace(" ", "%20").replace(")", "%29") or "https://"
        start = cursor.selectionStart()
        cursor.insertText(f"[{label}]({address})")
        at = start + len(label) + 3
        cursor.setPosition(at)
        cursor.setPosition(at + len(address), QTextCursor.MoveMode.KeepAnchor)
        if address != "https://":
            cursor.setPosition(at + len(address) + 1)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start paragraphs and go on with lists as word processors do."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._new_paragraph()
            return
        if plain and event.key() == Qt.Key.Key_Backspace and self._join_paragraphs():
            return
        super().keyPressEvent(event)

    def pasted(self, text: str) -> str:
        """Part pasted lines into paragraphs when nothing else parts them."""
        text = text.strip("\n")
        if "\n\n" in text or any(_LIST_ITEM.match(line) for line in text.split("\n")):
            return text
        return re.sub(r"\n[ \t]*", "\n\n", text)

    # Within.

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

    def _join_paragraphs(self) -> bool:
        """At a paragraph's start take the gap away with the break, in one step."""
        cursor = self.textCursor()
        before = cursor.block().previous()
        if cursor.hasSelection() or not cursor.atBlockStart() or not before.isValid():
            return False
        if before.text() or not before.previous().isValid() or not before.previous().text():
            return False
        if not cursor.block().text() and cursor.block().next().isValid():
            return False
        cursor.setPosition(before.position() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    def _word_cursor(self) -> QTextCursor:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor

    def _toggle(self, mark: str) -> None:
        cursor = self._word_cursor()
        text = cursor.selectedText()
        inner = text.strip()
        if "\u2029" in text:
            return
        start = cursor.selectionStart() + len(text) - len(text.lstrip())
        cursor.setPosition(start)
        cursor.setPosition(start + len(inner), QTextCursor.MoveMode.KeepAnchor)
        around = self._around(start, start + len(inner), mark)
        if inner.startswith(mark) and inner.endswith(mark) and len(inner) > 2 * len(mark):
            new, shift = inner[len(mark) : -len(mark)], 0
        elif around:
            cursor.setPosition(start - len(mark))
            end = start + len(inner) + len(mark)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            new, start, shift = inner, start - len(mark), 0
        else:
            new, shift = f"{mark}{inner}{mark}", len(mark)
        cursor.insertText(new)
        cursor.setPosition(start + shift)
        if inner:
            end = start + len(new) - shift
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _around(self, start: int, end: int, mark: str) -> bool:
        """Say whether just this mark stands on both sides of a stretch."""
        document = self.document()

        def stars(position: int, step: int) -> int:
            count = 0
            while document.characterAt(position + step * count) == "*":
                count += 1
            return count

        left, right = stars(start - 1, -1), stars(end, 1)
        if left != right or not left:
            return False
        return left >= 2 if mark == "**" else left in (1, 3)

    def _toggle_opening(self, opening: str) -> None:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        lines = []
        while block.isValid():
            lines.append(block)
            if block == last:
                break
            block = block.next()
        filled = [line for line in lines if line.text().strip()] or lines[:1]
        remove = all(_same_kind(line.text(), opening) for line in filled)
        cursor.beginEditBlock()
        for number, line in enumerate(filled, 1):
            old = _OPENING.match(line.text())
            edit = QTextCursor(line)
            if old:
                edit.setPosition(line.position() + old.end(), QTextCursor.MoveMode.KeepAnchor)
            new = f"{number}. " if opening == "1. " else opening
            edit.insertText("" if remove else new)
        cursor.endEditBlock()

    def _space_near_cursor(self) -> None:
        if self._spacing or self._travelling:
            return
        self._spacing = True
        block = self.textCursor().block()
        for _ in range(3):
            if block.previous().isValid():
                block = block.previous()
        self._space(block, everything=False)
        self._spacing = False

    def _space(self, block: QTextBlock, everything: bool) -> None:
        """Make the first empty line after a paragraph a narrow gap, others full lines."""
        edit: QTextCursor | None = None
        settled = 0
        while block.isValid():
            before = block.previous()
            gap = block.length() == 1 and before.isValid() and before.length() > 1
            wanted = QTextBlockFormat()
            if gap and block.next().isValid():
                wanted.setLineHeight(PARAGRAPH_GAP, _FIXED)
            else:
                wanted.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
            now = block.blockFormat()
            if (
                now.lineHeight() != wanted.lineHeight()
                or now.lineHeightType() != wanted.lineHeightType()
            ):
                if edit is None:
                    edit = QTextCursor(block)
                    # The spacing belongs to the change that asked for it.
                    edit.joinPreviousEditBlock()
                edit.setPosition(block.position())
                edit.setBlockFormat(wanted)
                settled = 0
            else:
                settled += 1
                if settled > 8 and not everything:
                    break
            block = block.next()
        if edit is not None:
            edit.endEditBlock()


_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


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
