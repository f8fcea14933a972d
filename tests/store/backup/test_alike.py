"""Stories that are on both sides just so are passed over in one go, and no others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.store.backup.alike import comparing
from newsroom.store.backup.foretelling import foretell
from newsroom.store.backup.merge import Incoming, Merged, Verdict, foretell_stories
from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.whole import back_up_to
from newsroom.store.database import open_database
from newsroom.store.place import DATABASE
from newsroom.store.schema import Base
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

Add = Callable[..., Story]

# What the store counts, what it makes of the rest, and in which zone a moment is told.
BESIDE = {"number", "id", "revision", "created", "updated", "discarded", "kept", "spell", "words"}
BESIDE |= {"checksum", "caption_text", "writer_text", "name_text", "tag_text", "section_text"}
BESIDE |= {"other_text", "story_number", "position", "embargo_offset"}
SAMPLES = {
    "status": "ready",
    "dateline_date": "2026-04-01",
    "byline": '["Rara Rekaan"]',
    "tags": '["panen"]',
    "details": '{"topic": "Panen", "creator": "Rara Rekaan"}',
    "sources": '[{"name": "Bu Rekaan"}]',
    "embargo": "2026-04-01 09:00:00.000000",
    "taken": "2026-04-01",
    "lead": 1,
}


def columns(table: str) -> list[str]:
    return [one.name for one in Base.metadata.tables[table].columns if one.name not in BESIDE]


def change(home: Path, sql: str, *values: object) -> None:
    """Change the database as a faulty disk does: behind the store's back."""
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute(sql, values)


def verdicts(merged: Merged) -> list[tuple[str, Verdict]]:
    return [(one.headline, one.verdict) for one in merged.arrived]


def told(home: Path, path: Path) -> list[tuple[str, Verdict]]:
    """Return what is foretold, and see that the same is done."""
    foretold = foretell(home, path).stories
    done = restore_into(home, path).stories
    assert (done.arrived, done.unread) == (foretold.arrived, foretold.unread)
    return verdicts(foretold)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[[Path, Callable[[Store], object]], Path]:
    """Gives a backup of another computer on which the same stories were worked on."""

    def maker(home: Path, work: Callable[[Store], object]) -> Path:
        there = tmp_path / "lain"
        restore_to(back_up_to(home, tmp_path / "bawa").path, there)
        with closing(Store.open(there)) as other:
            work(other)
        return back_up_to(there, tmp_path / "pulang").path

    return maker


def test_those_that_differ_are_found_among_many_alike(home: Path, add: Add, elsewhere) -> None:
    stories = [add(f"Berita {n}", b"panen" if n % 7 == 0 else b"") for n in range(120)]

    def work(other: Store) -> None:
        for n in (3, 49, 50, 119):
            other.stories.save(replace(stories[n], body="ditulis di sana"))

    path = elsewhere(home, work)

    expected = [(one.headline, Verdict.SAME) for one in stories]
    for n in (3, 49, 50, 119):
        expected[n] = (stories[n].headline, Verdict.APART)
    assert told(home, path) == expected


@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table in ("story", "photo") for name in columns(table)]
)
def test_nothing_that_differs_is_passed_over(
    home: Path, add: Add, tmp_path: Path, table: str, name: str
) -> None:
    add("Panen", b"padi", embargo=datetime(2026, 4, 1, tzinfo=UTC))
    path = back_up_to(home, tmp_path / "bawa").path
    change(home, f"UPDATE {table} SET {name} = ?", SAMPLES.get(name, "lain"))
    assert [verdict for _, verdict in told(home, path)] == [Verdict.OLDER]


@pytest.mark.parametrize("more_are_here", [True, False])
def test_a_photo_more_is_not_passed_over(
    home: Path, store: Store, add: Add, elsewhere, more_are_here: bool
) -> None:
    one = add("Panen", b"padi")
    two = replace(one, photos=(*one.photos, Photo("dua.jpg")))
    path = elsewhere(home, lambda other: None if more_are_here else other.stories.save(two))
    if more_are_here:
        store.stories.save(two)
    assert Verdict.SAME not in dict(told(home, path)).values()


def test_a_letter_that_has_changed_by_itself_under_its_sum_is_seen(
    home: Path, add: Add, tmp_path: Path
) -> None:
    one, _ = add("Panen", body="Warga memanen padi."), add("Pasar")
    path = back_up_to(home, tmp_path / "bawa").path
    change(home, "UPDATE story SET body = ? WHERE id = ?", "Warga memanen pati.", one.id)
    assert told(home, path) == [("Panen", Verdict.OLDER), ("Pasar", Verdict.SAME)]


def test_a_photo_that_has_changed_by_itself_under_its_sum_is_seen(
    home: Path, add: Add, tmp_path: Path
) -> None:
    add("Panen", b"padi")
    path = back_up_to(home, tmp_path / "bawa").path
    change(home, "UPDATE photo SET caption = 'Wargo.'")
    assert told(home, path) == [("Panen", Verdict.OLDER)]


def test_stories_without_a_sum_are_alike_too(home: Path, add: Add, tmp_path: Path) -> None:
    add("Panen", b"padi")
    path = back_up_to(home, tmp_path / "bawa").path
    change(home, "UPDATE story SET checksum = NULL")
    assert told(home, path) == [("Panen", Verdict.SAME)]


@pytest.mark.parametrize(
    "damage",
    [
        "byline = '[\"Rara'",
        "status = 'dr'",
        "created = 'kapan'",
        "summary = CAST(x'52e9' AS TEXT)",
    ],
)
def test_one_that_can_not_be_read_on_either_side_is_told(
    home: Path, add: Add, tmp_path: Path, damage: str
) -> None:
    bad = add("Panen")
    add("Pasar")
    change(home, f"UPDATE story SET {damage} WHERE id = ?", bad.id)
    path = back_up_to(home, tmp_path / "bawa").path
    foretold = foretell(home, path)
    assert verdicts(foretold.stories) == [("Pasar", Verdict.SAME)]
    assert [one.id for one in foretold.stories.unread] == [bad.id]
    assert not foretold.is_nothing


def test_those_alike_are_not_judged_one_by_one(home: Path, add: Add, tmp_path: Path) -> None:
    for n in range(60):
        add(f"Berita {n}")
    restore_to(back_up_to(home, tmp_path / "bawa").path, tmp_path / "lain")
    last = add("Terakhir")
    ours, theirs = open_database(tmp_path / "lain" / DATABASE), open_database(home / DATABASE)
    judged = []

    def judge(_: object, one: Incoming, __: Story | None) -> Verdict:
        judged.append(one.story.id)
        return Verdict.NEW

    with closing(ours), closing(theirs), comparing(theirs, ours) as alike:
        foretell_stories(theirs, ours, judge, None, alike)
    assert judged == [last.id]
