from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.language.finding import Finding, Severity
from newsroom.portal.preflight import preflight
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
NOW = datetime(2024, 5, 17, tzinfo=UTC)
PHOTO = Photo("rak.jpg", caption="Rak buku di geladak.", credit="Ratna", alt="Rak buku")
GOOD = Story(
    headline="Perahu Pustaka Singgah di Pulau",
    body="Perahu pustaka tiba.\n\n![](rak.jpg)",
    section="Pendidikan",
    tags=("Buku",),
    summary="Perahu tiba.",
    photos=(PHOTO,),
    byline=("Rina Contoh",),
    dateline=Dateline("Serang", "infobanten.id"),
)


def found(story: Story, has_picture: bool = True) -> list[Finding]:
    return preflight(story, PROFILE, lambda photo: has_picture and bool(photo.file), NOW)


def rules(story: Story, has_picture: bool = True) -> list[tuple[str, str, str]]:
    return [(one.rule, str(one.severity), one.field) for one in found(story, has_picture)]


def test_a_whole_story_passes() -> None:
    assert found(GOOD) == []


def test_an_empty_story_is_told_all_it_lacks() -> None:
    assert rules(Story()) == [
        ("story.headline", "error", "headline"),
        ("story.no_dateline", "hint", "dateline"),
        ("story.byline", "hint", "byline"),
        ("story.body", "error", "body"),
        ("story.no_photo", "hint", "photos"),
        ("story.section", "error", "section"),
        ("story.tags", "hint", "tags"),
        ("story.summary", "hint", "summary"),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"headline": "  "}, ("story.headline", "error", "headline")),
        ({"headline": "Kata " * 15}, ("story.headline_length", "hint", "headline")),
        ({"headline": "Perahu Tiba."}, ("story.headline_stop", "warning", "headline")),
        ({"body": "## \n\n![](rak.jpg)"}, ("story.body", "error", "body")),
        ({"body": "kata " * 36}, ("story.lead_length", "hint", "body")),
        ({"body": "Teks.\n\n![](lain.jpg)"}, ("story.picture_unlisted", "warning", "body")),
        ({"section": "Astrologi"}, ("story.section_unknown", "error", "section")),
        ({"tags": ("",)}, ("story.tags", "hint", "tags")),
        ({"summary": "kata " * 40}, ("story.summary_length", "hint", "summary")),
        ({"embargo": NOW - timedelta(seconds=1)}, ("story.embargo", "warning", "embargo")),
    ],
)
def test_each_rule_of_the_story(change: dict[str, object], expected: tuple[str, str, str]) -> None:
    assert rules(replace(GOOD, **change)) == [expected]


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Perahu Tiba..."},
        {"headline": "k" * 70},
        {"embargo": NOW + timedelta(seconds=1)},
        {"section": "pendidikan"},
        {"body": 'Teks.\n\n![teks]( <RAK.jpg> "judul")'},
        {
            "body": "Teks.\n\n![](rak (1).jpg)",
            "photos": (replace(GOOD.photos[0], file="rak (1).jpg"),),
        },
    ],
)
def test_what_is_right_is_let_be(change: dict[str, object]) -> None:
    assert found(replace(GOOD, **change)) == []


@pytest.mark.parametrize("piece", ["![", "![a](", "![a](x", '![a](x "', "![a]( ", "![a](<"])
def test_pictures_that_never_end_do_not_hold_the_desk_up(piece: str) -> None:
    body = f"{piece * 20_000}\n\nTeks ![](lain.jpg)"  # each once took minutes

    pictures = [
        one.text for one in found(replace(GOOD, body=body)) if one.rule == "story.picture_unlisted"
    ]

    assert pictures == ["![](lain.jpg)"]


@pytest.mark.parametrize(
    ("change", "field", "left"),
    [
        ({"body": "Perahu tiba.\n\n“⟨kutipan⟩,” kata Karta."}, "body", "⟨kutipan⟩"),
        ({"headline": "Hak Jawab ⟨nama pihak⟩"}, "headline", "⟨nama pihak⟩"),
        ({"kicker": "⟨rubrik⟩"}, "kicker", "⟨rubrik⟩"),
        ({"subheadline": "Kata ⟨nama⟩"}, "subheadline", "⟨nama⟩"),
        ({"summary": "Perahu ⟨nama⟩ tiba."}, "summary", "⟨nama⟩"),
        ({"closing": "(⟨inisial⟩)"}, "closing", "⟨inisial⟩"),
        ({"editor": "⟨nama⟩"}, "editor", "⟨nama⟩"),
        ({"slug": "⟨slug⟩"}, "slug", "⟨slug⟩"),
        ({"byline": ("Ratna", "⟨nama⟩")}, "byline", "⟨nama⟩"),
        ({"tags": ("Buku", "⟨tag⟩")}, "tags", "⟨tag⟩"),
        ({"dateline": Dateline("⟨tempat⟩")}, "dateline", "⟨tempat⟩"),
        *(
            ({"photos": (replace(PHOTO, **{name: "Rak ⟨apa⟩"}),)}, f"photos[0].{name}", "⟨apa⟩")
            for name in ("caption", "credit", "alt")
        ),
    ],
)
def test_a_field_that_nobody_filled_in_blocks(
    change: dict[str, object], field: str, left: str
) -> None:
    (finding,) = found(replace(GOOD, **change))

    assert (finding.rule, finding.severity, finding.field) == ("story.field", "error", field)
    assert finding.text == left
    assert finding.message == f"Isian {left} belum diisi."
    if isinstance(text := change.get(field), str):
        assert text[finding.start : finding.end] == left


def test_each_field_that_is_left_is_named_and_brackets_alone_are_none() -> None:
    story = replace(GOOD, body="⟨Siapa⟩ tiba, kata ⟨nama⟩.\n\nSudut ⟨⟩ dan ⟨\n⟩ bukan isian.")

    assert [one.text for one in found(story)] == ["⟨Siapa⟩", "⟨nama⟩"]


def test_each_photo_is_asked_for_what_it_lacks() -> None:
    story = replace(GOOD, photos=(*GOOD.photos, Photo("b.jpg")))

    assert rules(story) == [
        ("story.caption", "error", "photos[1].caption"),
        ("story.credit", "error", "photos[1].credit"),
        ("story.alt", "warning", "photos[1].alt"),
    ]


def test_a_picture_that_is_gone_blocks() -> None:
    (finding,) = found(GOOD, has_picture=False)

    assert (finding.rule, finding.field) == ("story.picture", "photos[0].file")
    assert finding.severity is Severity.ERROR
    assert finding.message == "Berkas foto “rak.jpg” tidak ditemukan atau rusak."


def test_a_caption_without_picture_blocks() -> None:
    story = replace(GOOD, body="Teks.", photos=(replace(GOOD.photos[0], file=""),))

    (finding,) = found(story)

    assert finding.message == "Keterangan ini belum mempunyai foto."


def test_offsets_point_at_the_text() -> None:
    story = replace(
        GOOD, headline="Kata “ganda” & panjang " * 4 + "tiba.", body="\n\nTeks ![](lain.jpg) x."
    )

    for finding in found(story):
        text = {"headline": story.headline, "body": story.body}[finding.field]
        assert text[finding.start : finding.end] == finding.text != ""


def test_the_stop_can_be_taken_away_at_once() -> None:
    (finding,) = found(replace(GOOD, headline="Perahu Tiba."))

    assert (finding.text, finding.suggestions) == ("Tiba.", ("Tiba",))
