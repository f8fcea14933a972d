"""The portals and their sites in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.app.portals import RIGHTS, role_words
from newsroom.exchange.errors import in_words
from newsroom.ui.queue.when import when
from newsroom.ui.sites.jobs import ENVIRONMENT, KEYRING, TOLD, Seen
from newsroom.ui.theme import Colours
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.app.portals import PortalReport
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.wordpress.account import Account

_SIGNS = {"good": "✓", "warning": "▲", "error": "✕"}
_NAMED = 8  # rubrics and the like, before the rest is only counted
_BY_COMMAND = re.compile(r"(lewat|dengan)?:? newsroom portal add (\S+?)(?=[.,;]?(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is told: ``kind`` is a key of the signs, “head”, “muted” or nothing."""

    text: str
    kind: str = ""


def row_of(one: Seen, today: date) -> tuple[str, ...]:
    """Return a portal's row: title, address, who is logged in, since when, the password."""
    account = one.account
    site = one.profile.site.removeprefix("https://").removeprefix("http://")
    if account is None:
        return one.profile.title, site, _tr("Belum masuk"), "–", "–"
    fetched = when(account.fetched.astimezone(), today)
    return one.profile.title, site, account.login, fetched, password_words(one.kept)


def password_words(kept: str) -> str:
    """Say where a password is."""
    told = {
        KEYRING: _tr("Tersimpan di sistem"),
        ENVIRONMENT: _tr("Dari pengaturan sistem"),
        TOLD: _tr("Sampai program ditutup"),
    }
    return told.get(kept, _tr("Ditanyakan setiap kali"))


def standing(one: Seen) -> list[Line]:
    """Return what is known of a portal's site."""
    if one.account is None:
        return [
            Line(_tr("Belum masuk ke {0}").format(one.profile.site), "head"),
            Line(
                _tr(
                    "Pilih Masuk… untuk mengunggah langsung ke portal ini. Ekspor ke paket impor"
                    " tetap bisa tanpa masuk."
                )
            ),
        ]
    return [*_facts(one.account), *_rights(one.account.facts.account), *_differing(one)]


def report_lines(report: PortalReport) -> list[Line]:
    """Return what a test has found."""
    lines = [Line(_tr("Hasil uji"), "head")]
    if report.root is not None:
        lines.append(Line(_tr("Alamat baik: {0}").format(report.root.site), "good"))
    if report.account is not None:
        lines.append(Line(_tr("Login baik: {0}").format(_who(report.account)), "good"))
        lines += _rights(report.account)
    lines += [Line(for_window(message), "error") for _, message in report.faults]
    lines += [Line(note, "warning") for note in report.notes]
    return lines


def fault_words(error: Exception) -> str:
    """Return what went wrong, as it is told in the window."""
    return for_window(in_words(error))


def for_window(text: str) -> str:
    """Return words that name a command with what does the same in the window.

    >>> for_window("Masuk dulu: newsroom portal add https://a.example")
    'Masuk dulu lewat Alat → Situs portal… → Masuk…'
    >>> for_window("Bila pindah, tambahkan lagi dengan: newsroom portal add ALAMAT.")
    'Bila pindah, tambahkan lagi lewat Alat → Situs portal… → Tambah portal….'
    """

    def instead(found: re.Match[str]) -> str:
        act = _tr("Tambah portal…") if found[2] == "ALAMAT" else _tr("Masuk…")
        lead = "" if found[1] else " "
        return f"{lead}{_tr('lewat')} {_tr('Alat → Situs portal… →')} {act}"

    return _BY_COMMAND.sub(instead, text)


def as_html(lines: Iterable[Line], colours: Colours) -> str:
    """Return lines as a text to be looked through; nothing of a site's words is read as HTML."""
    parts = []
    for line in lines:
        text = escape(line.text)
        if line.kind == "head":
            parts.append(f'<p style="margin:0 0 4px 0; font-weight:600">{text}</p>')
            continue
        colour = getattr(colours, line.kind) if line.kind in (*_SIGNS, "muted") else colours.ink
        sign = f"{_SIGNS[line.kind]}&nbsp; " if line.kind in _SIGNS else ""
        words = f'<span style="color:{colour}">{sign}</span>{text}' if sign else text
        parts.append(f'<p style="margin:0 0 4px 0; color:{colours.ink}">{words}</p>')
    return "".join(parts)


def as_text(lines: Iterable[Line]) -> str:
    """Return lines as they are spoken."""
    return "\n".join(line.text for line in lines)


# Within.


def _facts(account: SiteAccount) -> list[Line]:
    facts = account.facts
    version = f" (WordPress {facts.version})" if facts.version else ""
    counted = _tr("{0} rubrik, {1} tag, {2} penulis; zona waktu {3}.").format(
        number(len(facts.categories)),
        number(len(facts.tags)),
        number(len(facts.users)),
        facts.time_zone,
    )
    return [
        Line(f"{facts.title}{version}", "head"),
        Line(_tr("Masuk sebagai {0}").format(_who(facts.account))),
        Line(counted),
        *(Line(note, "warning") for note in facts.notes),
    ]


def _who(account: Account) -> str:
    name = account.name or account.login
    who = name if name == account.login else f"{name} ({account.login})"
    return _tr("{0}, peran {1}").format(who, role_words(account.roles))


def _differing(one: Seen) -> list[Line]:
    lines = []
    if one.lacking:
        told = _tr(
            "Rubrik di profil yang tidak ada di situs: {0}. Unggahan tidak dapat memasangnya;"
            " minta pengelola situs membuatnya."
        )
        lines.append(Line(told.format(_listed(one.lacking)), "warning"))
    lines += [Line(note, "warning") for note in one.notes]
    if one.unregistered:
        told = _tr(
            "Bidang khusus {0} tidak akan tersimpan lewat unggahan, karena tidak terdaftar di"
            " situs; pakai paket impor."
        )
        lines.append(Line(told.format(", ".join(one.unregistered)), "warning"))
    if not one.takes_search:
        told = _tr(
            "Judul dan deskripsi mesin pencari tidak akan tersimpan lewat unggahan: bidang Yoast"
            " SEO atau Rank Math tidak terdaftar di situs."
        )
        lines.append(Line(told, "warning"))
    return lines


def _rights(account: Account) -> list[Line]:
    may = [words for right, words in RIGHTS.items() if account.can(right)]
    may_not = [words for right, words in RIGHTS.items() if not account.can(right)]
    lines = []
    if may:
        lines.append(Line(_tr("Boleh {0}.").format(", ".join(may)), "good"))
    if may_not:
        lines.append(Line(_tr("Tidak boleh {0}.").format(", ".join(may_not)), "warning"))
    return lines


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    rest = len(names) - _NAMED
    return _tr("{0}, dan {1} lagi").format(shown, number(rest)) if rest > 0 else shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sites", text)
