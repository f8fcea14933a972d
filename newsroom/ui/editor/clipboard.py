"""What a text field puts on the clipboard, and what it takes from there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from importlib import import_module
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_MARKDOWN = "text/markdown"  # this program's own text, which is taken as it is
_RENDERED = 100_000  # characters; what is longer is copied as text alone
_AT_ONCE = 20_000  # characters of HTML read in the window's thread; what is longer is felt
_TEXT_AT_ONCE = 100_000


def copied(text: str) -> QMimeData:
    """Return Markdown for the clipboard, for other programs also with the looks it stands for."""
    data = QMimeData()
    data.setText(text)
    data.setData(_MARKDOWN, QByteArray(text.encode("utf-8", "surrogatepass")))
    if len(text) <= _RENDERED:
        from newsroom.exchange.dialect import dialect_html  # not needed to begin writing

        data.setHtml(dialect_html(text))
    return data


def own_text(source: QMimeData) -> str | None:
    """Return the text that this program copied; None for another's."""
    if not source.hasFormat(_MARKDOWN):
        return None
    return source.data(_MARKDOWN).data().decode("utf-8", "replace")


def read_ahead(_: object) -> None:
    """Load what reads a clipboard, so that the first paste is as quick as the others."""
    import newsroom.exchange.dialect
    import newsroom.exchange.pasted  # noqa: F401


def _read_apart(html: str | None, text: str) -> str:
    """Read what is long in a process of its own, which ends with it.

    Even in another thread it would hold the window up: while a pattern goes through a
    long text, nobody else has a turn.
    """
    from newsroom.ui.work.child import Child

    with closing(Child(partial(import_module, "newsroom.exchange.pasted"))) as child:
        return child.do(methodcaller("pasted_markdown", html, text))


class Pasting(QObject):
    """Puts what other programs copied into a field as clean Markdown.

    What is long is read beside the window; it comes to where the cursor was.
    """

    done = Signal()

    def __init__(
        self, edit: QTextEdit | QPlainTextEdit, refine: Callable[[str], str] = str
    ) -> None:
        super().__init__(edit)
        self.refine = refine  # puts a text as the newsroom wants it
        self._edit = edit
        self._lane: Lane[None] | None = None
        self._text = 0  # the number of the text in the field

    def forget(self) -> None:
        """Let go of what is still being read: the field has another text."""
        self._text += 1
        self._edit.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def paste(self, source: QMimeData) -> None:
        """Paste at the cursor."""
        from newsroom.exchange.pasted import pasted_markdown

        html = source.html() if source.hasHtml() else None
        text, cursor = source.text(), self._edit.textCursor()
        if len(html or "") <= _AT_ONCE and len(text) <= _TEXT_AT_ONCE:
            self._insert(cursor, pasted_markdown(html, text))
            return
        if self._lane is None:
            self._lane = Lane("paste", lambda: None, self)
        end = cursor.selectionEnd()
        cursor.setPosition(cursor.selectionStart())
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        number = self._text
        selected = cursor.selectedText()  # goes when the text is there: both are one undo step
        cursor.setKeepPositionOnInsert(True)  # what is typed meanwhile comes after it

        def insert(pasted: str) -> None:
            if number != self._text:
                return  # it was for another story; the clipboard still has it
            cursor.setKeepPositionOnInsert(False)
            if cursor.selectedText() != selected:  # something else was typed there
                cursor.setPosition(cursor.position())
            self._insert(cursor, pasted)

        self._edit.viewport().setCursor(Qt.CursorShape.BusyCursor)
        self._lane.run(
            lambda _: _read_apart(html, text),
            insert,
            lambda _: insert(text),  # not understood, but not lost
        )

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        cursor.insertText(self.refine(text))
        self._edit.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._edit.ensureCursorVisible()
        self.done.emit()
