"""What backups are called, how large they are and when they were made, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.overview import Seen, Where
from newsroom.ui.versions.rows import day_named
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.backup.foretelling import Foretold
    from newsroom.store.backup.merge import Merged
    from newsroom.store.backup.restore import Restored
    from newsroom.store.backup.verify import Proof

_UNITS = ("byte", "KB", "MB", "GB", "TB")


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("BackupWords", text)


def size_words(size: int) -> str:
    """Return a number of bytes as people count them.

    >>> size_words(870), size_words(12_400_000), size_words(4_000_000_000)
    ('870 byte', '12,4 MB', '4 GB')
    """
    value, unit = float(size), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    told = f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"
    return f"{told.replace('.', ',')} {_UNITS[unit]}"


def moment_words(moment: datetime, today: date) -> str:
    """Return when something was.

    >>> moment_words(datetime(2026, 11, 28, 10, 42), date(2026, 11, 28))
    'Hari ini, 10.42'
    """
    return f"{day_named(moment.date(), today)}, {moment:%H.%M}"


def kind_words(kind: Kind) -> str:
    """Return why a backup was made."""
    return {
        Kind.AUTOMATIC: tr("Otomatis"),
        Kind.MIGRATION: tr("Sebelum pembaruan"),
        Kind.RESTORE: tr("Sebelum penggabungan"),
        Kind.WHOLE: tr("Diminta"),
    }[kind]


def row_of(one: Seen, today: date) -> tuple[str, ...]:
    """Return what a list says of a backup."""
    where = {
        Where.FIRST: tr("Komputer ini"),
        Where.SECOND: tr("Tempat kedua"),
        Where.ELSEWHERE: tr("Tempat lain"),
    }[one.where]
    if (made := one.manifest) is None:
        when = one.path.name.rpartition("_")[0].replace("_", ", ")
        return when, tr("Rusak, tidak terbaca"), "–", size_words(one.size), where, "–"
    return (
        moment_words(made.made.astimezone(), today),
        kind_words(made.kind),
        number(made.stories),
        size_words(one.size),
        where,
        tr("Ada") if made.sealed else tr("Tidak"),
    )


def name_of(one: Seen, today: date) -> str:
    """Return what a backup is called in a sentence."""
    if one.manifest is None:
        return one.path.name
    return moment_words(one.manifest.made.astimezone(), today).lower()


def foretold_lines(told: Foretold) -> list[tuple[int, str]]:
    """Return what merging would do: how many, and what happens to them; nothing for none."""
    lines = [*_story_lines(told.stories), (told.pictures, tr("foto ditambahkan"))]
    lines.append((len(told.settings), tr("berkas pengaturan yang belum ada di sini ditambahkan")))
    return [(count, words) for count, words in lines if count]


def merged_words(done: Restored) -> str:
    """Say what merging has done."""
    from newsroom.store.backup.merge import Verdict

    told = [
        (len(done.stories.of(Verdict.NEW)), tr("naskah ditambahkan")),
        (len(done.stories.of(Verdict.NEWER)), tr("naskah diganti yang lebih baru")),
        (len(done.stories.of(Verdict.APART)), tr("naskah berbeda disimpan tersendiri")),
        (done.pictures, tr("foto ditambahkan")),
        (done.words, tr("kata kamus ditambahkan")),
    ]
    said = ", ".join(f"{number(count)} {words}" for count, words in told if count)
    return tr("Cadangan digabungkan: {0}.").format(said or tr("tidak ada yang baru"))


def faults_of(done: Restored) -> list[str]:
    """Return what of a backup did not come, a line each."""
    missing = tr("Foto {0} tidak ada di cadangan, atau rusak.")
    unread = tr("Naskah {0} di cadangan tidak terbaca.")
    return [
        *(missing.format(name) for name in done.missing),
        *(unread.format(one.id[:8]) for one in done.stories.unread),
    ]


def proof_words(proof: Proof, what: str) -> str:
    """Say what looking through something has shown."""
    counted = tr("{0} naskah dan {1} foto").format(number(proof.stories), number(proof.pictures))
    if proof.is_good:
        return tr("{0} utuh: {1} diperiksa, tidak ada yang salah.").format(what, counted)
    told = tr("{0} tidak utuh: {1} kesalahan ditemukan.").format(what, number(len(proof.faults)))
    return f"{told} {_first(proof.faults)}"


def _first(faults: Iterable[str]) -> str:
    return next(iter(faults), "")


def _story_lines(stories: Merged) -> list[tuple[int, str]]:
    from newsroom.store.backup.merge import Verdict

    words = {
        Verdict.NEW: tr("naskah tidak ada di sini: ditambahkan"),
        Verdict.NEWER: tr(
            "naskah lebih baru di cadangan: menggantikan yang di sini, "
            "dan yang lama tetap ada di riwayat versinya"
        ),
        Verdict.APART: tr("naskah ditulis berbeda di kedua tempat: dua-duanya disimpan"),
        Verdict.OLDER: tr("naskah lebih lama dari yang di sini: dilewati"),
        Verdict.SAME: tr("naskah sama: dilewati"),
    }
    lines = [(len(stories.of(verdict)), told) for verdict, told in words.items()]
    return [*lines, (len(stories.unread), tr("naskah di cadangan tidak terbaca"))]
