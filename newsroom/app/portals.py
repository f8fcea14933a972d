"""The portals' sites: added, tested, asked for what they know, and forgotten."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.app.styles import Styles

if TYPE_CHECKING:
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.profile import Profile
    from newsroom.portal.wordpress.account import Account
    from newsroom.portal.wordpress.api_root import ApiRoot
    from newsroom.portal.wordpress.client import Client
    from newsroom.portal.wordpress.errors import PortalError

RIGHTS = {
    "edit_posts": "membuat tulisan",
    "upload_files": "mengunggah foto",
    "publish_posts": "menerbitkan",
    "edit_others_posts": "mengubah tulisan orang lain",
}
"""What an account may do, as far as it matters here, in words."""

ROLES = {
    "administrator": "Administrator",
    "editor": "Redaktur",
    "author": "Penulis",
    "contributor": "Kontributor",
    "subscriber": "Pelanggan",
}
"""What WordPress's own roles are called here."""


_LONGEST_NAME = 40  # before a number


@dataclass(frozen=True, slots=True)
class AddedPortal:
    """A portal as it was added: its profile, whether that is new, and who logs in.

    ``is_kept`` says whether the password is in the keyring; else it is asked for each time.
    """

    name: str
    is_new: bool
    is_kept: bool
    account: SiteAccount


@dataclass(frozen=True, slots=True)
class PortalReport:
    """What a test of a portal found: how far it came, and what is in the way.

    ``faults`` are in plain words, each with its kind (``login_refused``, ``no_upload`` …);
    ``notes`` are in nothing's way, but worth a look.
    """

    name: str
    root: ApiRoot | None
    account: Account | None
    faults: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


