"""Pictures are deleted only once nothing has referred to them for a month."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.store.backup.restore import restore_into
from newsroom.store.backup.whole import back_up_to
from newsroom.store.errors import VersionUnreadable
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

DAY = timedelta(days=1)
Add = Callable[[str], str]


@pytest.fixture
def add(store: Store, tmp_path: Path) -> Add:
    """Adds a picture, of an old file, and returns its digest."""

    def add(content: str) -> str:
        path = tmp_path / f"{content}.jpg"
        path.write_text(content)
        digest = store.media.add(path)
        make_old(store, digest)
        return digest

    return add


def make_old(store: Store, digest: str) -> None:
    path = store.media.path(digest)
    assert path is not None
    long_ago = (datetime.now(UTC) - 400 * DAY).timestamp()
    os.utime(path, (long_ago, long_ago))


def use_for(store: Store, days: int = 31) -> list[str]:
    now, gone = datetime.now(UTC), []
    for day in range(days + 1):
        gone += store.remove_unreferred_pictures(now + day * DAY)
    return gone


def test_a_picture_without_use_goes_after_a_month(store: Store, add: Add) -> None:
    digest = add("lepas")

    assert use_for(store, 29) == []
    assert store.media.path(digest)
    assert use_for(store, 31) == [digest]
    assert store.media.path(digest) is None


def test_what_is_half_there_since_the_program_ended_goes_after_a_month(
    store: Store, home: Path, add: Add
) -> None:
    add("lepas")
    old, new = home / MEDIA / "lama.part", home / MEDIA / "baru.part"
    for part in (old, new):
        part.write_text("setengah")
    os.utime(old, (0, 0))

    store.remove_unreferred_pictures(datetime.now(UTC))

    assert (old.exists(), new.exists()) == (False, True)


def test_a_picture_in_a_story_stays(store: Store, add: Add) -> None:
    digest = add("dipakai")
    store.stories.save(Story(photos=(Photo("a.jpg", digest=digest),)))

    assert use_for(store) == []
    assert store.media.path(digest)


def test_a_picture_that_only_a_review_refers_to_stays(store: Store, add: Add) -> None:
    digest = add("diterima")
    story = store.stories.save(Story())
    store.stories.change_status([story.id], Status.SUBMITTED)
    review = store.reviews.of(story.id)
    assert review

    store.reviews.keep(review, Story(photos=(Photo("a.jpg", digest=digest),)))

    assert use_for(store) == []
    assert store.media.path(digest)


def test_a_picture_in_the_bin_stays_until_its_story_is_deleted(store: Store, add: Add) -> None:
    digest = add("keranjang")
    story = store.stories.save(Story(photos=(Photo("a.jpg", digest=digest),)))
    store.stories.discard(story.id)
    assert use_for(store) == []

    store.stories.delete(story.id)

    assert use_for(store) == [digest]


def test_a_picture_in_an_earlier_version_stays(store: Store, add: Add) -> None:
    digest, other = add("versi"), add("baru")
    story = store.stories.save(Story(headline="A", photos=(Photo("a.jpg", digest=digest),)))
    story = store.stories.save(replace(story, status=Status.SUBMITTED))
    story = store.stories.save(replace(story, photos=(Photo("b.jpg", digest=other),)))
    assert store.stories.get(story.id).photos[0].digest == other

    assert use_for(store) == []
    assert store.media.path(digest)

    again = store.versions.restore(store.versions.list(story.id)[-1].number)
    assert again.photos[0].digest == digest


def test_a_picture_of_two_stories_outlives_one_of_them(store: Store, add: Add) -> None:
    digest = add("berdua")
    photo = Photo("a.jpg", digest=digest)
    one, _ = (store.stories.save(Story(headline=name, photos=(photo,))) for name in "ab")
    store.stories.discard(one.id)
    store.stories.delete(one.id)

    assert use_for(store) == []
    assert store.media.path(digest)


def test_a_picture_that_is_used_again_begins_anew(store: Store, add: Add) -> None:
    digest = add("kembali")
    assert use_for(store, 25) == []
    story = store.stories.save(Story(photos=(Photo("a.jpg", digest=digest),)))
    now = datetime.now(UTC) + 26 * DAY
    assert store.remove_unreferred_pictures(now) == []
    store.stories.discard(story.id)
    store.stories.delete(story.id)

    assert store.remove_unreferred_pictures(now + 7 * DAY) == []
    assert store.media.path(digest)


def test_a_picture_that_is_added_again_is_new(store: Store, add: Add, tmp_path: Path) -> None:
    digest = add("lagi")
    now = datetime.now(UTC)
    for day in range(30):
        store.remove_unreferred_pictures(now - (40 - day) * DAY)

    store.media.add(tmp_path / "lagi.jpg")  # by somebody who has not saved the story yet

    assert store.remove_unreferred_pictures(now) == []
    assert store.media.path(digest)


def test_a_picture_that_a_backup_brings_again_is_new(
    store: Store, add: Add, home: Path, tmp_path: Path
) -> None:
    digest = add("cadangan")
    made = back_up_to(home, tmp_path / "luar")
    make_old(store, digest)
    now = datetime.now(UTC)
    for day in range(30):
        store.remove_unreferred_pictures(now - (40 - day) * DAY)

    assert restore_into(home, made.path).pictures == 0  # its story may be about to come too

    assert store.remove_unreferred_pictures(now) == []
    assert store.media.path(digest)


@pytest.mark.parametrize("jump", [365 * DAY, 20_000 * DAY])
def test_a_clock_that_jumps_deletes_nothing(store: Store, add: Add, jump: timedelta) -> None:
    digest = add("jam")
    now = datetime.now(UTC)

    for moment in (now, now + jump, now + jump, now, now + DAY):
        assert store.remove_unreferred_pictures(moment) == []
    assert store.media.path(digest)


def test_what_was_being_deleted_at_a_kill_is_put_back(store: Store, add: Add) -> None:
    digest = add("mati")
    path = store.media.path(digest)
    assert path is not None
    path.rename(path.with_name(f".going-{path.name}"))
    store.stories.save(Story(photos=(Photo("a.jpg", digest=digest),)))

    assert store.remove_unreferred_pictures(datetime.now(UTC)) == []
    assert store.media.path(digest) == path


def test_a_version_that_cannot_be_read_lets_nothing_go(store: Store, add: Add, home: Path) -> None:
    digest = add("rusak")
    story = store.stories.save(Story(headline="A", body="Warga panen."))
    store.stories.save(replace(story, status=Status.SUBMITTED))
    with closing(sqlite3.connect(home / DATABASE)) as connection:
        connection.execute("UPDATE version SET packed = x'00'")
        connection.commit()

    with pytest.raises(VersionUnreadable):
        use_for(store)
    assert store.media.path(digest)


def test_what_is_no_picture_of_the_stores_is_left_alone(store: Store, add: Add, home: Path) -> None:
    add("biasa")
    mine = home / "media" / "ab"
    mine.mkdir(exist_ok=True)
    (mine / "catatan.txt").write_text("milik orang")

    use_for(store)

    assert (mine / "catatan.txt").exists()
