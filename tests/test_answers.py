"""A *hak jawab* and the story that it answers know of each other in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.app.answers import (
    behind_answer,
    know_answers,
    link_answer,
    tell_printed,
    unlink_answer,
)
from newsroom.app.printed import Behind, address_of, mark_printed
from newsroom.store.deliveries.records import Delivery
from newsroom.store.store import Store
from newsroom.story.aftermath import StoryLink
from newsroom.story.story import Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status

AT = datetime(2026, 3, 5, 1, tzinfo=UTC)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = Newsroom(home).open_store()
    yield opened
    opened.close()


@pytest.fixture
def answered(store: Store) -> Story:
    return store.stories.save(Story(headline="Sawah Kering", body="Isi."))


@pytest.fixture
def answer(store: Store, answered: Story) -> Story:
    link = StoryLink("Sawah Kering", "https://kabar.example/sawah", answered.id)
    return store.stories.save(Story(headline="Jawaban Dinas", body="Kami.", answers=link))


def delivery(story: Story, status: str) -> Delivery:
    link = "https://kabar.example/jawab/"
    return Delivery(story.id, "p", "s", 7, link, status, "jawab", 1, "", "", AT)


def test_the_other_side_is_told_once(store: Store, answered: Story, answer: Story) -> None:
    assert link_answer(store, answer)
    assert link_answer(store, replace(answer, headline="Jawaban Dinas Misal"))
    told = store.stories.get(answered.id).answered_by
    assert told == (StoryLink("Jawaban Dinas Misal", "", answer.id),)
    kinds = [step.kind for step in store.versions.list(answered.id)]
    assert kinds[:2] == [StepKind.ANSWER, StepKind.ANSWER]


def test_what_is_known_stays_when_it_is_not_said_again(
    store: Store, answered: Story, answer: Story
) -> None:
    link_answer(store, answer, "https://kabar.example/jawab", AT)
    before = store.stories.get(answered.id)
    link_answer(store, answer)
    assert store.stories.get(answered.id) == before
    (link,) = before.answered_by
    assert (link.address, link.moment) == ("https://kabar.example/jawab", AT)


@pytest.mark.parametrize("link", [None, StoryLink("Di luar", "https://lain.example/a")])
def test_a_story_of_elsewhere_can_not_be_told(
    store: Store, answer: Story, link: StoryLink | None
) -> None:
    assert not link_answer(store, replace(answer, answers=link))
    assert not link_answer(store, replace(answer, answers=StoryLink("x", id="f" * 32)))


def test_it_is_told_no_longer(store: Store, answered: Story, answer: Story) -> None:
    link_answer(store, answer)
    assert answer.answers
    assert unlink_answer(store, answer.answers, answer)
    assert store.stories.get(answered.id).answered_by == ()


def test_once_printed_it_is_told_where_and_when(
    store: Store, answered: Story, answer: Story
) -> None:
    store.deliveries.keep(delivery(answer, "draft"))
    assert address_of(store, answer.id) == ""
    store.deliveries.keep(delivery(answer, "publish"))
    assert tell_printed(store, answer.id)
    (link,) = store.stories.get(answered.id).answered_by
    assert link.address == "https://kabar.example/jawab/"
    assert link.moment == answer.updated
    assert not tell_printed(store, answered.id)


def test_an_answer_that_was_timed_is_known_once_its_time_has_come(
    store: Store, answered: Story, answer: Story
) -> None:
    link_answer(store, answer)
    timed = delivery(answer, "future")
    store.deliveries.keep(replace(timed, date=datetime.now(UTC) + timedelta(days=1)))
    know_answers(store, answered.id)
    assert store.stories.get(answered.id).answered_by[0].address == ""
    store.deliveries.keep(replace(timed, date=AT))
    know_answers(store, answered.id)
    (link,) = store.stories.get(answered.id).answered_by
    assert (link.address, link.moment) == ("https://kabar.example/jawab/", AT)


def test_the_story_that_is_answered_is_to_be_sent_again_until_it_was(
    store: Store, answered: Story, answer: Story
) -> None:
    store.deliveries.keep(delivery(answered, "publish"))
    link_answer(store, answer)
    assert behind_answer(store, answer.id) is None  # nobody can read the answer yet
    store.deliveries.keep(delivery(answer, "publish"))
    tell_printed(store, answer.id)
    assert behind_answer(store, answer.id) == Behind(answered.id, "Sawah Kering", "p")

    now = store.stories.get(answered.id)
    store.deliveries.keep(replace(delivery(answered, "publish"), revision=now.revision))
    assert behind_answer(store, answer.id) is None
    store.stories.save(replace(now, body="Isi yang diperbaiki."))
    assert behind_answer(store, answer.id) is None  # that is no note to readers


def test_what_a_portal_shows_is_printed_under_the_address_that_it_has_there(
    store: Store, answered: Story
) -> None:
    store.deliveries.keep(delivery(answered, "draft"))
    assert mark_printed(store, answered) == answered
    store.deliveries.keep(delivery(answered, "publish"))
    printed = mark_printed(store, answered)
    assert (printed.status, printed.slug) == (Status.PUBLISHED, "jawab")
    assert store.versions.list(answered.id)[0].note == "tayang di p"
    assert mark_printed(store, printed) == printed
