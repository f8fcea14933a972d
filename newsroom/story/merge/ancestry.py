"""From which state two others were made, among all that are known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from newsroom.story.handover import State
from newsroom.story.merge.normal import blurred_as_well
from newsroom.story.merge.stories import merge
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story

States = Mapping[str, State]


def ancestors(states: States, *uids: str) -> set[str]:
    """Return the uids of states, and of all that they were made from."""
    found: set[str] = set()
    ahead = list(uids)
    while ahead:
        uid = ahead.pop()
        if uid not in found:
            found.add(uid)
            ahead += states[uid].parents if uid in states else ()
    return found


def without_rounds(states: States) -> dict[str, State]:
    """Return states of which none is made from itself.

    The uid of a state with a story says from which others it was made; of one that is only
    known of, a file may say anything.
    """
    ahead = dict.fromkeys(states, 0)
    made_of: dict[str, list[str]] = {}
    for uid, state in states.items():
        for parent in {*state.parents} & states.keys():
            ahead[uid] += 1
            made_of.setdefault(parent, []).append(uid)
    ready = [uid for uid, count in ahead.items() if not count]
    while ready:
        for uid in made_of.get(ready.pop(), ()):
            ahead[uid] -= 1
            if not ahead[uid]:
                ready.append(uid)
    return {
        uid: replace(state, parents=()) if ahead[uid] and state.story is None else state
        for uid, state in states.items()
    }


def common_base(states: States, one: Collection[str], other: str) -> Story | None:
    """Return the story from which a state, and one made of all of ``one``, were made.

    Where they have several latest ancestors, those are merged first, and what is at odds in
    them is settled as in any merge. None if they have none of which the story is known.
    """
    shared = ancestors(states, *one) & ancestors(states, other)
    known = {uid for uid in shared if uid in states and states[uid].story is not None}
    earlier = ancestors(states, *(parent for uid in known for parent in states[uid].parents))
    latest = sorted(known - earlier)
    story: Story | None = None
    for number, uid in enumerate(latest):
        state = states[uid]
        if story is None:
            story = state.story
            continue
        before = latest[:number]
        base = common_base(states, before, uid) or Story()
        story = merge(base, _virtual(states, before, story), state).story
    return story


def _virtual(states: States, uids: list[str], story: Story) -> State:
    """Return the state that several were made into, only to find what others were made from."""
    moment: datetime = max(states[uid].moment for uid in uids)
    return State("+".join(uids), tuple(uids), "", moment, story)


def with_blurs(story: Story, states: States, uids: Collection[str]) -> Story:
    """Return what some states were merged to, with blurs that came before a photo went.

    A photo that one side took out stays where the other changed it. Who took it out may
    have blurred it first, and a face is not to come back with it.
    """
    photos = list(story.photos)
    for uid in uids:
        side = states[uid].story
        there = set(photo_keys(side)) if side else set()
        for number, key in enumerate(photo_keys(story)):
            if key not in there:
                photos[number] = blurred_as_well(photos[number], _on_its_way(key, states, uid))
    return replace(story, photos=tuple(photos))


def _on_its_way(key: PhotoKey, states: States, uid: str) -> Iterator[Photo]:
    for one in ancestors(states, uid) & states.keys():
        if story := states[one].story:
            photos = dict(zip(photo_keys(story), story.photos, strict=True))
            if key in photos:
                yield photos[key]
