"""Small pictures, made beside the window."""

from __future__ import annotations

import sys

import pytest

from newsroom.story.story import Photo
from newsroom.ui.desk.thumbnails import Thumbnails


@pytest.fixture
def threads_that_take_turns_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("threads_that_take_turns_often")
def test_each_that_is_asked_for_comes_however_the_threads_take_turns(window, newsroom, eventually):
    thumbnails = Thumbnails(newsroom, window)
    came = set()
    thumbnails.made.connect(lambda key, _: came.add(key))
    for number in range(500):
        thumbnails.want(Photo(f"tidak-ada-{number}.jpg"))  # nothing else is being made now
        eventually(lambda count=number + 1: len(came) == count)
    thumbnails.close()
    assert len(came) == 500
