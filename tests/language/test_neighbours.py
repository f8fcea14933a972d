"""Words that are spelt nearly like another, and what the slips between them cost."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import OSA

from newsroom.language.lexicon import Lexicon
from newsroom.language.neighbours import Neighbours
from newsroom.language.slips import slip_cost

WORDS = {"bagian": 5.0, "bahagia": 4.5, "pagi": 5.5, "bagi": 6.0, "rapi": 4.0, "bagiku": 2.0}


@pytest.fixture(scope="module")
def near() -> Neighbours:
    return Neighbours(WORDS)


def test_one_edit_finds_any_word_and_not_the_word_itself(near: Neighbours):
    assert near.one_edit("bagi") == {"pagi"}
    assert near.one_edit("bagku") == {"bagiku"}


def test_two_edits_find_words_in_use_that_begin_alike(near: Neighbours):
    assert near.two_edits("bgian") == {"bagian"}
    assert "pagi" not in near.two_edits("bagii")


@pytest.mark.parametrize(
    "typed",
    ["agi", "lagi", "oagii", "apgii", "kbagi"],  # left out, exchanged, swapped, one too many
)
def test_a_slip_in_the_first_letter_and_one_more_are_found(near: Neighbours, typed: str):
    found = near.two_edits_at_start(typed)
    assert found & {"pagi", "bagi"}
    assert all(OSA.distance(typed, other) <= 2 for other in found)


def test_what_two_words_share_at_their_ends_costs_nothing():
    assert slip_cost("menyeldiki", "menyelidiki") == slip_cost("yeldik", "yelidik")
    assert slip_cost("makn", "makan") < slip_cost("mkan", "makan")
    assert slip_cost("makan", "makanan") == slip_cost("makan", "makanan", most=9.0)
    assert slip_cost("a", "zzzzzz") == slip_cost("zzzzzz", "a") == 3.0


def test_each_word_of_the_lexicon_is_near_to_itself_with_a_letter_less():
    near = Neighbours(Lexicon.load().zipf)
    for word in ("masyarakat", "pemerintah", "kecamatan"):
        assert all(word in near.one_edit(word[:at] + word[at + 1 :]) for at in range(len(word)))
