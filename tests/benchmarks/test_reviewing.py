"""What it takes to know what an editor changed, and to have the list of that in sight."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.story.changes.between import Changes
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.main_window import MainWindow
from newsroom.ui.theme import Theme
from tests.benchmarks.test_stalls import settle, work
from tests.store.versions.typist import NEWS

TIMES = 7


def two_texts(words: int, changed: int) -> tuple[str, str]:
    """Return a text, and the same with other words in it and some paragraphs moved."""
    chance = random.Random(changed)
    known = NEWS.read_text(encoding="utf-8").split()
    old = [chance.choice(known) + ("\n\n" if n % 60 == 59 else " ") for n in range(words)]
    new = list(old)
    for number in chance.sample(range(0, words, 3), changed):
        new[number] = f"x{new[number]}"
    paragraphs = "".join(new).split("\n\n")
    for _ in range(changed // 60):
        moved = paragraphs.pop(chance.randrange(len(paragraphs)))
        paragraphs.insert(chance.randrange(len(paragraphs)), moved)
    return "".join(old), "\n\n".join(paragraphs)


@pytest.mark.benchmark
@pytest.mark.parametrize("changed", [10, 300, 1_500])
def test_the_changes_of_five_thousand_words(report, changed):
    old, new = (Story(body=text) for text in two_texts(5_000, changed))
    taken = []
    for _ in range(TIMES):
        began, working = time.perf_counter(), time.process_time()
        found = Changes(old, new).all
        taken.append((time.perf_counter() - began, time.process_time() - working))
    clock, worked = (1000 * min(some) for some in zip(*taken, strict=True))
    report(
        f"changes of 5,000 words, {changed:,} of them others, {changed // 60} paragraphs moved: "
        f"{clock:.0f} ms (CPU {worked:.0f}; aim 100)"
    )
    assert len(found) > 0.5 * changed


@pytest.mark.benchmark
@pytest.mark.parametrize(("words", "changed"), [(350, 20), (5_000, 300)])
def test_opening_the_list_of_changes(qapp: QApplication, tmp_path, report, words, changed):
    newsroom = Newsroom(tmp_path)
    store = newsroom.open_store()
    old, new = two_texts(words, changed)
    story = store.stories.save(Story(headline="Pupuk", body=old))
    story = store.stories.save(replace(story, status=Status.SUBMITTED))
    story = store.stories.save(replace(story, body=new))
    store.workspace.set("open", story.id)
    window = MainWindow(newsroom, Theme(qapp))
    window.show()
    work(qapp, lambda: window.desk.is_started and window.inspector and window.queue)
    settle(qapp, window)

    def open_() -> tuple[float, float]:
        """Return the milliseconds from the click to the painted list, and of the processor."""
        window.copy_desk.changing.found, window.copy_desk.changing.is_known = None, False
        began, working = time.perf_counter(), time.process_time()
        window.show_tab("review")
        window.inspector.review.show_part("changes")
        work(qapp, lambda: window.copy_desk.changing.is_known)
        part = window.inspector.review.part("changes")
        part.repaint()
        taken = time.perf_counter() - began, time.process_time() - working
        assert len(part.changes) == min(len(window.copy_desk.changing.changes), 30)
        window.show_tab("data")
        return 1000 * taken[0], 1000 * taken[1]

    first, *again = [open_() for _ in range(TIMES)]
    clock, worked = (statistics.median(some) for some in zip(*again, strict=True))
    report(
        f"opening the changes of {words:,} words, {changed} of them others: first {first[0]:.0f} "
        f"ms (CPU {first[1]:.0f}), then {clock:.0f} ms (CPU {worked:.0f}; aim 200)"
    )
    window.desk.give_up()
    window.close()
    store.close()
