"""What is done with the portals' sites, on a worker: no widget is known here."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.app.portals import AddedPortal, PortalReport
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.profile import Profile
    from newsroom.portal.wordpress.api_root import ApiRoot
    from newsroom.portal.wordpress.client import Client

KEYRING, ENVIRONMENT, TOLD = "keyring", "environment", "told"  # where a password is


@dataclass(frozen=True, slots=True)
class Seen:
    """A portal as it stands: its profile, the login and the facts kept, where its password is.

    ``lacking`` are the profile's rubrics that the site has not; ``unregistered`` are the
    custom fields of ours that it does not take by REST, ``notes`` what else is worth a look.
    """

    profile: Profile
    account: SiteAccount | None
    kept: str = ""
    lacking: tuple[str, ...] = ()
    unregistered: tuple[str, ...] = ()
    takes_search: bool = True  # a search plugin's fields
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the profile is called."""
        return self.profile.name


@dataclass(frozen=True, slots=True)
class Found:
    """A site that was found, and whether its password can be kept here."""

    root: ApiRoot
    keeps: bool


class Stop:
    """Ends the request at hand from another thread, and lets no other begin."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._client: Client | None = None
        self._is_set = False

    def watch(self, client: Client) -> None:
        """Take note of who asks the site from now on."""
        with self._lock:
            self._client = client
            if self._is_set:
                client.cancel()

    def set(self) -> None:
        """Have it ended."""
        with self._lock:
            self._is_set = True
            if self._client is not None:
                self._client.cancel()


def look_at_all(newsroom: Newsroom) -> list[Seen]:
    """Return how all the portals stand; no site is asked."""
    return [_seen(newsroom, profile) for profile in newsroom.profiles()]


def find(newsroom: Newsroom, address: str) -> Found:
    """Find a site by its address alone. Raises PortalError."""
    from newsroom.portal.passwords import has_keyring

    return Found(newsroom.find_site(address), has_keyring())


def add(
    newsroom: Newsroom, root: ApiRoot, login: str, password: str, name: str, stop: Stop
) -> tuple[AddedPortal, Seen]:
    """Log in, and keep what is known of the site. Raises PortalError, ProfileError, OSError."""
    added = newsroom.add_portal(root, login, password, name, stop.watch)
    return added, look_at(newsroom, added.name)


def fetch(newsroom: Newsroom, name: str, password: str | None, stop: Stop) -> tuple[Seen, str]:
    """Ask a site for its facts anew; return how it stands, and what is to be said of it besides.

    Raises PortalError, ProfileError, NoPassword, OSError.
    """
    from newsroom.portal.site_notes import moved_note

    before = newsroom.site_account(name)
    account = newsroom.fetch_site(name, _password(newsroom, name, password), stop.watch)
    return look_at(newsroom, name), moved_note(account, before)


def test(newsroom: Newsroom, name: str, password: str | None, stop: Stop) -> PortalReport:
    """Go the whole way to a portal. Raises ProfileError and NoPassword."""
    if newsroom.site_account(name) is not None:
        password = _password(newsroom, name, password)
    return newsroom.test_portal(name, password, stop.watch)


def look_at(newsroom: Newsroom, name: str) -> Seen:
    """Return how one portal stands."""
    return _seen(newsroom, newsroom.shown_profile(name))


class NoPassword(Exception):
    """The password is kept nowhere: it has to be asked for."""


def _password(newsroom: Newsroom, name: str, given: str | None) -> str:
    if given is not None:
        return given
    known = newsroom.site_password(name)
    if known is None and newsroom.site_account(name) is not None:
        raise NoPassword
    return known or ""


def _seen(newsroom: Newsroom, profile: Profile) -> Seen:
    from newsroom.exchange.custom_fields import OWN_KEYS, PLUGIN_KEYS
    from newsroom.portal.new_profile import lacking_rubrics
    from newsroom.portal.site_notes import site_notes

    account = newsroom.site_account(profile.name)
    if account is None:
        return Seen(profile, None)
    registered = frozenset(account.facts.meta_keys)
    return Seen(
        profile,
        account,
        _where(newsroom, profile.name),
        tuple(lacking_rubrics(profile, account.facts)),
        tuple(key for key in OWN_KEYS if key not in registered),
        takes_search=bool(registered & PLUGIN_KEYS),
        notes=tuple(site_notes(profile, account, None)),
    )


def _where(newsroom: Newsroom, name: str) -> str:
    from newsroom.portal.passwords import given_password

    if given_password() and newsroom.is_only_login(name):
        return ENVIRONMENT
    return KEYRING if newsroom.site_password(name) else ""
