import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.dateline import Dateline
from newsroom.story.front_matter import FrontMatterError, read_story, write_story
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

WIB = timezone(timedelta(hours=7))

FULL = """---
headline: Warga Pesisir Menanam Bakau
kicker: LINGKUNGAN
subheadline: Seribu bibit dalam sehari
slug: warga-pesisir-menanam-bakau
dateline:
  place: SERANG
  source: contoh.id
  date: 2019-06-20
byline:
- Rina Contoh
editor: Budi Misal
section: Lingkungan
tags:
- Bakau
- Pesisir
summary: Warga menanam seribu bibit.
status: held
embargo: 2019-06-21T07:30:00+07:00
closing: (*)
photos:
- file: bakau.jpg
  caption: Warga menanam bakau.
  credit: Rina Contoh
  alt: Tiga orang di lumpur
  taken: 2019-06-20
  place: Pontang
  lead: true
---

Warga menanam **bakau**.
"""

FULL_STORY = Story(
    headline="Warga Pesisir Menanam Bakau",
    kicker="LINGKUNGAN",
    subheadline="Seribu bibit dalam sehari",
    body="Warga menanam **bakau**.",
    dateline=Dateline("SERANG", "contoh.id", date(2019, 6, 20)),
    byline=("Rina Contoh",),
    editor="Budi Misal",
    section="Lingkungan",
    tags=("Bakau", "Pesisir"),
    slug="warga-pesisir-menanam-bakau",
    summary="Warga menanam seribu bibit.",
    status=Status.HELD,
    embargo=datetime(2019, 6, 21, 7, 30, tzinfo=WIB),
    closing="(*)",
    photos=(
        Photo(
            "bakau.jpg",
            "Warga menanam bakau.",
            "Rina Contoh",
            "Tiga orang di lumpur",
            date(2019, 6, 20),
            "Pontang",
            True,
        ),
    ),
    id="",
)


def same(story: Story) -> Story:
    return replace(story, id="")


def test_every_key_of_the_contract_is_read_and_written_in_its_order():
    assert same(read_story(FULL)) == FULL_STORY
    assert write_story(FULL_STORY) == FULL


def test_a_text_without_a_head_is_all_body():
    assert read_story("Warga datang.\r\n").body == "Warga datang.\n"


@pytest.mark.parametrize("head", ["---\n---\n", "---  \n\n---\n\n", "\ufeff---\r\n---\r\n\r\n"])
def test_an_empty_head_leaves_the_fields_empty(head):
    assert same(read_story(head + "Isi.")) == Story(body="Isi.", id="")


def test_a_head_may_be_all_there_is():
    assert read_story("---\nheadline: Judul\n---").headline == "Judul"


def test_words_stay_words_whatever_yaml_would_make_of_them():
    story = read_story(
        "---\nheadline: 10.05\nkicker: NO\nsection: Yes\nslug: 1_000\neditor: 12:30:00\n"
        "tags: [007, 2019-06-20, off]\nsummary: ~\n---\n"
    )

    assert (story.headline, story.kicker, story.section) == ("10.05", "NO", "Yes")
    assert (story.slug, story.editor, story.summary) == ("1_000", "12:30:00", "")
    assert story.tags == ("007", "2019-06-20", "off")


def test_a_character_that_json_escapes_in_halves_is_read_whole():
    story = read_story('---\nheadline: "Panen \\ud83c\\udf3e"\ntags: ["\\ud83c"]\n---\n')

    assert (story.headline, story.tags) == ("Panen 🌾", ("\ufffd",))


def test_the_embargo_is_a_time_to_other_programs_too():
    head = write_story(FULL_STORY).split("---\n")[1]

    assert yaml.safe_load(head)["embargo"] == FULL_STORY.embargo


def test_control_characters_stay_behind():
    story = read_story(
        '---\nheadline: "Warga\\x0bpanen\\0"\ntags: ["a\\ab"]\nphotos:\n- file: a.jpg\n'
        '  credit: "Rina\\x0cContoh"\n  keywords: ["pa\\edi"]\n---\nIsi\x0bbaris.\x07\n'
    )

    assert (story.headline, story.tags, story.body) == ("Warga panen", ("ab",), "Isi\nbaris.")
    assert (story.photos[0].credit, story.photos[0].keywords) == ("Rina Contoh", ("padi",))
    assert read_story("Isi\x0bbaris.\x07").body == "Isi\nbaris."


