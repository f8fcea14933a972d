"""A *hak jawab*, or a *ralat* of its own, and the story it is about: linked both ways in the store.

Pedoman Pemberitaan Media Siber (Dewan Pers, 2012), point 4b: it is linked to the story that it
answers or corrects; 4c: with the time of its printing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.app.printed import Behind, address_of, behind, out_on
from newsroom.story.aftermath import StoryLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.story.version import Mark

_TRIES = 3  # somebody else may be saving it just now


def link_answer(
    store: Store, answer: Story, address: str = "", moment: datetime | None = None
) -> bool:
    """Tell the story that ``answer`` answers of it, in the store; False if there is no such one.

    What is not said, its address and its ``moment`` (aware), stays as it was known. To be
    called when they are first linked, and again once the answer is printed. Raises StoreError.
    """
    other = answer.answers
    if other is None or not other.id:
        return False

    def linked(known: tuple[StoryLink, ...]) -> tuple[StoryLink, ...]:
        before = next((one for one in known if one.id == answer.id), StoryLink(id=answer.id))
        now = replace(
            before,
            headline=answer.headline or before.headline,
            address=address or address_of(store, answer.id) or before.address,
            moment=moment or before.moment,
            kind=other.kind,
        )
        if before not in known:
            return (*known, now)
        return tuple(now if one == before else one for one in known)

    return _change(store, other.id, linked, _mark(answer, other))


def tell_printed(store: Store, story_id: str) -> bool:
    """Tell the story that this one answers since when, and where, it is printed.

    False for a story that is no answer, or whose other side is none of the store. To be
    called as soon as readers have it. Raises StoreError.
    """
    answer = store.stories.get(story_id)
    if answer.answers is None:
        return False
    dates = (one.date for one in out_on(store, answer.id) if one.date)
    moment = next(dates, answer.publish or answer.updated or datetime.now(UTC))
    return link_answer(store, answer, moment=moment)


def know_answers(store: Store, story_id: str) -> None:
    """Have a story know where its answers are that have come out since, as they were timed.

    To be called before it is sent. Raises StoreError.
    """
    for link in store.stories.get(story_id).answered_by:
        if link.id and not link.address and out_on(store, link.id):
            tell_printed(store, link.id)


def behind_answer(store: Store, story_id: str) -> Behind | None:
    """Return the story that this one answers if its readers do not see that yet; else None.

    To be asked once the answer is printed. Raises StoreError.
    """
    from newsroom.store.errors import StoryNotFound

    answer = store.stories.get(story_id)
    if answer.answers is None or not answer.answers.id or not address_of(store, answer.id):
        return None
    try:
        return behind(store, answer.answers.id)
    except StoryNotFound:
        return None


def unlink_answer(store: Store, answered: StoryLink, answer: Story) -> bool:
    """Take an answer's link away from a story that it no longer answers. Raises StoreError."""

    def without(known: tuple[StoryLink, ...]) -> tuple[StoryLink, ...]:
        return tuple(one for one in known if one.id != answer.id)

    return _change(store, answered.id, without, _mark(answer, answered))


def _mark(answer: Story, link: StoryLink) -> Mark:
    from newsroom.story.noting import link_mark

    return link_mark(link, answer.headline)


def _change(
    store: Store,
    id: str,
    changed: Callable[[tuple[StoryLink, ...]], tuple[StoryLink, ...]],
    mark: Mark,
) -> bool:
    from newsroom.store.errors import StoryChangedElsewhere, StoryNotFound

    for left in reversed(range(_TRIES)):
        try:
            story = store.stories.get(id)
            answered_by = changed(story.answered_by)
            if answered_by != story.answered_by:
                store.stories.save(replace(story, answered_by=answered_by), mark=mark)
        except StoryNotFound:
            return False
        except StoryChangedElsewhere:
            if not left:
                raise
        else:
            return True
    return False
