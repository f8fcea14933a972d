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
    """Look for times that speak against each other, or have gone by unless it is out already."""
    asks, is_out = requirements(), story.status in _OUT
    yield from of_unread(story.unread, "")
    if story.embargo and story.embargo <= now and not is_out:
        yield asks["story.embargo"].unmet("embargo")
    if story.embargo and story.publish and story.publish < story.embargo:
        until = written_moment(story.embargo, profile)
        yield asks["story.publish_embargoed"].unmet("publish", until=until)
    elif story.publish and story.publish <= now and not is_out:
        yield asks["story.publish_past"].unmet("publish")
    goes_out = publication(story)
    if story.event and goes_out and story.event > goes_out:
        yield asks["story.event_later"].unmet("event")
    if story.deadline and story.deadline <= now and story.status not in (*_OUT, Status.READY):
        yield asks["story.deadline"].unmet("deadline")


def of_schedule(story: Story, now: datetime) -> Iterator[Finding]:
    """Look whether what the portal is to publish later has a time that is still to come."""
    goes_out = publication(story)
    if goes_out is None or goes_out <= now:
        rule = "story.schedule_past" if goes_out else "story.schedule_missing"
        yield requirements()[rule].unmet("publish")
