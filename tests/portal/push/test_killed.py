"""The program killed while a request of its is on the way, and started again.

By default at a few requests. Between any two of them, and within each::

    NEWSROOM_MATRIX=all .venv/bin/python -m pytest tests/portal/push/test_killed.py
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from newsroom.store.backup.verify import verify_store
from newsroom.store.database import open_database
from newsroom.store.place import DATABASE
from newsroom.store.schema import PushStepRow
from newsroom.story.version import StepKind
from tests.portal.push.program import Program
from tests.portal.site import Counts, Portal

REQUESTS = 24
"""More than a push makes with two new pictures and a new tag."""
MODES = ("hold", "holddone")

PICTURE: dict[str, Any] = {"method": "POST", "path": "wp/v2/media"}
POST: dict[str, Any] = {"method": "POST", "path": "wp/v2/posts"}
VERIFY: dict[str, Any] = {"method": "GET", "path": "wp/v2/posts/"}


def cases() -> Iterator[Any]:
    """Yield whether a story is there already, at which request it is killed, and how."""
    chosen = [
        (False, "second picture", {**PICTURE, "skip": 1}, MODES),
        (False, "post", POST, MODES),
        (False, "verify", VERIFY, MODES[:1]),
        (True, "other picture", PICTURE, MODES[1:]),
        (True, "post", POST, MODES[1:]),
    ]
    if os.environ.get("NEWSROOM_MATRIX") == "all":
        for is_update in (False, True):
            for number in range(REQUESTS):
                chosen.append((is_update, f"request {number}", {"skip": number}, MODES))
    for is_update, name, at, modes in chosen:
        for mode in modes:
            way = "update" if is_update else "first"
            yield pytest.param(is_update, at, mode, id=f"{way}-{name}-{mode}")


@pytest.mark.parametrize(("is_update", "at", "mode"), list(cases()))
def test_a_program_killed_at_a_request_goes_on_where_it_was(
    make_program: Callable[..., Program],
    portal: Portal,
    wordpress: Any,
    request: pytest.FixtureRequest,
    is_update: bool,
    at: dict[str, Any],
    mode: str,
) -> None:
    program = make_program()
    number = 5000 + list(request.session.items).index(request.node)
    story, before = program.write(number), portal.counts()
    if is_update:
        program.publish(story.id)
        story = program.correct(story)
    portal.faults({**at, "mode": mode})

    was_held = kill_when_held(program, portal, story.id)

    if was_held:
        let_settle(program)
        told = program.publish(story.id, "--resume")
        assert (told["state"], told["differences"]) == ("done", [])
    assert was_held or "skip" in at, "it was killed, unless there are fewer requests"
    assert portal.counts() - before == Counts(posts=1, media=2 + is_update)
    with closing(program.store()) as store:
        assert [push.state for push in store.pushes.list(story=story.id)] == ["done"] * (
            1 + is_update
        )
        marks = [step for step in store.versions.list(story.id) if step.kind is StepKind.EXPORT]
        assert len(marks) == 1 + is_update
        delivery = store.deliveries.get(story.id, "kabar")
        assert delivery
    if is_update:
        (post,) = [one for one in wordpress.dump()["posts"] if one["id"] == delivery.remote_id]
        assert "Padi itu dijual." in post["content"]
        assert {"newsroom_uid", "newsroom_rev", "_thumbnail_id"} <= set(post["meta"])
        assert all(len(values) == 1 for values in post["meta"].values()), post["meta"]
    assert verify_store(program.home).is_good


def kill_when_held(program: Program, portal: Portal, story: str) -> bool:
    """Send a story, and kill the program at the request that is held; say if there was one."""
    with program.begin("publish", story, "--portal", "kabar") as process:
        while not (held := is_held(portal)) and process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
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


def let_settle(program: Program) -> None:
    """Have all that was asked be asked an hour ago: what may be on its way is waited for."""
    with closing(open_database(program.home / DATABASE)) as database, database.write() as session:
        for step in session.scalars(select(PushStepRow)):
            step.began -= timedelta(hours=1)
