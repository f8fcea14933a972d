"""Takes changes back or accepts them, and can undo that and do it again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.reviews import Review
    from newsroom.store.store import Store
    from newsroom.story.changes.change import StoryChange
    from newsroom.story.story import Story
    from newsroom.ui.changes.changing import Changing
    from newsroom.ui.changes.writing_back import WritingBack
    from newsroom.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Deed:
    """How something that was done about changes is undone, and done again."""

    undo: Callable[[], object]
    redo: Callable[[], object]


class Deciding(QObject):
    """Goes by the changes that are known, which are those of the text as it is now."""

    def __init__(self, window: MainWindow, changing: Changing) -> None:
        super().__init__(changing)
        self._window = window
        self._changing = changing
        self._undoing: list[_Deed] = []  # what was done, the last at the end
        self._redoing: list[_Deed] = []  # and what of it was undone
        self._told = ""  # what was said of the last of that
        self._writing: WritingBack | None = None  # while it is at work

    @property
    def is_writing(self) -> bool:
        """Whether a text is being written back, and is not whole yet."""
        return self._writing is not None

    def accept(self, changes: Collection[StoryChange]) -> None:
        """Let changes stand: the story is reviewed against a text that has them."""
        found = self._changing.found
        if found is None or not (some := found.pending(changes)):
            return
        left = found.after(some, back=False)
        before = found.kept.review
        self._changing.use(left.against(replace(before, base=left.changes.base)))
        told = self.tr("{0} perubahan diterima.").format(number(len(some)))

        def undo() -> None:
            self._note_undone(deed)
            self._keep(before, before.base, self._changing.look)

        def redo() -> None:
            self._note_done(deed)
            self._keep(before, left.changes.base, lambda: (self._tell(told), self._changing.look()))

        deed = _Deed(undo, redo)
        self._redoing.clear()
        self._note_done(deed)  # at once, for who undoes it before it is kept
        self._keep(before, left.changes.base, lambda: self._tell(told))

    def take_back(self, changes: Collection[StoryChange]) -> None:
        """Have the text again as it was before changes, as one step that can be undone."""
        from newsroom.ui.changes.writing_back import WritingBack

        changing, found = self._changing, self._changing.found
        if found is None or not (some := found.pending(changes)):
            return
        left = found.after(some, back=True)
        writing = WritingBack(self._window, left.changes.now, self)
        told = self.tr("{0} perubahan dibatalkan.").format(number(len(some)))

        def finish() -> None:
            story, self._writing = self._window.desk.story, None
            if story is not None and story.id == left.changes.now.id:
                self._redoing.clear()
                done()
            if story is not None and left.is_of(story):
                changing.use(left)
            else:
                changing.look()

        def done() -> None:
            self._note_done(deed)
            self._tell(told)

        def undone() -> None:
            self._note_undone(deed)
            self._window.status_line.withdraw(told)
            changing.look()

        def redone() -> None:
            done()
            changing.look()

        deed = _Deed(writing.undo, writing.redo)
        writing.finished.connect(finish)
        writing.undone.connect(undone)
        writing.redone.connect(redone)
        writing.kept.connect(self._tell_kept)
        self._writing = writing
        writing.start()

    def undo(self) -> None:
        """Undo what was done last."""
        if self._undoing:
            self._window.status_line.withdraw(self._told)
            self._undoing[-1].undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._redoing:
            self._redoing[-1].redo()

    def forget(self) -> None:
        """Undo none of it any more: another story was opened."""
        self._undoing, self._redoing = [], []

    # Within.

    def _keep(self, review: Review, base: Story, then: Callable[[], object]) -> None:
        def job(store: Store) -> bool:
            return store.reviews.keep(review, base)

        def done(kept: bool) -> None:
            if kept:
                then()
            else:
                self._window.banner.say(
                    self.tr("Naskah sudah diajukan lagi; tinjauannya mulai dari awal."), "good"
                )
                self._changing.look()

        def failed(error: Exception) -> None:
            self._window.banner.say(str(error), "error")
            self._changing.look()

        self._window.desk.in_store(job, done, failed)

    def _note_done(self, deed: _Deed) -> None:
        if deed in self._redoing:
            self._redoing.remove(deed)
        self._undoing.append(deed)

    def _note_undone(self, deed: _Deed) -> None:
        if deed in self._undoing:
            self._undoing.remove(deed)
            self._redoing.append(deed)

    def _tell_kept(self) -> None:
        self._window.banner.refuse(
            self.tr("Tidak diurungkan: sesudah itu teksnya sudah diubah lagi.")
        )

    def _tell(self, told: str) -> None:
        self._told = told
        # In the banner it would push aside what is being looked at.
        self._window.status_line.tell(told, self.tr("Urungkan"), self._undo_told)

    def _undo_told(self) -> None:
        had_keyboard = self._window.status_line.done.undo.hasFocus()
        self.undo()
        if had_keyboard:  # which goes with the button
            self._changing.leave()
