"""How soon the review of a long story is there, in one column and in two."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.main_window import MainWindow
from newsroom.ui.theme import Theme
from tests.benchmarks.test_stalls import settle, work
from tests.store.versions.typist import NEWS

WORDS, CHANGED, TIMES = 5_000, 300, 7


def two_texts() -> tuple[str, str]:
    """Return a long text, and the same with words put in the place of others."""
    chance = random.Random(CHANGED)
    words = NEWS.read_text(encoding="utf-8").split()
    old = [chance.choice(words) + ("\n\n" if n % 60 == 59 else " ") for n in range(WORDS)]
    new = list(old)
    for number in chance.sample(range(0, WORDS, 3), CHANGED):
        new[number] = f"x{new[number]}"
    return "".join(old), "".join(new)


@pytest.mark.benchmark
def test_opening_the_review_of_five_thousand_words(qapp: QApplication, tmp_path, report):
    newsroom = Newsroom(tmp_path)
    store = newsroom.open_store()
    old, new = two_texts()
    story = store.stories.save(Story(headline="Pupuk", body=old))
    story = store.stories.save(replace(story, status=Status.SUBMITTED))
    story = store.stories.save(replace(story, body=new))
    store.workspace.set("open", story.id)
    window = MainWindow(newsroom, Theme(qapp))
    window.show()
    work(qapp, lambda: window.desk.is_started and window.inspector and window.queue)
    settle(qapp, window)
    action = window.actions_["changes"]

    def open_() -> tuple[float, float]:
        """Return the milliseconds from the key to the painted page, and of the processor."""
        began, working = time.perf_counter(), time.process_time()
        action.trigger()
        view = window.copy_desk.changes_page.view
        work(qapp, lambda: view.is_settled)
        view.repaint()
        taken = time.perf_counter() - began, time.process_time() - working
        assert len(view.sheet.written.spots) >= 0.9 * CHANGED
        action.trigger()
        return 1000 * taken[0], 1000 * taken[1]

    for two_columns in (False, True):
        first, *again = [open_() for _ in range(TIMES)]
        clock, worked = (statistics.median(some) for some in zip(*again, strict=True))
        looks = "two columns" if two_columns else "one column"
        report(
            f"opening the review of {WORDS:,} words, {CHANGED} changed, in {looks}: first "
            f"{first[0]:.0f} ms, then {clock:.0f} ms (CPU {worked:.0f}; aim 200)"
        )
        window.copy_desk.changes_page.view.choose_columns(True)
    window.desk.give_up()
    window.close()
    store.close()
