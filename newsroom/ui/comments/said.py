"""What is said about the open story, with its words where they are in the text now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.ui.comments.drafts import drafts_key

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.comments.comment import Comment
    from newsroom.story.comments.threads import Thread
    from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store has of a story: its state, what is said about it, and by whom else."""

    story: Story
    comments: list[Comment]
    me: str
    others: tuple[str, ...]
    drafts: dict[str, Any]

    @classmethod
    def read(cls, store: Store, id: str) -> Loaded | None:
        """Return it; None if there is no such story. Raises StoreError."""
        from newsroom.store.errors import StoryNotFound

        comments = store.comments.all(id)
        drafts = store.workspace.get(drafts_key(id))
        try:
            there = store.stories.get(id)
        except StoryNotFound:
            return None
        others = tuple(dict.fromkeys(step.who for step in store.versions.list(id)))
        me = store.people.me().name
        return cls(there, comments, me, others, drafts if isinstance(drafts, dict) else {})


class Said:
    """Moves the threads here, as the text changes, the way the store will move them."""

    def __init__(self) -> None:
        self.loaded: Loaded | None = None
        self.threads: list[Thread] = []  # as they are in the text now

    def forget(self) -> None:
        """Know nothing yet of the story that is open now."""
        self.loaded, self.threads = None, []

    def follow(self, story: Story) -> None:
        """Move the threads to where their words are in the story as it is now."""
        loaded = self.loaded
        if loaded is None or not loaded.comments:
            self.threads = []
            return
        from newsroom.story.comments.places import Passage
        from newsroom.story.comments.threads import threads

        passage = Passage(loaded.story, story)
        self.threads = threads([
            replace(one, anchor=passage.moved(one.anchor)) if one.anchor else one
            for one in loaded.comments
        ])  # fmt: skip

    @property
    def has_some(self) -> bool:
        """Whether anything at all is said about the story."""
        return self.loaded is not None and bool(self.loaded.comments)

    @property
    def me(self) -> str:
        """Who sits here; empty if nobody is named."""
        return self.loaded.me if self.loaded else ""

    def people(self, story: Story | None) -> tuple[str, ...]:
        """Return who has to do with the story as it is now, and may be named."""
        from newsroom.story.comments.mentions import people_of

        loaded = self.loaded
        if loaded is None:
            return ()
        return people_of(story or loaded.story, loaded.comments, *loaded.others, loaded.me)

    def thread(self, id: str) -> Thread | None:
        """Return a thread, if it is one of this story's."""
        return next((one for one in self.threads if one.id == id), None)

    def open(self) -> list[Thread]:
        """Return the threads that somebody is to answer or settle."""
        from newsroom.story.comments.comment import CommentKind

        return [
            one
            for one in self.threads
            if one.resolved is None and one.kind is not CommentKind.REASON
        ]

    def in_text(self) -> list[Thread]:
        """Return those of them that stand on words."""
        return [
            one for one in self.open() if one.anchor and one.anchor.quote and not one.anchor.lost
        ]

    def conflicts(self) -> int:
        """Return how many wordings of two desks wait for a choice."""
        from newsroom.story.comments.comment import CommentKind

        return sum(one.kind is CommentKind.CONFLICT for one in self.open())

    def standing(self, thread: str) -> str:
        """Return which of two wordings is in the story, if the thread is about such."""
        told = self.thread(thread)
        subject = told.first.subject if told else None
        if subject is None or subject.other is None:
            return ""
        anchor = told.anchor if told else None
        return anchor.quote if anchor and anchor.quote and not anchor.lost else subject.new.text
