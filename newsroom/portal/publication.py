"""When a story may go out."""

from __future__ import annotations

from datetime import datetime

from newsroom.story.story import Story


def publication(story: Story) -> datetime | None:
    """Return the moment that is set for a story: its publication, but never before its embargo.

    >>> from datetime import UTC
    >>> at = datetime(2024, 5, 17, 7, tzinfo=UTC)
    >>> publication(Story(publish=at, embargo=at.replace(hour=9))).hour
    9
    >>> publication(Story()) is None
    True
    """
    return max((moment for moment in (story.publish, story.embargo) if moment), default=None)
