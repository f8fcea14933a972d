"""What is worth a look in a portal whose site takes its login: nothing of it is in the way."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.portal.accounts import SiteAccount
from newsroom.portal.profile import Profile


def site_notes(profile: Profile, account: SiteAccount, before: SiteAccount | None) -> list[str]:
    """Return what is to be said of a site, in sentences; ``before`` is what was kept of it."""
    notes = _zone(profile, account), moved_note(account, before)
    return [note for note in notes if note]


def _zone(profile: Profile, account: SiteAccount) -> str:
    """Say that the site's clock is not the profile's; names of one clock do not differ."""
    name = account.facts.time_zone
    try:
        site = _written(ZoneInfo(name), account.fetched)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    here = _written(profile.zone, account.fetched)
    if site == here:
        return ""
    return (
        f"Zona waktu situs ({_named(name, site)}) tidak sama dengan di profil {profile.name} "
        f"({_named(profile.time_zone, here)}), sehingga jam tayang di situs dan di sini "
        "berselisih. Samakan: ubah time_zone di profilnya, atau minta pengelola situs mengubah "
        "Pengaturan → Umum → Zona Waktu."
    )


def moved_note(account: SiteAccount, before: SiteAccount | None) -> str:
    """Say that the site's interface is at another address within it now; empty if it is not."""
    if before is None or before.root.url == account.root.url:
        return ""
    return (
        "Pintu data situs (REST API) sudah pindah, biasanya karena pengaturan permalink diubah. "
        f"Yang baru sudah dicatat dan dipakai: {account.root.url}"
    )


def _named(name: str, hours: str) -> str:
    return name if name == hours else f"{name}, {hours}"


def _written(zone: tzinfo, moment: datetime) -> str:
    """Return how far a clock is ahead of UTC.

    >>> noon = datetime.fromisoformat("2024-05-17T12:00:00+00:00")
    >>> [_written(ZoneInfo(name), noon) for name in ("Asia/Jakarta", "Asia/Kolkata", "UTC")]
    ['UTC+7', 'UTC+5.30', 'UTC']
    >>> _written(ZoneInfo("America/St_Johns"), noon)
    'UTC-2.30'
    """
    minutes = (moment.astimezone(zone).utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    ahead = f"{'-' if minutes < 0 else '+'}{hours}" if minutes else ""
    return f"UTC{ahead}{f'.{rest:02}' if rest else ''}"
