"""What there is to know of a site, to be kept for offline use."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.portal.wordpress.account import Account, who_am_i
from newsroom.portal.wordpress.answers import plain, row, text, whole
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import (
    Blocked,
    Busy,
    Gone,
    LoginRefused,
    NotAllowed,
    PortalError,
    Rejected,
    Unreachable,
)
from newsroom.portal.wordpress.terms import Term, read_term

_MOST_CATEGORIES = 2000
_MOST_TAGS = 2000  # portals have tens of thousands, most of them used once
_MOST_USERS = 500
_NO_USERS = (
    "Situs ini menyembunyikan daftar penggunanya, jadi hanya akun ini yang dikenal sebagai penulis."
)
_NO_META = (
    "Situs ini tidak memberi tahu bidang khusus mana yang diterimanya; yang tidak tersimpan baru "
    "diketahui setelah dikirim."
)
_NO_ZONE = (
    "Zona waktu situs tidak diketahui, jadi dianggap UTC. Minta pengelola situs memilih nama kota "
    "di Pengaturan → Umum → Zona Waktu, lalu ambil lagi data situsnya."
)
_BY_HOURS = {
    0: "UTC",
    7: "Asia/Jakarta",
    8: "Asia/Makassar",
    9: "Asia/Jayapura",
    # Those that are not whole, where summer time never changes them.
    4.5: "Asia/Kabul",
    5.5: "Asia/Kolkata",
    5.75: "Asia/Kathmandu",
    6.5: "Asia/Yangon",
    8.75: "Australia/Eucla",
    9.5: "Australia/Darwin",
    -9.5: "Pacific/Marquesas",
}


@dataclass(frozen=True, slots=True)
class RemoteUser:
    """Somebody who writes on the site. ``login`` is empty where the account may not see it."""

    id: int
    name: str
    slug: str
    login: str = ""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """Title, zone (IANA), categories, tags (the most used first), users, registered fields.

    ``meta_keys`` are the custom fields of posts that REST takes; others need the bundle.
    ``version`` is empty if the site does not tell. ``notes`` say what it hides, in sentences.
    """

    title: str
    time_zone: str
    categories: tuple[Term, ...]
    tags: tuple[Term, ...]
    users: tuple[RemoteUser, ...]
    meta_keys: tuple[str, ...]
    account: Account
    version: str = ""
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return them as JSON takes them; no password is among them."""
        values = asdict(self)
        values["account"]["capabilities"] = sorted(self.account.capabilities)
        return values

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> SiteFacts:
        """Return facts as they were kept. Raises ValueError if they can't be read."""
        try:
            account = values["account"]
            facts = cls(
                title=str(values["title"]),
                time_zone=str(values["time_zone"]),
                categories=tuple(Term(**one) for one in values["categories"]),
                tags=tuple(Term(**one) for one in values["tags"]),
                users=tuple(RemoteUser(**one) for one in values["users"]),
                meta_keys=tuple(map(str, values["meta_keys"])),
                account=Account(
                    id=int(account["id"]),
                    login=str(account["login"]),
                    name=str(account["name"]),
                    roles=tuple(map(str, account["roles"])),
                    capabilities=frozenset(map(str, account["capabilities"])),
                ),
                version=str(values.get("version", "")),
                notes=tuple(map(str, values.get("notes", ()))),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no facts of a site: {error}") from None
        return facts


def fetch_facts(client: Client) -> SiteFacts:
    """Ask the site for all of it. Raises PortalError.

    Users and custom fields may be hidden there: what is known of them is enough to write.
    """
    notes: list[str] = []
    account = who_am_i(client)  # first: a wrong password is to be sent once only
    index = client.get("", _fields="name,timezone_string,gmt_offset").body
    index = index if isinstance(index, Mapping) else {}
    listed = {"_fields": "id,name,slug,parent", "hide_empty": False}
    categories = client.pages("wp/v2/categories", _MOST_CATEGORIES, **listed)
    tags = client.pages(
        "wp/v2/tags", _MOST_TAGS, orderby="count", order="desc", _fields="id,name,slug"
    )
    return SiteFacts(
        title=plain(index, "name"),
        time_zone=_zone(index, notes),
        categories=tuple(read_term(row(one)) for one in categories),
        tags=tuple(read_term(row(one)) for one in tags),
        users=_users(client, account, notes),
        meta_keys=_meta_keys(client, notes),
        account=account,
        version=client.root.version,
        notes=tuple(notes),
    )


def _zone(index: Mapping[str, Any], notes: list[str]) -> str:
    """Return the site's zone; one set in hours alone by its name, where it has one."""
    name, offset = text(index, "timezone_string"), index.get("gmt_offset")
    if name and not name.startswith("Etc/"):  # those are hours by another name
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo(name).key
    zone = _by_hours(offset)
    if not zone:
        notes.append(_NO_ZONE)
    return zone or "UTC"


def _by_hours(offset: object) -> str:
    """Return the zone of so many hours before UTC; empty if it has no name.

    >>> [_by_hours(offset) for offset in ("8", 7.0, 0, -3, 13, 5.5)]
    ['Asia/Makassar', 'Asia/Jakarta', 'UTC', 'Etc/GMT+3', 'Etc/GMT-13', 'Asia/Kolkata']
    >>> [_by_hours(offset) for offset in (-3.5, 15, "1e999", "nan", None)]
    ['', '', '', '', '']
    """
    try:
        hours = float(str(offset))
    except ValueError:
        return ""
    if hours in _BY_HOURS:
        return _BY_HOURS[hours]
    return f"Etc/GMT{-int(hours):+d}" if hours.is_integer() and -12 <= hours <= 14 else ""


def _users(client: Client, account: Account, notes: list[str]) -> tuple[RemoteUser, ...]:
    """Return those who write; oneself alone where the account may not see the others."""
    myself = RemoteUser(account.id, account.name, "", account.login)
    query = {"who": "authors", "orderby": "name", "_fields": "id,name,slug,username"}
    context = "edit" if account.can("list_users") else "view"
    try:
        listed = [
            row(one) for one in client.pages("wp/v2/users", _MOST_USERS, context=context, **query)
        ]
    except NotAllowed:
        return (myself,)
    except (LoginRefused, Blocked, Rejected, Gone):  # the login is good: it is the list of users
        notes.append(_NO_USERS)
        return (myself,)
    users = [
        RemoteUser(one["id"], plain(one, "name"), text(one, "slug"), text(one, "username"))
        for one in listed
    ]
    if all(one.id != account.id for one in users):
        users.append(myself)
    return tuple(
        replace(one, login=account.login) if one.id == account.id else one for one in users
    )


def _meta_keys(client: Client, notes: list[str]) -> tuple[str, ...]:
    """Return the custom fields of posts that REST takes; none where the site does not say."""
    try:
        found: Any = client.options("wp/v2/posts").body
    except (Unreachable, Busy):
        raise
    except PortalError:  # many a firewall lets no OPTIONS pass
        found = None
    if not isinstance(found, Mapping) or "schema" not in found:
        notes.append(_NO_META)
    for key in ("schema", "properties", "meta", "properties"):
        found = found.get(key) if isinstance(found, Mapping) else None
    return tuple(sorted(map(whole, found))) if isinstance(found, Mapping) else ()