@pytest.mark.parametrize(
    ("lead", "is_lead"), [("true", True), ("ya", True), ("false", False), ("", False)]
)
def test_the_lead_photo_is_said_in_words(lead, is_lead):
    story = read_story(f"---\nphotos:\n- file: a.jpg\n  lead: {lead}\n---\n")

    assert story.photos[0].lead is is_lead


def test_a_caption_may_wait_for_its_picture():
    story = Story(headline="Judul", photos=(Photo("", "Warga menanam.", "Rina", lead=True),), id="")

    assert "file" not in write_story(story)
    assert same(read_story(write_story(story))) == story


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("headline: Judul\n", "tidak ditutup"),
        ("headline: a: b\n---\n", "baris 2"),
        ("headline: A\nkicker: 'B\n---\n", "baris"),
        ("headline: A\nkicker: B\x00\n---\n", "baris 3"),
        ("- satu\n---\n", "kunci: nilai"),
        ("headline: [a]\n---\n", "'headline'"),
        ("tags: {a: b}\n---\n", "'tags'"),
        ("dateline: SERANG\n---\n", "'dateline'"),
        ("dateline: {date: kemarin}\n---\n", "kemarin"),
        ("embargo: besok\n---\n", "besok"),
        ("embargo: 2019-06-21T07:30:00\n---\n", "zona"),
        ("embargo: 0001-01-01T00:00:00+07:00\n---\n", "tahun"),
        ("embargo: 9999-12-31T23:00:00-07:00\n---\n", "tahun"),
        ("status: jadi\n---\n", "jadi"),
        ("status: [draft]\n---\n", "'status'"),
        ("photos: a.jpg\n---\n", "'photos'"),
        ("photos: [a.jpg]\n---\n", "foto ke-1"),
        ("headline: !!int x\n---\n", "tidak terbaca"),
        ("headline: " + "[" * 5000 + "\n---\n", "tidak terbaca"),
        ("headline: !!python/name:os.system\n---\n", "baris 2"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_place(head, message):
    with pytest.raises(FrontMatterError) as error:
        read_story("---\n" + head)

    assert message in str(error.value)
    assert "\n" not in str(error.value)


# What a text file can hold; its line ends are unified when it is read, its controls left out.
NO_TEXT = "".join(map(chr, (*range(32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)))
NO_TEXT = NO_TEXT.translate(dict.fromkeys(map(ord, "\t\n\x85")))
text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NO_TEXT), max_size=30)
texts = st.lists(text.filter(bool), max_size=3).map(tuple)
sure = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(WIB))
moments = st.none() | sure
links = st.builds(StoryLink, text.filter(bool), text, text, moments)
shares = st.integers(0, 10_000).map(lambda share: share / 10_000)
boxes = st.builds(Box, shares, shares, shares, shares)
edits = st.builds(
    PhotoEdits,
    turn=st.sampled_from([0, 90, 180, 270]),
    crop=st.none() | boxes,
    focal=st.none() | st.tuples(shares, shares),
    brightness=st.integers(40, 250).map(lambda percent: percent / 100),
    blurs=st.lists(boxes, max_size=2).map(tuple),
)
photos = st.builds(
    Photo,
    file=text,
    caption=text,
    credit=text,
    alt=text,
    taken=st.none() | st.dates(),
    place=text,
    lead=st.booleans(),
    creator=text,
    copyright=text,
    keywords=texts,
    rights=st.sampled_from(Rights),
    source=text,
    permission=text,
    embargo=moments,
    edits=edits,
)
stories = st.builds(
    Story,
    headline=text,
    kicker=text,
    subheadline=text,
    body=text,
    dateline=st.builds(Dateline, text, text, st.none() | st.dates(), text),
    byline=texts,
    editor=text,
    section=text,
    tags=texts,
    slug=text,
    summary=text,
    status=st.sampled_from(Status),
    embargo=moments,
    closing=text,
    photos=st.lists(photos, max_size=3).map(tuple),
    contributors=texts,
    other_sections=texts,
    topic=text,
    search_title=text,
    search_description=text,
    social=text,
    canonical=text,
    event=moments,
    deadline=moments,
    publish=moments,
    corrections=st.lists(st.builds(Correction, sure, text), max_size=2).map(tuple),
    answers=st.none() | links,
    answered_by=st.lists(links, max_size=2).map(tuple),
    withdrawal=st.none() | st.builds(Withdrawal, sure, text),
    id=st.just(""),
)


