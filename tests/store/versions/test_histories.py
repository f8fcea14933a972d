"""Whatever happens to a story, each step that is left is exactly what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.store import stories
from newsroom.store.store import Store
from newsroom.store.versions import log, versions
from newsroom.story.story import Story, new_id
from newsroom.story.version import RESTORED, Mark, Step, StepKind
from newsroom.story.workflow import Status
from tests.store.test_story_round_trip import EVERYTHING, _stories
from tests.store.versions.clock import Clock

SENTENCES = [
    "Warga Kampung Rekaan memanen padi di sawah.",
    "“Hasilnya naik dua kali lipat,” kata Budi Contoh.",
    "Panen raya berlangsung sampai Kamis (5/3/2026).",
    "Hujan turun sejak pagi di Kecamatan Misal.",
]
_passed = st.sampled_from([1, 1, 3, 60, 400, 2_000, 4_000, 50_000, 90_000, 10**7, -500, -(10**7)])
_actions = st.sampled_from(["type", "type", "type", "cut", "field", "status", "export", "restore"])
_histories = st.lists(st.tuples(_actions, _passed, st.integers(0, 10**6)), min_size=5, max_size=40)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("data"))
    yield store
    store.close()


@dataclass
class History:
    """A story to which things happen, and all that it ever was."""

    store: Store
    clock: Clock
    story: Story
    states: dict[int, Story] = field(default_factory=dict)
    told: list[tuple[StepKind, int]] = field(default_factory=list)
    first: Step | None = None

    def save(self, **changes: object) -> None:
        self.story = self.store.stories.save(replace(self.story, **changes))
        self.states[self.story.revision] = self.story

    def happen(self, action: str, number: int) -> None:
        body = self.story.body
        at = number % (len(body) + 1)
        match action:
            case "type":
                self.save(body=f"{body[:at]}{SENTENCES[number % 4][: number % 30]}{body[at:]}")
            case "cut":
                self.save(body=body[:at] + body[at + number % 400 :])
            case "field":
                self.save(headline=f"Judul {number}", photos=EVERYTHING.photos[: number % 3])
            case "status":
                status = list(Status)[number % len(Status)]
                changed = status != self.story.status
                self.save(status=status)
                if changed:
                    self.told.append((StepKind.STATUS, self.story.revision))
            case "export":
                self.store.versions.mark(self.story, Mark(StepKind.EXPORT))
                self.told.append((StepKind.EXPORT, self.story.revision))
            case "restore":
                self.restore(number)
        steps = self.store.versions.list(self.story.id)
        self.first = self.first or (steps[-1] if steps else None)

    def restore(self, number: int) -> None:
        steps = self.store.versions.list(self.story.id)
        if not steps:
            return
        step = steps[number % len(steps)]
        names = None if number % 2 else [RESTORED[number % len(RESTORED)]]
        before = self.story
        self.story = self.store.versions.restore(step.number, names)
        self.states[self.story.revision] = self.story
        for name in names or RESTORED:
            assert getattr(self.story, name) == getattr(self.states[step.revision], name)
        if self.story != before:
            self.told.append((StepKind.RESTORE, self.story.revision))
            kept = {one.revision for one in self.store.versions.list(before.id)}
            content = {"revision": 0, "updated": None}
            assert replace(before, **content).is_empty or any(
                replace(self.states[revision], **content) == replace(before, **content)
                for revision in kept
            )


@settings(max_examples=20, deadline=None, derandomize=True)
@given(history=_histories, group=st.sampled_from([4, 16, 128]))
def test_every_step_that_is_left_is_what_it_was(
    shared: Store, history: list[tuple[str, int, int]], group: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        clock = Clock()
        patch.setattr(stories, "datetime", clock)
        patch.setattr(versions, "datetime", clock)
        patch.setattr(log, "GROUP", group)
        one = History(shared, clock, Story(headline="Panen", body=" ".join(SENTENCES * 3)))
        one.save()
        for action, passed, number in history:
            clock.go(seconds=passed)
            one.happen(action, number)

    steps = shared.versions.list(one.story.id)
    for step in steps:
        assert shared.versions.story(step.number) == one.states[step.revision]
    on_purpose = [(step.kind, step.revision) for step in steps if step.kind != StepKind.WRITING]
    assert on_purpose == one.told[::-1]
    assert steps[-1:] == ([one.first] if one.first else [])
    assert [step.revision for step in steps] == sorted((s.revision for s in steps), reverse=True)
    assert shared.versions.verify() == []


@settings(max_examples=20, deadline=None, derandomize=True)
@given(first=_stories, second=_stories)
def test_any_story_comes_back_whole(shared: Store, first: Story, second: Story) -> None:
    saved = shared.stories.save(first, mark=Mark(StepKind.IMPORT))
    changed = replace(second, id=saved.id, revision=saved.revision, created=saved.created)
    again = shared.stories.save(changed, mark=Mark(StepKind.RESTORE))
    steps = shared.versions.list(saved.id)

    assert [shared.versions.story(step.number) for step in steps] == [again, saved]
    read = shared.versions.story(steps[0].number).embargo
    if read and again.embargo:
        assert read.utcoffset() == again.embargo.utcoffset()


def test_every_field_is_kept(shared: Store) -> None:
    story = shared.stories.save(replace(EVERYTHING, id=new_id()), mark=Mark(StepKind.IMPORT))
    (step,) = shared.versions.list(story.id)

    assert shared.versions.story(step.number) == story
