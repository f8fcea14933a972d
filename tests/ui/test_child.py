"""Work in a process of its own, and what becomes of it."""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from operator import attrgetter, methodcaller
from pathlib import Path

import pytest

from newsroom.ui.review.checking_jobs import check
from newsroom.ui.work.child import Child, ChildError, launch


@pytest.fixture(autouse=True)
def launched_as_by_the_program(monkeypatch):
    monkeypatch.setattr("newsroom.ui.work.child.launch", launch)


@pytest.fixture
def child() -> Iterator[Child[list[int]]]:
    made: Child[list[int]] = Child(partial(list, (3, 1, 2)))
    yield made
    made.close()


def test_it_keeps_what_it_has_made_from_job_to_job(child):
    child.do(methodcaller("append", 5))
    child.do(methodcaller("sort"))
    assert child.do(list) == [1, 2, 3, 5]


def test_an_error_comes_back_with_its_words_and_the_next_job_is_done(child):
    with pytest.raises(ChildError, match="no attribute 'nothing'"):
        child.do(attrgetter("nothing"))
    assert child.do(len) == 3


def test_when_it_has_died_another_is_made_that_knows_what_is_to_last(child):
    child.do(methodcaller("append", 5))
    child.do(methodcaller("append", 6), lasting=True)
    os.kill(child._process.pid, signal.SIGKILL)
    assert child.do(list) == [3, 1, 2, 6]


def test_made_anew_it_begins_afresh_but_knows_what_is_to_last(child):
    child.do(methodcaller("append", 5))
    child.do(methodcaller("append", 6), lasting=True)
    child.renew()
    assert child.do(list) == [3, 1, 2, 6]


def test_what_the_checker_is_told_to_do_loads_no_qt(child):
    assert child.do(_loaded_with_the_checkers_jobs) == []


def test_an_answer_that_breaks_off_is_asked_for_again(child):
    child.do(methodcaller("append", 6), lasting=True)
    assert child.do(partial(_break_off_once, os.getpid())) == [3, 1, 2, 6]


def test_a_job_that_ends_it_each_time_is_given_up(child):
    with pytest.raises(ChildError, match="berhenti sendiri"):
        child.do(partial(_end, 0))
    assert child.do(len) == 3


def test_it_ends_with_its_owner(child):
    process = child._process
    child.close()
    assert process.poll() is not None


def test_it_is_stopped_in_the_middle_of_a_job_and_no_other_is_made(child):
    with ThreadPoolExecutor() as other:
        job = other.submit(child.do, _never_end)
        child.stop()
        with pytest.raises(ChildError, match="berhenti sendiri"):
            job.result(10)
    with pytest.raises(ChildError, match="berhenti sendiri"):
        child.do(len)
    assert child._process.poll() is not None


def _loaded_with_the_checkers_jobs(_made: object) -> list[str]:
    importlib.import_module(check.__module__)
    return [name for name in sys.modules if name.startswith("PySide6")]


def _never_end(_made: object) -> None:
    threading.Event().wait()


def _end(code: int, _made: object) -> None:
    os._exit(code)


def _break_off_once(parent: int, made: list[int]) -> list[int]:
    """Answer half and die, the first time."""
    mark = Path(tempfile.gettempdir()) / f"broken-off-{parent}"
    if mark.exists():
        mark.unlink()
        return made
    mark.touch()
    os.write(1, pickle.dumps((True, "a" * 100))[:50])
    os._exit(1)
