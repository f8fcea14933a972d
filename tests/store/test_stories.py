from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.store.errors import StoreError, StoryChangedElsewhere, StoryNotFound
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

Opener = Callable[[], Store]


def test_first_save_sets_revision_and_times_in_utc(store: Store) -> None:
    before = datetime.now(UTC)

    saved = store.stories.save(Story(headline="Pasar Contoh Dibuka"))

    assert saved.revision == 1
    assert saved.created == saved.updated
    assert saved.updated is not None
    assert before <= saved.updated <= datetime.now(UTC)
    assert saved.updated.utcoffset() == timedelta(0)


def test_later_save_keeps_the_time_it_was_made(store: Store) -> None:
    first = store.stories.save(Story(headline="Pasar Contoh Dibuka"))

    second = store.stories.save(replace(first, body="Pedagang mulai berdatangan."))

    assert second.revision == 2
    assert second.created == first.created
    assert second.updated is not None
    assert first.updated is not None
    assert second.updated >= first.updated
    assert store.stories.get(first.id) == second


def test_saved_story_is_there_after_reopening(store: Store, open_store: Opener) -> None:
    saved = store.stories.save(Story(headline="Pasar Contoh Dibuka", photos=(Photo("pasar.jpg"),)))
    store.close()

    assert open_store().stories.get(saved.id) == saved


def test_photos_are_replaced_reordered_and_removed(store: Store) -> None:
    one, two, three = (Photo(f"{name}.jpg", caption=name) for name in ("satu", "dua", "tiga"))
    story = store.stories.save(Story(headline="Foto", photos=(one, two, three)))

    for photos in [(three, one, two), (two,), (replace(two, credit="Rina Contoh"), one), ()]:
        story = store.stories.save(replace(story, photos=photos))
        assert store.stories.get(story.id).photos == photos


def test_get_finds_a_story_by_the_beginning_of_its_id(store: Store) -> None:
    saved = store.stories.save(Story(id="abcd" + "0" * 28))
    store.stories.save(Story(id="abce" + "0" * 28))

    assert store.stories.get("abcd") == saved


@pytest.mark.parametrize("wanted", ["abc", "", "ffff", "____", "%%%%"])
def test_get_refuses_an_unknown_or_too_short_id(store: Store, wanted: str) -> None:
    store.stories.save(Story(id="abcd" + "0" * 28))

    with pytest.raises(StoryNotFound, match="tidak ditemukan"):
        store.stories.get(wanted)


def test_get_refuses_a_beginning_that_two_share(store: Store) -> None:
    store.stories.save(Story(id="abcd1" + "0" * 27))
    store.stories.save(Story(id="abcd2" + "0" * 27))

    with pytest.raises(StoryNotFound, match="Lebih dari satu"):
        store.stories.get("abcd")


def test_a_full_id_is_never_ambiguous(store: Store) -> None:
    store.stories.save(Story(id="abcd-kedua"))
    short = store.stories.save(Story(id="abcd"))

    assert store.stories.get("abcd") == short


def test_a_story_changed_elsewhere_is_not_overwritten(store: Store, open_store: Opener) -> None:
    other = open_store()
    mine = store.stories.save(Story(headline="Judul lama", photos=(Photo("lama.jpg"),)))
    theirs = other.stories.save(replace(other.stories.get(mine.id), headline="Judul mereka"))

    with pytest.raises(StoryChangedElsewhere, match="Tidak ada yang ditimpa"):
        store.stories.save(replace(mine, headline="Judul saya", photos=()))

    assert store.stories.get(mine.id) == theirs


def test_of_many_who_save_at_once_one_wins(home: Path, store: Store) -> None:
    story = store.stories.save(Story(headline="Awal"))
    together = threading.Barrier(4)
    won: list[Story] = []
    lost: list[StoreError] = []

    def save(headline: str) -> None:
        mine = Store.open(home)
        together.wait()
        try:
            won.append(mine.stories.save(replace(story, headline=headline)))
        except StoryChangedElsewhere as error:
            lost.append(error)
        mine.close()

    threads = [threading.Thread(target=save, args=(f"Penulis {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(won), len(lost)) == (1, 3)
    assert store.stories.get(story.id) == won[0]


def test_a_new_story_does_not_overwrite_one_of_the_same_id(store: Store) -> None:
    first = store.stories.save(Story(headline="Sudah ada"))

    with pytest.raises(StoryChangedElsewhere):
        store.stories.save(Story(id=first.id, headline="Menimpa"))

    assert store.stories.get(first.id) == first


def test_a_story_known_from_another_store_is_taken_in(store: Store) -> None:
    made = datetime(2026, 3, 5, 1, 2, 3, tzinfo=UTC)
    foreign = Story(headline="Dari laptop lain", revision=7, created=made, updated=made)

    saved = store.stories.save(foreign)

    assert (saved.revision, saved.created) == (8, made)
    assert store.stories.get(foreign.id) == saved


def test_the_bin_keeps_a_story_but_does_not_list_it(store: Store) -> None:
    kept, binned = (store.stories.save(Story(headline=name)) for name in ("Tetap", "Dibuang"))

    store.stories.discard(binned.id)

    assert [story.id for story in store.stories.list()] == [kept.id]
    assert sum(store.stories.counts().values()) == 1
    assert store.stories.get(binned.id) == binned

    store.stories.restore(binned.id)

    assert {story.id for story in store.stories.list()} == {kept.id, binned.id}
    assert store.stories.get(binned.id) == binned


def test_a_story_in_the_bin_can_still_be_saved(store: Store) -> None:
    story = store.stories.save(Story(headline="Terbuka di jendela lain"))
    store.stories.discard(story.id)

    saved = store.stories.save(replace(story, body="Kalimat terakhir."))

    assert store.stories.get(story.id) == saved
    assert store.stories.list() == []


@pytest.mark.parametrize("move", ["discard", "restore"])
def test_moving_an_unknown_story_says_so(store: Store, move: str) -> None:
    with pytest.raises(StoryNotFound):
        getattr(store.stories, move)("f" * 32)


def test_half_a_character_is_refused_in_words(store: Store) -> None:
    story = store.stories.save(Story(headline="Utuh"))

    with pytest.raises(StoreError, match="setelah “Warga menari ”"):
        store.stories.save(replace(story, body="Warga menari \ud83d."))

    assert store.stories.get(story.id) == story


def test_what_is_kept_beside_a_story_is_kept_with_it_or_not_at_all(store: Store) -> None:
    saved = store.stories.save(Story(headline="Satu"), {"open": "x", "place:x": {"cursor": 3}})
    assert store.workspace.get("open") == "x"
    assert store.workspace.get("place:x") == {"cursor": 3}

    store.stories.save(saved, {"open": "y"})
    with pytest.raises(StoryChangedElsewhere):
        store.stories.save(saved, {"open": "z"})
    assert store.workspace.get("open") == "y"
