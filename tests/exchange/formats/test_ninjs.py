"""The news item, held against what the standard asks of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsroom.exchange.formats import form_named
from newsroom.story.aftermath import Correction
from newsroom.story.dateline import Dateline
from newsroom.story.rights import Rights
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from tests.exchange.formats.ninjs_schema import SCHEMA
from tests.exchange.formats.stories import AWKWARD, STORY, made

NINJS = form_named("ninjs")


def item(story: Story = STORY) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(made(NINJS, story))
    return read


@pytest.mark.parametrize("story", [STORY, *AWKWARD.values()], ids=["usual", *AWKWARD])
def test_the_item_is_what_the_standard_asks(story: Story) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(item(story))


def test_the_item_tells_of_the_story() -> None:
    told = item()

    assert told["uri"] == f"https://infobanten.id/?newsroom={STORY.id}"
    assert (told["type"], told["version"], told["language"]) == ("text", "3", "id")
    assert told["headlines"] == [
        {"role": "main", "value": STORY.headline},
        {"role": "kicker", "value": "Literasi"},
        {"role": "sub", "value": "Warga pesisir menyambutnya"},
    ]
    assert (told["by"], told["located"]) == ("Ratna Andaian, Wati Misal", "Pandeglang")
    assert told["firstcreated"] == "2024-05-16T08:00:00+07:00"
    assert told["versioncreated"] == "2024-05-17T08:02:03+07:00"
    assert [one["name"] for one in told["subjects"]] == ["Pendidikan", "Buku", "Nelayan"]
    assert told["copyrightnotice"] == "© 2024 Info Banten"
    html, plain = told["bodies"]
    assert (html["contenttype"], plain["contenttype"]) == ("text/html", "text/plain")
    assert html["value"].startswith("<p><strong>PANDEGLANG, infobanten.id</strong> – ")
    assert plain["value"].startswith("PANDEGLANG, infobanten.id – Perahu tiba di dermaga Labuan")
    assert plain["charcount"] == len(plain["value"])
    assert "<" not in plain["value"]


def test_pictures_are_items_of_their_own() -> None:
    lead, other = item()["associations"]

    assert (lead["name"], lead["type"], lead["by"]) == ("lead", "picture", "Ratna Andaian")
    assert other["by"] == "Bayu Contoh"
    assert {one["role"]: one["value"] for one in other["descriptions"]} == {
        "caption": "Rak buku.",
        "credit": "Bayu Contoh/Antara",
        "alt": 'Rak "penuh" & rapi',
    }
    (rendition,) = lead["renditions"]
    assert (rendition["width"], rendition["height"]) == (1600, 1066)
    assert rendition["href"] == lead["uri"]
    assert lead["uri"] != other["uri"]


def test_an_embargo_goes_with_it() -> None:
    story = replace(STORY, embargo=datetime(2024, 5, 18, tzinfo=UTC))
    assert item(story)["embargoed"] == "2024-05-18T07:00:00+07:00"
    assert "embargoed" not in item()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.READY, "usable"),
        (Status.CORRECTED, "usable"),
        (Status.HELD, "withheld"),
        (Status.WITHDRAWN, "canceled"),
    ],
)
def test_whether_it_may_be_used(status: Status, told: str) -> None:
    assert item(replace(STORY, status=status))["pubstatus"] == told


def test_another_medium_s_text_is_its_own() -> None:
    told = item(replace(STORY, dateline=Dateline("Jakarta", "RADIO REKAAN")))

    assert told["copyrightholder"] == "RADIO REKAAN"
    assert told["infosources"] == [{"name": "RADIO REKAAN"}]
    assert "copyrightnotice" not in told


def test_an_agency_s_picture_is_not_given_away() -> None:
    photo = replace(STORY.photos[0], rights=Rights.AGENCY, permission="hanya daring, kata Karta")

    (picture,) = item(replace(STORY, photos=(photo,)))["associations"]

    assert picture["usageterms"] == "Kantor berita: pemakaian ulang seizin pemilik foto."
    assert "Karta" not in json.dumps(picture)


def test_a_correction_is_told_to_the_customers() -> None:
    at = datetime(2024, 5, 18, tzinfo=UTC)
    story = replace(STORY, corrections=(Correction(at, "1.200 buku, bukan 2.100."),))
    assert item(story)["ednote"] == "Ralat: 1.200 buku, bukan 2.100."
