"""A *hak jawab* and the story that it answers, linked both ways in the store.

Pedoman Pemberitaan Media Siber (Dewan Pers, 2012), point 4b: the answer is linked to the
story that it answers; 4c: with the time of its printing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.story.aftermath import StoryLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.store.store import Store
    from newsroom.story.story import Story

_OUT = "publish"  # as WordPress calls it; a draft's link leads readers nowhere
_TRIES = 3  # somebody else may be saving it just now


def link_answer(
    store: Store, answer: Story, address: str = "", moment: datetime | None = None
) -> bool:
    """Tell the story that ``answer`` answers of it, in the store; False if there is no such one.

    What is not said, its address and its ``moment`` (aware), stays as it was known. To be
    called when they are first linked, and again once the answer is printed. Raises StoreError.
    """
    if answer.answers is None or not answer.answers.id:
        return False

    def linked(known: tuple[StoryLink, ...]) -> tuple[StoryLink, ...]:
        before = next((one for one in known if one.id == answer.id), StoryLink(id=answer.id))
        now = replace(
            before,
            headline=answer.headline or before.headline,
            address=address or before.address,
            moment=moment or before.moment,
        )
        if before not in known:
            return (*known, now)
        return tuple(now if one == before else one for one in known)

    return _change(store, answer.answers.id, linked, answer.headline)


def tell_printed(store: Store, story_id: str) -> bool:
    """Tell the story that this one answers since when, and where, it is printed.

    False for a story that is no answer, or whose other side is none of the store. To be
    called as soon as readers have it. Raises StoreError.
    """
    answer = store.stories.get(story_id)
    if answer.answers is None:
        return False
    moment = answer.publish or answer.updated or datetime.now(UTC)
    return link_answer(store, answer, address_of(store, answer.id), moment)


def unlink_answer(store: Store, answered: str, answer: Story) -> bool:
    """Take an answer's link away from a story that it no longer answers. Raises StoreError."""

    def without(known: tuple[StoryLink, ...]) -> tuple[StoryLink, ...]:
        return tuple(one for one in known if one.id != answer.id)

    return _change(store, answered, without, answer.headline)


def address_of(store: Store, story_id: str) -> str:
    """Return where readers find a story, as far as the store knows; else ``""``."""
    known = store.deliveries.of_story(story_id)
    return next((one.link for one in known if one.link and one.status == _OUT), "")


def _change(
    store: Store,
    id: str,
    changed: Callable[[tuple[StoryLink, ...]], tuple[StoryLink, ...]],
    headline: str,
) -> bool:
    from newsroom.store.errors import StoryChangedElsewhere, StoryNotFound
    from newsroom.story.version import Mark, StepKind

    for left in reversed(range(_TRIES)):
        try:
            story = store.stories.get(id)
            answered_by = changed(story.answered_by)
            if answered_by != story.answered_by:
                mark = Mark(StepKind.ANSWER, note=headline)
                store.stories.save(replace(story, answered_by=answered_by), mark=mark)
        except StoryNotFound:
            return False
        except StoryChangedElsewhere:
            if not left:
                raise
        else:
            return True
    return False
