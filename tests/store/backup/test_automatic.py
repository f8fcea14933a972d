"""Backups that are made by themselves: when, where, how many, and what each is good for."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsroom.store.backup import automatic
from newsroom.store.backup.automatic import (
    BackupSettings,
    back_up_if_due,
    choose_second,
    first_place,
    write_settings,
)
from newsroom.store.backup.errors import PlaceMissing
from newsroom.store.backup.manifest import Kind, Manifest, Part
from newsroom.store.backup.opened import opened
from newsroom.store.backup.rotation import Rhythm, kept
from newsroom.store.backup.shelf import Shelf
from newsroom.store.backup.verify import verify_backup
from newsroom.store.backup.whole import back_up_here
from newsroom.store.durable import Stopped
from newsroom.store.lock import alone
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.store.backup.conftest import NOON, contents

Add = Callable[..., Story]
HOUR = timedelta(hours=1)


def moments(home: Path) -> list[datetime]:
    return [kept.manifest.made for kept in first_place(home).backups()]


def stories_in(backup: Path) -> list[str]:
    with closing(sqlite3.connect(backup / DATABASE)) as database:
        return [row[0] for row in database.execute("SELECT headline FROM story ORDER BY number")]


def test_a_backup_holds_what_there_is_and_says_so(home: Path, add: Add) -> None:
    add("Panen Raya", b"panen")
    (home / "house").mkdir()
    (home / "house" / "kabar.toml").write_text("nama = 'kabar'")

    made = back_up_if_due(home, NOON).first

    assert made is not None
    assert stories_in(made.path) == ["Panen Raya"]
    told = json.loads((made.path / "manifest.json").read_text())
    assert (told["format"], told["stories"], told["kind"]) == ("newsroom-backup/1", 1, "automatic")
    assert (made.path / "settings" / "house" / "kabar.toml").read_text() == "nama = 'kabar'"
    (picture,) = told["media"]
    assert (made.path.parent / MEDIA / picture).read_bytes() == b"panen"
    assert verify_backup(made.path, home).is_good


def test_once_an_hour_and_only_if_something_has_changed(home: Path, add: Add) -> None:
    add("Pagi")
    back_up_if_due(home, NOON)
    back_up_if_due(home, NOON + 3 * HOUR)
    assert moments(home) == [NOON]

    add("Siang")
    back_up_if_due(home, NOON + HOUR / 2)
    assert moments(home) == [NOON]

    back_up_if_due(home, NOON + HOUR)
    assert moments(home) == [NOON + HOUR, NOON]


def test_a_clock_that_jumped_back_a_year_holds_nothing_up(home: Path, add: Add) -> None:
    add("Pagi")
    back_up_if_due(home, NOON)
    add("Setahun lalu")
    earlier = NOON - timedelta(days=365)

    made = back_up_if_due(home, earlier).first

    assert made is not None
    assert moments(home) == [earlier, NOON]  # the newest is the one made last
    assert stories_in(made.path) == ["Pagi", "Setahun lalu"]


def test_a_store_that_is_not_there_is_not_backed_up(home: Path) -> None:
    home.mkdir()
    assert back_up_if_due(home, NOON) == automatic.Outcome()


def test_pictures_lie_only_once_in_a_place(home: Path, add: Add) -> None:
    add("Satu", b"panen" * 1_000)
    for hour in range(3):
        add(f"Lagi {hour}", b"hujan" if hour == 1 else b"")
        back_up_if_due(home, NOON + hour * HOUR)

    pictures = [path for path in (home / "backups").rglob("*") if path.suffix == ".jpg"]

    assert len(pictures) == 2
    assert len(moments(home)) == 3


def test_a_copy_made_while_others_write_is_of_one_moment(
    home: Path, open_store: Callable[[], Store]
) -> None:
    store = open_store()
    pair = [store.stories.save(Story(headline="0", body="kata " * 200)) for _ in range(2)]
    store.close()
    wrote, done = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(home / DATABASE, isolation_level=None)) as database:
            number = 0
            while not done.is_set():
                number += 1
                database.execute("BEGIN IMMEDIATE")
                for story in pair:
                    change = "UPDATE story SET headline = ?, revision = revision + 1 WHERE id = ?"
                    database.execute(change, (str(number), story.id))
                database.execute("COMMIT")
                wrote.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for hour in range(4):
            wrote.clear()
            assert wrote.wait(60)  # without a change there would be no backup
            assert back_up_if_due(home, NOON + hour * HOUR).trouble == ""
    finally:
        done.set()
        writer.join()

    copies = [stories_in(one.path) for one in first_place(home).backups()]
    assert len(copies) >= 2
    assert all(one == other for one, other in copies)


def manifest(sequence: int, made: datetime, kind: Kind = Kind.AUTOMATIC) -> Manifest:
    return Manifest("", made, kind, "0001", 0, "", Part(0, ""), sequence=sequence)


def test_hours_days_and_weeks_thin_what_grows_old() -> None:
    all_of_a_year = [manifest(n, NOON + n * HOUR) for n in range(24 * 365)]

    stay = kept(all_of_a_year, Rhythm(hours=24, days=14, weeks=8))

    ages = sorted(24 * 365 - 1 - number for number in stay)
    assert ages[:24] == list(range(24))
    assert 24 + 12 + 5 <= len(ages) <= 24 + 14 + 8
    assert max(ages) <= 8 * 7 * 24


def test_who_was_away_for_months_keeps_what_there_was() -> None:
    old = [manifest(n, NOON + n * HOUR) for n in range(20)]
    new = manifest(20, NOON + timedelta(days=200))

    assert kept([*old, new], Rhythm()) >= {0, 10, 20}


def test_a_clock_that_jumps_thins_nothing_that_is_new() -> None:
    jumping = [manifest(n, NOON - n * timedelta(days=365)) for n in range(5)]

    assert kept(jumping, Rhythm()) == {0, 1, 2, 3, 4}


def test_the_last_one_before_a_change_of_the_tables_stays() -> None:
    before = manifest(0, NOON, Kind.MIGRATION)
    later = [manifest(n, NOON + timedelta(days=n)) for n in range(1, 300)]

    assert 0 in kept([before, *later], Rhythm())


def test_those_asked_for_within_an_hour_all_stay(home: Path, add: Add) -> None:
    for minute in range(4):
        add(f"Menit {minute}")
        back_up_here(home, now=NOON + timedelta(minutes=minute))
    for hour in range(1, 4):
        add(f"Jam {hour}")
        back_up_if_due(home, NOON + hour * HOUR)

    asked_for = [NOON + timedelta(minutes=minute) for minute in range(4)]
    assert sorted(moments(home)) == [*asked_for, *(NOON + hour * HOUR for hour in range(1, 4))]


def test_those_asked_for_outlive_months_and_are_not_kept_without_end() -> None:
    asked_for = [manifest(n, NOON + timedelta(minutes=n), Kind.WHOLE) for n in range(30)]
    later = [manifest(100 + n, NOON + timedelta(days=n)) for n in range(1, 300)]

    stay = kept([*asked_for, *later], Rhythm())

    assert [n for n in range(30) if n in stay] == list(range(20, 30))


def test_one_that_was_asked_for_takes_the_place_of_no_other() -> None:
    automatic = manifest(0, NOON)
    asked_for = manifest(1, NOON + timedelta(minutes=5), Kind.WHOLE)
    later = [manifest(1 + n, NOON + n * HOUR) for n in range(1, 10)]

    assert {0, 1} <= kept([automatic, asked_for, *later], Rhythm())


def test_the_backup_before_a_merge_outlives_the_next_merges() -> None:
    before = [manifest(n, NOON + timedelta(minutes=n), Kind.RESTORE) for n in range(3)]
    later = [manifest(3 + n, NOON + n * HOUR) for n in range(1, 100)]

    assert {0, 1, 2} <= kept([*before, *later], Rhythm())


def test_the_size_limit_holds_for_those_asked_for_too(home: Path, add: Add) -> None:
    write_settings(home, BackupSettings(rhythm=Rhythm(most_bytes=1)))
    for minute in range(3):
        add(f"Menit {minute}")
        back_up_here(home, now=NOON + timedelta(minutes=minute))

    assert moments(home) == [NOON + timedelta(minutes=2)]


def test_too_many_bytes_thin_the_oldest_and_never_the_newest(home: Path, add: Add) -> None:
    write_settings(home, BackupSettings(rhythm=Rhythm(most_bytes=1)))
    for day in range(3):
        add(f"Hari {day}", os.urandom(5_000))
        back_up_if_due(home, NOON + timedelta(days=day))

    (only,) = first_place(home).backups()

    assert stories_in(only.path) == ["Hari 0", "Hari 1", "Hari 2"]
    assert verify_backup(only.path, home).is_good


def test_the_size_limit_keeps_as_many_as_there_is_room_for(home: Path, add: Add) -> None:
    for day in range(4):
        add(f"Hari {day}")
        back_up_if_due(home, NOON + timedelta(days=day))
    size = sum(map(len, contents(home / "backups").values()))
    write_settings(home, BackupSettings(rhythm=Rhythm(most_bytes=size)))
    add("Hari 4")
    back_up_if_due(home, NOON + timedelta(days=4))

    assert sum(map(len, contents(home / "backups").values())) <= size
    assert 2 <= len(moments(home)) <= 4
    assert max(moments(home)) == NOON + timedelta(days=4)


def test_a_picture_goes_when_no_backup_has_it_any_more(home: Path, add: Add) -> None:
    write_settings(home, BackupSettings(rhythm=Rhythm(hours=1, days=1, weeks=1)))
    add("Satu", b"lama")
    back_up_if_due(home, NOON)
    shutil.rmtree(home / MEDIA)
    add("Dua", b"baru")
    back_up_if_due(home, NOON + HOUR)

    pictures = list((home / "backups").rglob("*.jpg"))

    assert [path.read_bytes() for path in pictures] == [b"baru"]


def test_pictures_of_a_backup_that_can_not_be_read_are_kept(home: Path, add: Add) -> None:
    write_settings(home, BackupSettings(rhythm=Rhythm(hours=1, days=1, weeks=1)))
    add("Satu", b"lama")
    made = back_up_if_due(home, NOON).first
    assert made
    (made.path / "manifest.json").write_text("{}")
    shutil.rmtree(home / MEDIA)
    add("Dua", b"baru")
    back_up_if_due(home, NOON + HOUR)

    assert len(list((home / "backups").rglob("*.jpg"))) == 2
    assert made.path.is_dir()


def test_a_second_place_gets_the_same_backups(home: Path, tmp_path: Path, add: Add) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick)
    add("Panen", b"panen")

    outcome = back_up_if_due(home, NOON)

    assert (outcome.trouble, outcome.second_trouble) == ("", "")
    assert outcome.second
    assert stories_in(outcome.second.path) == ["Panen"]
    assert verify_backup(stick, home).is_good


def test_a_stick_that_is_not_there_is_told_and_holds_nothing_up(
    home: Path, tmp_path: Path, add: Add
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick)
    shutil.rmtree(stick)
    add("Panen")

    outcome = back_up_if_due(home, NOON)
    assert outcome.first
    assert "Pasang cakramnya" in outcome.second_trouble
    assert not stick.exists()

    stick.mkdir()  # where it is mounted, an empty folder is left
    add("Hujan")
    assert back_up_if_due(home, NOON + HOUR).second is None

    choose_second(home, stick)
    later = back_up_if_due(home, NOON + HOUR)
    assert (later.first, later.second_trouble) == (None, "")
    assert later.second
    assert stories_in(later.second.path) == ["Panen", "Hujan"]


def test_a_place_that_is_not_there_can_not_be_chosen(home: Path, tmp_path: Path) -> None:
    with pytest.raises(PlaceMissing, match="tidak ada"):
        choose_second(home, tmp_path / "tidak-ada")


def test_a_locked_second_place_needs_no_passphrase_to_be_written(
    home: Path, tmp_path: Path, add: Add
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick, "kopi pahit")
    for hour in range(2):
        add(f"Narasumber {hour}", b"wajah narasumber")
        assert back_up_if_due(home, NOON + hour * HOUR).second_trouble == ""

    everything = b"".join(contents(stick).values())
    assert b"Narasumber" not in everything
    assert b"wajah" not in everything
    assert len(list(stick.rglob("*.jpg.age"))) == 1
    with opened(stick, "kopi pahit") as backup:
        backup.database(tmp_path / "balik" / DATABASE)
    assert stories_in(tmp_path / "balik") == ["Narasumber 0", "Narasumber 1"]


def test_a_new_passphrase_leaves_old_backups_readable(home: Path, tmp_path: Path, add: Add) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_second(home, stick, "lama")
    add("Satu", b"panen")
    first = back_up_if_due(home, NOON).second
    choose_second(home, stick, "baru")
    add("Dua")
    second = back_up_if_due(home, NOON + HOUR).second

    assert first
    assert second
    assert verify_backup(first.path, home, "lama").is_good
    assert verify_backup(second.path, home, "baru").is_good


def test_settings_that_can_not_be_read_are_as_if_never_made(home: Path) -> None:
    home.mkdir()
    for text in ("", "[]", '{"rhythm": {"x": 1}}', '{"second": 3, "seal": {}}'):
        (home / "backup.json").write_text(text)
        assert automatic.read_settings(home) in (BackupSettings(), BackupSettings(second=Path("3")))


def test_two_programs_do_not_back_up_to_one_place_at_once(home: Path, add: Add) -> None:
    add("Panen")
    (home / "backups").mkdir()
    with alone(home / "backups" / ".kunci.db", "Cadangan"):
        outcome = back_up_if_due(home, NOON)

    assert "program lain" in outcome.trouble
    assert back_up_if_due(home, NOON).first


def test_a_backup_that_is_stopped_leaves_nothing(home: Path, add: Add) -> None:
    add("Panen", b"panen" * 1_000)
    back_up_if_due(home, NOON)
    before = contents(home / "backups")
    add("Hujan", b"hujan" * 1_000)

    for stop in (1, 2, 4):
        asked: list[int] = []

        def progress(done: int, total: int, stop: int = stop, asked: list[int] = asked) -> bool:
            assert 0 <= done <= total
            asked.append(done)
            return len(asked) < stop

        with pytest.raises(Stopped):
            back_up_if_due(home, NOON + HOUR, progress)

    after = contents(home / "backups")
    assert {name: after[name] for name in before} == before
    assert not any(name.endswith("manifest.json") for name in after.keys() - before.keys())
    assert not any(".part" in name for name in after)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse to let files grow, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is POSIX's")
@pytest.mark.parametrize("room", [0, 4096, 50_000, 100_000])
def test_a_full_disk_leaves_no_half_backup_and_the_older_ones(
    home: Path, add: Add, room: int
) -> None:
    add("Panen", b"panen")
    back_up_if_due(home, NOON)
    before = contents(home / "backups")
    add("Hujan", os.urandom(400_000), body="kata " * 40_000)

    with files_no_larger_than(room):
        outcome = back_up_if_due(home, NOON + HOUR)

    assert outcome.first is None
    assert outcome.trouble != ""
    assert contents(home / "backups") == before
    assert not list(home.glob(".cadangan-*"))
    assert back_up_if_due(home, NOON + HOUR).first


def test_a_kill_in_the_midst_leaves_the_older_ones_and_the_next_one_clears_up(
    home: Path, add: Add
) -> None:
    for number in range(10):
        add(f"Panen {number}", os.urandom(50_000))
    back_up_if_due(home, NOON)
    add("Hujan", b"hujan")
    script = (
        "import os, sys, signal; from pathlib import Path\n"
        "from datetime import datetime, timedelta, UTC\n"
        "from newsroom.store.backup.automatic import back_up_if_due\n"
        "left = int(sys.argv[2])\n"
        "def progress(done, total):\n"
        "    global left\n"
        "    left -= 1\n"
        "    if left < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return True\n"
        "back_up_if_due(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[3]), progress)\n"
    )
    for steps in (0, 1, 3):
        when = (NOON + HOUR).isoformat()
        child = [sys.executable, "-c", script, str(home), str(steps), when]
        assert subprocess.run(child, check=False).returncode == -signal.SIGKILL
        assert moments(home) == [NOON]
        assert verify_backup(home / "backups", home).is_good

    assert back_up_if_due(home, NOON + HOUR).first
    assert not [path for path in (home / "backups").rglob("*") if ".part" in path.name]


def test_a_damaged_database_does_not_become_a_backup(home: Path, store: Store, add: Add) -> None:
    add("Panen", body="kata " * 20_000)
    back_up_if_due(home, NOON)
    add("Hujan")
    store.close()
    content = bytearray((home / DATABASE).read_bytes())
    content[8192:12_288] = os.urandom(4096)
    (home / DATABASE).write_bytes(content)

    outcome = back_up_if_due(home, NOON + HOUR)

    assert outcome.first is None
    assert "rusak" in outcome.trouble
    assert moments(home) == [NOON]


def test_a_picture_that_has_changed_is_left_out_and_told(home: Path, add: Add) -> None:
    story = add("Panen", b"panen")
    (path,) = (home / MEDIA).rglob("*.jpg")
    path.write_bytes(b"rusak")

    made = back_up_if_due(home, NOON).first

    assert made
    assert made.faulty == (f"{story.photos[0].digest[:2]}/{path.name}",)
    assert made.manifest.media == ()


def test_a_number_is_never_given_twice(home: Path, add: Add) -> None:
    add("Panen")
    first = back_up_if_due(home, NOON).first
    assert first
    (first.path / "manifest.json").unlink()
    add("Hujan")
    second = back_up_if_due(home, NOON).first

    assert second
    assert replace(second.manifest).sequence == 2
    assert Shelf(home / "backups").backups()[0].path == second.path
