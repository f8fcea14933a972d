"""Remarks that were begun and not sent, kept in the workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.story import Story
    from newsroom.ui.comments.panel import CommentsPanel
    from newsroom.ui.desk.desk import Desk

_KEEP_AFTER = 400  # milliseconds of quiet


class Drafts(QObject):
    """Keeps those of one story, as ``read`` gives them, a moment after they were written in."""

    def __init__(self, desk: Desk, read: Callable[[], dict[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self._story_id = ""
        self._kept: dict[str, Any] = {}
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._timer.timeout.connect(self._keep)

    def hold(self, story_id: str, kept: dict[str, Any]) -> None:
        """Go over to another story, of which these are kept."""
        self._timer.stop()
        self._story_id, self._kept = story_id, kept

    def written(self) -> None:
        """Keep what is there, soon."""
        if self._story_id:
            self._timer.start()

    def keep_now(self) -> None:
        """Keep what is there, if that has changed."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def _keep(self) -> None:
        told = self._read()
        if told != self._kept:
            self._kept, key = told, drafts_key(self._story_id)
            self._desk.in_store(lambda store: store.workspace.set(key, told), lambda _: None)


def drafts_key(story_id: str) -> str:
    """Return the workspace's key for the drafts of a story."""
    return f"remarks:{story_id}"


def unsent(panel: CommentsPanel) -> dict[str, Any]:
    """Return what is written beside the text and not sent, as the workspace keeps it."""
    from newsroom.story.comments.values import anchor_values

    told: dict[str, Any] = {}
    if not panel.compose.isHidden() and panel.compose.edit.words():
        anchor = panel.compose.anchor
        told["new"] = {
            "text": panel.compose.edit.toPlainText(),
            "anchor": anchor_values(anchor),
        }
    if texts := panel.drafts():
        told["threads"] = texts
    return told


def begun(kept: dict[str, Any], story: Story) -> tuple[Anchor | None, str] | None:
    """Return the new remark that was begun: what it is about in the story now, and its text."""
    new = kept.get("new")
    if not isinstance(new, dict):
        return None
    from newsroom.story.comments.places import settled
    from newsroom.story.comments.values import anchor_of
    from newsroom.story.values import FaultyValue

    try:
        anchor = anchor_of(new.get("anchor") or {})
    except FaultyValue:
        anchor = None
    return settled(anchor, story) if anchor else None, str(new.get("text", ""))
