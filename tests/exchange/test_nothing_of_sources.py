"""Whom a reporter has spoken to leaves the store by no file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from newsroom.app import EXPORTS, Newsroom
from newsroom.exchange.naskah import write_naskah
from newsroom.resources import resource
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story

SOURCE = Source(
    "Karta Rahasia",
    title="Bendahara Bayangan",
    contact="0812-0000-1234",
    note="jangan disebut; bertemu di dermaga",
)
STORY = Story(
    headline="Perahu Pustaka Singgah",
    body="Perahu tiba, kata seorang sumber.",
    byline=("Ratna Andaian",),
    section="Pendidikan",
    contributors=("Wati Misal",),
    photos=(Photo("perahu.jpg", caption="Perahu.", credit="Ratna", alt="Perahu", lead=True),),
    sources=(SOURCE,),
)


def contents(path: Path) -> bytes:
    """Return all that is in a file, what is packed in it unpacked."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) + name.encode() for name in archive.namelist())


@pytest.fixture
def story(tmp_path: Path) -> Story:
    picture = str(resource("samples", "perahu-pustaka.jpg"))
    return replace(STORY, photos=(replace(STORY.photos[0], file=picture),))


@pytest.mark.parametrize("form", [*EXPORTS, "naskah"])
def test_no_export_holds_a_source(form: str, story: Story, tmp_path: Path) -> None:
    newsroom, out = Newsroom(tmp_path / "home"), tmp_path / "keluar"
    if form == "naskah":
        path = write_naskah(story, newsroom.picture(None), out.with_suffix(".naskah"))
    else:
        path = newsroom.export(story, form, out.with_suffix(f".{form}"), newsroom.profile(), None)

    written = contents(path)

    assert b"Perahu tiba" in written
    for told in (SOURCE.name, SOURCE.title, SOURCE.contact, SOURCE.note):
        for part in (told, told.casefold(), *told.split()[:1]):
            assert part.encode() not in written
    assert b"narasumber" not in written.lower()
    assert b'"sources"' not in written
