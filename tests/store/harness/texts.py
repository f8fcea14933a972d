"""What of a story is followed: the texts that a person writes, each by a name."""

from __future__ import annotations

from newsroom.story.story import Story


def texts(story: Story) -> dict[str, str]:
    """Return the texts of a story, its status, and which pictures it has."""
    told = {"headline": story.headline, "body": story.body, "status": str(story.status)}
    for index, photo in enumerate(story.photos):
        told[f"caption {index}"] = photo.caption
        told[f"photo {index}"] = photo.digest
    return told
