"""What the desk keeps beside the stories: after damage, in merged backups, and when proved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.backup.restore import restore_into
from newsroom.store.backup.verify import verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE
from newsroom.store.recovery.report import RecoveryReport
from newsroom.store.store import Store
from newsroom.story.changes.between import Changes
from newsroom.story.comments.comment import Anchor, Comment
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

WROTE = "Warga panen padi."
TABLES = ("desk", "comment", "review", "handover")


@pytest.fixture
def story(store: Store) -> Story:
    """A story that is being edited, with a comment, a review, and a file that left."""
    store.people.set_me(Person("Wati Misal", Role.ALL))
    story = store.stories.save(Story(headline="Panen", body=WROTE))
    for status in (Status.SUBMITTED, Status.EDITING):
        store.stories.change_status([story.id], status)
    said = Comment.new(
        "Wati Misal", "Benar?", datetime.now(UTC), anchor=Anchor("body", 6, 11, "panen")
    )
    store.comments.answer(store.comments.add(story.id, said).id, "Budi Contoh", "Benar.")
    store.handovers.hand_over(story.id)
    return store.stories.save(replace(store.stories.get(story.id), headline="Panen raya"))


def accept(store: Store, story: Story) -> None:
    review = store.reviews.of(story.id)
    assert review
    store.reviews.keep(
        review, Changes(review.base, story).accepted(Changes(review.base, story).all)
    )


def known(store: Store, id: str) -> tuple[object, ...]:
    """Return all that is kept of a story beside it."""
    review = store.reviews.of(id)
    assert review
    return store.comments.all(id), store.desk.of([id]), review.base, store.handovers.states(id)


def head(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / DATABASE)) as database:
        return [uid for (uid,) in database.execute("SELECT uid FROM handover WHERE head")]


@pytest.mark.parametrize("with_backup", [True, False])
def test_all_of_it_is_there_after_a_recovery_and_nothing_is_taken_for_a_lost_story(
    home: Path, store: Store, story: Story, *, with_backup: bool
) -> None:
    accept(store, story)
    if with_backup:
        assert back_up_if_due(home).first
    accept(store, store.stories.save(replace(story, body=f"{WROTE} Kini.")))
    store.handovers.hand_over(story.id)
    before, came_from = known(store, story.id), head(home)
    store.close()
    with (home / DATABASE).open("r+b") as file:
        file.write(bytes(2000))

    told: list[RecoveryReport] = []
    with closing(open_sound(home, told.append)) as store:
        assert known(store, story.id) == before
    assert head(home) == came_from
    assert [one.id for one in told[0].stories] == [story.id]


def test_a_backup_of_a_story_that_went_on_otherwise_leaves_its_way_from_desk_to_desk(
    home: Path, store: Store, story: Story, tmp_path: Path
) -> None:
    made = back_up_to(home, tmp_path / "pindah")
    restore_into(tmp_path / "lain", made.path)
    with closing(Store.open(tmp_path / "lain")) as other:
        other.stories.save(replace(other.stories.get(story.id), body="Ditulis di sana."))
        other.handovers.hand_over(story.id)
        theirs = back_up_to(tmp_path / "lain", tmp_path / "dari-lain")
    ours = store.stories.save(replace(story, body="Ditulis di sini."))
    before = head(home)

    restore_into(home, theirs.path)

    assert store.stories.get(story.id) == ours
    assert len(store.handovers.states(story.id)) == 2
    assert head(home) == before


def test_comments_stay_on_their_words_in_a_text_that_comes_out_of_a_backup(
    home: Path, store: Store, story: Story, tmp_path: Path
) -> None:
    made = back_up_to(home, tmp_path / "pindah")
    restore_into(tmp_path / "lain", made.path)
    with closing(Store.open(tmp_path / "lain")) as other:
        with closing(sqlite3.connect(tmp_path / "lain" / DATABASE)) as database, database:
            database.execute("DELETE FROM comment")
        there = other.stories.get(story.id)
        other.versions.mark(there, Mark(StepKind.EXPORT))
        later = other.stories.save(replace(there, body=f"Kini {WROTE}"))
        theirs = back_up_to(tmp_path / "lain", tmp_path / "dari-lain")

    restore_into(home, theirs.path)

    assert store.stories.get(story.id) == later
    anchor = store.comments.all(story.id)[0].anchor
    assert anchor
    assert later.body[anchor.start : anchor.end] == "panen"


def test_what_is_damaged_of_it_is_told_when_the_store_is_proved(
    home: Path, store: Store, story: Story
) -> None:
    accept(store, story)
    assert verify_store(home).faults == []
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute("UPDATE review SET packed = x'00'")
        database.execute("UPDATE comment SET mentions = 'bukan json' WHERE id = thread")

    told = verify_store(home).faults

    assert len(told) == 2
    assert "serah-terima rusak" in told[0]
    assert "1 komentar tidak terbaca" in told[1]


def test_a_story_that_is_deleted_for_good_leaves_nothing_of_it(
    home: Path, store: Store, story: Story
) -> None:
    accept(store, story)
    store.stories.discard(story.id)
    store.stories.delete(story.id)

    with closing(sqlite3.connect(home / DATABASE)) as database:
        for table in TABLES:
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
