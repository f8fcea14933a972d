"""What readers of the real site see of a *ralat*, a *hak jawab* and a *cabut berita*."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement, fromstring

from newsroom.story.days import WEEKDAYS
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from tests.portal.push.program import Program
from tests.portal.site import Counts, Portal

OUT = ("--status", "publish", "--yes")
HOUSE = """
[notes]
place = "top"
correction = "Koreksi redaksi {tanggal}, {jam}: {isi}"
withdrawn_headline = "Dicabut: {judul}"
"""
WIB = ZoneInfo("Asia/Jakarta")  # of the site, whatever the machine's is


def read(program: Program, story: Story) -> Story:
    with closing(program.store()) as store:
        return store.stories.get(story.id)


def notes(post: dict[str, Any], kind: str) -> list[HtmlElement]:
    """Return the notes of a kind in a post as WordPress makes a page of it."""
    return list(fromstring(f"<div>{post['content']['rendered']}</div>").find_class(kind))


def dress(program: Program) -> None:
    folder = program.home / "house"
    folder.mkdir()
    (folder / "infobanten.toml").write_text(HOUSE, encoding="utf-8")


def test_a_correction_is_printed_in_the_post_that_it_corrects(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    dress(program)
    story, before = program.write(1201), portal.counts()
    first = program.publish(story.id, *OUT)

    program.run("correct", story.id, "--text", "Semula 40 petani, seharusnya 45 petani.")
    again = f"publish {story.id[:8]} --portal kabar --yes"
    assert again in program.said
    program.rewrite(story, headline="Padi Rekaan Naik, 45 Petani Memanen")
    told = program.publish(story.id, "--yes")

    assert (told["id"], told["link"], told["differences"]) == (first["id"], first["link"], [])
    assert portal.counts() - before == Counts(posts=1, media=2)
    kept, post = read(program, story), portal.post(first["id"])
    assert (kept.status, kept.slug) == (Status.CORRECTED, first["slug"])
    at = kept.corrections[0].moment.astimezone(WIB)
    (note,) = notes(post, "ralat")
    assert note.text_content() == (
        f"Koreksi redaksi {at.day}/{at.month}/{at.year}, {at:%H.%M} WIB: "
        "Semula 40 petani, seharusnya 45 petani."
    )
    assert note.getprevious() is None  # where the house has it: above the text
    assert post["title"]["rendered"] == "Padi Rekaan Naik, 45 Petani Memanen"


def test_what_answers_or_corrects_a_story_and_that_story_link_to_each_other(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, answer, right = (program.write(number) for number in (1202, 1203, 1204))
    first = program.publish(story.id, *OUT)
    program.run("answer", answer.id, "--to", story.id)
    program.run("answer", right.id, "--to", story.id, "--as", "ralat")

    answered = program.publish(answer.id, *OUT)
    assert f"publish {story.id[:8]} --portal kabar --yes" in program.said
    corrected = program.publish(right.id, *OUT)
    known = read(program, story).answered_by
    assert [(link.id, link.address) for link in known] == [
        (answer.id, answered["link"]),
        (right.id, corrected["link"]),
    ]
    assert program.publish(story.id, "--yes")["differences"] == []

    for link, kind, words, there in (
        (known[0], "hak-jawab", "Hak jawab", answered),
        (known[1], "ralat", "Ralat", corrected),
    ):
        (back,) = notes(portal.post(first["id"]), kind)
        assert [one.get("href") for one in back.iter("a")] == [there["link"]]
        assert link.moment is not None
        at = link.moment.astimezone(WIB)
        day = f"{at.day}/{at.month}/{at.year}, {at:%H.%M} WIB"
        assert back.text_content() == f"{words} atas berita ini: {link.headline} ({day})"
        (forth,) = notes(portal.post(there["id"]), kind)
        assert [one.get("href") for one in forth.iter("a")] == [first["link"]]
        assert forth.text_content() == f"{words} atas berita: {story.headline}"


def test_a_withdrawn_story_leaves_its_announcement_at_its_address(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    dress(program)
    story, before = program.write(1206), portal.counts()
    first = program.publish(story.id, *OUT)
    assert portal.post(first["id"])["featured_media"]

    program.run("withdraw", story.id, "--reason", "Demi masa depan anak")
    assert f"publish {story.id[:8]} --portal kabar --yes" in program.said
    assert "pustaka media" in program.said  # the files stay there, as is counted below
    told = program.publish(story.id, "--yes")

    assert (told["id"], told["link"], told["status"]) == (first["id"], first["link"], "publish")
    assert told["differences"] == []
    assert portal.counts() - before == Counts(posts=1, media=2)
    withdrawal, post = read(program, story).withdrawal, portal.post(first["id"])
    assert withdrawal is not None
    at = withdrawal.moment.astimezone(WIB)
    page = fromstring(f"<div>{post['content']['rendered']}</div>")
    assert page.text_content().strip() == (
        f"Berita ini dicabut redaksi pada {WEEKDAYS[at.weekday()]} ({at.day}/{at.month}/{at.year}) "
        f"pukul {at:%H.%M} WIB: Demi masa depan anak. "
        "Media yang mengutipnya wajib mengikuti pencabutan ini."
    )
    assert list(page.iter("img")) == []
    assert post["title"]["rendered"] == f"Dicabut: {story.headline}"
    assert (post["featured_media"], post["excerpt"]["raw"], post["tags"]) == (0, "", [])
