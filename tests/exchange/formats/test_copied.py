"""What is put on the clipboard: looks for the programs that know them, words for the others."""

from __future__ import annotations

from lxml import html

from newsroom.exchange.formats import Pictures
from newsroom.exchange.formats.clipboard import COPIES, Copied
from newsroom.exchange.pasted import pasted_markdown
from newsroom.story.story import Story
from tests.exchange.formats.stories import STORY, material


def copied(kind: str, story: Story = STORY) -> Copied:
    return COPIES[kind](material(story, Pictures.NONE))


def test_html_is_copied_as_its_source() -> None:
    told = copied("html")

    assert told.html == ""
    root = html.fragment_fromstring(told.plain, create_parent="div")
    assert [one.tag for one in root] == ["p", "p", "h2", "ul", "blockquote", "table", "p"]
    assert not [*root.iter("img")]


def test_rich_text_has_the_looks_and_the_words_of_the_whole_story() -> None:
    told = copied("rich")

    root = html.fragment_fromstring(told.html, create_parent="div")
    assert root.findtext("h1") == STORY.headline
    assert [one.text_content() for one in root][:4] == [
        "Literasi",
        STORY.headline,
        "Warga pesisir menyambutnya",
        "Ratna Andaian, Wati Misal",
    ]
    assert root[-1].text_content() == "Rak buku. (Foto: Bayu Contoh/Antara)"
    lines = told.plain.split("\n\n")
    assert lines[1] == STORY.headline
    assert "- Buku resep\n  1. Ikan\n  2. Sayur\n- Atlas" in told.plain
    assert "Baca juga: Buku Baru (https://infobanten.id/2024/buku-baru)" in lines
    assert "Luas rak 5 m²" in told.plain
    assert not any(sign in told.plain for sign in ("**", "](", "<", "|"))


def test_rich_text_is_pasted_back_as_what_it_was() -> None:
    told = copied("rich")

    pasted = pasted_markdown(told.html, told.plain)

    assert "## Isi Perahu" in pasted
    assert "> “Kami siap,” kata Karta." in pasted
    assert "**PANDEGLANG, infobanten.id** – Perahu **tiba**" in pasted


def test_a_message_is_words_alone() -> None:
    for kind in ("whatsapp", "whatsapp-ringkas"):
        told = copied(kind)
        assert told.html == ""
        assert told.plain.startswith("*Perahu Pustaka Singgah di Labuan*\n")
        assert told.plain == told.plain.strip()
