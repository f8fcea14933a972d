"""A text field that shows the checker's marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from newsroom.language.finding import Finding
from newsroom.ui.editor.clipboard import Pasting, copied, own_text
from newsroom.ui.editor.growing_edit import GrowingEdit
from newsroom.ui.editor.markdown_look import has_link
from newsroom.ui.editor.marks import Marks
from newsroom.ui.editor.offsets import plain_breaks, points, units
from newsroom.ui.editor.suggesting import Suggesting
from newsroom.ui.editor.text_layout import TextLayout
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme
from newsroom.ui.work.pace import key_pressed
from newsroom.ui.work.stray_keys import is_stray

# Beside the line feed these end a line for Qt, which gives them back as line feeds.
_OTHER_ENDS = ("\r", "\ufdd0", "\ufdd1")
_SENTENCE_ENDS = tuple(".?!…”")


class ProseEdit(GrowingEdit):
    """Plain text with marks.

    ``edited`` tells of a change a person made, not of marks being drawn.
    Positions handed in and out count Unicode code points. ``kind`` is the last part
    of its field's name in findings: some rules read headlines only.
    """

    edited = Signal()
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    commented = Signal()  # something is to be said about what is selected, or at the cursor

    def __init__(
        self,
        theme: Theme,
        checks: LiveChecks,
        name: str,
        *,
        kind: str = "body",
        one_line: bool = False,
        markdown: bool = False,
        spacing: float = 1,
        gap: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_one_line = one_line
        self.takes_comments = False
        self._markdown = markdown
        self.in_style: Callable[[str], str] = str  # puts a text as the newsroom wants it
        self._pasting = Pasting(self, lambda text: self.in_style(text))
        self.kind = kind
        self._typed_at = -1
        self._revision = 0
        self._read = (-1, "")  # the revision that was read last, and its text
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.marks = Marks(self, theme, checks, kind, markdown)
        self.marks.typing_at = lambda: self._typed_at
        self.marks.cursor_at = lambda: self.textCursor().position()
        self.lines = TextLayout(self.document(), self.marks, spacing=spacing, gap=gap)
        self.lines.stale.connect(lambda place: self.viewport().update(place.toAlignedRect()))
        self.set_layout(self.lines)
        self.marks.changed.connect(self._show_marks)
        theme.changed.connect(self.lines.restyle_all)
        self.document().contentsChange.connect(self._notice)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self.leave_word)
        if markdown:
            self._here = self.textCursor()  # in the line that was set as the cursor's
            self.cursorPositionChanged.connect(self._leave_line)
        self._suggesting = Suggesting(self, theme, checks)

    def text(self) -> str:
        """Return the text as it is, non-breaking spaces included."""
        revision = self.document().revision()
        if revision != self._read[0]:
            self._read = (revision, plain_breaks(self.document().toRawText()))
        return self._read[1]

    def set_text(self, text: str) -> None:
        """Show another text; what came before can't be undone into it."""
        self._pasting.forget()
        text, document = plain_breaks(text), self.document()
        self.blockSignals(True)
        # The field's own setPlainText goes through the text once more, to give it its format.
        self.lines.fill(text)
        document.setModified(False)
        cursor = self.textCursor()
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self._revision = document.revision()
        if not any(end in text for end in _OTHER_ENDS):
            self._read = (self._revision, text)  # reading a long text back is felt
        self._typed_at = -1

    def cursor_offset(self) -> int:
        """Return where the cursor stands."""
        return self.offset(self.textCursor().position())

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text and bring it into view."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def replace_range(self, start: int, end: int, expected: str, new: str) -> bool:
        """Put ``new`` in the place of ``expected``, as one undo step.

        False, and nothing changed, if the text there is no longer the expected one.
        """
        text = self.text()
        if text[start:end] != expected:
            return False
        cursor = self.textCursor()
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        # What is typed beside it is a step of its own.
        self.document().setModified(False)
        return True

    def finding_at(self, position: int) -> tuple[Finding, int] | None:
        """Return the finding under a Qt position, and where its line starts."""
        block = self.document().findBlock(position)
        at = points(block.text(), position - block.position())
        for finding in self.marks.findings(block):
            if finding.start <= at <= finding.end:
                return finding, block.position()
        return None

    def show_suggestions(self) -> None:
        """Open the suggestions for the word at the cursor, once it is known what is marked."""
        self._suggesting.show()

    def offset(self, position: int) -> int:
        """Return how many code points stand before a Qt position."""
        text = self.text()
        if len(text) == self.document().characterCount() - 1:
            return position  # no letter takes two units
        return points(text, position)

    def leave_word(self, force: bool = False) -> None:
        """Judge the word that was typed last, if the cursor has left it."""
        if self._typed_at >= 0 and (force or self.textCursor().position() != self._typed_at):
            block = self.document().findBlock(self._typed_at)
            self._typed_at = -1
            if block.isValid():
                self.lines.restyle(block)

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep one-line fields to one line, and report where a word is being typed."""
        key_pressed()
        if is_stray(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_one_line:
                self.focusNextChild()
                return
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                # Qt's own line break inside a paragraph would be none in the text.
                self.insertPlainText("\n")
                return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return
        if event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
            return
        super().keyPressEvent(event)
        if event.text() == " " and self._before_cursor(2)[:1] in _SENTENCE_ENDS:
            self.document().setModified(False)  # undoing goes back a sentence, not a paragraph

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window: they are photos or stories, not the text of their paths."""
        files = any(url.isLocalFile() for url in source.urls())
        return not files and super().canInsertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the Markdown, with its looks for programs that have no use for the marks."""
        return copied(plain_breaks(self.textCursor().selectedText()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: no fonts, no colours; in the body what is bold or a list stays so."""
        own = own_text(source)
        if self.is_one_line or not self._markdown:
            self._insert_plain(source.text())
        elif own is not None:
            self.insertPlainText(own)
        else:
            self._pasting.paste(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Leave no gap where words of the window were dragged from, and part them where they go."""
        dragged = event.source()
        source = dragged.parent() if dragged is not None else None
        if not isinstance(source, ProseEdit):
            super().dropEvent(event)
            return
        from newsroom.ui.editor.moving import drop

        super().dragLeaveEvent(QDragLeaveEvent())  # Qt's part ends here: it shows no place more
        drop(event, source, self)

    def paste_plain(self) -> None:
        """Paste the words alone."""
        source = QGuiApplication.clipboard().mimeData()
        if source is not None and self.canInsertFromMimeData(source):  # none of an empty one
            self._insert_plain(source.text())

    def pasted(self, text: str) -> str:
        """Return pasted text as this field takes it."""
        return text

    def _insert_plain(self, text: str) -> None:
        text = plain_breaks(text.replace("\r\n", "\n").replace("\r", "\n"))
        if self.is_one_line:
            from newsroom.exchange.pasted import pasted_line

            text = pasted_line(text)
        self.insertPlainText(self.in_style(self.pasted(text)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the corrections of the word under the pointer, then the usual menu."""
        position = self.cursorForPosition(event.pos()).position()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position = self.textCursor().position()
        self._suggesting.open_menu(position, event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Judge the last word too, once the field is left."""
        super().focusOutEvent(event)
        self.leave_word(force=True)

    # Within.

    def _notice(self, position: int, removed: int, added: int) -> None:
        if self.document().revision() != self._revision and (removed or added):
            self._typed_at = position + added if added <= 1 and removed <= 1 else -1

    def _tell(self) -> None:
        revision = self.document().revision()
        if revision != self._revision:
            self._revision = revision
            self.edited.emit()

    def _show_marks(self) -> None:
        """Paint anew if other marks belong under what is seen."""
        seen = self.viewport().visibleRegion().boundingRect()
        if not seen.isEmpty() and self.lines.is_stale(QRectF(seen)):
            self.viewport().update()

    def _leave_line(self) -> None:
        """Show the addresses of the line that the cursor has come to, and no longer the others."""
        cursor = self.textCursor()
        before, here = self._here.block(), cursor.block()
        self._here = cursor
        if before != here:
            for block in (before, here):
                if block.isValid() and has_link(block.text()):
                    self.lines.restyle(block)

    def _before_cursor(self, length: int) -> str:
        """Return so many letters before the cursor, fewer at the start of its line."""
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        return cursor.block().text()[max(at - length, 0) : at] if at >= length else ""