class Portals(Styles):
    """What a newsroom does with the sites of its profiles.

    All that asks a site raises PortalError and may take its time: not for the window's thread.
    """

    def find_site(self, address: str) -> ApiRoot:
        """Return where the REST interface of a site is; no password is sent."""
        from newsroom.portal.wordpress.discovery import discover

        return discover(address)

    def site_account(self, name: str) -> SiteAccount | None:
        """Return the login and the facts kept for a profile; None before ``portal add``."""
        from newsroom.portal.accounts import read_account

        return read_account(self.home / "portals", name)

    def site_password(self, name: str, *, is_named: bool = False) -> str | None:
        """Return the password from NEWSROOM_PORTAL_PASSWORD or the keyring; None: ask for it.

        The variable holds if ``is_named``: a person has named this portal, and no other, in
        the command at hand; or if it is the only one with a login. Never is it tried on another.
        """
        from newsroom.portal.passwords import known_password

        account = self.site_account(name)
        if account is None:
            return None
        is_meant = is_named or self.is_only_login(name)
        return known_password(account.root.site, account.login, is_meant=is_meant)

    def is_only_login(self, name: str) -> bool:
        """Say whether this portal has a login, and no other has."""
        names = self.profile_names()
        return [one for one in names if self.site_account(one) is not None] == [name]

    def connect(self, name: str, password: str) -> Client:
        """Return a client for a profile's site, logged in; nothing is asked of the site yet.

        Where the site's interface has moved within it, that is kept once it is found.
        Raises ProfileError, and PortalError: LoginRefused where no login is known (``portal
        add`` comes first), Insecure or Redirected where the password may not go.
        """
        from newsroom.portal.accounts import keep_account
        from newsroom.portal.wordpress.client import Client, require_safe
        from newsroom.portal.wordpress.errors import LoginRefused, Redirected
        from newsroom.portal.wordpress.login import Login
        from newsroom.portal.wordpress.origin import Origin

        profile, account = self.profile(name), self.site_account(name)
        if account is None:
            raise LoginRefused(_no_login(profile))
        if account.root.site != profile.site:
            raise Redirected(_other_site(profile), target=profile.site)
        require_safe(Origin.of(account.root.url), Origin.of(profile.site))

        def moved(root: ApiRoot) -> None:
            with suppress(OSError):  # it is found anew the next time
                keep_account(self.home / "portals", name, replace(account, root=root))

        return Client(account.root, Login(account.login, password), moved=moved)

    def add_portal(
        self,
        root: ApiRoot,
        login: str,
        password: str,
        name: str = "",
        begun: Callable[[Client], object] | None = None,
    ) -> AddedPortal:
        """Log in to a site, and keep its login, its facts and, if there is none, its profile.

        Nothing is kept unless the login is good. ``begun`` is given the client, whose
        ``cancel`` may be called from any thread. Raises PortalError, Cancelled, ProfileError.
        """
        from newsroom.portal.accounts import SiteAccount, keep_account
        from newsroom.portal.passwords import keep_password
        from newsroom.portal.wordpress.client import Client
        from newsroom.portal.wordpress.facts import fetch_facts
        from newsroom.portal.wordpress.login import Login

        with Client(root, Login(login, password)) as client:
            if begun:
                begun(client)
            facts = fetch_facts(client)
        account = SiteAccount(facts.account.login or login, root, facts, datetime.now(UTC))
        name, text = self._profile_for(account, name)
        if text:
            self._write_profile(name, text)
        keep_account(self.home / "portals", name, account)
        is_kept = keep_password(root.site, account.login, password)
        return AddedPortal(name, bool(text), is_kept, account)

    def fetch_site(
        self, name: str, password: str, begun: Callable[[Client], object] | None = None
    ) -> SiteAccount:
        """Ask a profile's site for its facts anew, and keep them; ``begun`` as in add_portal.

        Where its interface is now is kept with them.
        """
        from newsroom.portal.accounts import keep_account
        from newsroom.portal.wordpress.errors import LoginRefused
        from newsroom.portal.wordpress.facts import fetch_facts

        with self.connect(name, password) as client:
            if begun:
                begun(client)
            facts = fetch_facts(client)
        account = self.site_account(name)
        if account is None:
            raise LoginRefused(_no_login(self.profile(name)))
        account = replace(account, facts=facts, fetched=datetime.now(UTC))
        keep_account(self.home / "portals", name, account)
        return account

    def test_portal(
        self, name: str, password: str | None, begun: Callable[[Client], object] | None = None
    ) -> PortalReport:
        """Go the whole way to a portal, and say what is in the way; PortalError is not raised.

        Without a password only the way to the site is tested; ``begun`` as in add_portal.
        Raises ProfileError and Cancelled.
        """
        from newsroom.portal.site_notes import site_notes
        from newsroom.portal.wordpress.errors import LoginRefused, PortalError

        profile, root, kept = self.profile(name), None, self.site_account(name)
        try:
            root = self.find_site(profile.site)
            if kept is None:
                raise LoginRefused(_no_login(profile))
            if password is None:
                raise LoginRefused("Sandi aplikasi belum diberikan.")
            with self.connect(name, password) as client:
                if begun:
                    begun(client)
                account = self._tried(client)
        except PortalError as error:
            return PortalReport(name, root, None, ((_kind(error), str(error)),))
        notes = site_notes(profile, self.site_account(name) or kept, kept)
        return PortalReport(name, root, account, tuple(_lacking_rights(account)), tuple(notes))

    def let_go_on(self, name: str) -> int:
        """Let uploads go on that a portal's site had stopped; return how many. Raises StoreError.

        It is for when somebody has just logged in. No data folder is made for it.
        """
        from newsroom.store.deliveries.turn import release
        from newsroom.store.place import DATABASE

        if not (self.home / DATABASE).is_file():
            return 0
        with closing(self.open_store()) as store:
            queue = [one for one in store.pushes.list(open_only=True) if one.portal == name]
            release(store.pushes, name)
        return sum(one.held and one.next_try is not None for one in queue)

    def forget_password(self, name: str) -> bool:
        """Take a portal's password out of the keyring; False if there was none."""
        from newsroom.portal.passwords import forget_password

        self.profile(name)
        account = self.site_account(name)
        return account is not None and forget_password(account.root.site, account.login)

    def _tried(self, client: Client) -> Account:
        """Return who is logged in, once the site is seen to let them list their drafts too."""
        from newsroom.portal.wordpress.account import who_am_i

        account = who_am_i(client)
        if account.can("edit_posts"):
            client.get("wp/v2/posts", status="draft", author=account.id, per_page=1, _fields="id")
        return account

    def _profile_for(self, account: SiteAccount, name: str) -> tuple[str, str]:
        """Return the profile's name, and its text if a new one is to be written."""
        from newsroom.portal.new_profile import moved_profile, profile_name, profile_text
        from newsroom.portal.profile import require_name
        from newsroom.portal.profile_table import ProfileError
        from newsroom.resources import resource

        site = account.root.site
        if not name:
            same = [one for one in self.profiles() if is_same_site(one.site, site)]
            derived = profile_name(account.root, account.facts.title)
            name = same[0].name if same else _free_name(derived, site, self.profile_names())
        require_name(name)
        if name not in self.profile_names():
            return name, profile_text(name, account.root, account.facts)
        profile = self.profile(name)
        if profile.site == site:
            return name, ""
        if not is_same_site(profile.site, site):
            raise ProfileError(
                f"profil portal '{name}' sudah ada untuk {profile.site}; pilih nama lain dengan "
                "--name"
            )
        # The site has moved to or from www.: the password goes where the profile says.
        own = self.home / "portals" / f"{name}.toml"
        path = own if own.is_file() else resource("portals", f"{name}.toml")
        return name, moved_profile(name, path.read_text(encoding="utf-8-sig"), site)

    def _write_profile(self, name: str, text: str) -> None:
        from newsroom.store.durable import write_whole
        from newsroom.store.private import private_folder

        folder = self.home / "portals"
        private_folder(folder)
        write_whole(folder / f"{name}.toml", text.encode())


