"""How long a story is to become: what the reporter set for it, or for its rubric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsroom.story.story import Story

_KEPT = 200  # stories; the newest


class Targets:
    """Numbers of words, by story and by rubric; 0 is none."""

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        self._stories: dict[str, int] = dict((kept or {}).get("stories", {}))
        self._sections: dict[str, int] = dict((kept or {}).get("sections", {}))

    def of(self, story: Story) -> int:
        """Return the target of a story.

        >>> targets = Targets()
        >>> targets.set_section("Opini", 800); targets.of(Story(section="Opini"))
        800
        """
        own = self._stories.get(story.id)
        return self._sections.get(story.section, 0) if own is None else own

    def set(self, story: Story, words: int) -> None:
        """Give one story a target of its own."""
        self._stories.pop(story.id, None)
        self._stories[story.id] = words
        for old in [*self._stories][:-_KEPT]:
            del self._stories[old]

    def set_section(self, section: str, words: int) -> None:
        """Give a target to all stories of a rubric that have none of their own."""
        self._sections[section] = words

    def kept(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        return {"stories": self._stories, "sections": self._sections}
