"""The shape of a story."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.story import quote_source, shape

LENGTH, FOREIGN = shape.rules()
(READ_ALSO,) = shape.story_rules()
(QUOTE,) = quote_source.story_rules()
SENTENCE = "Warga desa membersihkan saluran air sejak pagi hari bersama petugas kota. "


def marked(rule, text: str) -> list[str]:
    prose = Prose(text)
    return [prose.text[match.start : match.end] for match in rule.find(prose)]


def in_story(rule, *paragraphs: str) -> list[int]:
    return [at for at, _ in rule.find([rule.note(Prose(text)) for text in paragraphs])]


def test_the_sentence_that_is_too_much_is_marked():
    assert marked(LENGTH, SENTENCE * 3) == []
    assert marked(LENGTH, SENTENCE * 3 + "Hujan turun. Mereka pulang.") == ["Hujan turun."]


def test_a_quotation_and_a_list_are_left_whole():
    assert marked(LENGTH, f"“{SENTENCE * 6}” kata Karta.") == []
    assert marked(LENGTH, "- " + SENTENCE * 6) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Konsep whole of government itu baru.", ["whole of government"]),
        ("Konsep *whole of government* itu baru.", []),
        ("Konsep ***whole of government*** itu baru.", []),
        ("Konsep _whole of government_ itu baru.", []),
        ("Konsep “whole of government” itu baru.", []),
        ("Film Life of a Young Man diputar.", []),
        ("Best practice itu ditiru.", ["Best practice"]),
        ("Data, team, dan budget.", []),
        ("Ia *membaca* best practice *itu*.", ["best practice"]),
    ],
)
def test_foreign_phrases_are_in_italics(text: str, phrase: list[str]):
    assert marked(FOREIGN, text) == phrase


def test_a_long_story_links_to_another():
    long = [SENTENCE * 5] * 13
    assert len(in_story(READ_ALSO, *long)) == 1
    assert in_story(READ_ALSO, *long[:8]) == []
    assert in_story(READ_ALSO, *long, "Baca juga: Banjir di hulu surut.") == []


def test_a_quotation_has_a_source_there_or_beside_it():
    quote = "“Kami sudah menunggu bantuan sejak pagi hari.”"
    assert in_story(QUOTE, "Hujan turun.", quote, "Warga pulang.") == [1]
    assert in_story(QUOTE, "Karta bercerita.", quote, "Warga pulang.") == []
    assert in_story(QUOTE, "Hujan turun.", quote, "Hal itu diungkapkan Karta.") == []
    assert in_story(QUOTE, "Hujan turun.", "Spanduk “Selamat Datang di Kota Kami” roboh.") == []


def test_reads_a_huge_paragraph_in_one_go():
    for unit in ("of the ", "*a", "Hujan. ", "“a ", "baca juga "):
        text = unit * (100_000 // len(unit))
        marked(LENGTH, text)
        marked(FOREIGN, text)
        in_story(READ_ALSO, text)
        in_story(QUOTE, text)
