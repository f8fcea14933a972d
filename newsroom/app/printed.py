"""What readers have of a story, as far as the store knows of it from the portals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.store.deliveries.records import Delivery
    from newsroom.store.store import Store
    from newsroom.story.story import Story

_OUT, _TIMED = "publish", "future"  # as WordPress calls it; others lead readers nowhere


@dataclass(frozen=True, slots=True)
class Behind:
    """A story that is to be sent again: ``portal`` shows it without what was noted since."""

    story: str
    headline: str
    portal: str


def out_on(store: Store, story_id: str) -> list[Delivery]:
    """Return what a story is on the portals that show it to readers. Raises StoreError.

    What was scheduled comes out by itself when its time has come.
    """
    now, known = datetime.now(UTC), store.deliveries.of_story(story_id)
    return [
        one
        for one in known
        if one.status == _OUT or (one.status == _TIMED and one.date and one.date <= now)
    ]


def address_of(store: Store, story_id: str) -> str:
    """Return where readers find a story, as far as the store knows; else ``""``."""
    return next((one.link for one in out_on(store, story_id) if one.link), "")


def mark_printed(store: Store, story: Story) -> Story:
    """Return a story with the status that it has for readers, if a portal shows it to them.

    Its address is the portal's from then on, whatever becomes of the headline. One that says
    so already is returned as it is. Raises StoreError.
    """
    from newsroom.story.version import Mark, StepKind
    from newsroom.story.workflow import Status

    out = out_on(store, story.id)
    if story.status.is_public or not out:
        return story
    printed = replace(story, status=Status.PUBLISHED, slug=story.slug or out[0].slug)
    return store.stories.save(
        printed, mark=Mark(StepKind.STATUS, note=f"tayang di {out[0].portal}")
    )


def behind(store: Store, story_id: str) -> Behind | None:
    """Return a story if its readers do not see yet what happened to it since; else None.

    That is a *ralat*, a withdrawal, or the link of a *hak jawab* that came into the story after
    it was sent last. Raises StoryNotFound, StoreError.
    """
    from newsroom.story.version import StepKind
    from newsroom.story.workflow import Status

    notes = (StepKind.ANSWER, StepKind.CORRECTION)
    noted = max(
        (
            step.revision
            for step in store.versions.list(story_id)
            if step.kind in notes or step.after is Status.WITHDRAWN
        ),
        default=0,
    )
    for post in out_on(store, story_id):
        if post.revision < noted:
            return Behind(story_id, store.stories.get(story_id).headline, post.portal)
    return None
