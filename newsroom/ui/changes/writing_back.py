"""Writing an earlier state of a story into its fields, as one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.story.changes.fields import STORY_FIELDS, text_of
from newsroom.story.changes.in_place import in_place_of
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose
from newsroom.story.story import Story
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.search.hits import Hits
from newsroom.ui.search.replacing import LinkedUndo, Replacing, Work

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class WritingBack(QObject):
    """Texts are written where they stand, word by word; values follow.

    Undoing it in one of the texts undoes it in all of them, and in the values that nobody has
    changed since; so does doing it again.
    """

    finished = Signal()
    undone = Signal()
    redone = Signal()
    kept = Signal()  # the texts are not undone: they were written in since

    def __init__(self, window: MainWindow, target: Story, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._target = target
        self._before: Story = window.desk.story
        self._link: LinkedUndo | None = None
        self._replacing = Replacing(self._work(), self)
        self._replacing.finished.connect(self._finish)

    def start(self) -> None:
        """Begin; ``finished`` follows."""
        self._window.reviewing.marking.hold()
        self._window.desk.leaving.connect(self._replacing.complete)
        self._replacing.start()

    def undo(self) -> None:
        """Write what stood there before again, as far as it was not written in since."""
        if self._link is not None and self._link.can_undo:
            self._link.undo()
            return
        self._undo_values()
        if self._link is not None:
            self.kept.emit()

    def redo(self) -> None:
        """Write it once more, where nobody has written since it was undone."""
        if self._link is None:
            self._redo_values()
        elif self._link.can_redo:
            self._link.redo()

    # Within.

    def _work(self) -> list[Work]:
        fields, now = self._window.reviewing.fields.by_name(), self._before
        same_photos = _pictures(now) == _pictures(self._target)
        return [
            _written(fields[name], old, new)
            for name in fields
            if (same_photos or not name.startswith("photos"))
            and (old := text_of(now, name)) != (new := text_of(self._target, name))
            and old == fields.text(name)
        ]

    def _finish(self) -> None:
        window = self._window
        window.page.flush()
        window.reviewing.marking.release()
        self._put_values(self._target)
        if self._replacing.changed:
            self._link = LinkedUndo(self._replacing.changed, self)
            self._link.undone.connect(self._undo_values)
            self._link.redone.connect(self._redo_values)
        self.finished.emit()

    def _undo_values(self) -> None:
        window = self._window
        window.page.flush()
        self._put_values(self._before, instead_of=self._target)
        self.undone.emit()

    def _redo_values(self) -> None:
        self._window.page.flush()
        self._put_values(self._target, instead_of=self._before)
        self.redone.emit()

    def _put_values(self, story: Story, *, instead_of: Story | None = None) -> None:
        """Have the open story be like this one; texts are by now.

        Of values that are none of those that are to give way, others were made: they stay.
        """
        now = self._window.desk.story
        if now is None or now.id != story.id:
            return
        self._window.desk.edit(in_place_of(instead_of or now, story, now, STORY_FIELDS))


def _written(edit: ProseEdit, old: str, new: str) -> Work:
    """Return what is to be written in a field, word by word, in its order."""
    spans: list[tuple[int, int]] = []
    texts: list[str] = []
    at, goes_on = 0, False
    for piece in compare_prose(old, new):
        length = units(piece.text)
        if piece.kind is Kind.SAME:
            at, goes_on = at + length, False
        elif piece.kind is Kind.REMOVED:
            spans.append((at, at + length))
            texts.append("")
            at, goes_on = at + length, True
        else:
            if not goes_on:
                spans.append((at, at))
                texts.append("")
            texts[-1], goes_on = piece.text, False
    return Work(edit, Hits(spans), lambda number: texts[number])


def _pictures(story: Story) -> list[str]:
    return [photo.identity for photo in story.photos]
