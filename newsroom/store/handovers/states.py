"""States of a story, each known by what it is made of, and so the same at every desk."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from newsroom.store.versions.content import content_of, content_values, story_of
from newsroom.story.characters import without_controls
from newsroom.story.handover import State
from newsroom.story.merge.normal import normal
from newsroom.story.story import Story

_UID = 32


def alike(story: Story) -> Story:
    """Return a story as it is at every desk, and comes out of every file."""
    values = _cleaned(content_values(normal(story)))
    return replace(story_of(values), id=story.id)


def made(story: Story, parents: tuple[str, ...], who: str, moment: datetime) -> State:
    """Return a state of a story that is ``alike`` at every desk, with its uid.

    Who and when are in it: that decides which wording stands where two are at odds, and so
    must be the same wherever the state is.
    """
    who = _cleaned(who)
    told = json.dumps([story.id, sorted(parents), who, moment.isoformat()]).encode()
    uid = sha256(told + content_of(story)).hexdigest()[:_UID]
    return State(uid, tuple(sorted(parents)), who, moment, story)


def is_genuine(state: State, story_id: str) -> bool:
    """Say whether a state is the one that its uid was made of, as far as its story is known."""
    if state.story is None:
        return True
    story = alike(replace(state.story, id=story_id))
    return made(story, state.parents, state.who, state.moment).uid == state.uid


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return without_controls(value.encode("utf-8", "replace").decode("utf-8"))
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value
