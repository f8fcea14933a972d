from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.store.errors import StoreError
from newsroom.store.imported import OURS, Arriving, Item, Known, Verdict
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

THEN = datetime(2019, 6, 20, 2, 30, tzinfo=UTC)


def arriving(number: int, says: str = "a", *, anew: bool = False, **fields: object) -> Arriving:
    story = Story(headline=f"Berita lama {number}", body="Warga panen.", created=THEN, updated=THEN)
    item = Item((f"situs#{number}", f"guid:{number}"), says)
    mark = Mark(StepKind.IMPORT, note="ekspor.xml")
    return Arriving(replace(story, **fields), item, mark, anew=anew)  # type: ignore[arg-type]


def test_old_stories_keep_their_times_and_stand_below_todays_work(store: Store) -> None:
    ours = store.stories.save(Story(headline="Berita hari ini"))

    ((verdict, id),) = store.imported.add([arriving(1)])

    assert verdict is Verdict.NEW
    story = store.stories.get(id)
    assert (story.created, story.updated, story.revision) == (THEN, THEN, 1)
    assert [one.id for one in store.stories.list()] == [ours.id, id]
    assert [hit.story.id for hit in store.stories.search("panen")] == [id]


def test_no_story_is_from_the_future(store: Store) -> None:
    late = datetime.now(UTC) + timedelta(days=300)

    ((_, id),) = store.imported.add([arriving(1, created=late, updated=late)])

    story = store.stories.get(id)
    assert story.created is not None
    assert story.updated is not None
    assert story.created <= datetime.now(UTC)
    assert story.updated <= datetime.now(UTC)


def test_where_a_story_came_from_is_its_first_version(store: Store) -> None:
    ((_, id),) = store.imported.add([arriving(1, photos=(Photo("panen.jpg"),))])
    came = store.stories.get(id)
    (step,) = store.versions.list(id)

    assert (step.kind, step.note) == (StepKind.IMPORT, "ekspor.xml")
    assert store.versions.story(step.number) == came
    later = store.stories.save(replace(came, body="Warga tanam."))
    assert len(store.versions.list(id)) == 1
    assert store.versions.restore(step.number) == replace(
        came, revision=3, updated=store.stories.get(id).updated
    )
    assert later.revision == 2


def test_what_came_comes_no_more(store: Store) -> None:
    first = store.imported.add([arriving(1), arriving(2)])
    again = store.imported.add([arriving(1), arriving(2), arriving(3)])

    assert [verdict for verdict, _ in again] == [Verdict.THERE, Verdict.THERE, Verdict.NEW]
    assert [id for _, id in again[:2]] == [id for _, id in first]
    assert len(store.stories.list()) == 3


def test_one_of_its_keys_is_enough_to_know_an_item(store: Store) -> None:
    ((_, id),) = store.imported.add([arriving(1)])
    moved = replace(arriving(1), item=Item(("situs-baru#8", "guid:1"), "a"))

    assert store.imported.add([moved]) == [(Verdict.THERE, id)]


def test_twice_in_one_batch_is_one_story(store: Store) -> None:
    one, other = store.imported.add([arriving(1), arriving(1)])

    assert (one[0], other) == (Verdict.NEW, (Verdict.THERE, one[1]))


def test_what_has_changed_overwrites_nothing(store: Store) -> None:
    ((_, id),) = store.imported.add([arriving(1)])
    ours = store.stories.save(replace(store.stories.get(id), body="Disunting di sini."))

    assert store.imported.add([arriving(1, "b", body="Lain")]) == [(Verdict.CHANGED, id)]
    assert store.stories.get(id) == ours
    assert len(store.stories.list()) == 1


def test_what_has_changed_may_come_as_a_story_of_its_own_once(store: Store) -> None:
    ((_, id),) = store.imported.add([arriving(1)])

    ((verdict, new),) = store.imported.add([arriving(1, "b", anew=True)])

    assert verdict is Verdict.NEW
    assert new != id
    assert store.imported.add([arriving(1, "b", anew=True)]) == [(Verdict.THERE, new)]


def test_what_was_deleted_here_does_not_come_back(store: Store) -> None:
    ((_, id),) = store.imported.add([arriving(1)])
    store.stories.discard(id)
    assert store.imported.add([arriving(1)]) == [(Verdict.THERE, id)]

    store.stories.delete(id)

    assert store.imported.add([arriving(1)]) == [(Verdict.GONE, "")]


def test_a_story_that_went_out_from_here_is_known(store: Store) -> None:
    ours = store.stories.save(Story(headline="Dari sini"))
    back = replace(arriving(1), item=Item((OURS + ours.id, "situs#1"), "a"))
    foreign = replace(arriving(2), item=Item((OURS + "f" * 32, "situs#2"), "a"))

    answers = store.imported.add([back, foreign])

    assert answers[0] == (Verdict.THERE, ours.id)
    assert answers[1][0] is Verdict.NEW
    assert store.imported.known([OURS + ours.id]) == {OURS + ours.id: Known(ours.id, None)}


def test_what_was_thrown_away_there_is_in_the_bin_here(store: Store) -> None:
    ((_, id),) = store.imported.add([replace(arriving(1), discarded=True)])

    assert store.stories.list() == []
    assert [one.story.id for one in store.stories.bin()] == [id]


def test_a_batch_comes_whole_or_not_at_all(store: Store, open_store: Callable[[], Store]) -> None:
    broken = arriving(2, body="Setengah \ud83d huruf")

    with pytest.raises(StoreError, match="huruf rusak"):
        store.imported.add([arriving(1), broken])

    other = open_store()
    assert other.stories.list() == []
    assert other.imported.known(["situs#1", "situs#2"]) == {}


def test_many_keys_are_asked_for_at_once(store: Store) -> None:
    store.imported.add([arriving(number, status=Status.PUBLISHED) for number in range(60)])

    known = store.imported.known(f"situs#{number}" for number in range(5000))

    assert len(known) == 60
