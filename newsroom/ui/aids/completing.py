"""The names that may be gone on with, gathered beside the window's work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsroom.story.story import Story
from newsroom.ui.desk.desk import Desk
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.language.completion import Completion

_GATHER_AFTER = 1_500  # milliseconds of quiet
_LONGEST = 400_000  # characters of a story that are looked through


class Completing(QObject):
    """Keeps the names of the story that lies open, of the archive and of the lists."""

    ready = Signal()  # the names are there for the first time

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: Completion | None = None
        self._lane: Lane[_Gathered] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_GATHER_AFTER)
        self._pause.timeout.connect(self._gather)
        desk.opened.connect(self._gather)
        desk.edited.connect(lambda _: self._pause.start())

    def start(self) -> None:
        """Begin to gather; called once the window is painted.

        The archive is looked through when the list of stories is there, which it would hold up.
        """
        self._lane = Lane("names", _Gathered, self)
        self._gather()
        if self._desk.is_started:
            self._add_archive()
        else:
            self._desk.listed.connect(self._add_archive, Qt.ConnectionType.SingleShotConnection)

    def after(self, before: str) -> str:
        """Return how a line may go on."""
        return self._names.after(before) if self._names else ""

    def close(self) -> None:
        """End the gathering."""
        self._pause.stop()
        if self._lane is not None:
            self._lane.close(0)

    # Within.

    def _gather(self) -> None:
        if self._lane is not None:
            text = _text(self._desk.story)
            self._lane.run(lambda gathered: gathered.names.with_story(text), self._take)

    def _add_archive(self, *_: object) -> None:
        home = self._desk.newsroom
        if self._lane is not None:
            self._lane.run(lambda gathered: gathered.add(home.archive_names()))
            self._gather()

    def _take(self, names: Completion) -> None:
        first, self._names = self._names is None, names
        if first:
            self.ready.emit()


class _Gathered:
    """The names that are the same whichever story lies open."""

    def __init__(self) -> None:
        # What the aids need is loaded here too, where it holds up nobody.
        import newsroom.exchange.snippets
        import newsroom.language.put_right
        import newsroom.language.typography  # noqa: F401
        from newsroom.language.completion import shipped_names

        self.names: Completion = shipped_names()

    def add(self, archive: dict[str, int]) -> None:
        """Take in the names of the archive."""
        from newsroom.language.completion import Names

        self.names = replace(self.names, archive=Names(archive))


def _text(story: Story | None) -> str:
    if story is None:
        return ""
    captions = (photo.caption for photo in story.photos)
    parts = (story.body[:_LONGEST], *captions, story.summary, *story.byline)
    return "\n".join(part for part in parts if part)
