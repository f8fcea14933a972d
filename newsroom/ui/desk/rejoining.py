"""The open story and what another story wrote into it in the store, as one again."""

from __future__ import annotations

from dataclasses import replace

from newsroom.story.story import Story


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
