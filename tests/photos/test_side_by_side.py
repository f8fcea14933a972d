from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest

from newsroom.photos.renditions import make_rendition
from newsroom.photos.side_by_side import in_order


def test_two_jobs_are_under_way_at_once() -> None:
    """Each waits for the other: one after another they would never end."""
    met = threading.Barrier(2, timeout=10)

    assert sorted(in_order([met.wait, met.wait])) == [0, 1]


def test_answers_come_in_the_order_of_the_jobs() -> None:
    second_done = threading.Event()

    def first() -> str:
        second_done.wait(10)
        return "pertama"

    def second() -> str:
        second_done.set()
        return "kedua"

    assert list(in_order([first, second])) == ["pertama", "kedua"]


def test_after_an_error_no_more_is_begun() -> None:
    begun: list[int] = []

    def job(number: int) -> int:
        begun.append(number)
        if number == 1:
            raise ValueError("rusak")
        return number

    with pytest.raises(ValueError, match="rusak"):
        list(in_order([partial(job, number) for number in range(100)]))
    assert len(begun) < 10


def test_who_stops_asking_has_no_more_begun() -> None:
    begun: list[int] = []
    jobs: list[Callable[[], None]] = [partial(begun.append, number) for number in range(100)]
    answers = in_order(jobs)

    next(answers)
    answers.close()

    assert len(begun) < 10


def test_side_by_side_gives_the_same_bytes(make_picture) -> None:
    paths = [make_picture(f"{number}.jpg", (800, 500 + number)) for number in range(6)]
    jobs = [partial(make_rendition, path, 400, 85, 100_000) for path in paths]

    together = [one.data for one in in_order(jobs)]

    assert together == [job().data for job in jobs]
