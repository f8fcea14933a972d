"""A moment as a person at the portal reads it."""

from __future__ import annotations

from datetime import datetime

from newsroom.portal.profile import Profile
from newsroom.story.days import written_day


def written_moment(moment: datetime, profile: Profile) -> str:
    """Return day and time by the portal's clock.

    >>> from newsroom.portal.profile import load_profile
    >>> when = datetime.fromisoformat("2024-05-17T00:30:00+00:00")
    >>> written_moment(when, load_profile("infobanten"))
    'Jumat (17/5/2024) pukul 07.30 WIB'
    """
    local = moment.astimezone(profile.zone)
    zone = local.tzname() or ""
    # Of many a zone it is but a number.
    return f"{written_day(local)} pukul {local:%H.%M} {zone if zone.isalpha() else f'UTC{zone}'}"
