"""Proving that a store, or a backup, is what it should be. Nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from newsroom.store.backup.errors import BackupDamaged, NoBackup
from newsroom.store.backup.making import scratch
from newsroom.store.backup.manifest import MANIFEST, picture_digest
from newsroom.store.backup.opened import Backup, opened
from newsroom.store.backup.shelf import Shelf
from newsroom.store.backup.snapshot import facts, read_only
from newsroom.store.backup.tally import Progress, Tally
from newsroom.store.comments import comments_of
from newsroom.store.database import Database, open_database
from newsroom.store.durable import digest_of
from newsroom.store.errors import StoreError
from newsroom.store.failures import translated
from newsroom.store.media import Media
from newsroom.store.place import DATABASE, HEAD, MEDIA
from newsroom.store.recovery.suspects import suspects
from newsroom.store.schema import CommentRow, PhotoRow, StoryRow
from newsroom.store.search.verify import verify_index
from newsroom.store.stories import Stories
from newsroom.store.versions.beside import states_beside
from newsroom.store.versions.versions import Versions

_MOST = 20  # faults that SQLite is asked for


@dataclass(slots=True)
class Proof:
    """What was looked through, and what is wrong with it, a line each."""

    stories: int = 0
    pictures: int = 0
    backups: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults


def verify_store(home: Path, progress: Progress | None = None) -> Proof:
    """Look through a store: its tables, index, versions, comments, each byte of its pictures.

    A store of an older version is not brought up to date by it; of such a one the tables
    and the pictures are looked at. Raises StoreError, Stopped.
    """
    proof = Proof()
    database = home / DATABASE
    if not database.is_file():
        raise NoBackup(f"Belum ada data Newsroom di {home}.")
    with translated(home):
        pictures = sorted((home / MEDIA).glob("??/*"))
        tally = Tally(progress, sum(path.stat().st_size for path in pictures) + 1)
        schema = _tables(database, proof)
        if proof.is_good and schema == HEAD:
            proof.faults += _changed_by_themselves(database)
            opened_ = open_database(database)
            try:
                _contents(opened_, home, proof)
            finally:
                opened_.close()
        for path in pictures:
            name = f"{path.parent.name}/{path.name}"
            digest = picture_digest(name)
            if digest and digest_of(path) != digest:
                proof.faults.append(f"Foto {name} berubah isinya.")
            proof.pictures += bool(digest)
            tally.add(path.stat().st_size)
    return proof


def verify_backup(
    path: Path, home: Path, passphrase: str = "", progress: Progress | None = None
) -> Proof:
    """Look through a backup, or all of a place: what the manifests say is there, just so.

    Raises StoreError (NoBackup, PassphraseNeeded, WrongPassphrase), Stopped.
    """
    proof = Proof()
    shelf = Shelf(path)
    is_place = path.is_dir() and not (path / MANIFEST).is_file()
    paths = [kept.path for kept in shelf.backups()] if is_place else [path]
    if not paths:
        raise NoBackup(f"Tidak ada cadangan Newsroom di {path}.")
    good: set[str] = set()  # pictures that other backups of the place have too
    for one in paths:
        proof.backups += 1
        try:
            with opened(one, passphrase) as backup, translated(home):
                _of_backup(backup, home, proof, progress, good)
        except BackupDamaged as error:
            proof.faults.append(str(error))
    damaged = [folder for folder in shelf.folders() if folder not in paths] if is_place else []
    proof.faults += [f"Cadangan {folder} tidak terbaca." for folder in damaged]
    return proof


def _of_backup(
    backup: Backup, home: Path, proof: Proof, progress: Progress | None, good: set[str]
) -> None:
    manifest = backup.manifest
    pictures = [name for name in manifest.media or () if name not in good]
    tally = Tally(progress, manifest.database.size * 2 + len(pictures) * 1_000_000)
    with scratch(home) as folder:
        copy = folder / DATABASE
        backup.database(copy, tally)
        _tables(copy, proof)
        proof.stories = max(proof.stories, manifest.stories)
    for name in pictures:
        try:
            backup.prove_picture(name)
            good.add(name)
            proof.pictures += 1
        except BackupDamaged as error:
            proof.faults.append(str(error))
        tally.add(1_000_000)
    for name in manifest.settings:
        try:
            backup.prove_setting(name)
        except BackupDamaged as error:
            proof.faults.append(str(error))


def _tables(database: Path, proof: Proof) -> str:
    """Have SQLite look at all of the file; return the revision of its tables."""
    try:
        with closing(read_only(database)) as store:
            for (told,) in store.execute(f"PRAGMA integrity_check({_MOST})"):
                if told != "ok":
                    proof.faults.append(f"Basis data: {told}")
            for table, row, parent, _ in store.execute("PRAGMA foreign_key_check"):
                proof.faults.append(f"Basis data: baris {row} di {table} tanpa {parent}.")
            known = facts(store)
            proof.stories = max(proof.stories, known.stories)
            return known.schema
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        proof.faults.append(f"Basis data: {error}")
        return ""


def _changed_by_themselves(database: Path) -> Iterator[str]:
    with closing(read_only(database)) as store:
        store.text_factory = lambda content: content.decode("utf-8", "replace")
        for id in suspects(store)[0]:
            (headline,) = store.execute("SELECT headline FROM story WHERE id = ?", (id,)).fetchone()
            yield (
                f"Naskah {id[:8]}, “{headline}”, berubah sendiri di cakram sejak disimpan. "
                "Bukalah: yang masih utuh dari naskah itu dikembalikan."
            )


def _contents(database: Database, home: Path, proof: Proof) -> None:
    try:
        if proof.is_good:  # else the index is made anew with the stories
            proof.faults += verify_index(database)
        proof.faults += Versions(database, Stories(database)).verify()
        proof.faults += _of_desk(database)
        proof.faults += _missing_pictures(database, Media(home / MEDIA))
    except StoreError as error:
        proof.faults.append(str(error))
    except (ValueError, TypeError):
        pass  # of a story that is told of already


def _of_desk(database: Database) -> Iterator[str]:
    """Yield what can't be read of reviews, of states handed over, and of comments."""
    with database.read() as session:
        for id, state in states_beside(session):
            if state is None:
                yield f"Naskah {id[:8]}: teks pembanding untuk suntingan atau serah-terima rusak."
        counted = select(StoryRow.id, StoryRow.number, func.count()).join(CommentRow)
        for id, number, count in session.execute(counted.group_by(StoryRow.number)).all():
            if lost := count - len(comments_of(session, number)):
                yield f"Naskah {id[:8]}: {lost} komentar tidak terbaca."


def _missing_pictures(database: Database, media: Media) -> Iterator[str]:
    with database.read() as session:
        digests = set(session.scalars(select(PhotoRow.digest).where(PhotoRow.digest != "")))
    for digest in sorted(digests):
        if media.path(digest) is None:
            yield f"Foto {digest[:12]}… tidak ada di penyimpanan."
