"""The memory that the window takes with a long story open."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.story.story import Story

CHILD = Path(__file__).with_name("window_memory.py")
STORIES = Path(__file__).parents[1] / "language" / "hurried"
WORDS = 20_000


def long_body() -> str:
    """Return stories in a row, no paragraph like another, until there are words enough."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("*.txt")))
    paragraphs = [part for text in texts for part in text.strip().split("\n\n")]
    taken: list[str] = []
    words = 0
    for number, paragraph in enumerate(itertools.cycle(paragraphs)):
        taken.append(f"{paragraph} Warga ke-{number}.")
        words += len(taken[-1].split())
        if words >= WORDS:
            return "\n\n".join(taken)
    raise AssertionError


@pytest.mark.benchmark
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_of_the_window(tmp_path, report):
    store = Newsroom(tmp_path).open_store()
    story = store.stories.save(Story(headline="Perahu", body=long_body()))
    store.workspace.set("open", story.id)
    store.close()
    child = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=180,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.returncode == 0, child.stderr
    window, checker = map(int, child.stdout.split())
    report(
        f"memory with a story of {WORDS:,} words open: window {window} MB, checker {checker} MB, "
        f"together {window + checker} MB (aim 250)"
    )
    assert window > 0
    assert checker > 0
