"""A short run of the harness; ``python -m tests.store.harness`` is the whole of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.harness.faults import TRIALS, Impossible
from tests.store.harness.kills import Kills
from tests.store.harness.problem import Problem
from tests.store.harness.told import Told

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")


@pytest.fixture
def kills(tmp_path: Path) -> Iterator[Kills]:
    made = Kills(tmp_path, seed=7, works_for=1, old_stories=30)
    yield made
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_what_was_told_as_saved_outlives_every_kill(kills: Kills) -> None:
    for way in ("writing", "migrating", "backing up"):
        kills.go(way)

    assert kills.figures.problems == []
    assert kills.figures.keys


def test_a_fault_is_told_of_and_ridden_out(tmp_path: Path) -> None:
    try:
        TRIALS["ENOSPC on write"](tmp_path)
    except Impossible as reason:
        pytest.skip(str(reason))


# The harness itself finds what it is there to find.

ID = "a" * 32
BEFORE = {ID: {"headline": "Judul", "body": "A", "status": "draft"}}


def told(*reports: dict) -> Told:
    made = Told(BEFORE)
    made.take([{"what": "shown", "at": 0, "id": ID, "texts": BEFORE[ID]}, *reports])
    return made


def key(at: float, text: str) -> dict:
    return {"what": "key", "at": at, "id": ID, "field": "body", "text": text}


def saved(body: str) -> dict:
    return {"what": "saved", "at": 0, "id": ID, "texts": BEFORE[ID] | {"body": body}}


def after(body: str) -> dict:
    return {ID: BEFORE[ID] | {"body": body}}


def test_the_loss_is_counted_from_the_first_key_that_is_missing() -> None:
    made = told(key(100, "AB"), saved("AB"), key(300, "ABC"), key(450, "ABCD"))

    loss = made.compare(after("AB"), killed=500)
    assert (loss.milliseconds, loss.keys) == (200, 2)
    loss = made.compare(after("ABCD"), killed=500)
    assert (loss.milliseconds, loss.keys) == (0, 0)


@pytest.mark.parametrize("stored", ["A", "AX", ""])
def test_a_text_older_than_what_was_told_or_never_written_is_found(stored: str) -> None:
    made = told(key(100, "AB"), saved("AB"), key(300, "ABC"))

    with pytest.raises(Problem):
        made.compare(after(stored), killed=500)


def test_a_story_that_is_gone_or_was_changed_by_nobody_is_found() -> None:
    with pytest.raises(Problem, match="not there"):
        told().compare({}, killed=500)
    with pytest.raises(Problem, match="not touched"):
        Told(BEFORE).compare(after("lain"), killed=500)


def test_what_is_told_as_saved_but_was_never_written_is_found() -> None:
    with pytest.raises(Problem, match="never written"):
        told(key(100, "AB"), saved("XY"))


def test_a_story_that_is_opened_with_other_words_than_it_was_left_with_is_found() -> None:
    with pytest.raises(Problem, match="opened as"):
        told(key(100, "AB"), {"what": "shown", "at": 0, "id": ID, "texts": BEFORE[ID]})
