"""A damaged database: found when it is opened, made anew, and told of story by story."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.deliveries.records import Wish
from newsroom.store.errors import StoreDamaged, StoreTooNew
from newsroom.store.opening import open_sound
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.recovery import recover as recovering
from newsroom.store.recovery import swap
from newsroom.store.recovery.check import damage
from newsroom.store.recovery.noted import needs_look
from newsroom.store.recovery.recover import finish, recover
from newsroom.store.recovery.report import Origin, RecoveryReport
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from tests.store.spoiling import kept_reports
from tests.store.test_migrations import old_store

ROUNDS = int(os.environ.get("NEWSROOM_FUZZ", "1"))
"""Damages of each kind that are tried; ``NEWSROOM_FUZZ=200`` tries many."""

LOG = f"{DATABASE}-wal"
WORDS = ("warga", "panen", "padi", "desa", "hujan", "pagi", "jalan", "rumah", "sekolah", "pasar")


@dataclass
class Archive:
    """A data folder of 50 stories and more, some of them later than its backup."""

    home: Path
    stories: dict[str, Story] = field(default_factory=dict)

    def add(self, store: Store, story: Story) -> None:
        saved = store.stories.save(story)
        self.stories[saved.id] = saved


def written(chance: random.Random, paragraphs: int) -> str:
    return "\n\n".join(" ".join(chance.choices(WORDS, k=30)) for _ in range(paragraphs))


def make_archive(home: Path, *, with_backup: bool, is_closed: bool) -> Archive:
    """Make an archive; one that is not closed is as a program that was killed leaves it."""
    chance = random.Random(7)
    place = home.with_name(f"{home.name}-asal")
    archive = Archive(home)
    store = Store.open(place)
    for number in range(50):
        photo = Photo(f"{number}.jpg", written(chance, 1))
        story = Story(
            headline=f"Berita {number}",
            body=written(chance, 1 + number % 40),
            byline=("Rina Contoh",),
            tags=("padi",),
            photos=(photo,) * (number % 3),
        )
        archive.add(store, story)
    store.words.add("Latsar")
    if with_backup:
        assert back_up_if_due(place).trouble == ""
    for story in list(archive.stories.values())[::3]:
        archive.add(store, replace(story, headline=f"{story.headline} baru"))
    archive.add(store, Story(headline="Sesudah cadangan", body=written(chance, 3)))
    if is_closed:
        store.close()
    shutil.copytree(place, home)
    store.close()
    return archive


@pytest.fixture(scope="module", params=["closed", "killed", "without a backup"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    home = tmp_path_factory.mktemp("arsip") / "data"
    kind = request.param
    return make_archive(home, with_backup=kind != "without a backup", is_closed=kind != "killed")


def flip_one(content: bytearray, chance: random.Random) -> bytearray:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def flip_many(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(20):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    return content


def cut(content: bytearray, chance: random.Random) -> bytearray:
    return content[: chance.randrange(len(content))]


def spoil_page(content: bytearray, chance: random.Random) -> bytearray:
    begin = chance.randrange(len(content)) // 4096 * 4096
    size = len(content[begin : begin + 4096])
    content[begin : begin + size] = chance.randbytes(size)
    return content


def zero_head(content: bytearray, _chance: random.Random) -> bytearray:
    content[:100] = bytes(100)
    return content


Damage = Callable[[bytearray, random.Random], bytearray]


def opened(home: Path) -> tuple[Store, RecoveryReport | None]:
    told: list[RecoveryReport] = []
    store = Newsroom(home, told.append).open_store()
    return store, told[0] if told else None


def same(one: Story, other: Story) -> bool:
    return replace(one, revision=0, updated=None, created=None) == replace(
        other, revision=0, updated=None, created=None
    )


def assert_sound(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_nothing_is_lost_in_silence(archive: Archive, home: Path) -> None:
    told: list[RecoveryReport] = []
    with closing(open_sound(home, told.append)) as store:
        there = {id: store.stories.get(id) for id, _ in store.everything().revisions()}
        named = {one.id: one.origin for report in told for one in report.stories}
        for id, story in archive.stories.items():
            if id not in there:
                assert named[id] is Origin.LOST, story.headline
            elif not same(there[id], story):
                assert named[id] in (Origin.OLDER, Origin.GARBLED, Origin.UNPROVED)
    assert_sound(home)


@pytest.mark.parametrize("spoil", [flip_one, flip_many, cut, spoil_page, zero_head])
def test_whatever_is_damaged_all_is_there_or_named(
    archive: Archive, tmp_path: Path, spoil: Damage
) -> None:
    chance = random.Random(spoil.__name__)
    for number in range(ROUNDS if spoil is not zero_head else 1):
        home = tmp_path / f"{number}"
        shutil.copytree(archive.home, home)
        content = bytearray((home / DATABASE).read_bytes())
        (home / DATABASE).write_bytes(spoil(content, chance))
        with suppress(StoreTooNew):  # a flip made just the revision another: nothing is touched
            assert_nothing_is_lost_in_silence(archive, home)
        shutil.rmtree(home)


@pytest.mark.parametrize("spoil", [flip_one, flip_many, spoil_page, zero_head])
def test_a_damaged_log_loses_nothing_in_silence(tmp_path: Path, spoil: Damage) -> None:
    archive = make_archive(tmp_path / "data", with_backup=True, is_closed=False)
    chance = random.Random(spoil.__name__)
    for number in range(ROUNDS if spoil is not zero_head else 1):
        home = tmp_path / f"{number}"
        shutil.copytree(archive.home, home)
        content = bytearray((home / LOG).read_bytes())
        (home / LOG).write_bytes(spoil(content, chance))
        assert_nothing_is_lost_in_silence(archive, home)


def small(home: Path) -> tuple[Story, Story]:
    """Make a store with a story in the backup, and one that is newer."""
    with closing(Store.open(home)) as store:
        old = store.stories.save(Story(headline="Lama", body="kata " * 3_000))
        assert back_up_if_due(home).first
        new = store.stories.save(Story(headline="Baru", body="lain " * 3_000))
    return old, new


@pytest.mark.parametrize("lost", [[LOG], [DATABASE], [DATABASE, LOG, f"{DATABASE}-shm"]])
def test_a_file_that_has_got_lost_is_noticed(tmp_path: Path, lost: list[str]) -> None:
    source, home = tmp_path / "asal", tmp_path / "data"
    store = Store.open(source)
    old = store.stories.save(Story(headline="Lama"))
    assert back_up_if_due(source).first
    shutil.copytree(source, home)
    store.close()
    for name in lost:
        (home / name).unlink()

    store, report = opened(home)

    with closing(store):
        assert report
        assert store.stories.get(old.id).headline == "Lama"
    assert_sound(home)


def test_a_sound_store_is_opened_as_it_is(home: Path) -> None:
    small(home)
    before = (home / DATABASE).read_bytes()
    assert not needs_look(home / DATABASE)

    store, report = opened(home)
    store.close()

    assert report is None
    assert (home / DATABASE).read_bytes() == before
    assert recover(home, told="naskah tidak terbaca") is None


def test_the_broken_file_is_kept_and_the_report_too(home: Path) -> None:
    old, new = small(home)
    content = bytearray((home / DATABASE).read_bytes())
    content[:100] = bytes(100)
    (home / DATABASE).write_bytes(content)

    store, report = opened(home)

    with closing(store):
        assert store.stories.get(new.id).body == new.body
        assert store.stories.get(old.id) == old
    assert report
    assert report.broken.read_bytes() == content
    assert kept_reports(home) == [report.as_json()]
    assert report.backup
    lines = list(report.lines())
    assert any("Cadangan yang dipakai" in line for line in lines)
    assert "2 naskah selamat, 0 perlu diperiksa." in lines
    assert {one.id: one.origin for one in report.stories} == {
        old.id: Origin.FILE,
        new.id: Origin.FILE,  # not in the backup, but its sum is right
    }
    assert report.nothing_lost


def test_the_version_log_comes_along_and_proves_what_it_has(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Lama", body="kata " * 3_000))
        store.versions.mark(story, Mark(StepKind.EXPORT, note="paket"))
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(100))

    store, report = opened(home)

    with closing(store):
        assert [step.note for step in store.versions.list(story.id)] == ["paket"]
        assert store.versions.verify() == []
        assert store.stories.list(query="lama")[0].id == story.id
    assert report
    assert [one.origin for one in report.stories] == [Origin.FILE]


def test_what_can_be_read_of_a_story_is_worth_more_than_nothing(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Panjang", body="kata penting " * 2_000))
    content = bytearray((home / DATABASE).read_bytes())
    last = content.rfind(b"kata penting") // 4096 * 4096
    content[last : last + 4096] = b"\xff" * 4096
    (home / DATABASE).write_bytes(content)

    store, report = opened(home)

    with closing(store):
        saved = store.stories.get(story.id)
    assert saved.headline == "Panjang"
    assert saved.body.count("kata penting") > 1_000
    assert report
    assert [one.origin for one in report.stories] == [Origin.GARBLED]
    assert not report.nothing_lost


def test_a_damage_met_while_the_store_is_open_is_mended_on_request(home: Path) -> None:
    old, new = small(home)
    newsroom = Newsroom(home)
    content = bytearray((home / DATABASE).read_bytes())
    at = content.find(b"kata kata") // 4096 * 4096
    stamps = (home / DATABASE).stat()
    content[at : at + 4096] = b"\xff" * 4096
    (home / DATABASE).write_bytes(content)
    os.utime(home / DATABASE, ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    newsroom.open_store().close()  # nothing speaks against it, so it is not looked through

    report = newsroom.recover_store()

    assert report
    with closing(newsroom.open_store()) as store:
        assert store.stories.get(old.id) == old
        assert store.stories.get(new.id) == new


def test_a_recovery_that_is_killed_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = small(home)
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(100))

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    for module, step in (
        (recovering, "put_in_place"),
        (swap, "_keep_also_as"),
        (swap, "sync_folder"),
        (recovering, "write_whole"),
    ):
        copy = home.with_name(f"mati-{step}")
        shutil.copytree(home, copy)
        with monkeypatch.context() as patch:
            if step == "put_in_place":
                real, calls = swap.put_in_place, []

                def second(place: Path, real=real, calls=calls) -> None:  # type: ignore[no-untyped-def]
                    calls.append(place)
                    if len(calls) > 1:
                        raise Killed
                    real(place)

                patch.setattr(module, step, second)
            else:
                patch.setattr(module, step, killed)
            with pytest.raises(Killed):
                recover(copy)

        finish(copy)
        with closing(open_sound(copy)) as store:
            assert store.stories.get(new.id).body == new.body
            assert store.stories.get(old.id) == old
        assert list(copy.glob("newsroom-rusak-*.db"))
        assert not list(copy.glob("newsroom-pulih-*"))
        assert_sound(copy)


def test_a_store_of_an_older_version_is_saved_too(home: Path) -> None:
    old_store(home)
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(100))

    store, report = opened(home)

    with closing(store):
        story = store.stories.get("a" * 32)
    assert (story.headline, story.photos[0].file) == ("Panen Raya", "panen.jpg")
    assert report


def test_what_waits_for_a_portal_is_saved_and_no_lost_story(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Panen", body="Warga panen."))
        store.pushes.start(store.pushes.add(story.id, "kabar", story.revision, Wish()).id)
        store.journal.begin(store.pushes.list()[0].id, "connect", "", {})
    with (home / DATABASE).open("r+b") as file:
        file.seek(100)
        file.write(bytes(2000))

    store, report = opened(home)

    with closing(store):
        assert [one.story for one in store.pushes.list()] == [story.id]
    assert report
    assert report.nothing_lost


def test_a_file_of_which_nothing_can_be_saved_is_left_as_it_is(home: Path) -> None:
    home.mkdir()
    letter = b"Ini surat, bukan basis data.\n" * 200
    (home / DATABASE).write_bytes(letter)

    with pytest.raises(StoreDamaged, match="bukan data Newsroom"):
        opened(home)

    assert (home / DATABASE).read_bytes() == letter
    assert kept_reports(home) == []
    assert not list(home.glob("newsroom-*"))


def test_the_newest_backup_that_is_good_is_taken(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Lama"))
        first = back_up_if_due(home, datetime(2026, 3, 5, tzinfo=UTC)).first
        store.stories.save(replace(story, headline="Baru"))
        second = back_up_if_due(home, datetime(2026, 3, 6, tzinfo=UTC)).first
    assert first
    assert second
    (second.path / DATABASE).write_bytes(b"rusak")
    (home / DATABASE).write_bytes(b"rusak" * 1_000)

    store, report = opened(home)

    with closing(store):
        assert store.stories.get(story.id).headline == "Lama"
    assert report
    assert report.backup == first.path
    assert [one.origin for one in report.stories] == [Origin.OLDER]


def test_the_look_at_the_start_is_short(home: Path) -> None:
    small(home)
    assert damage(home / DATABASE, patience=0.0) == ""  # nothing is found in no time
    assert damage(home / DATABASE, patience=None) == ""


def test_a_busy_database_is_not_damaged(home: Path) -> None:
    small(home)
    with closing(sqlite3.connect(home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert damage(home / DATABASE) == ""


def test_nobody_has_backups_in_a_new_store(home: Path) -> None:
    store, report = opened(home)
    store.close()

    assert report is None
    assert not (home / BACKUPS).exists()
