from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.verify import verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.deliveries.records import (
    Delivery,
    KeptMedium,
    Outcome,
    PushState,
    PushStopped,
    Wish,
)
from newsroom.store.errors import StoryNotFound
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story

NOW = datetime(2026, 3, 5, 2, 30, tzinfo=UTC)
SITE = "https://kabar.example"


def a_story(store: Store, headline: str = "Panen Raya") -> str:
    return store.stories.save(Story(headline=headline, body="Warga panen.")).id


def delivery(story: str, **changes: object) -> Delivery:
    made = Delivery(
        story=story,
        portal="kabar",
        site=SITE,
        remote_id=41,
        link=f"{SITE}/panen-raya/",
        status="draft",
        slug="panen-raya",
        revision=3,
        modified="2026-03-05T02:30:00",
        digest="d" * 64,
        moment=NOW,
        seen={"title": "a" * 16},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_what_a_story_is_on_a_portal_is_kept_for_each_portal(store: Store) -> None:
    story = a_story(store)
    here, there = delivery(story), delivery(story, portal="warta", remote_id=7)

    for one in (here, there):
        store.deliveries.keep(one)

    assert store.deliveries.of_story(story) == [here, there]
    again = replace(here, revision=4, status="publish")
    store.deliveries.keep(again)
    assert store.deliveries.get(story, "kabar") == again
    store.deliveries.forget(story, "kabar")
    assert store.deliveries.of_story(story) == [there]


def test_a_story_that_is_not_there_is_on_no_portal(store: Store) -> None:
    with pytest.raises(StoryNotFound):
        store.deliveries.keep(delivery("f" * 32))


def test_a_picture_is_known_by_what_is_in_it(store: Store) -> None:
    medium = KeptMedium(SITE, "e" * 64, 12, f"{SITE}/nr-e.jpg", "nr-e", NOW)

    store.deliveries.keep_medium(medium)

    assert store.deliveries.medium(SITE, "e" * 64) == medium
    assert store.deliveries.medium("https://lain.example", "e" * 64) is None
    store.deliveries.forget_medium(SITE, "e" * 64)
    assert store.deliveries.medium(SITE, "e" * 64) is None


def test_a_story_waits_once_for_a_portal(store: Store) -> None:
    story = a_story(store)
    first = store.pushes.add(story, "kabar", 1, Wish())

    later = store.pushes.add(story, "kabar", 2, Wish("publish", NOW, confirmed=True))

    assert [one.id for one in store.pushes.list()] == [first.id]
    assert (later.revision, later.wish) == (2, Wish("publish", NOW, confirmed=True))
    assert store.pushes.add(story, "warta", 2, Wish()).id != first.id


def test_the_queue_keeps_its_order_and_a_story_can_be_moved_in_it(store: Store) -> None:
    ids = [store.pushes.add(a_story(store, name), "kabar", 1, Wish()).id for name in "ABCD"]

    store.pushes.move(ids[3], 1)

    assert [one.headline for one in store.pushes.list()] == ["A", "D", "B", "C"]
    store.pushes.move(ids[0], 99)
    assert [one.headline for one in store.pushes.list()] == ["D", "B", "C", "A"]


def test_what_waits_for_a_time_is_due_when_it_has_come(store: Store) -> None:
    push = store.pushes.add(a_story(store), "kabar", 1, Wish())
    store.pushes.start(push.id)
    later = NOW + timedelta(minutes=5)
    store.pushes.settle(push.id, PushState.WAITING, "Situs sibuk.", next_try=later)

    assert store.pushes.due(NOW) == []
    (due,) = store.pushes.due(later)
    assert (due.error, due.tries, due.next_try) == ("Situs sibuk.", 1, later)
    assert store.pushes.start(push.id).tries == 2


def test_what_ran_when_the_program_ended_is_due(
    store: Store, open_store: Callable[[], Store]
) -> None:
    push = store.pushes.add(a_story(store), "kabar", 1, Wish())
    store.pushes.start(push.id)

    assert [one.id for one in open_store().pushes.due()] == [push.id]


def test_a_step_is_in_the_journal_before_and_after(
    store: Store, open_store: Callable[[], Store]
) -> None:
    story = a_story(store)
    push = store.pushes.add(story, "kabar", 1, Wish())
    store.pushes.start(push.id)

    number = store.journal.begin(push.id, "media", "nr-e", {"bytes": 120})

    (open_step,) = open_store().journal.steps(push.id)
    assert (open_step.outcome, open_step.ended, open_step.may_be_done) == (Outcome.OPEN, None, True)
    store.journal.end(push.id, number, Outcome.NOT_DONE, {"status": 413}, "Terlalu besar.")
    second = store.journal.begin(push.id, "post", "baru", {"title": "ab12"})
    store.journal.end(push.id, second, Outcome.DONE, {"id": 41})
    media, post = store.journal.steps(push.id)
    assert (media.came, media.error, media.may_be_done) == (
        {"status": 413},
        "Terlalu besar.",
        False,
    )
    assert (post.asked, post.came) == ({"title": "ab12"}, {"id": 41})
    assert store.journal.of_story(story, "kabar", "post") == [post]
    assert store.journal.of_story(story, "warta", "post") == []


def test_after_a_cancel_nothing_more_is_asked_and_it_can_be_resumed(
    store: Store, open_store: Callable[[], Store]
) -> None:
    push = store.pushes.add(a_story(store), "kabar", 1, Wish())
    store.pushes.start(push.id)
    store.journal.begin(push.id, "connect", "", {})

    open_store().pushes.cancel(push.id)

    with pytest.raises(PushStopped):
        store.journal.begin(push.id, "terms", "", {})
    assert store.pushes.settle(push.id, PushState.FAILED, "x").state is PushState.CANCELLED
    with pytest.raises(PushStopped):
        store.pushes.start(push.id)
    assert store.pushes.resume(push.id).state is PushState.WAITING
    assert len(store.journal.steps(push.id)) == 1


def test_a_cancelled_push_gives_way_to_the_one_that_came_after_it(store: Store) -> None:
    story = a_story(store)
    old = store.pushes.add(story, "kabar", 1, Wish())
    store.pushes.cancel(old.id)
    new = store.pushes.add(story, "kabar", 1, Wish())

    with pytest.raises(PushStopped):
        store.pushes.resume(old.id)

    assert store.pushes.list(open_only=True) == [new]


def test_an_answer_belongs_to_its_question(store: Store) -> None:
    push = store.pushes.add(a_story(store), "kabar", 1, Wish())
    with pytest.raises(PushStopped):
        store.pushes.answer(push.id, "overwrite")
    store.pushes.start(push.id)
    question = {"kind": "conflict", "modified": "2026-03-05T02:30:00"}
    asked = store.pushes.settle(push.id, PushState.PERSON, "Berubah di situs.", question=question)
    assert (asked.question, store.pushes.due()) == (question, [])

    answered = store.pushes.answer(push.id, "overwrite")

    assert answered.answers == {"conflict": {**question, "answer": "overwrite"}}
    assert store.pushes.due() == [answered]
    renewed = store.pushes.add(answered.story, "kabar", 2, Wish())
    assert renewed.answers == {}


def test_only_the_last_journals_are_kept(store: Store) -> None:
    story = a_story(store)
    ids = []
    for revision in range(8):
        push = store.pushes.add(story, "kabar", revision, Wish())
        store.pushes.start(push.id)
        store.journal.begin(push.id, "connect", "", {})
        store.pushes.settle(push.id, PushState.DONE)
        ids.append(push.id)

    assert [one.id for one in store.pushes.list()] == ids[-5:]
    assert [len(store.journal.steps(id)) for id in ids] == [0] * 3 + [1] * 5


def test_a_story_deleted_for_good_takes_its_deliveries_along(store: Store) -> None:
    story = a_story(store)
    store.deliveries.keep(delivery(story))
    push = store.pushes.add(story, "kabar", 1, Wish())
    store.pushes.start(push.id)
    store.journal.begin(push.id, "connect", "", {})
    store.stories.discard(story)

    store.stories.delete_many([story])

    assert store.pushes.list() == []
    assert store.journal.steps(push.id) == []


def full(home: Path) -> tuple[str, str]:
    """Make a store with a story that went to a portal; return the ids of it and of its push."""
    with closing(Store.open(home)) as store:
        for name in ("Lain", "Panen Raya"):
            story = a_story(store, name)
        store.deliveries.keep(delivery(story))
        store.deliveries.keep_medium(KeptMedium(SITE, "e" * 64, 12, "u", "nr-e", NOW))
        push = store.pushes.add(story, "kabar", 1, Wish("publish", NOW, confirmed=True))
        store.pushes.start(push.id)
        number = store.journal.begin(push.id, "post", "baru", {"title": "ab12"})
        store.journal.end(push.id, number, Outcome.DONE, {"id": 41})
    return story, push.id


def require_full(home: Path, story: str, push: str, state: PushState = PushState.RUNNING) -> None:
    with closing(Store.open(home)) as store:
        assert store.deliveries.of_story(story) == [delivery(story)]
        assert store.deliveries.medium(SITE, "e" * 64) is not None
        assert [(one.id, one.state) for one in store.pushes.list()] == [(push, state)]
        assert [one.came for one in store.journal.steps(push)] == [{"id": 41}]
    assert verify_store(home).is_good


def test_a_backup_has_what_went_to_the_portals(home: Path, tmp_path: Path) -> None:
    story, push = full(home)
    backup = back_up_to(home, tmp_path / "cadangan")

    restore_to(backup.path, tmp_path / "lagi")

    require_full(tmp_path / "lagi", story, push)


def test_merging_a_backup_brings_what_is_not_known_here(home: Path, tmp_path: Path) -> None:
    story, push = full(home)
    backup = back_up_to(home, tmp_path / "cadangan")
    with closing(Store.open(tmp_path / "lain")) as store:
        for name in "ABC":
            a_story(store, name)

    restore_into(tmp_path / "lain", backup.path)

    # It may long have been done since the backup: it is left to a person.
    require_full(tmp_path / "lain", story, push, PushState.CANCELLED)


def test_merging_an_older_backup_leaves_what_is_known_here(home: Path, tmp_path: Path) -> None:
    story, _ = full(home)
    backup = back_up_to(home, tmp_path / "cadangan")
    newer = delivery(story, revision=9, modified="2026-04-01T00:00:00")
    with closing(Store.open(home)) as store:
        store.deliveries.keep(newer)

    restore_into(home, backup.path)

    with closing(Store.open(home)) as store:
        assert store.deliveries.get(story, "kabar") == newer


def test_a_damaged_store_made_anew_still_knows_what_went_to_the_portals(home: Path) -> None:
    story, push = full(home)
    with (home / DATABASE).open("r+b") as file:  # nothing leads to the tables any more
        file.seek(100)
        file.write(bytes(40))

    with closing(open_sound(home)):
        pass

    require_full(home, story, push)
