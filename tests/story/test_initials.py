"""Codes of people who write and edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.initials import closing_code, completed, initials

PEOPLE = ("Irwan Rekaan", "Rina Andini", "Sari Misal Contoh", "Badu")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ra", "Rina Andini"),
        ("RA", "Rina Andini"),
        ("wan/ra", "Irwan Rekaan, Rina Andini"),
        ("(wan/ra)", "Irwan Rekaan, Rina Andini"),
        ("smc, Badu", "Sari Misal Contoh, Badu"),
        ("irw", "Irwan Rekaan"),
        ("r.a.", "Rina Andini"),
    ],
)
def test_codes_stand_for_people(typed: str, names: str):
    assert completed(typed, PEOPLE) == names


@pytest.mark.parametrize("typed", ["", "xy", "Badu", "Rina Andini", "an", "12", "Tono Lain/xy"])
def test_what_is_nobodys_code_stays(typed: str):
    assert completed(typed, PEOPLE) == typed


def test_a_code_of_two_people_stays():
    assert completed("ra", ["Rina Andini", "Rudi Amsal"]) == "ra"
    assert completed("wan", ["Irwan Rekaan", "Setiawan Misal"]) == "wan"


def test_a_story_is_signed_by_its_writers_and_its_editor():
    assert closing_code(["Irwan Rekaan", "Badu"], "Rina Andini") == "(ir/bad/ra)"
    assert closing_code(["Rina Andini"], "Rina Andini") == "(ra)"
    assert closing_code(["Rina Andini"], "") == "(ra)"
    assert closing_code([], "") == ""


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_is_taken(text: str, people: list[str]):
    assert isinstance(completed(text, people), str)
    assert isinstance(closing_code(people, text), str)
    assert all(len(initials(name)) <= 6 for name in people)
