"""The portals from the command line: added by their address, tested, fetched, forgotten."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.app import DEFAULT_PORTAL, Newsroom
from newsroom.app.portals import RIGHTS, role_words
from newsroom.cli.options import Format
from newsroom.cli.streams import BadInput, emit, emit_json, one_of, say
from newsroom.cli.tools import newsroom_of
from newsroom.cli.usage import Command, Group
from newsroom.exchange.characters import one_line

if TYPE_CHECKING:
    from newsroom.app.portals import PortalReport
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.wordpress.account import Account

_FORMATS = ("text", "json")
_REFUSED = 1

Address = Annotated[
    str, typer.Argument(metavar="ALAMAT", help="Alamat situs, misalnya kabar.example.")
]
Name = Annotated[str, typer.Argument(metavar="NAMA", help="Profil portal.")]


def build_portal() -> typer.Typer:
    """Return the commands that are called after ``portal``."""
    group = typer.Typer(
        name="portal",
        cls=Group,
        help="Hubungkan portal WordPress: tambah, uji, ambil data situsnya, lupakan sandinya.",
        rich_markup_mode=None,
    )
    for name, function in PORTAL_COMMANDS.items():
        group.command(name, cls=Command)(function)
    return group


def add(
    ctx: typer.Context,
    address: Address,
    name: Annotated[
        str,
        typer.Option("--name", metavar="NAMA", help="Nama profil; tanpa ini, dari alamatnya."),
    ] = "",
    login: Annotated[
        str,
        typer.Option("--login", metavar="LOGIN", help="Login WordPress; tanpa ini, ditanyakan."),
    ] = "",
    format: Format = "text",
) -> int:
    """Tambah portal dari alamatnya saja, atau masuk lagi ke situsnya.

    Sandi aplikasi ditanyakan, atau dibaca dari NEWSROOM_PORTAL_PASSWORD. Sandi itu dibuat di
    situs, di Pengguna → Profil → Sandi Aplikasi.

    Contoh: newsroom portal add kabar.example --login redaksi
    """
    from newsroom.portal.passwords import VARIABLE, given_password
    from newsroom.portal.profile import require_name

    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    if name:
        require_name(name)
    with _Refusals() as refusals:
        root = newsroom.find_site(address)
        say(f"WordPress ditemukan di {root.site}")
        login = login or _asked_login()
        # Not the one in the keyring: whoever adds a portal again may have a new one.
        password = given_password() or _asked_password(login, root.site)
        added = newsroom.add_portal(root, login, password, name)
        account = added.account
        say(_facts_line(account))
        _say_notes(newsroom, added.name, account)
        _let_go_on(newsroom, added.name)
        if added.is_new:
            say(f"profil baru: {newsroom.home / 'portals' / f'{added.name}.toml'}")
        kept = (
            "disimpan di penyimpan sandi sistem"
            if added.is_kept
            else (
                f"tidak disimpan, karena sistem ini tidak punya penyimpan sandi: akan ditanyakan "
                f"setiap kali, atau isikan lewat {VARIABLE}"
            )
        )
        say(f"sandi aplikasi {kept}")
        if format == "json":
            told = _account_json(added.name, account)
            emit_json({**told, "new": added.is_new, "password_kept": added.is_kept})
        else:
            emit(added.name)
    return refusals.code


def try_(ctx: typer.Context, name: Name = DEFAULT_PORTAL, format: Format = "text") -> int:
    """Uji hubungan ke portal: alamat, login, dan hak akun."""
    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    newsroom.profile(name)  # says which there are, if this is none
    kept = newsroom.site_account(name)
    password = None if kept is None else portal_password(newsroom, name)
    report = newsroom.test_portal(name, password)
    if format == "json":
        emit_json(_report_json(report))
    else:
        for line in _report_lines(report):
            emit(line)
        for _, message in report.faults:
            say(message)
        for note in report.notes:
            say(note)
    if not report.faults:
        _let_go_on(newsroom, name)
    return _REFUSED if report.faults else 0


def list_(ctx: typer.Context, format: Format = "text") -> int:
    """Sebut portal yang ada, dan sebagai siapa masuk ke situsnya."""
    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    found = [(profile, newsroom.site_account(profile.name)) for profile in newsroom.profiles()]
    if format == "json":
        told = [
            {
                "name": profile.name,
                "title": profile.title,
                "site": profile.site,
                "login": account.login if account else None,
                "fetched": account.fetched.isoformat() if account else None,
            }
            for profile, account in found
        ]
        emit_json(told)
        return 0
    for profile, account in found:
        who = f"masuk sebagai {account.login}" if account else "belum masuk"
        emit(one_line(f"{profile.name}  {profile.title}  {profile.site}  {who}"))
    return 0


def fetch(ctx: typer.Context, name: Name = DEFAULT_PORTAL, format: Format = "text") -> int:
    """Ambil lagi data situs untuk dipakai luring.

    Yang diambil: rubrik, tag, penulis, zona waktu, hak akun, dan bidang khusus.
    """
    from newsroom.portal.new_profile import lacking_rubrics

    newsroom = newsroom_of(ctx)
    one_of("--format", format, _FORMATS)
    profile = newsroom.profile(name)
    with _Refusals() as refusals:
        before = newsroom.site_account(name)
        account = newsroom.fetch_site(name, portal_password(newsroom, name))
        lacking = lacking_rubrics(profile, account.facts)
        if lacking:
            say(f"rubrik di profil yang tidak ada di situs: {', '.join(lacking)}")
        if format == "json":
            emit_json({**_account_json(name, account), "lacking_sections": lacking})
        else:
            emit(one_line(_facts_line(account)))
        _say_notes(newsroom, name, account, before)
        _let_go_on(newsroom, name)
    return refusals.code


def forget(ctx: typer.Context, name: Name = DEFAULT_PORTAL) -> int:
    """Hapus sandi aplikasi dari penyimpan sandi sistem; profil tetap."""
    newsroom = newsroom_of(ctx)
    if newsroom.forget_password(name):
        say(f"sandi aplikasi portal {name} dihapus dari penyimpan sandi sistem")
    else:
        say(f"tidak ada sandi aplikasi portal {name} yang tersimpan")
    return 0


PORTAL_COMMANDS: dict[str, Callable[..., int]] = {
    "add": add,
    "test": try_,
    "list": list_,
    "fetch": fetch,
    "forget": forget,
}


class _Refusals:
    """Tells what a portal refuses, in one line, and makes it the exit code."""

    def __init__(self) -> None:
        self.code = 0

    def __enter__(self) -> _Refusals:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        from newsroom.portal.wordpress.errors import PortalError

        if not isinstance(error, PortalError):
            return False
        say(str(error))
        self.code = _REFUSED
        return True


def _say_notes(
    newsroom: Newsroom, name: str, account: SiteAccount, before: SiteAccount | None = None
) -> None:
    """Say what is worth a look in a portal's site; ``before`` is what was kept of it."""
    from newsroom.portal.site_notes import site_notes

    notes = site_notes(newsroom.profile(name), account, before)
    for note in (*notes, *account.facts.notes):
        say(note)


