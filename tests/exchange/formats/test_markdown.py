"""Markdown read back by the program itself, which is what it is for."""

from __future__ import annotations

from dataclasses import replace

from newsroom.exchange.formats import form_named
from newsroom.story.front_matter import read_story
from tests.exchange.formats.stories import STORY, made


def test_the_story_comes_back_as_it_was() -> None:
    back = read_story(made(form_named("md")).decode())

    told = {name: getattr(STORY, name) for name in ("id", "revision", "created", "updated")}
    assert replace(back, **told) == STORY


def test_photos_are_named_without_their_folders() -> None:
    photos = (replace(STORY.photos[0], file="/rumah/wartawan/perahu.jpg"),)

    written = made(form_named("md"), replace(STORY, photos=photos)).decode()

    assert "file: perahu.jpg" in written
    assert "wartawan" not in written
