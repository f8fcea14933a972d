"""The columns at the sides, which come once what lies open has been painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.ui.editor.clipboard import read_ahead
from newsroom.ui.work.slices import Slices

if TYPE_CHECKING:
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow
    from newsroom.ui.queue.story_queue import StoryQueue


class Sides(QObject):
    """Loads and makes, part by part, what is not needed to begin writing.

    All of it takes a tenth of a second and more. Between two parts the window works
    through its events, so that nobody who writes has to wait for it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.queue: StoryQueue | None = None
        self.inspector: Inspector | None = None
        self._inspector_parts = self._make_inspector()
        self._slices = Slices(self)

    def complete(self) -> None:
        """Begin to make the columns, and then to load what is beside the window."""
        self._slices.start(self._parts(), at_once=False)

    def whole_inspector(self) -> Inspector:
        """Return the inspector; it is made at once, as far as it is not there yet."""
        for _ in self._inspector_parts:
            pass
        assert self.inspector is not None
        return self.inspector

    def renew_inspector(self) -> None:
        """Make the inspector anew, for another profile, if it is there."""
        if self.inspector is None:
            return
        old = self.whole_inspector()
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.inspector = None
        self._inspector_parts = self._make_inspector()
        self.whole_inspector()

    def stop(self) -> None:
        """Make nothing more."""
        self._slices.stop()

    # Within.

    def _parts(self) -> Iterator[None]:
        yield from self._make_queue()
        yield from self._inspector_parts
        window = self._window
        window.theme.load_reading_italics()
        yield
        window.actions_.dress()
        yield
        # These load in other threads, which would take their turns at what comes before.
        window.desk.open_store()
        window.aids.load()
        window.desk.in_files(read_ahead, lambda _: None, lambda _: None)

    def _make_queue(self) -> Iterator[None]:
        from newsroom.ui.queue.queueing import Queueing
        from newsroom.ui.queue.story_queue import StoryQueue

        yield
        window = self._window
        self.queue = StoryQueue(window.theme)
        Queueing(self.queue, window.desk, window.findings, window.actions_, window.leaving)
        window.commands.of_list.join(self.queue)
        window.commands.filtering.join(self.queue)
        window.columns.left.layout().addWidget(self.queue)
        yield

    def _make_inspector(self) -> Iterator[None]:
        from newsroom.ui.field_keys import FieldKeys
        from newsroom.ui.inspecting import Inspecting
        from newsroom.ui.inspector.inspector import Inspector

        yield
        window = self._window
        self.inspector = inspector = Inspector(
            window.theme, window.checks, window.profile, window.columns.right
        )
        yield
        Inspecting(inspector, window.desk, window.page, window.findings, window.go_to)
        window.columns.right.layout().addWidget(inspector)
        window.reviewing.join(inspector)
        window.searching.join(inspector)
        yield from window.copy_desk.join(inspector)
        inspector.editing_wanted.connect(window.commands.edit_photo)
        inspector.photos.captions_shared.connect(window.telling.captions_shared)
        for wanted in (inspector.photo_way_wanted, inspector.action_wanted):
            wanted.connect(window.standing.want)
        inspector.show_tab(window.shape.tab)
        inspector.tabs.chosen.connect(window.shape.note_tab)
        FieldKeys(window)
        yield
