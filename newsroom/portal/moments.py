"""A moment as a person at the portal reads it."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsroom.portal.profile import Profile
from newsroom.story.days import written_day

_ZONES = {7.0: "WIB", 8.0: "WITA", 9.0: "WIT", 0.0: "UTC"}  # by the hours before UTC


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


def zone_of(moment: datetime) -> str:
    """Return the zone of an aware moment as people here write it.

    >>> [zone_of(datetime.fromisoformat(f"2024-05-17T00:30{offset}")) for offset in ("+08:00", "Z")]
    ['WITA', 'UTC']
    >>> zone_of(datetime.fromisoformat("2024-05-17T00:30-03:30"))
    'UTC-3.5'
    """
    hours = (moment.utcoffset() or timedelta()) / timedelta(hours=1)
    return _ZONES.get(hours, f"UTC{hours:+g}")
