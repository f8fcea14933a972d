"""Replacing what a finder has found, one hit or all, in one field or in many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from newsroom.ui.search.finder import Finder
from newsroom.ui.search.highlights import cursor_over
from newsroom.ui.search.hits import Hits
from newsroom.ui.search.query import QueryFault, Template
from newsroom.ui.search.replacing import LinkedUndo, Replacing, Work
from newsroom.ui.search.unmade import Field


class Replacer(QObject):
    """Puts a text in the place of hits; what it did last can be taken back at once."""

    replaced = Signal(int, int)  # how many hits in how many fields
    undone = Signal()  # what was replaced last is taken back

    def __init__(self, finder: Finder) -> None:
        super().__init__(finder)
        self.fault = ""
        self.is_multiline: Callable[[Field], bool] = lambda _: True
        self._finder = finder
        self._replacing: Replacing | None = None
        self._link: LinkedUndo | None = None

    @property
    def is_busy(self) -> bool:
        """True while hits are being replaced."""
        return self._replacing is not None

    @property
    def can_undo(self) -> bool:
        """True while what was replaced last can be taken back at once."""
        return self._link is not None and self._link.can_undo

    def undo(self) -> None:
        """Take back what was replaced last, in all fields."""
        if self._link is not None:
            self._link.undo()

    def forget(self) -> None:
        """Replace no more, and let go of what was done."""
        if self._replacing is not None:
            self._replacing.stop()
        if self._link is not None:
            self._link.forget()
            self._link = None

    def replace_one(self, text: str) -> None:
        """Replace the current hit and go to the next; without one, only go."""
        if not self.is_busy:
            self._finder.when_fresh(lambda: self._replace_one(text))

    def replace_all(self, text: str) -> None:
        """Replace every hit, as one undo step."""
        if not self.is_busy:
            self._finder.when_fresh(lambda: self._replace_all(text))

    # Within.

    def _replace_one(self, text: str) -> None:
        finder = self._finder
        field, place = finder.field, finder.place
        if place is None:
            finder.step(1)
        elif fill := self._filler(field, finder.hits[field], text):
            cursor = cursor_over(field, finder.hits[field].spans[place])
            cursor.insertText(fill(place))
            field.setTextCursor(cursor)
            finder.look(finder.go_on)

    def _replace_all(self, text: str) -> None:
        work = [
            Work(editor, hits, fill)
            for editor, hits in self._finder.hits.items()
            if len(hits) and (fill := self._filler(editor, hits, text))
        ]
        if not work:
            return
        self.forget()
        self._finder.stop()
        self._replacing = Replacing(work, self)
        self._replacing.finished.connect(self._finish)
        self._replacing.start()

    def _finish(self) -> None:
        done, self._replacing = self._replacing, None
        done.deleteLater()
        self._link = LinkedUndo(done.changed, self)
        self._link.undone.connect(self.undone)
        self._finder.look(lambda: self.replaced.emit(done.count, len(done.changed)))

    def _filler(self, editor: Field, hits: Hits, text: str) -> Callable[[int], str] | None:
        """Return what makes the new text of a hit; None, and the fault kept, if none can."""
        try:
            fill = Template(text, hits, self._finder.asked).fill
            self.fault = ""
        except QueryFault as fault:
            self.fault = str(fault)
            self._finder.found.emit()
            return None
        if self.is_multiline(editor):
            return fill
        return lambda hit: " ".join(fill(hit).split("\n"))
