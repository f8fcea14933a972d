"""Backups from the command line: made, brought back, proved; and everything as plain files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsroom.app import Newsroom
from newsroom.cli.streams import BadInput, emit_json, say
from newsroom.cli.tools import newsroom_of
from newsroom.exchange.characters import one_line

if TYPE_CHECKING:
    from newsroom.store.backup.merge import Arrived
    from newsroom.store.backup.restore import Restored
    from newsroom.store.recovery.report import RecoveryReport

PASSPHRASE = "NEWSROOM_BACKUP_PASSPHRASE"

Place = Annotated[Path, typer.Argument(metavar="TEMPAT", help="Folder, atau berkas .zip.")]


def backup(
    ctx: typer.Context,
    path: Place,
    passphrase: Annotated[
        bool,
        typer.Option(
            "--passphrase", help=f"Kunci dengan kata sandi (ditanyakan, atau dari {PASSPHRASE})."
        ),
    ] = False,
) -> int:
    """Buat cadangan lengkap: semua naskah, foto, dan pengaturan."""
    from newsroom.store.backup.whole import back_up_to

    newsroom = newsroom_of(ctx)
    word = _asked(twice=True) if passphrase else ""
    with _opened(newsroom):
        pass  # an older store is brought up to date, a damaged one made anew
    with _Told("cadangan") as progress:
        made = back_up_to(newsroom.home, path, word, progress)
    for name in made.faulty:
        say(f"foto {name} berubah isinya dan tidak ikut dicadangkan")
    manifest = made.manifest
    emit_json(
        {
            "path": str(made.path),
            "stories": manifest.stories,
            "pictures": len(manifest.media or ()),
            "schema": manifest.schema,
            "sealed": manifest.sealed,
            "faulty": list(made.faulty),
        }
    )
    return int(bool(made.faulty))


def restore(
    ctx: typer.Context,
    path: Place,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Pulihkan ke folder data yang baru."),
    ] = None,
) -> int:
    """Pulihkan cadangan: gabungkan ke data yang ada, atau ke folder baru."""
    from newsroom.app.starting import command_to_open
    from newsroom.store.backup.restore import restore_into, restore_to

    newsroom = newsroom_of(ctx)
    if to is None:
        with _opened(newsroom):
            pass

    def work(passphrase: str) -> Restored:
        with _Told("pemulihan") as progress:
            if to is None:
                return restore_into(newsroom.home, path, passphrase, progress)
            return restore_to(path, to.expanduser().absolute(), passphrase, progress)

    done = _with_passphrase(work)
    for name in done.missing:
        say(f"foto {name} tidak ada di cadangan, atau rusak")
    for one in done.stories.unread:
        say(f"naskah {one.id[:8]} di cadangan tidak terbaca")
    emit_json(_restored(done))
    if to is not None:
        say(f"untuk membukanya: {command_to_open(done.home)}")
    return int(bool(done.missing or done.stories.unread))


def verify(
    ctx: typer.Context,
    backup: Annotated[
        Path | None,
        typer.Option("--backup", metavar="TEMPAT", help="Periksa cadangan ini, bukan datanya."),
    ] = None,
) -> int:
    """Periksa apakah data, atau sebuah cadangan, masih utuh."""
    from newsroom.store.backup.verify import Proof, verify_backup, verify_store

    newsroom = newsroom_of(ctx)

    def work(passphrase: str) -> Proof:
        with _Told("pemeriksaan") as progress:
            if backup is None:
                return verify_store(newsroom.home, progress)
            return verify_backup(backup, newsroom.home, passphrase, progress)

    proof = _with_passphrase(work)
    for fault in proof.faults:
        say(fault)
    emit_json(
        {
            "path": str(backup or newsroom.home),
            "ok": proof.is_good,
            "stories": proof.stories,
            "pictures": proof.pictures,
            "backups": proof.backups,
            "faults": proof.faults,
        }
    )
    return int(not proof.is_good)


def export_all(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder kosong, atau folder ekspor yang dulu.")
    ],
) -> int:
    """Tulis semua naskah sebagai berkas biasa; yang terhenti dapat diteruskan."""
    newsroom = newsroom_of(ctx)
    with _Told("ekspor") as progress:
        done = newsroom.export_all(folder, progress)
    for id, name in done.without_picture:
        say(f"naskah {id[:8]}: foto {name} tidak ada")
    if done.with_sources:
        say(f"narasumber di {done.with_sources} naskah tidak ikut ditulis")
    if done.pictures:
        say("fotonya asli, dengan letak GPS dan wajah sebelum disamarkan; jangan dibagikan")
    emit_json(
        {
            "folder": str(done.folder),
            "written": done.written,
            "unchanged": done.unchanged,
            "pictures": done.pictures,
            "with_sources": done.with_sources,
            "without_picture": [{"id": id, "file": name} for id, name in done.without_picture],
        }
    )
    return 0


BACKUP_COMMANDS: dict[str, Callable[..., int]] = {
    "backup": backup,
    "restore": restore,
    "verify": verify,
    "export-all": export_all,
}


def say_recovery(report: RecoveryReport) -> None:
    """Tell what was saved from a damaged store."""
    for line in report.lines():
        say(line)


def _restored(done: Restored) -> dict[str, Any]:
    from newsroom.store.backup.merge import Verdict

    return {
        "home": str(done.home),
        "before": str(done.before) if done.before else None,
        "added": [_arrived(one) for one in done.stories.of(Verdict.NEW)],
        "replaced": [_arrived(one) for one in done.stories.of(Verdict.NEWER)],
        "both_kept": [_arrived(one) for one in done.stories.of(Verdict.APART)],
        "same": len(done.stories.of(Verdict.SAME)),
        "older": len(done.stories.of(Verdict.OLDER)),
        "unreadable": [one.id for one in done.stories.unread],
        "pictures": done.pictures,
        "missing_pictures": list(done.missing),
        "words": done.words,
        "ignored": done.marks,
        "settings": list(done.settings),
    }


def _arrived(one: Arrived) -> dict[str, str]:
    return {"id": one.now, "headline": one_line(one.headline), "was": one.id}


def _opened(newsroom: Newsroom) -> Any:
    from contextlib import closing

    return closing(newsroom.open_store())


def _with_passphrase(work: Callable[[str], Any]) -> Any:
    """Do the work; a passphrase is asked for only where one is needed."""
    from newsroom.store.backup.errors import PassphraseNeeded

    try:
        return work(os.environ.get(PASSPHRASE, ""))
    except PassphraseNeeded:
        return work(_asked())


def _asked(*, twice: bool = False) -> str:
    """Return the passphrase from the environment, else from whoever sits there."""
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(f"kata sandi cadangan belum diberikan; isikan lewat {PASSPHRASE}")
    import getpass

    word = getpass.getpass("Kata sandi cadangan: ", sys.stderr)
    if not word or (twice and getpass.getpass("Sekali lagi: ", sys.stderr) != word):
        raise BadInput("kedua kata sandi tidak sama, atau kosong")
    return word


class _Told:
    """Tells on a terminal, in one line, how far the work is. Ctrl+C ends it cleanly."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1
        self._shows = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Callable[[int, int], bool]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._shows and self._shown >= 0:
            sys.stderr.write("\n")

    def _tell(self, done: int, total: int) -> bool:
        percent = 100 * done // max(total, 1)
        if self._shows and percent != self._shown:
            self._shown = percent
            sys.stderr.write(f"\rnewsroom: {self._what} {percent}%")
            sys.stderr.flush()
        return True
