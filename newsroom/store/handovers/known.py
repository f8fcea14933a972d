"""The states of a story that are known here, and those that it comes into here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from newsroom.store.handovers.rows import kept_states
from newsroom.store.handovers.states import alike, made
from newsroom.store.schema import HandoverRow
from newsroom.store.versions.content import content_of
from newsroom.store.versions.packing import pack
from newsroom.store.versions.versions import sound_states
from newsroom.story.handover import State
from newsroom.story.merge.ancestry import without_rounds
from newsroom.story.merge.normal import blurred_as_well
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story


class Known:
    """The states of a story that are known here, in a transaction."""

    def __init__(self, session: Session, number: int, story_id: str) -> None:
        self._session = session
        self._number = number
        self._id = story_id
        self.states: dict[str, State] = {}
        self.head = ""
        for state, is_head in kept_states(session, number, story_id):
            self.states[state.uid] = state
            self.head = state.uid if is_head else self.head
        self.states = without_rounds(self.states)

    def is_at(self, uid: str, story: Story) -> bool:
        """Say whether a story is as it was in a state."""
        state = self.states.get(uid)
        if state is None or state.story is None:
            return False
        return content_of(state.story) == content_of(alike(story))

    def with_edits(self, story: Story, who: str) -> State:
        """Return the state that a story is in: its head, or a new one made from that."""
        if self.is_at(self.head, story):
            return self.states[self.head]
        moment = (story.updated or datetime.now(UTC)).astimezone(UTC)
        if before := self._before_photos_went(story):
            self._go_on(before, who, moment)
        return self._go_on(alike(story), who, moment)

    def _go_on(self, story: Story, who: str, moment: datetime) -> State:
        state = made(story, (self.head,) if self.head else (), who, moment)
        self.add([state])
        self.move_to(state.uid)
        return state

    def _before_photos_went(self, story: Story) -> Story | None:
        """Return the head with what was blurred in photos that have been taken out since.

        None if there is no such. They may come back from a desk that has changed them.
        """
        head = self.states.get(self.head)
        if head is None or head.story is None:
            return None
        gone = set(photo_keys(head.story)) - set(photo_keys(alike(story)))
        former = former_photos(self._session, self._number, gone)
        photos = tuple(
            blurred_as_well(photo, former.get(key, ()))
            for key, photo in zip(photo_keys(head.story), head.story.photos, strict=True)
        )
        return replace(head.story, photos=photos) if photos != head.story.photos else None

    def add(self, states: Iterable[State]) -> None:
        """Keep states; of those that are only known of the story may come later."""
        for state in states:
            ours = self.states.get(state.uid)
            if ours is None:
                self._session.execute(insert(HandoverRow), [self._values(state)])
            elif ours.story is None and state.story is not None:
                changed = update(HandoverRow).where(
                    HandoverRow.story_number == self._number, HandoverRow.uid == state.uid
                )
                values = self._values(state)
                told = {name: values[name] for name in ("parents", "who", "moment", "packed")}
                self._session.execute(changed.values(told))
            else:
                continue
            self.states[state.uid] = replace(state, story=state.story and self._own(state.story))
        self.states = without_rounds(self.states)

    def move_to(self, uid: str) -> None:
        """Note that the story here has come from a state."""
        of_story = update(HandoverRow).where(HandoverRow.story_number == self._number)
        self._session.execute(of_story.values(head=HandoverRow.uid == uid))
        self.head = uid

    def _own(self, story: Story) -> Story:
        return replace(story, id=self._id)

    def _values(self, state: State) -> dict[str, Any]:
        return {
            "story_number": self._number,
            "uid": state.uid,
            "parents": list(state.parents),
            "who": state.who,
            "moment": state.moment,
            "head": False,
            "packed": pack(content_of(state.story)) if state.story else b"",
        }


def former_photos(
    session: Session, story_number: int, keys: Collection[PhotoKey]
) -> dict[PhotoKey, list[Photo]]:
    """Return photos that are no longer in a story as the version log has them, the oldest first."""
    found: dict[PhotoKey, list[Photo]] = {}
    for state in sound_states(session, story_number) if keys else ():
        for key, photo in zip(photo_keys(state), state.photos, strict=True):
            if key in keys and photo.digest:
                found.setdefault(key, []).append(photo)
    return found
