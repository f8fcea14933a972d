"""Words that stand twice in a row."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.forms.doubled import doubled_words, rules

DOUBLED, TYPED_TWICE = rules()


def suggested(text: str, field: str = "body") -> list[tuple[str, ...]]:
    prose = Prose(text, field)
    return [match.suggestions for rule in (DOUBLED, TYPED_TWICE) for match in rule.find(prose)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Warga ramai ramai datang.", "ramai-ramai", "ramai"),
        ("Tiap tiap desa mengirim wakil.", "Tiap-tiap", "Tiap"),
        ("Mereka sama sama menang.", "sama-sama", "sama"),
        ("Enam orang luka luka.", "luka-luka", "luka"),
        ("Kitab Undang Undang itu tebal.", "Undang-Undang", "Undang"),
        ("Surat itu ditulis oleh oleh camat.", "oleh", "oleh-oleh"),
        ("Ia melapor ke polisi polisi kemarin.", "polisi", "polisi-polisi"),
    ],
)
def test_offers_what_is_likelier_first(text: str, first: str, second: str):
    assert suggested(text) == [(first, second)]


@pytest.mark.parametrize("text", ["Warga yang yang datang.", "Ia tiba di di Serang."])
def test_a_word_that_is_never_doubled_was_typed_twice(text: str):
    (fixes,) = suggested(text)
    assert len(fixes) == 1


def test_two_capitals_are_a_name_but_in_a_headline():
    assert suggested("Grup Duran Duran tampil.") == []
    assert suggested("Warga Datang Datang ke Kota", "headline") == [("Datang",)]


def test_a_word_may_stand_twice_before_a_phrase_that_opens_with_it():
    assert suggested("Rasanya tidak sama sama sekali.") == []


def test_the_reason_agrees_with_what_is_offered_first():
    (match,) = DOUBLED.find(Prose("Ia sudah sudah pulang."))
    assert match.suggestions == ("sudah", "sudah-sudah")
    assert "dua kali" in match.message


def test_no_word_is_of_two_kinds():
    kinds = [doubled_words(kind) for kind in ("always", "often", "seldom")]
    assert len(frozenset().union(*kinds)) == sum(map(len, kinds))


def test_reads_the_longest_odd_text_to_its_end():
    found = suggested("anak anak di di " * 30_000)
    assert found == [("anak-anak", "anak")] * 30_000 + [("di",)] * 30_000
