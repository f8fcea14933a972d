"""Who is logged in, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.portal.wordpress.answers import plain, row, text
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import LoginRefused, PortalError


@dataclass(frozen=True, slots=True)
class Account:
    """The user of the site who is logged in. ``login`` is the site's spelling of it."""

    id: int
    login: str
    name: str
    roles: tuple[str, ...]
    capabilities: frozenset[str]

    def can(self, capability: str) -> bool:
        """Say whether the account has a right.

        Of use: ``edit_posts`` (write drafts), ``publish_posts``, ``upload_files``,
        ``edit_others_posts`` (give a post to another author), ``edit_published_posts``,
        ``manage_categories``, ``unfiltered_html`` (no kses).
        """
        return capability in self.capabilities


def who_am_i(client: Client) -> Account:
    """Ask who is logged in. Raises LoginRefused and PortalError."""
    try:
        values = row(client.get("wp/v2/users/me", context="edit").body)
    except LoginRefused as error:
        if _takes_passwords(client):
            raise
        message = (
            "Situs ini tidak menerima sandi aplikasi: dimatikan, biasanya oleh plugin keamanan. "
            "Minta pengelola situs menyalakannya; sementara itu, pakai paket impor."
        )
        raise LoginRefused(message, status=error.status, code=error.code) from None
    rights, roles = values.get("capabilities"), values.get("roles")
    return Account(
        id=values["id"],
        login=text(values, "username"),
        name=plain(values, "name"),
        roles=tuple(map(str, roles)) if isinstance(roles, list) else (),
        capabilities=frozenset(
            name for name, given in (rights if isinstance(rights, dict) else {}).items() if given
        ),
    )


def _takes_passwords(client: Client) -> bool:
    """Say whether the site takes application passwords, as far as it tells."""
    try:
        told = client.get("", _fields="authentication").body
    except PortalError:
        return True
    return not isinstance(told, dict) or bool(told.get("authentication", True))
