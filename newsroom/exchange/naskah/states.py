"""The states of a story that desks have handed each other, as lines of JSON."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import IO, Any

from newsroom.exchange.naskah.contents import sent_story, sent_values
from newsroom.exchange.naskah.ids import id_in, ids_in
from newsroom.exchange.naskah.lines import line_of, read_lines
from newsroom.exchange.naskah.shape import MOST_LINE, MOST_LINES, MOST_STATES, MOST_WRITTEN
from newsroom.story import values as read
from newsroom.story.handover import State

_MOST_PARENTS = 8


def write_states(states: Sequence[State], head: str) -> tuple[list[bytes], list[State]]:
    """Return a line for each state, and those whose contents go along: the head and the newest.

    Older ones are only known of.
    """
    order = sorted(newest_first(states), key=lambda state: state.uid != head)
    whole: dict[str, bytes] = {}
    room = MOST_WRITTEN
    for state in order[:MOST_STATES]:
        line = line_of(_values(state))
        room -= len(line)
        if room < 0:
            break
        if len(line) <= MOST_LINE:
            whole[state.uid] = line
    kept = {state.uid for state in order[:MOST_LINES]}
    lines = [whole.get(one.uid) or line_of(_known(one)) for one in states if one.uid in kept]
    return lines, [state for state in states if state.uid in whole]


def read_states(file: IO[bytes]) -> tuple[State, ...]:
    """Return the states of a file. Raises ValueError, TooLarge."""
    states = tuple(map(_state, read_lines(file)))
    newest_first(states)
    return states


def newest_first(states: Iterable[State]) -> list[State]:
    """Return states with what was made of each before it, whatever the clocks said.

    Raises ValueError where one comes twice or, in a round, from itself.
    """
    known: dict[str, State] = {}
    for state in states:
        if known.setdefault(state.uid, state) is not state:
            raise ValueError(state.uid)
    made_of = dict.fromkeys(known, 0)
    for state in known.values():
        for parent in {*state.parents} & known.keys():
            made_of[parent] += 1
    ready = [(-s.moment.timestamp(), uid) for uid, s in known.items() if not made_of[uid]]
    heapq.heapify(ready)
    order: list[State] = []
    while ready:
        state = known[heapq.heappop(ready)[1]]
        order.append(state)
        for parent in {*state.parents} & known.keys():
            made_of[parent] -= 1
            if not made_of[parent]:
                heapq.heappush(ready, (-known[parent].moment.timestamp(), parent))
    if len(order) < len(known):
        raise ValueError("states in a round")
    return order


def _known(state: State) -> dict[str, Any]:
    return {
        "uid": state.uid,
        "parents": list(state.parents),
        "who": state.who,
        "moment": state.moment.isoformat(),
    }


def _values(state: State) -> dict[str, Any]:
    content = {"content": sent_values(state.story)} if state.story else {}
    return {**_known(state), **content}


def _state(values: dict[str, Any]) -> State:
    parents = ids_in(values, "parents")
    if len(parents) > _MOST_PARENTS:
        raise ValueError("parents")
    return State(
        uid=id_in(values, "uid"),
        parents=parents,
        who=read.text(values, "who"),
        moment=read.sure_moment(values, "moment").astimezone(UTC),
        story=sent_story(read.mapping(values, "content")) if "content" in values else None,
    )
