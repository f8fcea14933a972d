"""What is known of the changes of the story that lies open."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.store.reviews import Review, has_come
from newsroom.store.store import Store
from newsroom.story.changes.between import Changes
from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.fields import STORY_FIELDS
from newsroom.story.changes.reasons import reasons_of
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.comments.mentions import people_of
from newsroom.story.comments.places import settled
from newsroom.story.comments.threads import Thread, threads
from newsroom.story.story import Story
from newsroom.story.version import Step

if TYPE_CHECKING:
    from newsroom.ui.review.story_fields import Place


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store has of a review: against what, what is said, and who wrote since.

    ``later`` are those who wrote since it was sent back.
    """

    review: Review
    comments: Sequence[Comment]
    writers: frozenset[str]
    later: frozenset[str] = frozenset()

    @classmethod
    def read(cls, store: Store, story: Story, *, is_stored: bool) -> Kept | None:
        """Return it; None if nobody has handed the story in. Raises StoreError.

        ``is_stored`` says that all of the story is in the store.
        """
        review = store.reviews.of(story.id)
        if review is None:
            return None
        steps = store.versions.list(story.id)
        unkept = set()  # who wrote what is no step yet
        if not is_stored or story.revision > max((step.revision for step in steps), default=0):
            wrote = story.updated if is_stored and story.updated else datetime.now(UTC)
            unkept.add(store.people.name_at(wrote))
        hands = _written(steps)
        back = review.returned.step if review.returned else review.step
        writers, later = (
            frozenset(filter(None, unkept.union(one.who for one in hands if one.number > since)))
            for since in (review.step, back)
        )
        return cls(review, store.comments.all(story.id), writers, later)


@dataclass(frozen=True, slots=True)
class Found:
    """The changes of a story, with the threads ``about`` them."""

    kept: Kept
    changes: Changes
    about: Mapping[StoryChange, Sequence[Thread]]

    @classmethod
    def of(cls, kept: Kept, now: Story, before: Found | None) -> Found:
        """Compare, but for texts that were compared ``before``."""
        known = before.changes.texts if before else {}
        return cls.made(kept, Changes(kept.review.base, now, known))

    @classmethod
    def made(cls, kept: Kept, changes: Changes) -> Found:
        """Find what is said of each change."""
        here = [
            replace(one, anchor=settled(one.anchor, changes.now)) if one.anchor else one
            for one in kept.comments
        ]
        by_id = {thread.id: thread for thread in threads(here)}
        said = reasons_of(changes.all, here)
        return cls(kept, changes, {
            change: [by_id[one.thread] for one in some if one.thread in by_id]
            for change, some in said.items()
        })  # fmt: skip

    @property
    def all(self) -> tuple[StoryChange, ...]:
        """The changes in reading order."""
        return self.changes.all

    def is_of(self, story: Story) -> bool:
        """Say whether it is this state of the story that was compared."""
        now = self.changes.now
        return story.id == now.id and all(
            getattr(story, name) == getattr(now, name) for name in STORY_FIELDS
        )

    def after(self, changes: Collection[StoryChange], *, back: bool) -> Found:
        """Return what is left once changes are taken back, or else accepted."""
        return self.made(self.kept, self.changes.after(changes, back=back))

    def against(self, review: Review) -> Found:
        """Return the same with another state of the review."""
        return replace(self, kept=replace(self.kept, review=review))

    def pending(self, changes: Collection[StoryChange]) -> list[StoryChange]:
        """Return which of the changes these are, that may come from a look at more of them.

        Those that stand at the same place now are the same; one that was found together with
        what is accepted by now has those within it.
        """
        wanted = set(changes)
        places, known = ({_place(change) for change in some} for some in (changes, self.all))
        wider = [change for change in changes if _place(change) not in known]
        return [
            one
            for one in self.all
            if one in wanted or _place(one) in places or any(_covers(all, one) for all in wider)
        ]

    def at(self, place: Place) -> StoryChange | None:
        """Return the first change at a place in the text now."""
        return next(
            (
                one
                for one in self.all
                if one.field == place.field
                and one.new_start <= place.end
                and place.start <= one.new_end
            ),
            None,
        )

    def said(self, change: StoryChange) -> Sequence[Thread]:
        """Return what is said of a change, the oldest thread first."""
        return self.about.get(change, ())

    def question(self, change: StoryChange) -> Thread | None:
        """Return the question about a change that is still open, if there is one."""
        return next(
            (
                one
                for one in self.said(change)
                if one.kind is CommentKind.QUESTION and one.resolved is None
            ),
            None,
        )

    def who(self, change: StoryChange) -> str:
        """Return who made a change, where that is known."""
        subjects = (thread.first.subject for thread in self.said(change))
        named = next((subject.new.who for subject in subjects if subject and subject.new.who), "")
        return named or (next(iter(self.kept.writers)) if len(self.kept.writers) == 1 else "")

    def people(self, *others: str) -> tuple[str, ...]:
        """Return who has to do with the story, and may be named in what is said."""
        kept = self.kept
        return people_of(self.changes.now, kept.comments, kept.review.who, *kept.writers, *others)


def _written(steps: Sequence[Step]) -> list[Step]:
    """Return the steps by which something may have been written; they come the newest first.

    Nothing was by a file that was taken in, nor between two steps of one state.
    """
    known: set[int] = set()
    found: list[Step] = []
    for step in reversed(steps):
        if not has_come(step) and step.revision not in known:
            found.append(step)
        if step.revision:  # none of a step that came from another desk
            known.add(step.revision)
    return found


def _covers(wide: StoryChange, change: StoryChange) -> bool:
    """Say whether a change is within another; what went is if that is on both sides of it."""
    edge = 0 if change.new else 1
    return (
        wide.field == change.field
        and ChangeKind.FIELD not in (wide.kind, change.kind)
        and wide.new_start + edge <= change.new_start
        and change.new_end <= wide.new_end - edge
    )


def _place(change: StoryChange) -> tuple[object, ...]:
    ends = change.new_start, change.new_end
    return change.field, change.kind, ends, change.new, "" if change.new else change.old
