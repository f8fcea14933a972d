"""The open story and what else became of it in the store, as one again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newsroom.story.story import Story, new_id

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Comment


# What the desk does with a story, and no text in it: between that and what is written there is
# nothing to choose.
_ABOUT = ("status", "embargo", "editor", "slug", "corrections", "withdrawal", "answered_by")


def came(sent: Story, there: Story) -> dict[str, Any]:
    """Return what the desk did with a story in the store after it was ``sent``, by field."""
    fields = {name: getattr(there, name) for name in _ABOUT}
    return {name: value for name, value in fields.items() if value != getattr(sent, name)}


def rejoined(here: Story, stored: Story | None, there: Story) -> Story | None:
    """Return a story with what the desk did with it in the store since it was ``stored``.

    It was moved on, or a *hak jawab* to it is printed now: nobody has to choose between that
    and what is written here. None if more was changed ``there``, or the same here.

    >>> from newsroom.story.aftermath import StoryLink
    >>> old = Story(body="Warga panen.", revision=3)
    >>> there = replace(old, answered_by=(StoryLink("Jawaban"),), revision=4)
    >>> new = rejoined(replace(old, body="Warga panen raya."), old, there)
    >>> new.body, new.answered_by[0].headline, new.revision
    ('Warga panen raya.', 'Jawaban', 4)
    >>> from newsroom.story.workflow import Status
    >>> there = replace(old, status=Status.RETURNED, revision=4)
    >>> rejoined(replace(old, body="Warga panen raya."), old, there).status.label
    'Dikembalikan'
    >>> rejoined(replace(old, status=Status.HELD), old, there) is None
    True
    >>> rejoined(old, old, replace(there, body="Isi lain.")) is None
    True
    """
    if stored is None:
        return None
    done = came(stored, there)
    own = came(stored, here)
    if any(name in own and own[name] != value for name, value in done.items()):
        return None
    done |= {"revision": there.revision, "updated": there.updated}
    if replace(stored, **done) != there:
        return None
    return replace(here, **done)


def joined_with(here: Story, sent: Story, there: Story) -> tuple[Story, tuple[Comment, ...]]:
    """Return a story made of what is here and what is in the store, and what is at odds in it.

    Both come from what was ``sent``. Where both changed the same words, those here stand.
    """
    if here == sent:
        return there, ()
    from newsroom.story.handover import State
    from newsroom.story.merge.normal import local, normal
    from newsroom.story.merge.stories import merge
    from newsroom.story.photo_keys import photo_keys

    now = datetime.now(UTC)
    before = State(new_id(), (), "", now, there)
    done = merge(sent, State(new_id(), (), "", now + timedelta(microseconds=1), here), before)
    keys = photo_keys(normal(here))
    added = {key: [photo] for key, photo in zip(keys, here.photos, strict=True)}
    joined = local(done.story, there, {}, added)
    sources = there.sources if here.sources == sent.sources else here.sources
    return replace(joined, sources=sources), done.conflicts
