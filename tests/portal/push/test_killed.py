"""The program killed while a request of its is on the way, and started again.

By default at a few requests. Between any two of them, and within each::

    NEWSROOM_MATRIX=all .venv/bin/python -m pytest tests/portal/push/test_killed.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from newsroom.store.backup.verify import verify_store
from newsroom.story.version import StepKind
from tests.portal.push.program import Program
from tests.portal.site import Counts, Portal

REQUESTS = 20
"""More than a push makes with two new pictures and a new tag."""

AT: list[Any] = [
    pytest.param({"method": "POST", "path": "wp/v2/media", "skip": 1}, id="second picture"),
    pytest.param({"method": "POST", "path": "wp/v2/posts"}, id="post"),
    pytest.param({"method": "GET", "path": "wp/v2/posts/"}, id="verify"),
]
if os.environ.get("NEWSROOM_MATRIX") == "all":
    AT += [pytest.param({"skip": number}, id=f"request {number}") for number in range(REQUESTS)]


@pytest.mark.parametrize("mode", ["hold", "holddone"])
@pytest.mark.parametrize("at", AT)
def test_a_program_killed_at_a_request_goes_on_where_it_was(
    make_program: Callable[..., Program],
    portal: Portal,
    request: pytest.FixtureRequest,
    at: dict[str, Any],
    mode: str,
) -> None:
    program = make_program()
    number = 5000 + list(request.session.items).index(request.node)
    story, before = program.write(number), portal.counts()
    portal.faults({**at, "mode": mode})

    was_held = kill_when_held(program, portal, story.id)

    if was_held:
        told = program.publish(story.id, "--resume")
        assert (told["state"], told["differences"]) == ("done", [])
    assert was_held or "skip" in at, "it was killed, unless there are fewer requests"
    assert portal.counts() - before == Counts(posts=1, media=2)
    with closing(program.store()) as store:
        (push,) = store.pushes.list(story=story.id)
        assert push.state == "done"
        marks = [step for step in store.versions.list(story.id) if step.kind is StepKind.EXPORT]
        assert len(marks) == 1
    assert verify_store(program.home).is_good


def kill_when_held(program: Program, portal: Portal, story: str) -> bool:
    """Send a story, and kill the program at the request that is held; say if there was one."""
    with program.begin("publish", story, "--portal", "kabar") as process:
        while not (held := is_held(portal)) and process.poll() is None:
            pass
        if held:
            process.kill()
            process.wait()
            portal.release()
    while held and any(one["fault"] and "done" not in one for one in portal.requests()):
        pass  # what was on its way is done all the same, a little later
    return held


def is_held(portal: Portal) -> bool:
    """Say whether a request has come to the fault that holds it."""
    return any(one["fault"] for one in portal.requests()) and portal.wait_for_held()
