"""Closed, killed or opened twice: the window comes back as it was, and nothing saved is missing."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from newsroom.store.place import DATABASE
from newsroom.story.story import Story


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")
def test_killed_at_any_moment_nothing_saved_is_missing(newsroom, start_driven, drive):
    for wait in (0.05, 0.45, 0.9):  # seconds; where in the saving that falls is chance
        child = start_driven("type", newsroom.home)
        said = json.loads(child.stdout.readline())
        time.sleep(wait)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        lines = [json.loads(line) for line in child.stdout]
        acknowledged = ([said, *lines])[-1]
        with closing(sqlite3.connect(newsroom.home / DATABASE)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (shown,) = drive("show", newsroom.home)
        assert shown["id"] == acknowledged["id"]
        assert shown["shown"] == shown["body"]
        assert shown["body"].startswith(acknowledged["body"])
        assert shown["headline"].endswith(acknowledged["headline"])
        # The cursor is where it stood when that text was saved: here always behind it.
        assert shown["cursor"] == len(shown["body"])
    with closing(newsroom.open_store()) as store:
        assert len(store.stories.list()) == 1


def test_all_is_as_it_was(newsroom, store, open_window, eventually, qtbot):
    body = "\n\n".join(f"Paragraf {n} 🙂 warga membaca." for n in range(80))
    store.workspace.set("open", store.stories.save(Story(headline="Judul", body=body)).id)
    window = open_window()
    eventually(lambda: window.desk.story is not None)
    page = window.page
    page.body.select(1500, 1500)
    eventually(lambda: page.verticalScrollBar().value() > 0)
    window.actions_["queue"].trigger()
    window.resize(window.width(), 640)
    qtbot.wait(0)
    place = page.view.place()
    assert place > 0
    window.close()
    again = open_window()
    eventually(lambda: abs(again.page.view.place() - place) < 100)  # a tenth of a row
    assert again.page.body.text() == body
    assert again.page.body.cursor_offset() == 1500
    assert not again.actions_["queue"].isChecked()
    assert not again.queue.isVisible()
    assert again.height() == 640
    assert again.page.body.hasFocus()


def test_no_story_open_is_remembered_too(newsroom, store, open_window, eventually):
    store.stories.save(Story(headline="Naskah"))
    window = open_window()
    assert window.desk.story is None
    eventually(lambda: window.queue.list.model().rowCount() == 1)


def test_a_second_window_on_the_same_data_leaves(newsroom, start_driven, drive):
    first = start_driven("type", newsroom.home)
    assert first.stdout.readline()
    lock = newsroom.home / "newsroom.lock"
    long_ago = time.time() - 24 * 3600
    os.utime(lock, (long_ago, long_ago))
    assert drive("second", newsroom.home) == []
    assert first.poll() is None
    first.kill()
    first.wait()
    assert drive("second", newsroom.home) == [{"message": "", "opened": True}]
