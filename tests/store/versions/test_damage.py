"""A version that is damaged is told of; the story and the other versions are not harmed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store.errors import StoreDamaged, VersionUnreadable
from newsroom.store.opening import open_sound
from newsroom.store.recovery.noted import was_met
from newsroom.store.recovery.report import RecoveryReport, What
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.store.spoiling import spoil_root


@pytest.fixture
def story(store: Store) -> Story:
    """A story with nine steps, of which the others are packed by the first and the fifth."""
    story = store.stories.save(
        Story(headline="Panen", body="Warga Kampung Rekaan memanen padi. " * 20),
        mark=Mark(StepKind.IMPORT),
    )
    for number in range(8):
        body = f"{story.body}Kalimat {number}. "
        story = store.stories.save(replace(story, body=body), mark=Mark(StepKind.EXPORT))
    return story


def numbers(store: Store, story: Story) -> list[int]:
    return [step.number for step in store.versions.list(story.id)][::-1]


def damage(store: Store, number: int, change: str) -> None:
    with store._database.write() as session:
        session.connection().exec_driver_sql(
            f"UPDATE version SET {change} WHERE number = ?", (number,)
        )


def readable(store: Store, story: Story) -> list[bool]:
    found = []
    for number in numbers(store, story):
        try:
            store.versions.story(number)
            found.append(True)
        except VersionUnreadable:
            found.append(False)
    return found


FLIPPED = "packed = CAST(substr(packed, 1, 5) || x'5A' || substr(packed, 7) AS BLOB)"
AS_TEXT = "packed = 'Warga'"
CUT = "packed = substr(packed, 1, 7)"
EMPTY = "packed = x''"


@pytest.mark.parametrize("change", [FLIPPED, AS_TEXT, CUT, EMPTY, "base = 999999", "base = NULL"])
def test_a_damaged_version_harms_only_those_that_are_packed_by_it(
    store: Store, story: Story, change: str
) -> None:
    steps = numbers(store, story)
    damage(store, steps[7], change)
    assert readable(store, story) == [True] * 7 + [False] + [True]

    damage(store, steps[4], change)
    assert readable(store, story) == [True] * 4 + [False] * 4 + [True]
    faults = store.versions.verify()
    assert len(faults) == 4
    assert all(fault.startswith(f"Naskah {story.id[:8]}: Versi ") for fault in faults)
    assert all("Warga" not in fault for fault in faults)


def test_what_is_no_story_inside_is_told_of(store: Store, story: Story) -> None:
    from newsroom.store.versions.packing import pack

    for content in (b"", b"[]", b"{}", b'{"status":"aneh"}', b'{"status":"draft","photos":[1]}'):
        with store._database.write() as session:
            session.connection().exec_driver_sql(
                "UPDATE version SET packed = ?, base = NULL WHERE number = ?",
                (pack(content), numbers(store, story)[-1]),
            )
        assert readable(store, story)[-1] is False
        assert len(store.versions.verify()) == 1


def test_saving_goes_on_and_what_comes_now_can_be_read(store: Store, story: Story) -> None:
    for number in numbers(store, story):
        damage(store, number, FLIPPED)

    for word in ("satu", "dua", "tiga"):
        story = store.stories.save(replace(story, headline=word), mark=Mark(StepKind.EXPORT))

    assert readable(store, story) == [False] * 9 + [True] * 3
    assert store.versions.story(numbers(store, story)[-1]) == story


def test_pictures_are_not_counted_as_unneeded_where_one_version_cannot_be_read(
    store: Store, story: Story
) -> None:
    assert store.versions.pictures() == set()
    damage(store, numbers(store, story)[0], EMPTY)

    with pytest.raises(VersionUnreadable):
        store.versions.pictures()


def test_bringing_back_a_damaged_version_changes_nothing(store: Store, story: Story) -> None:
    first = numbers(store, story)[0]
    damage(store, first, FLIPPED)

    with pytest.raises(VersionUnreadable, match=rf"Versi {first} rusak .* versi yang lain"):
        store.versions.restore(first)
    assert store.stories.get(story.id) == story


def test_the_list_can_be_read_though_letters_of_it_are_damaged(store: Store, story: Story) -> None:
    steps = numbers(store, story)
    damage(store, steps[2], "kind = 'exporu', status_after = 'drafu', moment = 9223372036854775807")

    assert numbers(store, story) == steps
    assert readable(store, story) == [True] * 9


# Pages of the log that are damaged in the file itself.

PAGES = ["version", "ix_version_story_number"]


def with_damaged_log(home: Path, page: str) -> Story:
    """Make a store with a story of some steps, and damage a page of its version log."""
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Panen"), mark=Mark(StepKind.IMPORT))
        for number in range(5):
            body = f"Kalimat {number}. " * 50
            story = store.stories.save(replace(story, body=body), mark=Mark(StepKind.EXPORT))
    spoil_root(home, page)
    return story


def mark_export(store: Store, story: Story) -> None:
    saved = store.stories.save(replace(story, body="Baru."), mark=Mark(StepKind.EXPORT))
    assert store.stories.get(story.id) == saved


def change_status(store: Store, story: Story) -> None:
    (change,) = store.stories.change_status([story.id], Status.SUBMITTED)
    assert change.is_done
    assert store.stories.get(story.id).status is Status.SUBMITTED


def lose_much(store: Store, story: Story) -> None:
    store.stories.save(replace(story, body=f"{story.body}Ditulis. "))
    now = store.stories.get(story.id)
    saved = store.stories.save(replace(now, body=""))
    assert store.stories.get(story.id) == saved


def begin_another(store: Store, _story: Story) -> None:
    saved = store.stories.save(Story(headline="Lain", body="Isi."), mark=Mark(StepKind.IMPORT))
    assert store.stories.get(saved.id) == saved


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("due", [mark_export, change_status, lose_much, begin_another])
def test_the_text_is_saved_though_its_step_can_not_be_kept(
    home: Path, page: str, due: Callable[[Store, Story], None]
) -> None:
    story = with_damaged_log(home, page)
    told: list[RecoveryReport] = []

    with closing(Store.open(home, told.append)) as store:
        due(store, story)
        assert was_met(home / "newsroom.db")

    (report,) = told
    assert report.what is What.LOG
    assert "tersimpan, tetapi riwayat versinya rusak" in report.short


@pytest.mark.parametrize("page", PAGES)
def test_it_is_told_once_and_mended_at_the_next_start(home: Path, page: str) -> None:
    story = with_damaged_log(home, page)
    told: list[RecoveryReport] = []
    with closing(Store.open(home, told.append)) as store:
        for number in range(3):
            state = replace(story, body=f"Kalimat baru {number}. " * 30)
            story = store.stories.save(state, mark=Mark(StepKind.EXPORT))
    assert len(told) == 1

    with closing(open_sound(home, told.append)) as store:
        assert store.stories.get(story.id) == story
        store.stories.save(replace(story, body="Lagi."), mark=Mark(StepKind.EXPORT))
        assert store.versions.list(story.id)
    assert [report.what for report in told] == [What.LOG, What.DATABASE]
    assert not was_met(home / "newsroom.db")


def test_nothing_is_made_anew_under_a_window_that_is_open(home: Path) -> None:
    story = with_damaged_log(home, "version")
    told: list[RecoveryReport] = []
    with closing(Store.open(home)) as store:
        story = store.stories.save(replace(story, body="Baru."), mark=Mark(StepKind.EXPORT))

        open_sound(home, told.append).close()  # as what runs beside the window does
        story = store.stories.save(replace(story, body="Lagi."))

    assert told == []
    with closing(open_sound(home, told.append)) as store:
        assert store.stories.get(story.id) == story
    assert [report.what for report in told] == [What.DATABASE]


def test_typing_goes_on_as_quickly_where_the_log_is_damaged(home: Path) -> None:
    story = with_damaged_log(home, "version")
    tried: list[str] = []

    with closing(Store.open(home)) as store:
        story = store.stories.save(replace(story, body=""))  # so much is lost that a step is due
        write = store._database.write

        def counted():  # type: ignore[no-untyped-def]
            tried.append("")
            return write()

        store._database.write = counted  # type: ignore[method-assign]
        for number in range(5):
            story = store.stories.save(replace(story, body=f"{story.body}{number}"))

    assert len(tried) == 5


def test_what_is_damaged_elsewhere_still_stops_the_saving(home: Path) -> None:
    story = with_damaged_log(home, "story")

    with closing(Store.open(home)) as store, pytest.raises(StoreDamaged):
        store.stories.save(story, mark=Mark(StepKind.EXPORT))


def test_letters_that_can_not_be_saved_are_no_damage(store: Store, story: Story) -> None:
    from newsroom.store.errors import StoreError

    with pytest.raises(StoreError, match="huruf rusak"):
        store.stories.save(replace(story, body="a\ud800"), mark=Mark(StepKind.EXPORT))
    assert store.stories.get(story.id) == story