def _let_go_on(newsroom: Newsroom, name: str) -> None:
    """Have uploads go on that waited for this login, and say so."""
    from newsroom.store.errors import StoreError

    try:
        held = newsroom.let_go_on(name)
    except StoreError as error:  # the portal is as well as it is
        say(str(error))
        return
    if held:
        say(f"{held} unggahan yang tertahan siap dikirim lagi: newsroom publish --resume")


def portal_password(newsroom: Newsroom, name: str, *, is_named: bool = True) -> str:
    """Return the password of a portal: known, or asked for on the terminal. Raises BadInput.

    ``is_named`` says that the command is about this portal alone: NEWSROOM_PORTAL_PASSWORD is
    its. Where no login is known it is empty, and whoever connects says what to do.
    """
    kept = newsroom.site_account(name)
    if kept is None:
        return ""
    known = newsroom.site_password(name, is_named=is_named)
    return known or _asked_password(kept.login, kept.root.site, "" if is_named else name)


def _asked_password(login: str, site: str, unnamed: str = "") -> str:
    """Ask for a password; ``unnamed`` is a portal for which the variable would not be read."""
    from newsroom.portal.passwords import VARIABLE

    if sys.stdin is None or not sys.stdin.isatty():
        how = f" dengan --portal {unnamed}" if unnamed else ""
        raise BadInput(f"sandi aplikasi {site} belum diberikan; isikan lewat {VARIABLE}{how}")
    import getpass

    password = getpass.getpass(f"Sandi aplikasi {login} di {site}: ", sys.stderr).strip()
    if not password:
        raise BadInput("sandi aplikasi kosong")
    return password


def _asked_login() -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput("login belum ditulis; pakai --login LOGIN")
    sys.stderr.write("Login WordPress: ")
    sys.stderr.flush()
    login = sys.stdin.readline().strip()
    if not login:
        raise BadInput("login kosong")
    return login


def _facts_line(account: SiteAccount) -> str:
    facts = account.facts
    version = f" (WordPress {facts.version})" if facts.version else ""
    return (
        f"{facts.title}{version}, masuk sebagai {facts.account.name} "
        f"({role_words(facts.account.roles)}): {len(facts.categories)} rubrik, "
        f"{len(facts.tags)} tag, {len(facts.users)} penulis, {len(facts.meta_keys)} bidang "
        f"khusus, zona waktu {facts.time_zone}"
    )


def _rights(account: Account) -> dict[str, bool]:
    return {right: account.can(right) for right in RIGHTS}


def _account_json(name: str, account: SiteAccount) -> dict[str, Any]:
    facts = account.facts.to_json()
    return {
        "name": name,
        "site": account.root.site,
        "login": account.login,
        "fetched": account.fetched.isoformat(),
        "rights": _rights(account.facts.account),
        "facts": facts,
    }


def _report_json(report: PortalReport) -> dict[str, Any]:
    account = report.account
    return {
        "name": report.name,
        "ok": not report.faults,
        "api": report.root.url if report.root else None,
        "login": account.login if account else None,
        "roles": list(account.roles) if account else [],
        "rights": _rights(account) if account else {},
        "notes": list(report.notes),
        "faults": [{"kind": kind, "message": message} for kind, message in report.faults],
    }


def _report_lines(report: PortalReport) -> list[str]:
    lines = []
    if report.root is not None:
        lines.append(f"alamat: baik, {report.root.url}")
    if report.account is not None:
        account = report.account
        lines.append(f"login: baik, {account.name} ({role_words(account.roles)})")
        for right, words in RIGHTS.items():
            lines.append(f"{words}: {'boleh' if account.can(right) else 'tidak boleh'}")
    return [one_line(line) for line in lines]
