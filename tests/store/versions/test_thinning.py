from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.store.store import Store
from newsroom.store.versions.thinning import DAY, WEEK, Aged, ages, thinned
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.store.versions.clock import Clock

START = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
MINUTE, HOUR, YEAR = 60, 3_600, 365 * 86_400


def aged(gaps: Iterable[float], fixed: Iterable[int] = ()) -> list[Aged]:
    """Return steps that lie so many seconds after one another."""
    moments = [START]
    for gap in gaps:
        moments.append(moments[-1] + timedelta(seconds=gap))
    return [Aged(number, moment, number in fixed) for number, moment in enumerate(moments)]


def older(steps: list[Aged], least: timedelta) -> list[Aged]:
    return [step for step, age in zip(steps, ages(steps), strict=True) if age > least]


def left(steps: list[Aged]) -> list[Aged]:
    gone = thinned(steps)
    return [step for step in steps if step.number not in gone]


def test_of_the_last_day_all_stay() -> None:
    assert thinned(aged([10 * MINUTE] * 140)) == set()


def test_of_a_week_the_last_of_each_hour_stays() -> None:
    steps = aged([10 * MINUTE] * 6 * 24 * 3)
    old = [step for step in left(steps) if step in older(steps, DAY)]

    assert len(old) == 48 + 1  # and the first of all
    assert {step.moment.minute for step in old[1:]} == {50}


def test_before_that_the_last_of_each_day_stays() -> None:
    steps = aged([HOUR] * 24 * 20)
    old = [step for step in left(steps) if step in older(steps, WEEK)]

    assert [step.moment.day for step in old[1:-1]] == [*range(5, 18)]
    assert {step.moment.hour for step in old[1:-1]} == {23}


def test_steps_made_on_purpose_stay_with_the_state_before_each() -> None:
    steps = aged([MINUTE] * 30 + [HOUR] * 24 * 20, fixed=[10, 20])

    assert [step.number for step in left(steps)][:5] == [0, 9, 10, 19, 20]


def test_a_leap_of_the_clock_to_another_year_ages_nothing_by_a_year() -> None:
    for leap in (YEAR, -YEAR):
        steps = aged([10 * MINUTE] * 30 + [leap] + [10 * MINUTE] * 30)
        assert thinned(steps) == set()


def test_a_clock_that_goes_to_and_fro_keeps_all_that_was_written_in_a_day() -> None:
    steps = aged([*[MINUTE] * 20, YEAR, *[MINUTE] * 20, -YEAR, *[MINUTE] * 20])

    assert thinned(steps) == set()


_gaps = st.sampled_from([1, MINUTE, HOUR, 5 * HOUR, 86_400, 604_800, YEAR, -HOUR, -YEAR])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(gaps=st.lists(_gaps, max_size=80), fixed=st.sets(st.integers(0, 80), max_size=8))
def test_whatever_the_clock_says(gaps: list[int], fixed: set[int]) -> None:
    steps = aged(gaps, fixed)
    kept = {step.number for step in left(steps)}

    assert {0, len(gaps)} <= kept
    assert {number for number in fixed if number <= len(gaps)} <= kept
    assert {number - 1 for number in fixed if 0 < number <= len(gaps)} <= kept
    assert {step.number for step in steps if step not in older(steps, DAY)} <= kept


def test_old_steps_go_and_those_that_stay_can_all_be_read(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Panen"))
    states = {1: story}
    for hour in range(0, 24 * 9, 2):
        clock.go(hours=2)
        status = Status.SUBMITTED if hour == 60 else story.status
        body = f"{story.body} Kalimat {hour} tentang panen raya di kampung."
        story = store.stories.save(replace(story, body=body, status=status))
        states[story.revision] = story

    steps = store.versions.list(story.id)
    assert 12 <= len(steps) < 12 * 7 + 8
    assert [step.revision for step in steps if step.after] == [32]
    assert steps[-1].revision == 1
    assert all(store.versions.story(step.number) == states[step.revision] for step in steps)
    assert store.versions.verify() == []


def test_a_thinned_step_can_no_longer_be_asked_for(store: Store, clock: Clock) -> None:
    story = store.stories.save(Story(headline="Panen"))
    for minute in range(10):
        clock.go(minutes=6)
        story = store.stories.save(replace(story, headline=f"Panen {minute}"))
    early = {step.number for step in store.versions.list(story.id)}
    for day in range(12):
        clock.go(hours=12)
        story = store.stories.save(replace(story, headline=f"Panen hari {day}"))
    store.versions.mark(story, Mark(StepKind.EXPORT))

    gone = early - {step.number for step in store.versions.list(story.id)}
    assert len(gone) >= 7
    with store._database.read() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM version").scalar()
    assert count is not None
    assert count < 10 + 12 + 1  # some are no longer there at all
