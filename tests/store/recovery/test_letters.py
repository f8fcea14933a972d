"""Letters that change by themselves on the disk, of which SQLite says nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due, first_place
from newsroom.store.backup.restore import restore_into
from newsroom.store.backup.verify import verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.errors import StoreDamaged
from newsroom.store.glance import glance
from newsroom.store.place import DATABASE
from newsroom.store.recovery import looking
from newsroom.store.recovery.recover import recover
from newsroom.store.recovery.report import Origin, RecoveryReport, What
from newsroom.store.store import Store
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.store.spoiling import change_letters, kept_reports, spoil_root

BODY = "Warga Kampung Rekaan memanen padi di sawah. " * 200
STORY = Story(
    headline="Panen Raya",
    body=BODY,
    byline=("Rina Contoh",),
    photos=(Photo("a.jpg", "Warga menumbuk lesung."),),
)
EXPORT = Mark(StepKind.EXPORT)


@pytest.fixture
def told() -> list[RecoveryReport]:
    return []


@pytest.fixture
def reopen(home: Path, told: list[RecoveryReport]) -> Callable[[], Store]:
    """Opens the store without the look at its start, as where that has not come so far."""
    return lambda: Store.open(home, told.append)


def written(home: Path, *states: Story, mark: Mark | None = None, backup: int = 0) -> Story:
    """Save the states of a story one after another; the backup comes after that many of them."""
    with closing(Store.open(home)) as store:
        story = states[0]
        for number, state in enumerate(states, 1):
            story = store.stories.save(
                replace(state, id=story.id, revision=story.revision), mark=mark
            )
            if number == backup:
                assert back_up_if_due(home).first
    return story


def by_name(told: list[RecoveryReport]) -> list[tuple[str, Origin]]:
    return [(one.headline, one.origin) for report in told for one in report.stories]


def test_what_the_version_log_has_comes_back_as_it_was(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    story = written(home, STORY, mark=EXPORT)
    change_letters(home, "memanen padi", "memanen pedi")

    with closing(reopen()) as store:
        assert store.stories.get(story.id) == story
        assert store.stories.search("pedi") == []
        assert [hit.story.id for hit in store.stories.search("padi")] == [story.id]
        assert store.stories.get(story.id[:6]) == story  # told of once
    assert by_name(told) == [("Panen Raya", Origin.LOG)]
    assert told[0].nothing_lost
    assert "“Panen Raya” berubah sendiri" in told[0].short
    assert "pedi" in told[0].broken.read_text()
    assert kept_reports(home) == [one.as_json() for one in told]
    assert verify_store(home).is_good


def test_what_the_backup_has_comes_back_as_it_was(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    story = written(home, STORY, backup=1)
    change_letters(home, "memanen padi", "memanen pedi")

    with closing(reopen()) as store:
        assert store.stories.get(story.id) == story
    assert by_name(told) == [("Panen Raya", Origin.BACKUP)]
    assert told[0].backup == first_place(home).backups()[0].path
    assert any("Cadangan yang dipakai" in line for line in told[0].lines())


def test_a_backup_made_after_the_damage_is_passed_over(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    story = written(home, STORY, backup=1)
    change_letters(home, "memanen padi", "memanen pedi")
    back_up_to(home, home / "backups" / "2099-01-01_00-00-00_99")
    assert len(first_place(home).backups()) == 2

    with closing(reopen()) as store:
        assert store.stories.get(story.id) == story
    assert by_name(told) == [("Panen Raya", Origin.BACKUP)]


def test_newer_words_stay_and_an_older_version_is_named(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    with closing(Store.open(home)) as store:
        old = store.stories.save(STORY, mark=EXPORT)
        new = store.stories.save(replace(old, body=f"{BODY}Kalimat baru."))
    change_letters(home, "memanen padi", "memanen pedi")

    with closing(reopen()) as store:
        now = store.stories.get(new.id)
        assert now.body == new.body.replace("memanen padi", "memanen pedi")
        (step,) = store.versions.list(new.id)
        assert store.versions.story(step.number).body == old.body
        assert [hit.story.id for hit in store.stories.search("pedi")] == [new.id]
    assert by_name(told) == [("Panen Raya", Origin.GARBLED)]
    assert not told[0].nothing_lost
    assert "bandingkan dengan versi" in told[0].short
    assert verify_store(home).is_good


def test_an_older_state_of_a_backup_is_to_be_found_in_the_version_log(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    new = written(home, STORY, replace(STORY, body=f"{BODY}Kalimat baru."), backup=1)
    change_letters(home, "memanen padi", "memanen pedi")

    with closing(reopen()) as store:
        assert store.stories.get(new.id).body.endswith("Kalimat baru.")
        (step,) = store.versions.list(new.id)
        assert step.note.startswith("dari cadangan")
        assert store.versions.story(step.number).body == BODY
        assert store.versions.restore(step.number).body == BODY
    assert by_name(told) == [("Panen Raya", Origin.GARBLED)]


def test_where_nothing_else_is_left_it_is_told_once(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    story = written(home, STORY)
    change_letters(home, "Warga menumbuk", "Warga menumbok")

    for _ in range(2):
        with closing(reopen()) as store:
            assert store.stories.get(story.id).photos[0].caption == "Warga menumbok lesung."
    assert by_name(told) == [("Panen Raya", Origin.GARBLED)]
    assert "tidak ada versi atau cadangan utuh" in told[0].short


VALUES = [
    ("story", "byline", "[", "{"),
    ("story", "byline", '["Rina Contoh"]', '{"Rina": "Cont"}'),
    ("story", "details", '{"topic": "Padi"}', '{"topic": ["Pad"]'),
    ("story", "sources", "[]", '"x'),
    ("story", "status", "draft", "drbft"),
    ("story", "updated", "20", "2x"),
    ("story", "headline", "Panen Raya", b"Panen R\xffya"),
    ("story", "revision", "1", "x"),
    ("photo", "details", "{}", "[]"),
    ("photo", "details", "{}", "{]"),
    ("photo", "caption", "Warga", b"Warg\xff"),
]


def change_value(home: Path, table: str, column: str, old: str, new: str | bytes) -> None:
    """Change a value as a bad disk does: the search index does not get to know of it."""
    trigger = "SELECT sql FROM sqlite_master WHERE name = 'story_index_update'"
    with closing(sqlite3.connect(home / DATABASE)) as store, store:
        (made,) = store.execute(trigger).fetchone()
        store.execute("DROP TRIGGER story_index_update")
        changed = f"replace({column}, ?, CAST(? AS TEXT))"
        store.execute(f"UPDATE {table} SET {column} = {changed}", (old, new))
        store.execute(made)


@pytest.mark.parametrize("mark", [None, EXPORT])
@pytest.mark.parametrize(("table", "column", "old", "new"), VALUES)
def test_a_story_opens_whatever_has_become_of_its_values(
    home: Path,
    reopen: Callable[[], Store],
    told: list[RecoveryReport],
    table: str,
    column: str,
    old: str,
    new: str | bytes,
    mark: Mark | None,
) -> None:
    story = written(home, replace(STORY, topic="Padi"), mark=mark)
    change_value(home, table, column, old, new)

    with closing(reopen()) as opened:
        now = opened.stories.get(story.id)
        assert now.body == BODY
        if mark and column not in ("updated", "revision"):
            assert now == story
        again = opened.stories.save(replace(now, body=f"{BODY}Lagi."))
        assert opened.stories.get(story.id) == again
        assert [one.id for one in opened.stories.list()] == [story.id]
    assert len(told) == 1
    assert verify_store(home).is_good


def test_the_first_look_does_not_show_what_has_changed(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(STORY)
        store.workspace.set("open", story.id)
    seen = glance(home)
    assert seen
    assert seen.story == story
    change_letters(home, "memanen padi", "memanen pedi")

    seen = glance(home)

    assert seen
    assert seen.story is None
    assert seen.workspace["open"] == story.id


def test_verifying_tells_of_it_by_name_and_changes_nothing(home: Path) -> None:
    written(home, STORY)
    written(home, Story(headline="Utuh"))
    change_letters(home, "memanen padi", "memanen pedi")
    before = (home / DATABASE).read_bytes()

    (fault,) = verify_store(home).faults

    assert "“Panen Raya”, berubah sendiri" in fault
    assert (home / DATABASE).read_bytes() == before


def test_the_look_beside_the_work_mends_and_tells(home: Path) -> None:
    story = written(home, STORY, mark=EXPORT)
    change_letters(home, "memanen padi", "memanen pedi")

    assert "“Panen Raya” berubah sendiri" in back_up_if_due(home).trouble

    assert back_up_if_due(home).trouble == ""
    with closing(Store.open(home)) as store:
        assert store.stories.get(story.id) == story


def test_a_long_look_goes_on_where_the_last_one_ended(home: Path) -> None:
    with closing(Store.open(home)) as store:
        for number in range(5):
            store.stories.save(Story(headline=f"Berita {number}", body=f"Isi nomor {number}."))
    change_letters(home, "Isi nomor 3.", "Isi nimor 3.")

    looks = [looking.look(home, patience=0) for _ in range(6)]

    assert [by_name(look) for look in looks] == [
        [], [], [], [("Berita 3", Origin.GARBLED)], [], [],
    ]  # fmt: skip
    assert looking.look(home) == []


def test_a_store_that_can_not_be_written_to_is_read_as_it_stands(
    home: Path, reopen: Callable[[], Store], told: list[RecoveryReport]
) -> None:
    story = written(home, STORY, mark=EXPORT)
    change_letters(home, "memanen padi", "memanen pedi")
    with closing(reopen()) as store:
        with store._database.read() as session:
            session.connection().exec_driver_sql("PRAGMA query_only=ON")
        assert "pedi" in store.stories.get(story.id).body
        assert told == []
        assert not list(home.glob("naskah-rusak-*"))
        with store._database.read() as session:
            session.connection().exec_driver_sql("PRAGMA query_only=OFF")

        assert store.stories.get(story.id) == story
    assert len(told) == 1


def test_who_saved_meanwhile_is_right(home: Path, reopen: Callable[[], Store]) -> None:
    story = written(home, STORY)
    change_letters(home, "memanen padi", "memanen pedi")
    with closing(reopen()) as store:
        saved = store.stories.save(replace(story, headline="Sudah terbuka"))

        assert store.stories.get(story.id) == saved  # the window had the words as they were


def test_a_backup_of_what_had_changed_does_not_make_it_right(
    home: Path, tmp_path: Path, told: list[RecoveryReport]
) -> None:
    story = written(home, STORY)
    change_letters(home, "memanen padi", "memanen pedi")
    made = back_up_to(home, tmp_path / "cadangan")
    there = tmp_path / "lain"
    Store.open(there).close()

    restore_into(there, made.path)

    with closing(Store.open(there, told.append)) as store:
        assert "pedi" in store.stories.get(story.id).body
    assert by_name(told) == [("Panen Raya", Origin.GARBLED)]


# What is made anew as a whole.


def test_sums_prove_what_is_saved_from_a_damaged_file(home: Path) -> None:
    written(home, STORY)
    written(home, replace(STORY, headline="Lain", id="a" * 32))
    change_letters(home, "memanen padi di sawah. ", "memanen pedi di sawah. ")
    with closing(Store.open(home)) as store:
        sound = store.stories.save(Story(headline="Utuh", body="Isi."))
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(100))

    report = recover(home)

    assert report
    assert report.what is What.DATABASE
    origins = {one.headline: one.origin for one in report.stories}
    assert origins == {
        "Panen Raya": Origin.GARBLED,
        "Lain": Origin.GARBLED,
        "Utuh": Origin.FILE,
    }
    with closing(Store.open(home)) as store:
        assert store.stories.get(sound.id) == sound


def test_a_damaged_file_gives_back_what_its_version_log_has(home: Path) -> None:
    story = written(home, STORY, mark=EXPORT)
    change_letters(home, "memanen padi", "memanen pedi")
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(100))

    report = recover(home)

    assert report
    assert by_name([report]) == [("Panen Raya", Origin.FILE)]
    with closing(Store.open(home)) as store:
        assert store.stories.get(story.id) == story


def test_damage_of_the_file_itself_is_not_taken_for_letters(home: Path) -> None:
    story = written(home, STORY)
    spoil_root(home, "story")

    with closing(Store.open(home)) as store, pytest.raises(StoreDamaged):
        store.stories.get(story.id)


SOURCES = (Source("Narasumber Rekaan"),)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED])
def test_nothing_that_is_written_in_order_is_taken_for_damage(
    home: Path, told: list[RecoveryReport], status: Status
) -> None:
    with closing(Store.open(home, told.append)) as store:
        story = store.stories.save(replace(STORY, sources=SOURCES, status=status))
        store.stories.change_status([story.id], Status.SUBMITTED)
        store.stories.discard(story.id)
        store.stories.restore(story.id)
        copy = store.stories.duplicate(story.id)
        for one in (story, copy):
            now = store.stories.get(one.id)
            store.stories.save(replace(now, photos=(*now.photos, Photo("b.jpg", lead=True))))
            store.stories.get(one.id)
    assert told == []
    assert verify_store(home).is_good