def role_words(names: Sequence[str]) -> str:
    """Say what an account is on a site; a role of the site's own keeps its name.

    >>> role_words(("author", "tukang_uji")), role_words(())
    ('Penulis, tukang_uji', 'tanpa peran')
    """
    return ", ".join(ROLES.get(name, name) for name in names) or "tanpa peran"


def is_same_site(one: str, other: str) -> bool:
    """Say whether two addresses are one site's: with or without ``www.``.

    >>> is_same_site("https://kabar.example", "https://www.kabar.example")
    True
    >>> is_same_site("https://kabar.example", "https://kabar.example/berita")
    False
    """
    from urllib.parse import urlsplit

    from newsroom.portal.wordpress.origin import Origin

    first, second = Origin.of(one), Origin.of(other)
    twins = first.is_twin(second) or second.is_twin(first)
    return twins and urlsplit(one).path.rstrip("/") == urlsplit(other).path.rstrip("/")


def _free_name(derived: str, site: str, taken: Sequence[str]) -> str:
    """Return a name for a new profile: the derived one, the whole host's, or with a number.

    >>> _free_name("kabar", "https://www.kabar.co.id", ["kabar"])
    'kabar-co-id'
    >>> _free_name("kabar", "https://kabar.co.id", ["kabar", "kabar-co-id"])
    'kabar-co-id-2'
    """
    from urllib.parse import urlsplit

    parts = urlsplit(site)
    host = f"{(parts.hostname or '').removeprefix('www.')} {parts.path}"
    whole = re.sub("[^a-z0-9]+", "-", host.casefold())[:_LONGEST_NAME].strip("-")
    numbered = (f"{whole}-{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain((derived, whole), numbered) if name not in taken)


def _no_login(profile: Profile) -> str:
    return f"Belum ada login untuk {profile.title}. Masuk dulu: newsroom portal add {profile.site}"


def _other_site(profile: Profile) -> str:
    return (
        f"Alamat situs di profil {profile.name} sudah berubah sejak portal ini ditambahkan. "
        f"Masuk lagi: newsroom portal add {profile.site}"
    )


def _kind(error: PortalError) -> str:
    """Return what programs know a fault by: ``login_refused``."""
    name = type(error).__name__
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")


def _lacking_rights(account: Account) -> list[tuple[str, str]]:
    roles = role_words(account.roles)
    ask = "Minta pengelola situs menaikkan perannya, misalnya menjadi Penulis (Author)."
    if not account.can("edit_posts"):
        return [("no_writing", f"Akun ini ({roles}) tidak boleh membuat tulisan di situs. {ask}")]
    if not account.can("upload_files"):
        return [("no_upload", f"Akun ini ({roles}) tidak boleh mengunggah foto ke situs. {ask}")]
    return []
