"""Many changes in long texts, made little by little, and taken back as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from newsroom.ui.search.hits import Hits
from newsroom.ui.search.unmade import Field, made

_AT_ONCE = 5  # milliseconds of changing, then the window has its turn
_FEW = 100  # hits that always fit into a moment
_REACH = 25_000  # Qt lays out anew all that lies between two changes made at once


@dataclass(slots=True)
class Work:
    """What is to be put in the place of the hits in one text field, made in its turn."""

    editor: Field
    hits: Hits
    fill: Callable[[int], str]


class Replacing(QObject):
    """Replaces from the end to the beginning, one undo step in each field.

    What fits into a moment is done before ``start`` returns. Meanwhile a field can't be
    written in; where its text is changed all the same, no more is replaced in it.
    """

    finished = Signal()

    def __init__(self, work: list[Work], parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0
        self.changed: list[Changed] = []
        self._work = [one for one in work if len(one.hits)]
        self._left = 0  # hits of the field at hand
        self._revision = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; ``finished`` follows."""
        self._begin()
        self._go_on()

    def complete(self) -> None:
        """Do the rest at once, before the fields show another story."""
        while self._work:
            self._go_on()

    def stop(self) -> None:
        """Leave the rest as it is."""
        self._work = self._work[:1]
        self._left = 0
        self._go_on()

    # Within.

    def _begin(self) -> None:
        if self._work:
            one = self._work[0]
            one.editor = made(one.editor)
            self._left = len(one.hits)
            document = one.editor.document()
            self._revision = document.revision()
            self.changed.append(Changed(one.editor, document.availableUndoSteps()))
            one.editor.setReadOnly(True)

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._work:
            one = self._work[0]
            is_there = isValid(one.editor)
            same = is_there and one.editor.document().revision() == self._revision
            if same and self._left:
                self._slice(one, clock)
            if not same or not self._left:
                self._end(is_there)
            if clock.elapsed() >= _AT_ONCE and self._work:
                self._timer.start()
                return
        self._timer.stop()
        self.finished.emit()

    def _slice(self, one: Work, clock: QElapsedTimer) -> None:
        document = one.editor.document()
        edit = QTextCursor(document)
        caret = one.editor.textCursor()
        if self._left == len(one.hits):
            caret.beginEditBlock()  # of the person's own cursor: undoing brings it back
        else:
            caret.joinPreviousEditBlock()
        last = one.hits.spans[self._left - 1][0]
        done = 0
        while self._left and (done % _FEW or not done or clock.elapsed() < _AT_ONCE):
            start, end = one.hits.spans[self._left - 1]
            if last - start > _REACH:
                break
            self._left -= 1
            done += 1
            edit.setPosition(start)
            edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(one.fill(self._left))
        caret.endEditBlock()
        self.count += done
        self._revision = document.revision()

    def _end(self, is_there: bool) -> None:
        if is_there:
            editor = self._work[0].editor
            editor.setReadOnly(False)
            # Otherwise Qt makes what is typed beside the last change a part of it.
            editor.document().setModified(False)
            self.changed[-1].after = editor.document().availableUndoSteps()
        self._work.pop(0)
        self._begin()


@dataclass(slots=True)
class Changed:
    """A field that was changed, with the length of its undo history before and after."""

    editor: QTextEdit
    before: int
    after: int = 0

    @property
    def is_done(self) -> bool:
        """True while the change is the last thing done in the field."""
        steps = self._document.availableUndoSteps() if isValid(self.editor) else -1
        return steps == self.after > self.before

    @property
    def is_undone(self) -> bool:
        """True while the change is the next thing to be done again."""
        if not isValid(self.editor):
            return False
        document = self._document
        # A text set anew has a short history too, but nothing to be done again.
        again = document.isRedoAvailable() and self.after > self.before
        return again and document.availableUndoSteps() <= self.before

    @property
    def _document(self):
        return self.editor.document()


class LinkedUndo(QObject):
    """Takes one change of several fields back in all of them, whichever is asked to.

    A field that has been written in since is left as it is.
    """

    undone = Signal()
    redone = Signal()

    def __init__(self, changed: list[Changed], parent: QObject) -> None:
        super().__init__(parent)
        self._changed = [one for one in changed if one.is_done]
        self._done = True
        self._busy = False
        for one in self._changed:
            one.editor.textChanged.connect(self._follow)
            one.editor.document().undoCommandAdded.connect(self._drop_rewritten)

    @property
    def can_undo(self) -> bool:
        """True while the change is the last one in a field."""
        return self._done and any(one.is_done for one in self._changed)

    def undo(self) -> None:
        """Take the change back."""
        if first := next((one for one in self._changed if one.is_done), None):
            first.editor.undo()

    @property
    def can_redo(self) -> bool:
        """True while nothing was written in a field since it was taken back."""
        return not self._done and any(one.is_undone for one in self._changed)

    def redo(self) -> None:
        """Make the change again."""
        if first := next((one for one in self._changed if one.is_undone), None):
            first.editor.redo()

    def forget(self) -> None:
        """Follow no more."""
        for one in self._changed:
            self._let_go(one)
        self._changed = []
        self.deleteLater()

    # Within.

    def _let_go(self, one: Changed) -> None:
        if isValid(one.editor):
            one.editor.textChanged.disconnect(self._follow)
            one.editor.document().undoCommandAdded.disconnect(self._drop_rewritten)

    def _drop_rewritten(self) -> None:
        """Follow a field no more where something else was written once it was taken back.

        Its history may be as long again as with the change, though the change is gone.
        """
        if self._done:
            return
        document = self.sender()
        for one in [one for one in self._changed if isValid(one.editor)]:
            if one.editor.document() == document:
                self._let_go(one)
                self._changed.remove(one)

    def _follow(self) -> None:
        if self._busy:
            return
        self._busy = True
        if self._done and any(one.is_undone for one in self._changed):
            self._done = False
            for one in self._changed:
                if one.is_done:
                    one.editor.undo()
            self.undone.emit()
        elif not self._done and any(one.is_done for one in self._changed):
            self._done = True
            for one in self._changed:
                if one.is_undone:
                    one.editor.redo()
            self.redone.emit()
        self._busy = False
