"""Who is logged in, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.portal.wordpress.answers import plain, row, text, whole
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import LoginRefused, PortalError

# Who says so has looked at the password.
_LOOKED_AT = frozenset(("incorrect_password", "invalid_username", "invalid_email"))


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
        if error.code in _LOOKED_AT or _takes_passwords(client):
            raise
        message = (
            "Situs ini tidak menerima sandi aplikasi: dimatikan, biasanya oleh plugin keamanan. "
            "Minta pengelola situs menyalakannya; sementara itu, pakai paket impor."
        )
        raise LoginRefused(message, status=error.status, code=error.code) from None
    rights, roles = values.get("capabilities"), values.get("roles")
    given = rights if isinstance(rights, dict) else {}
    return Account(
        id=values["id"],
        login=text(values, "username"),
        name=plain(values, "name"),
        roles=tuple(map(whole, roles)) if isinstance(roles, list) else (),
        capabilities=frozenset(whole(name) for name, is_given in given.items() if is_given),
    )


def _takes_passwords(client: Client) -> bool:
    """Say whether the site takes application passwords, as far as it tells.

    It is asked without the login: plugins that lock accounts count each wrong one that comes.
    """
    try:
        told = client.get_as_nobody("", _fields="authentication").body
    except PortalError:
        return True
    return not isinstance(told, dict) or bool(told.get("authentication", True))
