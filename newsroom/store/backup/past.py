"""Whether one state of a story came before another: only what the version log shows counts.

The count of changes alone shows nothing: two copies of a store count on by themselves.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.schema import StoryRow, VersionRow
from newsroom.store.versions.content import content_of
from newsroom.store.versions.packing import Unpackable
from newsroom.store.versions.unpacking import chain, unpacked
from newsroom.story.story import Story


def was_before(session: Session, earlier: Story, later: Story) -> bool:
    """Say whether the log of ``later``, in its own store, holds all that is in ``earlier``."""
    if earlier.revision > later.revision:
        return False
    steps = (
        select(VersionRow.number)
        .join(StoryRow, StoryRow.number == VersionRow.story_number)
        .where(StoryRow.id == later.id, VersionRow.revision == earlier.revision)
    )
    content = content_of(earlier)
    for number in session.scalars(steps).all():
        try:
            if unpacked(chain(session, number)) == content:
                return True
        except Unpackable:
            continue
    return False
