"""A text field that grows with its text and shows the checker's marks."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from newsroom.language.finding import Finding
from newsroom.ui.editor.clipboard import Pasting, copied, own_text
from newsroom.ui.editor.markdown_look import has_link
from newsroom.ui.editor.marks import Marks
from newsroom.ui.editor.suggestion_menu import SuggestionMenu
from newsroom.ui.editor.text_layout import TextLayout
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

_SENTENCE_ENDS = tuple(".?!…”")


class ProseEdit(QTextEdit):
    """Plain text with marks; as tall as what is in it.

    ``edited`` tells of a change a person made, not of marks being drawn.
    Positions handed in and out count Unicode code points. ``kind`` is the last part
    of its field's name in findings: some rules read headlines only.
    """

    edited = Signal()
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)

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
        self._theme = theme
        self.is_one_line = one_line
        self._markdown = markdown
        self._pasting = Pasting(self)
        self._checks = checks
        self.kind = kind
        self._typed_at = -1
        self._asked_at = -1  # where suggestions were asked for that are not there yet
        self._revision = 0
        self._read = (-1, "")  # the revision that was read last, and its text
        self._height = 0
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.marks = Marks(self, theme, checks, kind, markdown)
        self.marks.typing_at = lambda: self._typed_at
        self.marks.cursor_at = lambda: self.textCursor().position()
        self.lines = self._lay_out(spacing, gap)
        self.marks.changed.connect(self._show_marks)
        theme.changed.connect(self.lines.restyle_all)
        self.document().contentsChange.connect(self._notice)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._leave_word)
        if markdown:
            self._here = self.textCursor()  # in the line that was set as the cursor's
            self.cursorPositionChanged.connect(self._leave_line)
        checks.updated.connect(self._answer)

    def text(self) -> str:
        """Return the text as it is, non-breaking spaces included."""
        revision = self.document().revision()
        if revision != self._read[0]:
            self._read = (revision, _plain_breaks(self.document().toRawText()))
        return self._read[1]

    def set_text(self, text: str) -> None:
        """Show another text; what came before can't be undone into it."""
        self._typed_at = -1
        self.blockSignals(True)
        self.setPlainText(_plain_breaks(text))
        self.blockSignals(False)
        self._revision = self.document().revision()
        self._typed_at = -1

    def cursor_offset(self) -> int:
        """Return where the cursor stands."""
        return self._offset(self.textCursor().position())

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
        line = block.text()
        for finding in self.marks.findings(block):
            start = block.position() + units(line[: finding.start])
            end = block.position() + units(line[: finding.end])
            if start <= position <= end:
                return finding, block.position()
        return None

    def show_suggestions(self) -> None:
        """Open the suggestions for the word at the cursor, if it is marked.

        For a word written a moment ago they open once its line has been checked.
        """
        cursor = self.textCursor()
        self._asked_at = -1
        if self._checks.line(cursor.block().text(), self.kind) is None:
            self._asked_at = cursor.position()
            return
        self._leave_word(force=True)
        hit = self.finding_at(cursor.position())
        if hit:
            corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self._menu(hit).open_at(corner + QPoint(0, 4))

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep one-line fields to one line, and report where a word is being typed."""
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
        return copied(_plain_breaks(self.textCursor().selectedText()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: no fonts, no colours; in the body what is bold or a list stays so."""
        own = own_text(source)
        if self.is_one_line or not self._markdown:
            self._insert_plain(source.text())
        elif own is not None:
            self.insertPlainText(own)
        else:
            self._pasting.paste(source)

    def paste_plain(self) -> None:
        """Paste the words alone."""
        source = QGuiApplication.clipboard().mimeData()
        if self.canInsertFromMimeData(source):
            self._insert_plain(source.text())

    def pasted(self, text: str) -> str:
        """Return pasted text as this field takes it."""
        return text

    def _insert_plain(self, text: str) -> None:
        text = _plain_breaks(text.replace("\r\n", "\n").replace("\r", "\n"))
        if self.is_one_line:
            from newsroom.exchange.pasted import pasted_line

            text = pasted_line(text)
        self.insertPlainText(self.pasted(text))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the corrections of the word under the pointer, then the usual menu."""
        position = self.cursorForPosition(event.pos()).position()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position = self.textCursor().position()
        hit = self.finding_at(position)
        if hit:
            self._menu(hit).open_at(event.globalPos())
            return
        self._edit_menu().popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Judge the last word too, once the field is left."""
        super().focusOutEvent(event)
        self._leave_word(force=True)

    def sizeHint(self) -> QSize:
        """As wide as it is given, as tall as its text."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never shorter than its text."""
        return QSize(80, self._height)

    # Within.

    def _lay_out(self, spacing: float, gap: float) -> TextLayout:
        """Have the text set by our own layout."""
        lines = TextLayout(self.document(), self.marks, spacing=spacing, gap=gap)
        self.document().setDocumentLayout(lines)
        lines.documentSizeChanged.connect(self._fit)
        lines.stale.connect(lambda place: self.viewport().update(place.toAlignedRect()))
        return lines

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right height once the style's borders are known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow and shrink as the lines are broken anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        height = ceil(self.document().size().height()) + frame
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)

    def _notice(self, position: int, removed: int, added: int) -> None:
        if self.document().revision() != self._revision and (removed or added):
            self._typed_at = position + added if added <= 1 and removed <= 1 else -1

    def _tell(self) -> None:
        revision = self.document().revision()
        if revision != self._revision:
            self._revision = revision
            self.edited.emit()

    def _answer(self) -> None:
        if self._asked_at >= 0 and self._asked_at == self.textCursor().position():
            self.show_suggestions()

    def _leave_word(self, force: bool = False) -> None:
        if self._typed_at >= 0 and (force or self.textCursor().position() != self._typed_at):
            block = self.document().findBlock(self._typed_at)
            self._typed_at = -1
            if block.isValid():
                self.lines.restyle(block)

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

    def _menu(self, hit: tuple[Finding, int]) -> SuggestionMenu:
        finding, line_start = hit
        source = self._checks.sources.get(finding.rule, "")
        menu = SuggestionMenu(self._theme, finding, self, source)
        start = self._offset(line_start) + finding.start
        end = start + len(finding.text)
        menu.chosen.connect(lambda new: self.replace_range(start, end, finding.text, new))
        line = self.document().findBlock(line_start).text()
        menu.ignored.connect(lambda scope: self.ignored.emit(finding, scope, line))
        menu.added.connect(lambda: self.word_added.emit(finding.text))
        return menu

    def _edit_menu(self) -> QMenu:
        """Return the usual menu, in the interface's own words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = QKeySequence.StandardKey
        selected = self.textCursor().hasSelection()
        document = self.document()
        for text, shortcut, slot, enabled in (
            (self.tr("Urungkan"), key.Undo, self.undo, document.isUndoAvailable()),
            (self.tr("Ulangi"), key.Redo, self.redo, document.isRedoAvailable()),
            (self.tr("Potong"), key.Cut, self.cut, selected),
            (self.tr("Salin"), key.Copy, self.copy, selected),
            (self.tr("Tempel"), key.Paste, self.paste, self.canPaste()),
            (self.tr("Pilih semua"), key.SelectAll, self.selectAll, not document.isEmpty()),
        ):
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(shortcut))
            action.setEnabled(enabled)
            action.triggered.connect(slot)
            if shortcut in (key.Redo, key.Paste):
                menu.addSeparator()
        return menu

    def _before_cursor(self, length: int) -> str:
        """Return so many letters before the cursor, fewer at the start of its line."""
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        return cursor.block().text()[max(at - length, 0) : at] if at >= length else ""

    def _offset(self, position: int) -> int:
        """Return how many code points stand before a Qt position."""
        text = self.text()
        if len(text) == self.document().characterCount() - 1:
            return position  # no letter takes two units
        return points(text, position)


def _plain_breaks(text: str) -> str:
    """Return the text with line feeds for Unicode's own breaks, which Qt uses inside."""
    return text.replace("\u2029", "\n").replace("\u2028", "\n")


def units(text: str) -> int:
    """Return the length in UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, position: int) -> int:
    """Return how many code points stand before a position that Qt counts in UTF-16 units."""
    if units(text) == len(text):
        return position
    before = text.encode("utf-16-le", "surrogatepass")[: position * 2]
    return len(before.decode("utf-16-le", "ignore"))
