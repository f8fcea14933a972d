"""What the role of an account lets it do, in words where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.portal.push.differences import Difference
from newsroom.portal.push.package import Package
from newsroom.portal.push.words import status_words
from newsroom.portal.wordpress.account import Account
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import NotAllowed, PortalError
from newsroom.portal.wordpress.facts import RemoteUser
from newsroom.portal.wordpress.posts import RemotePost

_MISSING = {
    "edit_posts": (
        "Akun ini tidak berhak menulis di situs. Minta pengelola situs memberinya peran "
        "kontributor, penulis, atau redaktur."
    ),
    "publish_posts": (
        "Akun ini tidak berhak menerbitkan. Kirim sebagai menunggu tinjauan (--status pending); "
        "redaktur situs yang menerbitkannya."
    ),
}


def require_right(account: Account, right: str) -> None:
    """Raise NotAllowed, in words, unless the account has a right."""
    if not account.can(right):
        raise NotAllowed(_MISSING[right])


def require_raw(post: RemotePost) -> None:
    """Raise NotAllowed, in words, for a post that the account may see but not change."""
    if not post.is_raw:
        raise NotAllowed(
            f"Akun ini tidak berhak mengubah tulisan ini di situs ({status_words(post.status)}). "
            "Minta redaktur situs memperbaruinya, atau masuk sebagai akun lain."
        )


def wanted_author(
    client: Client, account: Account, package: Package, users: Sequence[RemoteUser]
) -> int | None:
    """Return the number of the writer's own account, 0 for the one that is logged in.

    None if the post can't be given to its writer. Raises PortalError.
    """
    login = package.login.casefold()
    if not login or login in (account.login.casefold(), account.name.casefold()):
        return 0
    if not account.can("edit_others_posts"):
        return None
    for user in users:
        if login in (user.login.casefold(), user.slug.casefold()):
            return 0 if user.id == account.id else user.id
    try:
        found = client.get("wp/v2/users", slug=login.replace(".", "-"), who="authors").body
    except PortalError as error:
        if error.maybe_done or error.is_passing:
            raise
        return None
    first = found[0] if isinstance(found, list) and found else {}
    return int(first["id"]) if "id" in first else None


def author_difference(account: Account, package: Package) -> Difference:
    """Return the words for a post that stays with the account that sent it."""
    return Difference(
        "author",
        package.login,
        account.login,
        f"Penulis di situs adalah akun yang mengirim ({account.name}), bukan "
        f"{package.author} ({package.login}).",
        "Minta redaktur situs mengganti penulisnya, atau periksa nama akun penulis itu di "
        "profil portal.",
    )


def without_upload(count: int) -> Difference:
    """Return the words for pictures that the account may not upload."""
    return Difference(
        "media",
        str(count),
        "0",
        f"{count} foto tidak ikut: akun ini tidak berhak mengunggah foto.",
        "Minta redaktur situs mengunggah fotonya, atau memberi akun ini peran penulis, lalu "
        "kirim lagi.",
    )
