"""Every fault at every step, for every role: in the end there is one post, and each picture once.

So it is whichever way a story goes: as a draft, onto the post that it has already, out to its
readers, or at a time to come. By default a part of it is run, which has each way, each fault,
each step and each role. All of it::

    NEWSROOM_MATRIX=all .venv/bin/python -m pytest tests/portal/push/test_matrix.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newsroom.portal.push.package import Package
from newsroom.store.deliveries.records import PushState, Wish
from tests.portal.push.desk import Desk, done, picture
from tests.portal.site import Counts, Portal

IS_WHOLE = os.environ.get("NEWSROOM_MATRIX") == "all"
ROLES = ("penulis", "redaktur", "admin", "kontributor")
SCHEDULED = datetime(2031, 3, 5, 0, 30, 17, tzinfo=UTC)
STEPS: Mapping[str, dict[str, Any]] = {
    "connect": {"method": "GET", "path": "users/me"},
    "look": {"method": "GET", "path": "wp/v2/posts?"},
    "rubric": {"method": "GET", "path": "wp/v2/categories"},
    "tag": {"method": "POST", "path": "wp/v2/tags"},
    "look for picture": {"method": "GET", "path": "wp/v2/media"},
    "first picture": {"method": "POST", "path": "wp/v2/media"},
    "second picture": {"method": "POST", "path": "wp/v2/media", "skip": 1},
    "post": {"method": "POST", "path": "wp/v2/posts"},
    "verify": {"method": "GET", "path": "wp/v2/posts/"},
}
UPDATE_STEPS: Mapping[str, dict[str, Any]] = {
    "connect": STEPS["connect"],
    "look": STEPS["verify"],
    "rubric": STEPS["rubric"],
    "tag": STEPS["tag"],
    "look for picture": {"method": "GET", "path": "wp/v2/media?"},
    "look at picture": {"method": "GET", "path": "wp/v2/media/"},
    "first picture": STEPS["first picture"],  # that has been replaced
    "look again": {**STEPS["verify"], "skip": 1},
    "post": STEPS["post"],
    "verify": {**STEPS["verify"], "skip": 2},
}
DONE = ("lost", "cut", "slow", "garbled")
"""Faults in which the site does what it is asked, and nobody is told."""
NOT_DONE = ("413", "401", "403", "403html", "406", "429", "500", "502", "503", "empty", "html")
BROKEN = ("cutupload",)
FAULTS = (*DONE, *NOT_DONE, *BROKEN)
PASSING = (*DONE, *BROKEN, "429", "500", "502", "503", "empty", "html")
OF_SITE = ("401", "403html", "406")
"""Faults for which no story is to blame: they wait for somebody to put the site right."""
PICTURES = 2


@dataclass(frozen=True)
class Way:
    """How a story goes: wished for how, by which steps, and what its post is then."""

    wish: Wish = field(default_factory=Wish)
    steps: Mapping[str, dict[str, Any]] = field(default_factory=lambda: STEPS)
    status: str = "draft"


WAYS = {
    "draft": Way(),
    "update": Way(steps=UPDATE_STEPS),
    "publish": Way(Wish("publish", confirmed=True), status="publish"),
    "schedule": Way(Wish("publish", SCHEDULED, confirmed=True), status="future"),
}


def cases() -> Iterator[Any]:
    number = 0
    for name, way in WAYS.items():
        for role in ROLES:
            if role == "kontributor" and way.wish.status:
                continue  # it may not, see below
            for step in way.steps:
                if role == "kontributor" and "picture" in step and step != "look for picture":
                    continue  # it uploads none
                for fault in FAULTS:
                    number += 1
                    is_chosen = role == "penulis" and is_telling(name, step, fault)
                    # Of the others one in so many as neither steps nor faults come in.
                    if IS_WHOLE or is_chosen or number % (41 if name == "draft" else 149) == 0:
                        yield pytest.param(
                            name, role, step, fault, id=f"{name}-{role}-{step}-{fault}"
                        )


def is_telling(way: str, step: str, fault: str) -> bool:
    """Say whether something may be made twice in a case; of the ways after the first, a few."""
    if way == "draft":
        return step == "post" or (step == "first picture" and fault not in NOT_DONE)
    makes = step == "post" or (way == "update" and step == "first picture")
    return makes and fault in ("lost", "502")


@pytest.mark.parametrize(("way", "role", "step", "fault"), list(cases()))
def test_in_the_end_there_is_one_post_and_each_picture_once(
    make_desk: Callable[..., Desk],
    portal: Portal,
    way: str,
    role: str,
    step: str,
    fault: str,
) -> None:
    going, desk = WAYS[way], make_desk(role)
    package = with_own_tag(desk.package(PICTURES))
    if way == "update":
        done(desk.push(package))
        package = corrected(desk, package)
    begun = datetime.now(UTC).replace(microsecond=0)
    desk.answer_after = 1.0 if fault == "slow" else 20.0
    portal.faults({**going.steps[step], "mode": fault, "seconds": 1.5})

    result = desk.push(package, going.wish)

    desk.answer_after = 20.0
    assert hit(portal), "the fault was met"
    if fault == "403" and step in ("tag", "first picture", "second picture"):
        # It looks as if the role had no right to that: the rest goes, and it is said.
        assert done(result).differences
        assert desk.made.posts == 1
        result = desk.push(package, going.wish)
    elif fault == "403" and step in ("look at picture", "verify"):
        done(result)  # it is read as readers have it; what is stored is known from before
    else:
        waits = fault in (*PASSING, *OF_SITE)
        expected = PushState.WAITING if waits else PushState.FAILED
        assert result.push.state is expected, result.push.error
        assert result.push.held == (fault in OF_SITE)
        assert result.push.error.endswith((".", "…", ")"))
        result = desk.resume(package)
    media = 0 if role == "kontributor" else PICTURES + (way == "update")
    assert desk.made == Counts(posts=1, media=media)
    delivered = done(result)
    expected_fields = {"media"} if role == "kontributor" else set()
    assert {one.field for one in delivered.differences} == expected_fields
    (post,) = [one for one in portal.posts(search=package.title) if is_of(one, package.title)]
    assert (post["id"], post["status"]) == (delivered.post.id, going.status)
    assert ("dibetulkan" in post["content"]["raw"]) == (way == "update")
    out = datetime.fromisoformat(f"{post['date_gmt']}+00:00")
    if way == "publish":
        assert begun <= out <= datetime.now(UTC)
    assert (out == SCHEDULED) == (way == "schedule")


def refusals() -> Iterator[Any]:
    for role, ways in (
        ("pembaca", ("draft", "publish", "schedule")),
        ("kontributor", ("publish",)),
    ):
        for way in ways:
            for fault in FAULTS:
                is_chosen = way == ways[0] and fault in ("lost", "403", "503")
                if IS_WHOLE or is_chosen:
                    yield pytest.param(role, way, fault, id=f"{way}-{role}-{fault}")


@pytest.mark.parametrize(("role", "way", "fault"), list(refusals()))
def test_who_may_not_is_refused_in_words_and_makes_nothing(
    make_desk: Callable[..., Desk], portal: Portal, role: str, way: str, fault: str
) -> None:
    desk = make_desk(role, answer_after=1.0 if fault == "slow" else 20.0)
    package = with_own_tag(desk.package(PICTURES))
    portal.faults({**STEPS["connect"], "mode": fault, "seconds": 1.5})

    desk.push(package, WAYS[way].wish)

    desk.answer_after = 20.0
    assert hit(portal), "the fault was met"
    result = desk.resume(package)
    assert result.push.state is PushState.FAILED
    what = "menulis di situs" if role == "pembaca" else "menerbitkan"
    assert result.push.error.startswith(f"Akun ini tidak berhak {what}.")
    assert portal.requests("POST") == []
    assert desk.made == Counts(posts=0, media=0)


def with_own_tag(package: Package, name: str = "Tag") -> Package:
    """Give a package a tag that is not on the site yet."""
    return replace(package, tags=(f"{name} {package.uid[:8]}",))


def corrected(desk: Desk, package: Package) -> Package:
    """Correct the text of a story, and put another picture in place of its second."""
    pictures = (package.pictures[0], picture(caption="Padi dijemur."))
    changed = desk.revised(package, "Warga “panen”, dibetulkan.", pictures=pictures)
    return with_own_tag(changed, "Tag lain")


def hit(portal: Portal) -> bool:
    return any(one["fault"] for one in portal.requests())


def is_of(post: Mapping[str, Any], title: str) -> bool:
    return bool(post["title"]["raw"] == title)
