"""What a portal asks of a story before it is sent there, and how the house weighs it.

The rules are declared in ``resources/preflight.toml``; here is how each is looked for, one
part of the story a module.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from newsroom.language.finding import Finding, Severity
from newsroom.language.house import House
from newsroom.portal.preflight.aftermath import of_aftermath, of_withdrawal
from newsroom.portal.preflight.override import Clearance, cleared, may_be_overridden
from newsroom.portal.preflight.photos import of_photo, of_photos
from newsroom.portal.preflight.placing import (
    of_address,
    of_dateline,
    of_sections,
    of_tags,
    of_writers,
)
from newsroom.portal.preflight.text import of_body, of_headline, of_search, of_summary
from newsroom.portal.preflight.times import of_times, of_unread
from newsroom.portal.preflight.unfilled import LEFT_TO_FILL_IN, of_blanks
from newsroom.portal.profile import Profile
from newsroom.story.notes import announced
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

__all__ = ["LEFT_TO_FILL_IN", "Clearance", "cleared", "may_be_overridden", "preflight"]


def preflight(
    story: Story,
    profile: Profile,
    has_picture: Callable[[Photo], bool],
    now: datetime | None = None,
    house: House | None = None,
) -> list[Finding]:
    """Return what is missing or doubtful, in the order of the page; errors block the export.

    ``has_picture`` says whether a photograph's file is at hand and a picture. ``now``
    is aware of its zone; without it the clock is asked. ``house`` may leave rules out and
    weigh them otherwise; what blocks is left out only where it is named itself, not with
    its family. Of a withdrawn story only what is left of it is looked at.
    """
    now, house = now or datetime.now(UTC), house or House()
    looked = _withdrawn if story.status is Status.WITHDRAWN else _whole
    found = looked(story, profile, has_picture, now)
    return [house.judge(finding) for finding in found if _counts(finding, house)]


def _whole(
    story: Story, profile: Profile, has_picture: Callable[[Photo], bool], now: datetime
) -> list[Finding]:
    return [
        *of_headline(story, profile),
        *of_dateline(story, profile),
        *of_writers(story),
        *of_body(story, profile),
        *of_blanks(story),
        *of_photos(story),
        *(
            finding
            for number, photo in enumerate(story.photos)
            for finding in of_photo(
                photo, f"photos[{number}]", story, profile, has_picture(photo), now
            )
        ),
        *of_sections(story, profile),
        *of_tags(story),
        *of_summary(story, profile),
        *of_search(story),
        *of_address(story),
        *of_times(story, profile, now),
        *of_aftermath(story),
    ]


def _withdrawn(
    story: Story, profile: Profile, has_picture: Callable[[Photo], bool], now: datetime
) -> list[Finding]:
    """Look at what still leaves of a withdrawn story."""
    left = announced(story, profile.notes)
    return [
        *of_headline(left, profile),
        *of_blanks(left),
        *of_sections(left, profile),
        *of_unread(left.unread, ""),
        *of_withdrawal(left),
    ]


def _counts(finding: Finding, house: House) -> bool:
    if finding.severity is Severity.ERROR:
        return finding.rule not in house.off
    return house.allows(finding.rule)
