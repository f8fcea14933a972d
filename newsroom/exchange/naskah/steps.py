"""The steps that a story has passed, as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import IO, Any

from newsroom.exchange.naskah.contents import sent_story, sent_values
from newsroom.exchange.naskah.ids import id_in
from newsroom.exchange.naskah.lines import line_of, read_lines
from newsroom.exchange.naskah.shape import MOST_LINE, MOST_STEPS, MOST_WRITTEN
from newsroom.story import values as read
from newsroom.story.handover import PassedStep, State
from newsroom.story.story import Story
from newsroom.story.values import filled
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status


def write_steps(steps: Sequence[PassedStep], states: Iterable[State]) -> list[bytes]:
    """Return a line for each step, of too many the newest.

    The content of a step that is one of these states, which go along, is told by its uid.
    """
    told = {line_of(sent_values(state.story)): state.uid for state in states if state.story}
    kept: dict[str, bytes] = {}
    room = MOST_WRITTEN
    for step in sorted(steps, key=lambda step: step.moment, reverse=True)[:MOST_STEPS]:
        line = line_of(_values(step, told))
        room -= len(line)
        if room < 0:
            break
        if len(line) <= MOST_LINE:
            kept[step.uid] = line
    return [kept[step.uid] for step in steps if step.uid in kept]


def read_steps(file: IO[bytes], states: Iterable[State]) -> tuple[PassedStep, ...]:
    """Return the steps of a file; one of a kind that is not known here is passed over.

    Raises ValueError, TooLarge.
    """
    told = {state.uid: state.story for state in states if state.story}
    steps: dict[str, PassedStep] = {}
    for values in read_lines(file):
        if read.text(values, "kind") not in [*StepKind]:
            continue
        step = _step(values, told)
        if steps.setdefault(step.uid, step) is not step:
            raise ValueError(step.uid)
    return tuple(steps.values())


def _values(step: PassedStep, told: dict[bytes, str]) -> dict[str, Any]:
    content = sent_values(step.story)
    same = told.get(line_of(content))
    values = {
        "uid": step.uid,
        "kind": str(step.kind),
        "moment": step.moment.isoformat(),
        "who": step.who,
        "note": step.note,
        "before": step.before and str(step.before),
        "after": step.after and str(step.after),
    }
    return filled(values) | ({"state": same} if same else {"content": content})


def _step(values: dict[str, Any], told: dict[str, Story]) -> PassedStep:
    if same := read.text(values, "state"):
        story = told[same]
    else:
        story = sent_story(read.mapping(values, "content"))
    return PassedStep(
        uid=id_in(values, "uid"),
        kind=StepKind(read.text(values, "kind")),
        moment=read.sure_moment(values, "moment").astimezone(UTC),
        who=read.text(values, "who"),
        note=read.text(values, "note"),
        before=_status(values, "before"),
        after=_status(values, "after"),
        story=story,
    )


def _status(values: dict[str, Any], key: str) -> Status | None:
    written = read.text(values, key)
    return Status(written) if written else None
