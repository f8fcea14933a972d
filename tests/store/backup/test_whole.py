"""A backup that is asked for, brought back byte for byte or merged, and proved."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.language.ignored import Ignored
from newsroom.store.backup.errors import (
    BackupDamaged,
    NoBackup,
    PassphraseNeeded,
    PlaceTaken,
    WrongPassphrase,
)
from newsroom.store.backup.merge import Verdict
from newsroom.store.backup.opened import opened
from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.verify import verify_backup, verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.durable import Stopped
from newsroom.store.errors import StoreError, StoreTooNew
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.source import Source
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.store.backup.conftest import contents

Add = Callable[..., Story]
WAYS = [("cadangan", ""), ("cadangan.zip", ""), ("kunci", "kopi pahit"), ("kunci.zip", "kopi")]


def everything(store: Store) -> list[Story]:
    everything = store.everything()
    ids = [id for id, _ in everything.revisions()]
    return [story for story, _ in everything.stories(ids)]


@pytest.mark.parametrize(("name", "passphrase"), WAYS)
def test_what_is_brought_back_is_the_same_byte_for_byte(
    home: Path, store: Store, tmp_path: Path, add: Add, name: str, passphrase: str
) -> None:
    story = add("Panen", b"panen" * 70_000, sources=(Source("Narasumber Rekaan"),))
    store.stories.save(replace(story, status=Status.SUBMITTED))
    store.stories.discard(add("Dibuang").id)
    store.words.add("Latsar")
    store.ignored.add("kabar", Ignored("spelling", "Latsar"))
    store.workspace.set("open", story.id)
    (home / "templates").mkdir()
    (home / "templates" / "kilas.md").write_text("isi")

    made = back_up_to(home, tmp_path / name, passphrase)
    restored = restore_to(made.path, tmp_path / "baru", passphrase)

    with opened(made.path, passphrase) as backup:
        backup.database(tmp_path / "asli.db")
    assert (tmp_path / "baru" / DATABASE).read_bytes() == (tmp_path / "asli.db").read_bytes()
    assert contents(tmp_path / "baru" / MEDIA) == contents(home / MEDIA)
    assert (tmp_path / "baru" / "templates" / "kilas.md").read_text() == "isi"
    assert (restored.pictures, restored.missing) == (1, ())
    with closing(Store.open(tmp_path / "baru")) as other:
        assert everything(other) == everything(store)
        assert other.versions.list(story.id) == store.versions.list(story.id)
        assert other.words.all() == ["Latsar"]
        assert other.ignored.all("kabar") == [Ignored("spelling", "Latsar")]
        assert other.workspace.get("open") == story.id
    assert verify_store(tmp_path / "baru").is_good


def test_what_is_there_is_never_written_over(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    folder, file = tmp_path / "folder", tmp_path / "berkas.zip"
    folder.mkdir()
    (folder / "surat.txt").write_text("surat")
    file.write_text("bukan zip")

    made = back_up_to(home, folder)
    assert made.path.parent == folder
    assert (folder / "surat.txt").read_text() == "surat"
    with pytest.raises(PlaceTaken, match="tidak ditimpa"):
        back_up_to(home, file)
    with pytest.raises(PlaceTaken, match="sudah ada data"):
        restore_to(made.path, home)


@pytest.mark.parametrize("name", ["cadangan", "cadangan.zip"])
def test_one_that_is_stopped_leaves_nothing(
    home: Path, tmp_path: Path, add: Add, name: str
) -> None:
    add("Panen", b"panen" * 1_000)
    place = tmp_path / "luar"
    place.mkdir()
    steps: list[int] = []

    def progress(done: int, total: int) -> bool:
        steps.append(done)
        return len(steps) < 3

    with pytest.raises(Stopped):
        back_up_to(home, place / name, progress=progress)

    assert list(place.iterdir()) == []


def test_a_real_passphrase_that_is_wrong_says_so(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    made = back_up_to(home, tmp_path / "kunci.zip", "kopi pahit")

    with pytest.raises(WrongPassphrase, match="salah"):
        restore_to(made.path, tmp_path / "baru", "teh manis")
    with pytest.raises(PassphraseNeeded, match="kata sandi"):
        restore_to(made.path, tmp_path / "baru")
    assert not (tmp_path / "baru" / DATABASE).exists()
    with pytest.raises(WrongPassphrase, match="kosong"):
        back_up_to(home, tmp_path / "lain.zip", "  ")


def test_a_passphrase_is_the_same_however_its_letters_are_composed(
    home: Path, tmp_path: Path, add: Add
) -> None:
    add("Panen")
    back_up_to(home, tmp_path / "kunci", "caf\u00e9")

    assert verify_backup(tmp_path / "kunci", home, "cafe\u0301").is_good


def test_nothing_of_a_story_stands_in_a_locked_backup(home: Path, tmp_path: Path, add: Add) -> None:
    add("Judul Rahasia", b"wajah rahasia", body="isi rahasia")
    made = back_up_to(home, tmp_path / "kunci", "kopi")

    for content in contents(made.path).values():
        assert b"ahasia" not in content


def test_memory_stays_small_with_large_pictures(tmp_path: Path) -> None:
    script = (
        "import os, resource, sys; from pathlib import Path\n"
        "import pyrage\n"
        "from newsroom.store.backup.sealing import Seal, close_with\n"
        "from newsroom.store.backup.whole import back_up_to\n"
        "from newsroom.store.store import Store\n"
        "home = Path(sys.argv[1])\n"
        "seal = Seal(str(pyrage.x25519.Identity.generate().to_public()), b'')\n"
        "store = Store.open(home)\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with (home / 'foto.jpg').open('wb') as picture:\n"
        "    for _ in range(80): picture.write(os.urandom(1_000_000))\n"
        "store.media.add(home / 'foto.jpg')\n"
        "back_up_to(home, home / 'luar.zip')\n"
        "with (home / 'foto.jpg').open('rb') as one, (home / 'foto.age').open('wb') as two:\n"
        "    close_with(seal, one, two)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    child = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(child, capture_output=True, text=True)

    assert done.stderr == ""
    assert int(done.stdout) < 40_000  # kB: half of the one picture


@pytest.mark.parametrize(("name", "passphrase"), WAYS)
def test_no_flipped_byte_passes_for_good(
    home: Path, tmp_path: Path, add: Add, name: str, passphrase: str
) -> None:
    add("Panen", b"panen" * 100, body="kata " * 2_000)
    made = back_up_to(home, tmp_path / name, passphrase)
    chance = random.Random(5)
    files = [made.path] if made.path.is_file() else sorted(made.path.rglob("*.*"))
    held = [path for path in files if path.is_file() and path.name != "BACA-SAYA.txt"]
    with opened(made.path, passphrase) as backup:
        backup.database(tmp_path / "asli.db")
    good = (tmp_path / "asli.db").read_bytes()

    for _ in range(15):
        path = chance.choice(held)
        content = path.read_bytes()
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        try:
            with opened(made.path, passphrase) as backup:
                backup.database(tmp_path / "balik.db")
                assert (tmp_path / "balik.db").read_bytes() == good
                for picture in backup.manifest.media or ():
                    backup.picture(picture, tmp_path / "balik.jpg")
                    assert (tmp_path / "balik.jpg").read_bytes() == b"panen" * 100
        except StoreError:
            pass
        path.write_bytes(content)


def test_what_is_no_backup_says_so(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    (tmp_path / "surat.zip").write_text("surat")
    with zipfile.ZipFile(tmp_path / "lain.zip", "w") as archive:
        archive.writestr("surat.txt", "surat")

    for name, error in [
        ("surat.zip", BackupDamaged),
        ("lain.zip", NoBackup),
        ("tidak-ada", NoBackup),
    ]:
        with pytest.raises(error):
            restore_to(tmp_path / name, tmp_path / "baru")


def test_names_that_lead_out_of_the_backup_are_refused(
    home: Path, tmp_path: Path, add: Add
) -> None:
    add("Panen", b"panen")
    made = back_up_to(home, tmp_path / "cadangan")
    manifest = made.path / "manifest.json"
    good = json.loads(manifest.read_text())
    part = good["database"]

    for change in (
        {"media": ["../../etc/passwd"]},
        {"media": ["ab/../../x"]},
        {"settings": {"../keluar.toml": part}},
        {"settings": {"/etc/keluar.toml": part}},
        {"settings": {"house/..\\keluar.toml": part}},
    ):
        manifest.write_text(json.dumps(good | change))
        with pytest.raises(BackupDamaged):
            restore_to(made.path, tmp_path / "baru")


def test_a_backup_by_a_newer_program_is_refused(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    made = back_up_to(home, tmp_path / "cadangan")
    manifest = made.path / "manifest.json"
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(told | {"format": "newsroom-backup/2"}))
    with pytest.raises(BackupDamaged, match="lebih baru"):
        restore_to(made.path, tmp_path / "baru")


def test_stories_by_a_newer_program_are_not_merged(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    add("Panen")
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    made = back_up_to(home, tmp_path / "cadangan")

    other = tmp_path / "lain"
    Store.open(other).close()
    with pytest.raises(StoreTooNew):
        restore_into(other, made.path)


# Merging.


def test_stories_that_are_not_there_come_in_with_all_they_have(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    story = add("Panen", b"panen", sources=(Source("Narasumber Rekaan"),))
    story = store.stories.save(
        replace(story, headline="Panen Raya"), mark=Mark(StepKind.EXPORT, note="paket")
    )
    binned = add("Dibuang")
    store.stories.discard(binned.id)
    store.words.add("Latsar")
    store.ignored.add("kabar", Ignored("spelling", "Latsar"))
    made = back_up_to(home, tmp_path / "cadangan.zip")
    there = tmp_path / "lain"
    with closing(Store.open(there)) as other:
        own = other.stories.save(Story(headline="Sendiri"))
        other.words.add("latsar")

    done = restore_into(there, made.path)

    assert [one.headline for one in done.stories.of(Verdict.NEW)] == ["Panen Raya", "Dibuang"]
    assert (done.pictures, done.words, done.marks) == (1, 0, 1)
    with closing(Store.open(there)) as other:
        assert other.stories.get(story.id) == story
        assert other.stories.get(own.id) == own
        assert other.versions.list(story.id)[0].note == "paket"
        assert {one.id for one in other.stories.list()} == {story.id, own.id}
        assert [one.id for one in other.stories.list(query="raya")] == [story.id]
        assert other.words.all() == ["latsar"]
        assert other.media.path(story.photos[0].digest)
    assert verify_store(there).is_good
    assert done.before
    assert verify_backup(done.before, there).stories == 1


def test_merging_again_changes_nothing(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen", b"panen")
    made = back_up_to(home, tmp_path / "cadangan")
    there = tmp_path / "lain"
    Store.open(there).close()
    restore_into(there, made.path)

    again = restore_into(there, made.path)

    assert again.stories.of(Verdict.NEW) == []
    assert len(again.stories.of(Verdict.SAME)) == 1
    assert again.pictures == 0


def test_an_older_state_of_this_very_store_is_left_out(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    story = add("Pagi")
    made = back_up_to(home, tmp_path / "cadangan")
    later = store.stories.save(replace(story, headline="Siang"))

    done = restore_into(home, made.path)

    assert len(done.stories.of(Verdict.OLDER)) == 1
    assert store.stories.get(story.id) == later
    assert len(store.stories.list()) == 1


def copied_store(home: Path, to: Path, tmp_path: Path) -> Store:
    """Bring a store to another computer."""
    made = back_up_to(home, tmp_path / f"pindah-{to.name}")
    restore_to(made.path, to)
    return Store.open(to)


def test_a_state_that_came_out_of_this_one_takes_its_place(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    story = add("Pagi")
    with closing(copied_store(home, tmp_path / "lain", tmp_path)) as other:
        other.versions.mark(other.stories.get(story.id), Mark(StepKind.EXPORT))
        later = other.stories.save(replace(story, headline="Siang"))
        made = back_up_to(tmp_path / "lain", tmp_path / "dari-lain")

    done = restore_into(home, made.path)

    assert [one.headline for one in done.stories.of(Verdict.NEWER)] == ["Siang"]
    assert store.stories.get(story.id) == later
    assert store.versions.list(story.id) != []
    assert verify_store(home).is_good


def test_where_both_were_written_on_both_stay(
    home: Path, store: Store, tmp_path: Path, add: Add
) -> None:
    story = add("Pagi")
    with closing(copied_store(home, tmp_path / "lain", tmp_path)) as other:
        theirs = other.stories.save(replace(story, headline="Siang di sana"))
        theirs = other.stories.save(replace(theirs, body="lebih panjang"))
        made = back_up_to(tmp_path / "lain", tmp_path / "dari-lain")
    ours = store.stories.save(replace(story, headline="Siang di sini"))

    for _ in range(2):
        done = restore_into(home, made.path)

        assert store.stories.get(story.id) == ours
        (other_id,) = {one.id for one in store.stories.list()} - {story.id}
        kept = store.stories.get(other_id)
        assert (kept.headline, kept.body) == ("Siang di sana", "lebih panjang")
        assert len(store.stories.list()) == 2
    assert done.stories.of(Verdict.APART) == []


def test_a_merge_that_is_stopped_can_be_done_again(home: Path, tmp_path: Path, add: Add) -> None:
    for number in range(5):
        add(f"Berita {number}", f"foto {number}".encode())
    made = back_up_to(home, tmp_path / "cadangan")
    there = tmp_path / "lain"
    Store.open(there).close()
    for stop in range(1, 7):
        steps: list[int] = []

        def progress(done: int, total: int, steps: list[int] = steps, stop: int = stop) -> bool:
            steps.append(done)
            return len(steps) < stop

        with pytest.raises(Stopped):
            restore_into(there, made.path, progress=progress)

    restore_into(there, made.path)

    with closing(Store.open(there)) as other:
        assert len(other.stories.list()) == 5
    assert verify_store(there).is_good
    assert not list(there.glob(".cadangan-*"))


def test_the_settings_a_newsroom_has_stay_its_own(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    (home / "house").mkdir()
    (home / "house" / "kabar.toml").write_text("dari cadangan")
    (home / "house" / "warta.toml").write_text("dari cadangan")
    made = back_up_to(home, tmp_path / "cadangan")
    (home / "house" / "kabar.toml").write_text("sendiri")
    (home / "house" / "warta.toml").unlink()

    done = restore_into(home, made.path)

    assert done.settings == ("house/warta.toml",)
    assert (home / "house" / "kabar.toml").read_text() == "sendiri"


# Proving.


def test_a_sound_store_is_proved(home: Path, store: Store, add: Add) -> None:
    add("Panen", b"panen")
    before = contents(home)

    proof = verify_store(home)

    assert (proof.faults, proof.stories, proof.pictures) == ([], 1, 1)
    assert contents(home)[DATABASE] == before[DATABASE]


def test_each_fault_is_told(home: Path, store: Store, add: Add) -> None:
    add("Panen", b"panen")
    gone = add("Hujan", b"hujan")
    path = store.media.path(gone.photos[0].digest)
    assert path
    path.unlink()
    (other,) = (home / MEDIA).rglob("*.jpg")
    other.write_bytes(b"lain")
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute("DROP TRIGGER story_index_update")
        database.execute("UPDATE story SET headline = 'Kemarau' WHERE headline = 'Panen'")
        database.execute(
            "INSERT INTO photo SELECT 77, 0, file, caption, credit, alt, taken, place,"
            " lead, digest, details FROM photo LIMIT 1"
        )

    told = "\n".join(verify_store(home).faults)

    assert "tanpa story" in told
    assert "berubah isinya" in told


def test_a_damaged_backup_in_a_place_is_told(home: Path, tmp_path: Path, add: Add) -> None:
    from newsroom.store.backup.automatic import back_up_if_due

    add("Panen", b"panen")
    made = back_up_if_due(home).first
    assert made
    (picture,) = (home / "backups").rglob("*.jpg")
    picture.write_bytes(b"rusak")

    assert "hilang atau berubah" in verify_backup(home / "backups", home).faults[0]

    (made.path / DATABASE).write_bytes(b"rusak")
    assert not verify_backup(home / "backups", home).is_good
