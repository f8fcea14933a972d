"""What is offered for words as people mistype them."""

from __future__ import annotations

import pytest

from newsroom.language.lexicon import Lexicon
from newsroom.language.speller import HunspellSpeller
from newsroom.language.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary(HunspellSpeller(), Lexicon.load(), ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("efesien", "efisien"),  # e for i
        ("kabupatne", "kabupaten"),  # swapped
        ("pemerintahh", "pemerintah"),  # doubled
        ("masyarkat", "masyarakat"),  # dropped
        ("gubernur8".replace("8", "t"), "gubernur"),  # a neighbouring key too many
        ("komprehensip", "komprehensif"),  # p for f
        ("menyeldiki", "menyelidiki"),  # a derived word, corrected whole
        ("dihadri", "dihadiri"),
        ("tidakada", "tidak ada"),  # a forgotten space
        ("Pemerintha", "Pemerintah"),  # the capital is kept
        ("jakarta", "Jakarta"),  # a name
        ("anak-ankanya", "anak-anaknya"),
        ("diidolakna", "diidolakan"),  # the suffix mistyped, not the base
        ("menhggelisahkan", "menggelisahkan"),  # the prefix mistyped
        ("memeriksakn", "memeriksakan"),  # the a of -kan left out
        ("masyrakt", "masyarakat"),  # two slips
        ("emerintaj", "pemerintah"),  # one of them in the first letter
    ],
)
def test_the_first_suggestion_is_what_was_meant(words: Vocabulary, typed: str, meant: str):
    assert words.suggest(typed, 5)[0] == meant


def test_only_words_are_suggested(words: Vocabulary):
    for typed in ("dengasn", "pertempruan", "merukapan", "kepasitas", "seorong"):
        suggested = words.suggest(typed, 5)
        assert suggested
        assert all(words.is_right(part) for word in suggested for part in word.split())
        assert len(set(suggested)) == len(suggested) <= 5
