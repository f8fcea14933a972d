"""The text of a story as the forms take it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.exchange.formats import Pictures
from newsroom.exchange.formats.text import Figure, blocks_of, body_of, plain_text
from newsroom.exchange.rich.text import Block, Kind
from newsroom.story.story import Story
from tests.exchange.formats.stories import STORY, material


def plain(body: str) -> str:
    story = Story("Panen", body=body, closing="(red)", updated=STORY.updated)
    text = plain_text(body_of(material(story, Pictures.NONE)), with_addresses=True)
    return text.removesuffix("(red)").rstrip()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Satu **dua** _tiga_.", "Satu dua tiga."),
        ("Baris  \nlain.", "Baris\nlain."),
        ("## Kepala\n\nIsi.", "Kepala\n\nIsi."),
        ("- a\n- b\n    1. c\n\nIsi.", "- a\n- b\n  1. c\n\nIsi."),
        ("3. a\n4. b\n\nIsi.", "3. a\n4. b\n\nIsi."),
        ("> Kata.\n>\n> — Karta\n\nIsi.", "Kata.\n\n— Karta\n\nIsi."),
        ("> > Kata besar.\n\nIsi.", "Kata besar.\n\nIsi."),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nIsi.", "a · b\n1 · 2\n\nIsi."),
        ("Satu.\n\n---\n\nDua.", "Satu.\n\nDua."),
        ("Lihat [**ini** itu](https://x.example/).", "Lihat ini itu (https://x.example/)."),
        ("Lihat https://x.example/a.", "Lihat https://x.example/a."),
        ("Surat ke [a@b.example](mailto:a@b.example).", "Surat ke a@b.example."),
        ("Luas 5 m<sup>2</sup> dan H<sub>2</sub>O.", "Luas 5 m² dan H₂O."),
    ],
)
def test_words_alone(body: str, words: str) -> None:
    assert plain(body) == words


def test_pictures_of_one_paragraph_stand_one_by_one() -> None:
    story = replace(STORY, body="Kata.\n\n![](perahu.jpg) ![](rak.jpg)\n\nLagi.")

    kinds = [
        block.kind if isinstance(block, Block) else block.alt
        for block in blocks_of(body_of(material(story)))
    ]

    assert kinds == [Kind.PARAGRAPH, "Perahu kayu", 'Rak "penuh" & rapi', Kind.PARAGRAPH]


def test_a_story_without_text_still_has_its_pictures() -> None:
    bare = material(replace(STORY, body=""))

    alone = [*blocks_of(body_of(bare))]
    with_lead = [*blocks_of(body_of(bare, with_lead=True))]

    assert [one.alt for one in alone if isinstance(one, Figure)] == ['Rak "penuh" & rapi']
    assert len(with_lead) == 2


def test_addresses_within_the_site_become_whole() -> None:
    story = replace(STORY, body="[a](/x) [b](y?z=1) [c](https://[) [d](mailto:a@b.example)")

    links = [link.get("href") for link in body_of(material(story, Pictures.NONE)).iter("a")]

    assert links[:2] == ["https://infobanten.id/x", "https://infobanten.id/y?z=1"]
    assert "mailto:a@b.example" in links
