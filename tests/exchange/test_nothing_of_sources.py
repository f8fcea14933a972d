"""Whom a reporter has spoken to, and by when it is wanted, leaves the store by no form."""

from __future__ import annotations

import io
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from PIL import Image

from newsroom.app import EXPORTS, Newsroom, is_own
from newsroom.exchange.formats.clipboard import COPIES
from newsroom.exchange.naskah import write_naskah
from newsroom.exchange.trail import as_values, text_lines
from newsroom.resources import resource
from newsroom.story.comments.comment import Anchor, Comment
from newsroom.story.handover import Handover, PassedStep, State
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind

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
    deadline=datetime(2031, 3, 4, 5, 6, tzinfo=UTC),
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
    """Return a story whose picture says where it was taken."""
    picture = tmp_path / "perahu.jpg"
    with Image.open(resource("samples", "perahu-pustaka.jpg")) as image:
        exif = image.getexif()
        exif[0x010F] = "KAMERA RAHASIA"
        exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 17.0, 41.0), 3: "E", 4: (105.0, 49.0, 7.0)})
        image.save(picture, exif=exif)
    assert Image.open(picture).getexif().get_ifd(0x8825)
    return replace(STORY, photos=(replace(STORY.photos[0], file=str(picture)),))


@pytest.mark.parametrize("form", [*EXPORTS, "naskah"])
def test_no_export_holds_a_source(form: str, story: Story, tmp_path: Path) -> None:
    newsroom, out = Newsroom(tmp_path / "home"), tmp_path / "keluar"
    if form == "naskah":
        path = write_naskah(story, newsroom.picture(None), out.with_suffix(".naskah"))
    else:
        path = newsroom.export(story, form, out.with_suffix(f".{form}"), newsroom.profile(), None)

    written = contents(path)

    assert (b"Perahu tiba" if form != "whatsapp-ringkas" else b"Perahu Pustaka") in written
    assert_nothing_is_told(written)
    assert b"KAMERA RAHASIA" not in written
    if form != "naskah" and not is_own(form):  # these go to a colleague, who must know
        assert b"2031" not in written
        assert b"deadline" not in written.lower()


def test_no_past_that_is_handed_over_holds_a_source(story: Story, tmp_path: Path) -> None:
    story = replace(story, photos=(replace(story.photos[0], digest="d" * 64),))
    moment = datetime(2031, 3, 4, tzinfo=UTC)
    before = replace(story, headline="Perahu lama", sources=(SOURCE, SOURCE))
    step = PassedStep("2" * 32, StepKind.WRITING, moment, "Wati", "", None, None, before)
    of_source = Anchor("sources[0].contact", 0, 14, SOURCE.contact)
    remark = Comment("Wati", SOURCE.note, moment, moment, anchor=of_source, id="3", thread="3")
    handed = Handover(
        story,
        head="1" * 32,
        states=(State("1" * 32, (), "Wati", moment, replace(before, headline="Perahu awal")),),
        steps=(step,),
        comments=(remark, replace(remark, anchor=None, text="Bagus.", id="4", thread="4")),
    )
    picture = Newsroom(tmp_path / "home").picture(None)

    path = write_naskah(handed, picture, tmp_path / "perahu.naskah")

    written = contents(path)
    for kept in (b"Perahu tiba", b"Perahu awal", b"Perahu lama", b"Bagus."):
        assert kept in written
    assert_nothing_is_told(written)
    assert str(tmp_path).encode() not in written
    assert b"KAMERA RAHASIA" not in written


@pytest.mark.parametrize("kind", COPIES)
def test_nothing_that_is_copied_holds_a_source(kind: str, story: Story, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")

    copied = newsroom.to_copy(story, kind, newsroom.profile())

    told = f"{copied.plain}{copied.html}".encode()
    assert b"Perahu" in told
    assert_nothing_is_told(told)
    assert b"2031" not in told


@pytest.mark.parametrize("whole", [False, True])
def test_no_trail_holds_a_source(whole: bool, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    with closing(newsroom.open_store()) as store:
        saved = store.stories.save(replace(STORY, sources=()))
        saved = store.stories.save(
            replace(saved, sources=STORY.sources), mark=Mark(StepKind.EXPORT)
        )
        store.stories.save(replace(saved, body="Perahu tiba lagi."))
        trail = newsroom.trail(saved.id, store, whole=whole)

    written = "\n".join(text_lines(trail)) + json.dumps(as_values(trail), ensure_ascii=False)

    assert "Perahu tiba" in written
    assert_nothing_is_told(written.encode())


@pytest.mark.parametrize("form", ["bundle", "docx"])
def test_no_picture_says_where_it_was_taken(form: str, story: Story, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")

    path = newsroom.export(story, form, tmp_path / "keluar.zip", newsroom.profile(), None)

    with ZipFile(path) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".jpg")]
    assert len(pictures) == 1
    assert not Image.open(io.BytesIO(pictures[0])).getexif().get_ifd(0x8825)


def assert_nothing_is_told(written: bytes) -> None:
    for told in (SOURCE.name, SOURCE.title, SOURCE.contact, SOURCE.note):
        for part in (told, told.casefold(), *told.split()[:1]):
            assert part.encode() not in written
    assert b"narasumber" not in written.lower()
    assert b'"sources"' not in written
