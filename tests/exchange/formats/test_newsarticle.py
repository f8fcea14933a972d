"""What search engines are told, held against a schema and read out of a page as they do."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from newsroom.exchange.formats import form_named
from newsroom.story.aftermath import Correction
from newsroom.story.story import Story
from tests.exchange.formats.stories import AWKWARD, PROFILE, STORY, made

JSONLD = form_named("jsonld")
ADDRESS = {"type": "string", "pattern": r"^https://infobanten\.id(/\S*)?$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$"}
TEXT = {"type": "string", "minLength": 1}
NAMED = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Person", "NewsMediaOrganization"]}, "name": TEXT},
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "required": [
        *("@context", "@type", "datePublished", "dateModified", "author", "publisher"),
        *("inLanguage", "isAccessibleForFree"),
    ],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {**TEXT, "maxLength": 110},
        "alternativeHeadline": TEXT,
        "description": TEXT,
        "image": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["@type", "url", "width", "height"],
                "properties": {"@type": {"const": "ImageObject"}, "url": ADDRESS},
            },
        },
        "datePublished": MOMENT,
        "dateModified": MOMENT,
        "author": {"type": "array", "minItems": 1, "items": NAMED},
        "contributor": {"type": "array", "items": NAMED},
        "editor": NAMED,
        "publisher": {**NAMED, "required": ["@type", "name", "url"]},
        "articleSection": {"type": "array", "items": TEXT},
        "keywords": {"type": "array", "items": TEXT},
        "dateline": TEXT,
        "contentLocation": {"type": "object", "required": ["@type", "name"]},
        "articleBody": TEXT,
        "wordCount": {"type": "integer", "minimum": 1},
        "url": ADDRESS,
        "mainEntityOfPage": {"type": "object", "properties": {"@id": ADDRESS}},
        "isBasedOn": {"type": "string"},
        "identifier": TEXT,
        "correction": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["@type", "text", "datePublished"],
                "properties": {"@type": {"const": "CorrectionComment"}, "datePublished": MOMENT},
            },
        },
        "inLanguage": {"const": "id"},
        "isAccessibleForFree": {"const": True},
    },
}


def article(story: Story = STORY, link: str = "") -> dict[str, Any]:
    """Return the article as a search engine finds it in a page."""
    script = made(JSONLD, story, link).decode()
    page = html.document_fromstring(
        f'<html><head><script type="application/ld+json">{script}</script></head>'
        "<body><p>Isi</p></body></html>"
    )
    (found,) = page.xpath("//script[@type='application/ld+json']")
    assert page.findtext(".//p") == "Isi"
    read: dict[str, Any] = json.loads(found.text)
    return read


@pytest.mark.parametrize("story", [STORY, *AWKWARD.values()], ids=["usual", *AWKWARD])
def test_the_article_is_what_search_engines_ask(story: Story) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(article(story, "https://infobanten.id/perahu/"))


def test_the_article_tells_of_the_story() -> None:
    told = article(link="https://infobanten.id/perahu/")

    assert told["headline"] == STORY.headline
    assert told["datePublished"] == "2024-05-17T08:02:03+07:00"
    assert [one["name"] for one in told["author"]] == ["Ratna Andaian", "Wati Misal"]
    assert told["editor"] == {"@type": "Person", "name": "Edi Umpama"}
    assert told["publisher"]["name"] == "Info Banten"
    assert (told["articleSection"], told["keywords"]) == (["Pendidikan"], ["Buku", "Nelayan"])
    assert told["dateline"] == "PANDEGLANG, infobanten.id"
    assert told["mainEntityOfPage"]["@id"] == "https://infobanten.id/perahu/"
    lead, other = told["image"]
    assert lead["url"].startswith(f"{PROFILE.site}/{PROFILE.staging}/nr-")
    assert (lead["width"], lead["caption"], other["creditText"]) == (
        1600,
        "Perahu di dermaga.",
        "Bayu Contoh/Antara",
    )


def test_times_are_by_the_portal_s_clock_and_in_order() -> None:
    late = replace(STORY, publish=datetime(2024, 5, 20, 23, 30, tzinfo=UTC))

    told = article(late)

    assert told["datePublished"] == "2024-05-21T06:30:00+07:00"
    assert told["dateModified"] == told["datePublished"]


def test_a_long_headline_is_cut_at_a_word() -> None:
    told = article(replace(STORY, headline="Kata " * 40))["headline"]
    assert len(told) <= 110
    assert told.endswith("Kata…")


def test_a_story_without_writer_is_the_newsroom_s() -> None:
    assert article(replace(STORY, byline=()))["author"][0]["name"] == "Info Banten"


def test_a_correction_is_told() -> None:
    at = datetime(2024, 5, 18, tzinfo=UTC)
    story = replace(STORY, corrections=(Correction(at, "1.200 buku, bukan 2.100."),))

    assert article(story)["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "1.200 buku, bukan 2.100.",
            "datePublished": "2024-05-18T07:00:00+07:00",
        }
    ]


def test_nothing_in_it_ends_the_script() -> None:
    story = replace(STORY, headline="</script><script>alert(1)</script>", summary="<!-- --> \u2028")

    assert article(story)["headline"] == story.headline
    assert b"<" not in made(JSONLD, story)
