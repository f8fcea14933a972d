"""Names spelt two ways in one story."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.names import story_rules

WORDS = {"kabupaten", "bupati", "kepala", "desa", "sarang", "serang", "barat", "menurut", "warga"}
NAMES = {"Hasan", "Hasen", "Serang", "Sarang", "Wibowo"}
(RULE,) = story_rules(WORDS.__contains__, NAMES.__contains__)


def marked(*paragraphs: str) -> list[tuple[int, str, str]]:
    proses = [Prose(text) for text in paragraphs]
    found = RULE.find([RULE.note(prose) for prose in proses])
    return [
        (at, proses[at].text[match.start : match.end], match.suggestions[0]) for at, match in found
    ]


def test_the_rarer_spelling_is_marked_wherever_it_stands():
    assert marked(
        "Rapat dibuka Endrawati di Serang.",
        "Warga bertemu Endarwati, lalu pulang. Kata Endarwati, rapat lancar.",
        "Rapat ditutup Endrawati. Warga menyalami Endrawati. Mereka memuji Endrawati.",
    ) == [(1, "Endarwati", "Endrawati"), (1, "Endarwati", "Endrawati")]


def test_an_unknown_spelling_is_doubted_before_a_known_one():
    assert marked("Rapat dibuka Wiibowo.", "Kata Wiibowo, aman.", "Ia menyapa Wibowo.") == [
        (0, "Wiibowo", "Wibowo"),
        (1, "Wiibowo", "Wibowo"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ia ke Serang.", "Mereka ke Sarang."),
        ("Ia menyapa Hasan.", "Ia menyapa Hasen."),
        ("Ia menyapa Ahmad Rosyadi.", "Ia menyapa Dewi Rosyida."),
        ("Ia menyapa Rosyadi dan Rosyaddi.",),
        ("Umat Islam hadir.", "Busana Islami dijual."),
        ("Ia menyapa Sumarno.", "Ia menyapa Sumarni."),
        ("Ia menyapa Suryadi.", "Ia menyapa Suryani."),
        ("Ia menyapa Andi.", "Ia menyapa Andy."),
        ("Ia menyapa BARTEMU.", "Ia menyapa BERTEMU."),
        ("Endrawati pulang.", "Endarwati pulang."),
    ],
)
def test_two_names_that_may_both_be_meant_are_left_alone(paragraphs: tuple[str, ...]):
    assert marked(*paragraphs) == []


def test_a_slip_in_a_long_word_of_a_name_is_found():
    found = marked("Di Kabupaten Lebak hujan.", "Di Kabupaten Serang panas.", "Di Kabupatn Lebak.")
    assert found == [(2, "Kabupatn", "Kabupaten")]


def test_a_paragraph_without_names_leaves_no_note():
    assert RULE.note(Prose("Hujan turun sejak pagi.")) is None
