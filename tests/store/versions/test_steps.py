"""Which states of a story are kept, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.store.errors import StoreError, StoryChangedElsewhere, StoryNotFound, VersionNotFound
from newsroom.store.store import Store
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, Step, StepKind
from newsroom.story.workflow import Status
from tests.store.versions.clock import Clock

LONG = "Warga Kampung Rekaan memanen padi. " * 12


@contextmanager
def refused(store: Store, what: str) -> Iterator[None]:
    """Have the database fail at one kind of change."""
    fail = f"CREATE TRIGGER fail BEFORE {what} BEGIN SELECT RAISE(ABORT, 'gagal'); END"
    for statement in (fail, "DROP TRIGGER fail"):
        with store._database.write() as session:
            session.connection().exec_driver_sql(statement)
        if statement == fail:
            yield


def kinds(steps: list[Step]) -> list[StepKind]:
    return [step.kind for step in steps]


def test_one_spell_of_writing_is_no_step_yet(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Panen"))
    for word in LONG.split():
        clock.go(seconds=5)
        story = store.stories.save(replace(story, body=f"{story.body} {word}"))

    assert store.versions.list(story.id) == []


def test_after_a_pause_the_state_before_it_is_a_step(store: Store, clock: Clock) -> None:
    first = store.stories.save(Story(headline="Panen", body="Warga memanen padi."))
    clock.go(minutes=6)

    store.stories.save(replace(first, body="Warga memanen padi dan jagung."))

    (step,) = store.versions.list(first.id)
    assert (step.kind, step.moment, step.revision, step.words) == (
        StepKind.WRITING,
        first.updated,
        1,
        3,
    )
    assert store.versions.story(step.number) == first


def test_writing_without_a_pause_is_kept_every_quarter_of_an_hour(
    store: Store, clock: Clock
) -> None:
    story = store.stories.save(Story(headline="Panen"))
    for minute in range(60):
        clock.go(minutes=1)
        story = store.stories.save(replace(story, body=f"{story.body} kata{minute}"))

    assert [step.words for step in store.versions.list(story.id)] == [59, 44, 29, 14]


def test_before_much_of_the_text_gives_way_it_is_kept(store: Store, clock: Clock) -> None:
    full = store.stories.save(Story(headline="Panen", body=LONG))
    clock.go(seconds=10)
    short = store.stories.save(replace(full, body="Warga."))
    clock.go(seconds=1)
    store.stories.save(replace(short, body="Warga p"))

    (step,) = store.versions.list(full.id)
    assert store.versions.story(step.number) == full


def test_before_a_photo_goes_it_is_kept(store: Store, clock: Clock) -> None:
    photos = (Photo("panen.jpg", digest="a" * 64), Photo("lumbung.jpg", digest="b" * 64))
    both = store.stories.save(Story(headline="Panen", photos=photos))
    clock.go(seconds=10)
    turned = replace(photos[0], edits=PhotoEdits(turn=90))
    edited = store.stories.save(replace(both, photos=(turned, photos[1])))
    assert store.versions.list(both.id) == []

    store.stories.save(replace(edited, photos=(turned,)))

    (step,) = store.versions.list(both.id)
    assert store.versions.story(step.number) == edited
    assert store.versions.pictures() == {"a" * 64, "b" * 64}


def test_a_new_status_is_a_step_with_the_text_that_went_with_it(store: Store, clock: Clock) -> None:
    draft = store.stories.save(Story(headline="Panen", body="Warga memanen padi."))
    clock.go(seconds=20)
    sent = store.stories.save(replace(draft, status=Status.SUBMITTED))

    (step,) = store.versions.list(draft.id)
    assert (step.kind, step.before, step.after) == (
        StepKind.STATUS,
        Status.DRAFT,
        Status.SUBMITTED,
    )
    assert store.versions.story(step.number) == sent

    clock.go(minutes=20)
    store.stories.save(replace(sent, body="Warga memanen jagung."))
    assert store.versions.list(draft.id) == [step]  # that state is kept already


def test_text_that_changes_with_the_status_is_kept_as_it_was_too(
    store: Store, clock: Clock
) -> None:
    draft = store.stories.save(Story(headline="Panen", body="Warga memanen padi."))
    clock.go(seconds=20)
    sent = store.stories.save(replace(draft, status=Status.SUBMITTED, body="Warga memanen."))

    steps = store.versions.list(draft.id)
    assert kinds(steps) == [StepKind.STATUS, StepKind.WRITING]
    assert [store.versions.story(step.number) for step in steps] == [sent, draft]


def test_what_the_caller_tells_of_a_step(store: Store, clock: Clock) -> None:
    mark = Mark(StepKind.IMPORT, "Rina Contoh", "panen.docx")
    story = store.stories.save(Story(headline="Panen"), mark=mark)
    clock.go(minutes=1)
    marked = store.versions.mark(story, Mark(StepKind.EXPORT, note="bundle"))

    first = store.versions.list(story.id)[-1]
    assert (first.kind, first.who, first.note) == (StepKind.IMPORT, "Rina Contoh", "panen.docx")
    assert store.versions.list(story.id)[0] == marked == store.versions.step(marked.number)
    assert marked.moment == clock.moment
    assert store.versions.story(marked.number) == story


def test_an_export_of_what_has_been_overwritten_meanwhile_is_kept_as_it_was(
    store: Store, clock: Clock
) -> None:
    exported = store.stories.save(Story(headline="Panen", body="Warga memanen padi."))
    clock.go(seconds=2)
    now = store.stories.save(replace(exported, body="Warga memanen padi kemarin."))
    step = store.versions.mark(exported, Mark(StepKind.EXPORT))
    clock.go(minutes=6)
    store.stories.save(replace(now, body="Warga."))

    steps = store.versions.list(exported.id)
    assert kinds(steps) == [StepKind.WRITING, StepKind.EXPORT]
    assert store.versions.story(step.number) == exported
    assert store.versions.story(steps[0].number) == now


def test_a_story_that_is_not_there_has_no_steps_and_gets_none(store: Store) -> None:
    assert store.versions.list("f" * 32) == []
    with pytest.raises(StoryNotFound):
        store.versions.mark(Story(headline="Belum disimpan"), Mark(StepKind.EXPORT))
    with pytest.raises(VersionNotFound, match="Versi 7 tidak ada"):
        store.versions.story(7)


def test_a_clock_that_goes_back_a_year_changes_no_order(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Satu"))
    clock.go(hours=1)
    story = store.stories.save(replace(story, headline="Dua"))
    clock.go(days=-365)
    story = store.stories.save(replace(story, headline="Tiga"))
    clock.go(minutes=10)
    story = store.stories.save(replace(story, headline="Empat"))

    headlines = [
        store.versions.story(step.number).headline for step in store.versions.list(story.id)
    ]
    assert headlines == ["Tiga", "Dua", "Satu"]


def test_a_clock_set_right_by_a_moment_makes_no_step(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Satu"))
    clock.go(seconds=-2)
    store.stories.save(replace(story, headline="Dua"))

    assert store.versions.list(story.id) == []


def test_restoring_all_is_a_new_step_and_loses_nothing(store: Store, clock: Clock) -> None:
    photo = Photo("panen.jpg", caption="Petani", digest="a" * 64)
    old = store.stories.save(
        Story(headline="Panen", body=LONG, photos=(photo,), sources=(Source("Ani Misal"),))
    )
    clock.go(hours=1)
    now = store.stories.save(replace(old, headline="Tanam", body="Warga.", photos=(), sources=()))
    (step,) = store.versions.list(old.id)
    clock.go(seconds=5)

    back = store.versions.restore(step.number, who="Sari Umpama")

    assert back == store.stories.get(old.id)
    assert replace(back, revision=old.revision, updated=old.updated) == old
    steps = store.versions.list(old.id)
    assert kinds(steps) == [StepKind.RESTORE, StepKind.WRITING, StepKind.WRITING]
    assert steps[0].who == "Sari Umpama"
    assert steps[0].note.startswith("dari ")
    assert [store.versions.story(one.number) for one in steps] == [back, now, old]


def test_restoring_named_fields_leaves_the_others(store: Store, clock: Clock) -> None:
    old = store.stories.save(Story(headline="Panen", body="Warga memanen.", tags=("padi",)))
    clock.go(hours=1)
    now = store.stories.save(replace(old, headline="Tanam", body="Warga menanam.", tags=()))
    (step,) = store.versions.list(old.id)

    back = store.versions.restore(step.number, ["headline", "tags"])

    assert (back.headline, back.body, back.tags) == ("Panen", now.body, ("padi",))


def test_restoring_changes_no_status(store: Store, clock: Clock) -> None:
    draft = store.stories.save(Story(headline="Panen"))
    clock.go(hours=1)
    shown = store.stories.save(replace(draft, headline="Tanam", status=Status.PUBLISHED))
    first = store.versions.list(shown.id)[-1]

    back = store.versions.restore(first.number)

    assert (back.headline, back.status) == ("Panen", Status.PUBLISHED)
    with pytest.raises(ValueError, match="status"):
        store.versions.restore(first.number, ["status"])


def test_restoring_what_stands_there_is_no_step(store: Store) -> None:
    story = store.stories.save(Story(headline="Panen"), mark=Mark(StepKind.IMPORT))
    (step,) = store.versions.list(story.id)

    assert store.versions.restore(step.number) == story
    assert store.versions.list(story.id) == [step]


def test_a_story_in_the_bin_keeps_its_versions(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Panen"), mark=Mark(StepKind.IMPORT))
    store.stories.discard(story.id)

    (step,) = store.versions.list(story.id)
    assert store.versions.story(step.number).headline == "Panen"


def test_a_save_that_fails_leaves_the_versions_as_they_were(
    store: Store, open_store: Callable[[], Store], clock: Clock
) -> None:
    story = store.stories.save(Story(headline="Panen"))
    clock.go(hours=1)
    theirs = open_store().stories.save(replace(story, headline="Tanam"))
    steps = store.versions.list(story.id)
    clock.go(hours=1)

    with pytest.raises(StoryChangedElsewhere):
        store.stories.save(replace(story, status=Status.SUBMITTED))
    with pytest.raises(StoreError, match="huruf rusak"):
        store.stories.save(replace(theirs, status=Status.SUBMITTED, body="Warga \ud83d."))
    with refused(store, "UPDATE ON story"), pytest.raises(StoreError):
        store.stories.save(replace(theirs, status=Status.SUBMITTED))
    with refused(store, "INSERT ON workspace"), pytest.raises(StoreError):
        store.stories.save(replace(theirs, status=Status.SUBMITTED), {"open": theirs.id})

    assert store.versions.list(story.id) == steps
    assert store.stories.get(story.id) == theirs
    again = store.stories.save(replace(theirs, headline="Lagi"))
    assert kinds(store.versions.list(story.id)) == [StepKind.WRITING] * 2
    assert again.revision == theirs.revision + 1


def test_versions_are_there_after_reopening(
    store: Store, open_store: Callable[[], Store], home: Path, clock: Clock
) -> None:
    first = store.stories.save(Story(headline="Panen"))
    clock.go(minutes=6)
    store.stories.save(replace(first, headline="Tanam"))
    store.close()

    again = open_store()
    (step,) = again.versions.list(first.id)
    assert again.versions.story(step.number) == first
    assert step.moment.utcoffset() == timedelta(0)
