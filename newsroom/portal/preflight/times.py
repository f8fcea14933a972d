"""What is asked of a story's times: embargo, publication, event, deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.portal.moments import written_moment
from newsroom.portal.profile import Profile
from newsroom.portal.publication import publication
from newsroom.story.story import Story, Unread
from newsroom.story.workflow import Status

_OUT = (Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN)


def of_unread(unread: Unread, prefix: str) -> Iterator[Finding]:
    """Tell of days and times that were written and not understood, field by field."""
    for name, text in unread:
        yield requirements()["story.unread_time"].unmet(f"{prefix}{name}", written=text)


def of_times(story: Story, profile: Profile, now: datetime) -> Iterator[Finding]:
    """Look for times that are lacking, speak against each other, or went by before it was out."""
    asks, is_out = requirements(), story.status in _OUT
    yield from of_unread(story.unread, "")
    if story.embargo and story.embargo <= now and not is_out:
        yield asks["story.embargo"].unmet("embargo")
    embargo = story.embargo if story.embargo and story.embargo > now else None
    if embargo and story.publish and story.publish < embargo:
        until = written_moment(embargo, profile)
        yield asks["story.publish_embargoed"].unmet("publish", until=until)
    elif story.publish and story.publish <= now and not is_out:
        yield asks["story.publish_past"].unmet("publish")
    goes_out = publication(story)
    if story.status is Status.HELD and goes_out is None:
        yield asks["story.held_until"].unmet("embargo")
    if story.event and goes_out and story.event > goes_out:
        yield asks["story.event_later"].unmet("event")
    if story.deadline and story.deadline <= now and story.status not in (*_OUT, Status.READY):
        yield asks["story.deadline"].unmet("deadline")
