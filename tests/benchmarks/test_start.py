"""From the start of the process to a window one can write in, against a bare one."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.story.story import Story

CHILD = Path(__file__).with_name("first_paint.py")
TEXT = (
    "Warga Kampung Rekaan membaca buku di perahu pustaka.\n\nPerahu itu singgah dua pekan sekali."
)
ROUNDS = 9


@pytest.mark.benchmark
def test_time_to_an_editable_window(tmp_path, report):
    store = Newsroom(tmp_path).open_store()
    store.workspace.set("open", store.stories.save(Story(headline="Perahu", body=TEXT)).id)
    store.close()

    def seconds(kind: str) -> float:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        started = time.monotonic()
        child = subprocess.run(
            [sys.executable, str(CHILD), kind, str(tmp_path), TEXT],
            capture_output=True,
            text=True,
            timeout=60,
            env=environment,
        )
        assert child.returncode == 0, child.stderr
        return float(child.stdout) - started

    seconds("bare"), seconds("newsroom")  # the first of each reads the disk
    pairs = [(seconds("bare"), seconds("newsroom")) for _ in range(ROUNDS)]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    # The quickest of each was disturbed least by whatever else the machine was doing.
    best = min(ours for _, ours in pairs) / min(bare for bare, _ in pairs)
    report(
        f"start to editable window with its story: {ours:.2f} s, bare window {bare:.2f} s, "
        f"ratio {ratio:.2f}, of the quickest {best:.2f} (aim 2.5)"
    )
    assert len(pairs) == ROUNDS
