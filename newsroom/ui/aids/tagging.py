"""The tags that the open story may be given, found beside the window's work."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from newsroom.portal.profile import Profile
from newsroom.ui.desk.desk import Desk
from newsroom.ui.inspector.tags_edit import TagsEdit
from newsroom.ui.work.lanes import Lane

_LONGEST = 400_000  # characters of a story that are looked through


class Tagging(QObject):
    """Offers tags when somebody comes to the field for them: the stories' and the site's."""

    def __init__(self, desk: Desk, tags: TagsEdit, profile: Profile) -> None:
        super().__init__(tags)
        self._desk = desk
        self._profile = profile
        self._tags = tags
        self._lane: Lane[Mapping[str, int]] | None = None
        tags.entered.connect(self._look)

    def _look(self) -> None:
        story = self._desk.story
        if story is None:
            return
        if self._lane is None:
            newsroom, profile = self._desk.newsroom, self._profile
            self._lane = Lane("tags", lambda: newsroom.known_tags(profile), self)
        text = f"{story.headline}\n{story.body[:_LONGEST]}"

        def look(archive: Mapping[str, int]) -> tuple[list[str], Mapping[str, int]]:
            from newsroom.language.tag_suggestions import suggest_tags

            return suggest_tags(text, archive, story.tags), archive

        def show(found: tuple[list[str], Mapping[str, int]]) -> None:
            if self._desk.story is not None and self._desk.story.id == story.id:
                self._tags.offer(*found)

        self._lane.run(look, show)
