"""Counts the words of the open story, and of what is selected, while one writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from newsroom.story.counts import Counts, count_line
from newsroom.story.markdown_text import lead, word_count
from newsroom.story.story import Story
from newsroom.ui.bars.status_line import StatusLine
from newsroom.ui.editor.headline_meter import LEAD_AT_MOST
from newsroom.ui.editor.offsets import points
from newsroom.ui.editor.page import Page
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.targets import Targets
from newsroom.ui.work.slices import Slices

_AFTER = 150  # milliseconds
_AT_ONCE = 20_000  # characters


class Counter(QObject):
    """Counts one text at a time, a few lines between two events of the window.

    What a line had is remembered, so that a long text is gone through word by word only once.
    """

    counted = Signal(object)  # Counts

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, Counts] = {}
        self._read: Callable[[], str] = str
        self._slices = Slices(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._count)

    def count(self, read: Callable[[], str], *, soon: bool = False) -> None:
        """Count the text that ``read`` gives; ``soon``: with the changes that follow this one."""
        self._read = read
        if not soon:
            self._timer.stop()
            self._count()
        elif not self._timer.isActive():  # also whoever types without a pause is told
            self._timer.start()

    def stop(self) -> None:
        """Count nothing any more."""
        self._timer.stop()
        self._slices.stop()

    # Within.

    def _count(self) -> None:
        text = self._read()
        # To open a long text takes its time already; the counting comes in the pauses after that.
        self._slices.start(self._steps(text), at_once=len(text) <= _AT_ONCE)

    def _steps(self, text: str) -> Iterator[None]:
        known: dict[str, Counts] = {}  # of this text alone, or what is gone would be kept for ever
        words = characters = solid = 0
        for line in text.split("\n"):
            counts = self._known.get(line)
            if counts is None:
                counts = self._known[line] = count_line(line)
            known[line] = counts
            words += counts.words
            characters += counts.characters
            solid += counts.solid
            yield
        self._known = known
        self.counted.emit(Counts(words, characters, solid))


class Counting(QObject):
    """Tells the status line how long the open story is, against what it is to become."""

    targets_changed = Signal()

    def __init__(self, page: Page, line: StatusLine, lead_limit: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._lead_limit = lead_limit
        self._story: Story | None = None
        self._targets = Targets()
        self._in: ProseEdit | None = None  # the field that has a selection
        self._whole = Counter(self)
        self._whole.counted.connect(self._counted)
        self._part = Counter(self)
        self._part.counted.connect(line.show_selection)
        for field in page.fields().values():
            field.selectionChanged.connect(lambda field=field: self._selected(field))

    def show_story(self, story: Story | None) -> None:
        """Count a story that has just been opened, or none."""
        self._story = story
        self._part.stop()
        self._line.show_selection(None)
        if story is None:
            self._whole.stop()
        else:
            self._show_target()
            self._whole.count(self._body)

    def follow(self, story: Story) -> None:
        """Count a story that has changed."""
        other = self._story is None or self._story.section != story.section
        self._story = story
        if other:
            self._show_target()
        self._whole.count(self._body, soon=True)

    def use_limit(self, words: int) -> None:
        """Measure the lead by another limit."""
        self._lead_limit = words
        if self._story is not None:
            self._whole.count(self._body)

    def open_menu(self) -> None:
        """Let a person choose how long the story is to become."""
        if self._story is None:
            return
        from newsroom.ui.bars.target_menu import TargetMenu  # not needed to begin writing

        story = self._story
        menu = TargetMenu(
            self._targets.of(story), story.section, self._aim, self._aim_section, self.parent()
        )
        button = self._line.words
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take the targets that were set before."""
        self._targets = Targets(kept)
        self._show_target()

    def kept(self) -> dict[str, Any]:
        """Return the targets that have been set."""
        return self._targets.kept()

    # Within.

    def _body(self) -> str:
        return self._story.body if self._story else ""

    def _counted(self, counts: Counts) -> None:
        if self._in is not None:
            self._selected(self._in)  # undoing takes a selection away and says nothing of it
        self._line.show_counts(counts)
        self._line.show_lead(word_count(lead(self._body()[:LEAD_AT_MOST]).text), self._lead_limit)

    def _selected(self, field: ProseEdit) -> None:
        if field.textCursor().hasSelection():
            self._in = field
            self._part.count(lambda: _selection(field), soon=True)
        else:
            self._in = None
            self._part.stop()
            self._line.show_selection(None)

    def _aim(self, words: int) -> None:
        if self._story:
            self._targets.set(self._story, words)
            self._show_target()
            self.targets_changed.emit()

    def _aim_section(self, words: int) -> None:
        if self._story:
            self._targets.set_section(self._story.section, words)
            self.targets_changed.emit()

    def _show_target(self) -> None:
        self._line.show_target(self._targets.of(self._story) if self._story else 0)


def _selection(field: ProseEdit) -> str:
    # Not the cursor's own selectedText, which goes through a long text piece by piece.
    raw, cursor = field.document().toRawText(), field.textCursor()
    start, end = points(raw, cursor.selectionStart()), points(raw, cursor.selectionEnd())
    return raw[start:end].replace("\u2029", "\n")
