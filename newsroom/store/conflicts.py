"""Conflicts that wait for a person to choose, and what was chosen."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from newsroom.store.comments import Comments, settle
from newsroom.store.handovers import Handovers
from newsroom.store.people import person_here
from newsroom.store.stories import Saving, Stories
from newsroom.story.conflicts.choosing import Choice, Chosen, choose
from newsroom.story.conflicts.conflict import Conflict, conflicts
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind


class Conflicts:
    """What two desks wrote differently. Every method raises StoreError."""

    def __init__(self, stories: Stories, comments: Comments, handovers: Handovers) -> None:
        self._stories = stories
        self._comments = comments
        self._handovers = handovers

    def of(self, story: Story) -> builtins.list[Conflict]:
        """Return those of a story that wait, as they stand in it now."""
        if found := self._comments.unchosen(story.id):
            return conflicts(story, found, self._handovers.states(story.id))
        return []

    def choose(
        self, story_id: str, decide: Callable[[Sequence[Conflict]], Sequence[Choice]]
    ) -> Chosen:
        """Put into a story what ``decide`` chooses of its conflicts, and settle these.

        Raises StoryNotFound.
        """
        story = self._stories.get(story_id)
        chosen = choose(story, decide(self.of(story)))

        def work(session: Session, saving: Saving) -> Chosen:
            who, saved = person_here(session).name, story
            if chosen.story != story:
                note = f"{len(chosen.told)} perbedaan dipilih"
                saved = saving.save(chosen.story, Mark(StepKind.WRITING, who, note))
            for thread, told in chosen.told.items():
                settle(session, thread, who, told)
            return Chosen(saved, chosen.told)

        return self._stories.together(work)
