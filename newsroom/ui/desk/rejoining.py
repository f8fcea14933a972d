"""The open story and what another story wrote into it in the store, as one again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsroom.story.story import Story, new_id

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Comment


def rejoined(here: Story, stored: Story | None, there: Story) -> Story | None:
    """Return a story with the links that came into it in the store since it was ``stored``.

    Such a link is that of a *hak jawab* that is printed now: nobody has to choose between it
    and what is written here. None if more was changed ``there`` than that, or the same here.

    >>> from newsroom.story.aftermath import StoryLink
    >>> old = Story(body="Warga panen.", revision=3)
    >>> there = replace(old, answered_by=(StoryLink("Jawaban"),), revision=4)
    >>> new = rejoined(replace(old, body="Warga panen raya."), old, there)
    >>> new.body, new.answered_by[0].headline, new.revision
    ('Warga panen raya.', 'Jawaban', 4)
    >>> rejoined(old, old, replace(there, body="Isi lain.")) is None
    True
    """
    if stored is None or here.answered_by != stored.answered_by:
        return None
    counted = {"revision": there.revision, "updated": there.updated}
    if replace(stored, answered_by=there.answered_by, **counted) != there:
        return None
    return replace(here, answered_by=there.answered_by, **counted)


def joined_with(here: Story, sent: Story, there: Story) -> tuple[Story, tuple[Comment, ...]]:
    """Return a story made of what is here and what is in the store, and what is at odds in it.

    Both come from what was ``sent``. Where both changed the same words, those here stand.
    """
    if here == sent:
        return there, ()
    from newsroom.story.handover import State
    from newsroom.story.merge.normal import local, normal, photo_keys
    from newsroom.story.merge.stories import merge

    now = datetime.now(UTC)
    before = State(new_id(), (), "", now, there)
    done = merge(sent, State(new_id(), (), "", now + timedelta(microseconds=1), here), before)
    keys = photo_keys(normal(here))
    added = {key: [photo] for key, photo in zip(keys, here.photos, strict=True)}
    joined = local(done.story, there, {}, added)
    sources = there.sources if here.sources == sent.sources else here.sources
    return replace(joined, sources=sources), done.conflicts
