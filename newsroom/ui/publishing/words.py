"""What people are told of sites, of sending, and of the queue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.app.portals import role_words
from newsroom.exchange.errors import in_words
from newsroom.portal.moments import zone_of
from newsroom.portal.push.words import field_words, status_words
from newsroom.store.deliveries.records import DELETED
from newsroom.story.days import written_day

if TYPE_CHECKING:
    from newsroom.portal.accounts import SiteAccount
    from newsroom.portal.wordpress.account import Account
    from newsroom.store.deliveries.records import Delivery, Push

_MEGABYTE = 1_000_000


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Publishing", text)


def steps() -> dict[str, str]:
    """Return what a push does, step by step, in the order that it is done in."""
    return {
        "connect": tr("Menghubungi situs"),
        "look": tr("Memeriksa yang sudah ada"),
        "terms": tr("Menyiapkan rubrik dan tag"),
        "media": tr("Mengunggah foto"),
        "post": tr("Mengirim naskah"),
        "verify": tr("Membandingkan hasilnya"),
    }


def step_of(name: str) -> str:
    """Return the step that people are told of for one of the push's own."""
    return "media" if name in ("caption", "sizes") else name


def megabytes(done: int, total: int) -> str:
    """Say how much of the pictures has been sent.

    >>> megabytes(1_300_000, 12_000_000)
    '1,3 dari 12,0 MB foto'
    """
    share = f"{done / _MEGABYTE:.1f} dari {total / _MEGABYTE:.1f}"
    return tr("{0} MB foto").format(share.replace(".", ","))


def roles(names: Sequence[str]) -> str:
    """Say what an account is on a site.

    >>> roles(("author",)), roles(())
    ('Penulis', 'tanpa peran')
    """
    return role_words(names)


def rights(account: Account) -> str:
    """Say what an account may do, as far as it matters to a story."""
    may = [
        word
        for right, word in (
            ("edit_posts", tr("menulis")),
            ("upload_files", tr("mengunggah foto")),
            ("publish_posts", tr("menerbitkan")),
        )
        if account.can(right)
    ]
    return tr("boleh {0}").format(", ".join(may)) if may else tr("tidak boleh menulis")


def logged_in(account: SiteAccount) -> str:
    """Say who is logged in, with what rights, and since when that is known."""
    who = account.facts.account
    known = tr("Masuk sebagai {0} ({1}): {2}. Data situs per {3}.")
    name = who.name.strip() or account.login
    return known.format(name, roles(who.roles), rights(who), when(account.fetched))


def on_site(delivery: Delivery, changed: Sequence[str] = (), zone: tzinfo | None = None) -> str:
    """Say what a story is on the site already, and which fields people changed there."""
    told = [_standing(delivery, zone)]
    if changed:
        names = ", ".join(field_words(name) for name in changed)
        told.append(tr("Diubah orang di situs: {0}.").format(names))
    if delivery.looked is not None:
        told.append(tr("Terakhir dilihat di situs {0}.").format(when(delivery.looked)))
    return " ".join(told)


def _standing(delivery: Delivery, zone: tzinfo | None) -> str:
    if delivery.status == DELETED:
        return tr("Sudah dihapus dari situs; dikirim {0}.").format(when(delivery.moment))
    if delivery.status == "trash":
        return tr("Ada di tempat sampah situs; dikirim {0}.").format(when(delivery.moment))
    status, date = status_words(delivery.status), delivery.date
    if date is not None and delivery.status == "publish":
        return tr("Tayang di situs sejak {0}.").format(when(date, zone))
    if date is not None and delivery.status == "future":
        return tr("Terjadwal di situs, tayang {0}.").format(when(date, zone))
    return tr("Sudah ada di situs sebagai {0} sejak {1}.").format(status, when(delivery.moment))


def when(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return day and time as this computer's clock has them, or in another zone."""
    local = moment.astimezone(zone)
    return f"{written_day(local)} pukul {local:%H.%M} {zone_of(local)}"


def state_words(push: Push, now: datetime) -> str:
    """Say how a push stands, and when it is tried again."""
    if push.next_try is None or not push.state.is_open:
        return push.state.label
    if push.next_try <= now:
        return tr("Menunggu giliran")
    local, today = push.next_try.astimezone(), now.astimezone()
    is_today = local.date() == today.date()
    at = f"{local:%H.%M}" if is_today else f"{local:%d/%m/%Y %H.%M}"
    return tr("Menunggu, dicoba lagi {0}").format(at)


def why(push: Push) -> str:
    """Say why a push does not go on, in the window's words."""
    return question_words(push)


def question_words(push: Push) -> str:
    """Say what a person is asked, in short."""
    known = {
        "conflict": tr("Tulisan ini diubah di situs sejak terakhir dikirim."),
        "gone": tr("Tulisan ini kini berupa halaman di situs.")
        if push.question.get("page")
        else tr("Tulisan ini sudah dihapus dari situs."),
        "trashed": tr("Tulisan ini ada di tempat sampah situs."),
        "found": tr("Di situs sudah ada tulisan dengan judul dan alamat yang sama."),
        "site": tr("Alamat situs di profil portal berubah sejak naskah ini dikirim."),
        "confirm": tr("Pembaca akan melihatnya: perlu persetujuan."),
        "past": tr("Waktu tayang yang diminta sudah lewat."),
    }
    return known.get(str(push.question.get("kind")), in_window(push.error))


def counted(waiting: int, asking: int) -> str:
    """Say for the line below how many uploads wait, and how many need a person.

    >>> counted(2, 0), counted(1, 1), counted(0, 0)
    ('↑ 2 unggahan menunggu', '↑ 1 unggahan menunggu, 1 perlu ditangani', '')
    """
    if waiting and asking:
        return tr("↑ {0} unggahan menunggu, {1} perlu ditangani").format(waiting, asking)
    if asking:
        return tr("↑ {0} unggahan perlu ditangani").format(asking)
    return tr("↑ {0} unggahan menunggu").format(waiting) if waiting else ""


_FOR_THE_COMMAND = (
    re.compile(r"\s*\(--[^()]*\)"),
    re.compile(r"\s*(?:Jawab “|Kirim lagi dengan persetujuan|Bandingkan kedua teks).*", re.DOTALL),
)
_LOGIN = re.compile(r"(Masuk (?:dulu|lagi)): newsroom portal add \S+")


def in_window(message: str) -> str:
    """Return what a fault says, without what only the command line can do.

    >>> in_window("Belum ada login untuk A. Masuk dulu: newsroom portal add https://a.example")
    'Belum ada login untuk A. Masuk dulu ke situs ini.'
    >>> in_window("Kirim sebagai menunggu tinjauan (--status pending); redaktur menerbitkannya.")
    'Kirim sebagai menunggu tinjauan; redaktur menerbitkannya.'
    """
    for pattern in _FOR_THE_COMMAND:
        message = pattern.sub("", message)
    return _LOGIN.sub(lambda match: tr("{0} ke situs ini.").format(match[1]), message)


def said(error: Exception) -> str:
    """Return what an error says in the window; those of libraries are not ready for it."""
    if type(error).__module__.startswith("newsroom."):
        return in_window(str(error))
    return in_words(error)
