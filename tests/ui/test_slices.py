"""Long work between the window's events."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.work.pace import key_pressed
from newsroom.ui.work.slices import Slices


def test_what_is_short_is_done_at_once(qapp):
    done = []
    owner = QObject()
    slices = Slices(owner)
    slices.start(done.append(number) for number in range(3))
    assert done == [0, 1, 2]
    assert not slices.is_busy


def test_the_window_lives_on_meanwhile(qapp, qtbot):
    ticks, done = [], []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(len(done)))
    timer.start()

    def work():
        for number in range(40):
            until = time.perf_counter() + 0.002
            while time.perf_counter() < until:
                pass
            done.append(number)
            yield

    owner = QObject()
    slices = Slices(owner)
    slices.start(work())
    assert slices.is_busy
    qtbot.waitUntil(lambda: not slices.is_busy, timeout=10_000)
    assert done == list(range(40))
    assert len([tick for tick in ticks if 0 < tick < 40]) > 5


def test_whoever_types_goes_first_but_not_for_ever(qapp, qtbot):
    keys, done = [], []

    def press():
        key_pressed()
        keys.append(len(done))

    def work():
        for number in range(5):
            done.append(number)
            yield

    press()
    timer = QTimer(interval=5)
    timer.timeout.connect(press)
    timer.start()
    owner = QObject()
    slices = Slices(owner)
    slices.start(work(), at_once=False)
    qtbot.waitUntil(lambda: not slices.is_busy, timeout=10_000)
    assert done == list(range(5))
    assert keys.count(0) > 10  # all of these were before it began


def test_a_new_start_drops_what_was_under_way(qapp, qtbot):
    done = []

    def forever():
        while True:
            done.append("old")
            time.perf_counter()
            yield

    owner = QObject()
    slices = Slices(owner)
    slices.start(forever())
    before = len(done)
    slices.start(iter([1, 2]))
    assert not slices.is_busy
    assert len(done) == before


def test_work_may_start_other_work(qapp, qtbot):
    done = []
    owner = QObject()
    slices = Slices(owner)

    def first():
        done.append("first")
        slices.start(second())
        yield
        done.append("never")

    def second():
        done.append("second")
        yield

    slices.start(first())
    qtbot.waitUntil(lambda: not slices.is_busy, timeout=10_000)
    assert done == ["first", "second"]