def test_sources_are_in_no_file():
    story = Story("Judul", sources=(Source("Budi Contoh", contact="0812000000"),))
    assert "Budi" not in write_story(story)
    assert "0812" not in write_story(story)


def test_further_keys_are_read_as_a_person_writes_them():
    story = read_story(
        "---\nheadline: Panen\ndeadline: 2026-03-05T17:00:00+08:00\ncontributors: Ani Contoh\n"
        "photos:\n- file: a.jpg\n  rights: courtesy\n  source: Warga\n"
        "  edits: {turn: 90, crop: [0, 0.1, 1, 0.9], blur: [[0.1, 0.1, 0.3, 0.3]]}\n---\n"
    )
    assert story.deadline == datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    assert story.contributors == ("Ani Contoh",)
    (photo,) = story.photos
    assert (photo.rights, photo.source) == (Rights.COURTESY, "Warga")
    assert photo.edits == PhotoEdits(
        turn=90, crop=Box(0, 0.1, 1, 0.9), blurs=(Box(0.1, 0.1, 0.3, 0.3),)
    )


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("deadline: besok", "'deadline: besok' bukan waktu"),
        ("photos: [{file: a.jpg, rights: pinjam}]", "yang ada: own, agency, handout, courtesy"),
        ("answers: {headline: Sawah, kind: bantahan}", "yang ada: answer, correction"),
        ("photos: [{file: a.jpg, edits: {crop: [0, 1]}}]", "'crop' harus berupa 4 angka"),
        ("photos: [{file: a.jpg, edits: {turn: .nan}}]", "'turn' harus berupa angka"),
        ("photos: [{file: a.jpg, edits: miring}]", "'edits' harus berisi"),
    ],
)
def test_further_keys_at_fault_are_named(head: str, message: str):
    with pytest.raises(FrontMatterError, match=re.escape(message)):
        read_story(f"---\nheadline: Judul\n{head}\n---\n")


@given(stories)
def test_a_story_comes_back_as_it_went_out(story):
    assert same(read_story(write_story(story))) == story


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_file_is_read_or_refused_in_words(head, body):
    with suppress(FrontMatterError):
        read_story(f"---\n{head}\n---\n{body}")


def test_what_happened_since_is_written_out_in_full():
    at = datetime(2026, 3, 5, 8, tzinfo=WIB)
    story = Story(
        "Judul",
        corrections=(Correction(at, "Semula 40, seharusnya 45."),),
        answers=StoryLink("Sawah Kering", "https://contoh.id/sawah"),
        answered_by=(
            StoryLink("Jawaban", moment=at),
            StoryLink("Ralat", kind=LinkKind.CORRECTION),
        ),
        withdrawal=Withdrawal(at, "Demi anak."),
    )
    assert same(read_story(write_story(story))) == same(story)
    assert (
        write_story(story)
        == """---
headline: Judul
status: draft
corrections:
- moment: 2026-03-05T08:00:00+07:00
  text: Semula 40, seharusnya 45.
answers:
  headline: Sawah Kering
  address: https://contoh.id/sawah
answered_by:
- headline: Jawaban
  moment: 2026-03-05T08:00:00+07:00
- headline: Ralat
  kind: correction
withdrawal:
  moment: 2026-03-05T08:00:00+07:00
  reason: Demi anak.
---


"""
    )


@pytest.mark.parametrize(
    "head",
    [
        "corrections: salah",
        "corrections: [salah]",
        "corrections:\n- text: Semula 40.",
        "answers: [a]",
        "answered_by: {headline: a}",
        "withdrawal: {reason: Demi anak.}",
        "withdrawal: {moment: kemarin, reason: Demi anak.}",
    ],
)
def test_notes_that_are_none_are_refused_with_their_key(head):
    with pytest.raises(FrontMatterError, match="'"):
        read_story(f"---\n{head}\n---\n")
