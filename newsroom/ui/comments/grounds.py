"""The grounds behind the commented words of the open story, in all of its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.comments.threads import Thread
    from newsroom.ui.comments.ground import CommentGround
    from newsroom.ui.editor.prose_edit import ProseEdit
    from newsroom.ui.inspector.inspector import Inspector
    from newsroom.ui.main_window import MainWindow

_SOON = 20  # milliseconds: two hundred captions may be made in one go, and be looked at once


class Grounds(QObject):
    """Lays one in a field once it has such words, and lets every field's words be commented on."""

    chosen = Signal(str)  # the thread whose words were clicked
    wanted = Signal()  # a remark about what is selected in a field, or at its cursor

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._threads: Sequence[Thread] = ()
        self._current = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(lambda: self.show(self._threads, self._current))

    def join(self, inspector: Inspector) -> None:
        """Take up the inspector's fields too, as they come."""
        inspector.photos.prose_made.connect(self._take_up)
        inspector.data.fields_changed.connect(self._take_up_all)
        self._take_up_all()

    def show(self, threads: Sequence[Thread], current: str) -> None:
        """Mark the words of these threads, those of one set off."""
        self._threads, self._current = threads, current
        anchors: dict[str, list[tuple[str, Anchor]]] = {}
        for one in threads:
            if one.anchor is not None:
                anchors.setdefault(one.anchor.field, []).append((one.id, one.anchor))
        fields = self._window.reviewing.fields.by_name()
        marked = {}
        for name, some in anchors.items():
            if (edit := fields.there(name)) is not None:
                marked[edit] = some
        for edit in self._window.reviewing.fields.all():
            ground = self._ground(edit, make=edit in marked)
            if ground is not None:
                ground.show_anchors(marked.get(edit, []))
                ground.show_current(current)

    # Within.

    def _take_up_all(self) -> None:
        for edit in self._window.reviewing.fields.all():
            self._offer(edit)
        self.show(self._threads, self._current)

    def _take_up(self, edit: ProseEdit) -> None:
        """Let a field's words be commented on, and mark them in a moment."""
        self._offer(edit)
        if self._threads:
            self._soon.start()

    def _offer(self, edit: ProseEdit) -> None:
        if not edit.takes_comments:
            edit.takes_comments = True
            edit.commented.connect(self.wanted)

    def _ground(self, edit: ProseEdit, *, make: bool) -> CommentGround | None:
        if edit.lines.ground is None and not make:
            return None
        from newsroom.ui.comments.ground import CommentGround

        ground = edit.findChild(CommentGround)
        if ground is None:
            ground = CommentGround(edit, self._window.theme)
            ground.chosen.connect(self.chosen)
        return ground
