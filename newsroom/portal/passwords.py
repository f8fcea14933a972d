"""The passwords of portals: in the system's keyring, or asked for each time.

They are never written to a file of ours: where the system has no keyring, or one that is a
plain file, nothing is kept.

NEWSROOM_PORTAL_PASSWORD comes before the keyring, but it is one portal's: it holds in a command
that is about a single portal, and elsewhere only if no other portal has a login.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsroom.portal.wordpress.origin import Origin

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

VARIABLE = "NEWSROOM_PORTAL_PASSWORD"

# keyring's own mark of what it recommends: files in plain sight are below it.
_LEAST_PRIORITY = 1


def given_password() -> str | None:
    """Return the password that the environment gives."""
    return os.environ.get(VARIABLE, "").strip() or None


def known_password(site: str, login: str, *, is_meant: bool = False) -> str | None:
    """Return the password that need not be asked for; None if it must be.

    ``is_meant`` says that the one of the environment is surely this site's.
    """
    if is_meant and (given := given_password()):
        return given
    backend = _backend()
    if backend is None:
        return None
    try:
        return backend.get_password(_service(site), login)
    except Exception:  # of whatever keyring the system has: locked, refused, gone
        return None


def keep_password(site: str, login: str, password: str) -> bool:
    """Keep a password in the keyring; False where there is none, or it will not."""
    backend = _backend()
    if backend is None:
        return False
    try:
        backend.set_password(_service(site), login, password)
    except Exception:
        return False
    return True


def forget_password(site: str, login: str) -> bool:
    """Take a password out of the keyring; False if there was none."""
    backend = _backend()
    if backend is None:
        return False
    try:
        backend.delete_password(_service(site), login)
    except Exception:
        return False
    return True


def has_keyring() -> bool:
    """Say whether passwords can be kept here."""
    return _backend() is not None


def _backend() -> KeyringBackend | None:
    """Return the system's keyring; None for what only looks like one."""
    import keyring

    try:
        backend = keyring.get_keyring()
        parts = list(getattr(backend, "backends", ())) or [backend]
        return backend if all(one.priority >= _LEAST_PRIORITY for one in parts[:1]) else None
    except Exception:
        return None


def _service(site: str) -> str:
    """Return the name that the keyring shows for a site's passwords.

    Sites in folders of one host have each their own; before they had, what was kept by the host
    alone could be any one's, and is left to the site that has no folder.

    >>> _service("https://kabar.example/")
    'newsroom https://kabar.example:443'
    >>> _service("https://kabar.example/Berita/")
    'newsroom https://kabar.example:443/Berita'
    """
    origin, folder = Origin.of(site), urlsplit(site).path.rstrip("/")
    return f"newsroom {origin.scheme}://{origin.host}:{origin.port}{folder}"
