"""How a name that was begun goes on."""

from __future__ import annotations

import pytest

from newsroom.language.completion import Completion, Names, names_of_story, shipped_names

STORY = (
    "Bupati Karta Wijaya datang ke Panimbang. Warga menyambut Karta Wijaya dan Kartika. "
    "Kepala Dinas Perikanan Badu Rekaan ikut. Menurut Karta Wijaya, dermaga itu baru."
)


@pytest.fixture(scope="module")
def names() -> Completion:
    shipped = shipped_names()
    return Completion(
        archive=Names({"Rahmat": 5, "Rahmat Misalnya": 4, "Panimbang": 9}),
        bodies=shipped.bodies,
        common=shipped.common,
        rare=shipped.rare,
    ).with_story(STORY)


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ("kata Kar", "ta Wijaya"),  # as often alone as whole: the whole
        ("kata Karta W", "ijaya"),
        ("kata Kartik", "a"),
        ("Kar", "ta Wijaya"),  # a sentence may open with a name of the story
        ("di Pan", "imbang"),  # the story first, then the lists
        ("kata Rah", "mat"),
        ("di Pand", "eglang"),
        ("di Kabupaten Pand", "eglang"),
        ("Kota Tangerang Sel", "atan"),
        ("menurut Badan Nasional Penang", "gulangan Bencana"),
        ("ke Cibali", "ung"),
        ("kata Karta", " Wijaya"),
    ],
)
def test_a_name_that_was_begun_goes_on(names, before, more):
    assert names.after(before) == more


@pytest.mark.parametrize(
    "before",
    [
        "",
        "kata Ka",
        "kata kar",
        "kata Karta ",
        "Kementerian Perus",
        "kata Karta Wijaya",
        "akun @Kar",
        "https://contoh.id/Kar",
        "contoh.id/Pand",
        "di Pandeglang",
        "Pand",  # opens a sentence: it may be any word
        "Ia datang. Pand",
        "kata Xyzzy",
        "di Serang",
    ],
)
def test_elsewhere_nothing_is_offered(names, before):
    assert names.after(before) == ""


def test_names_of_a_story_are_whole_and_in_parts():
    found = names_of_story(STORY)
    assert found["Karta Wijaya"] == 3
    assert found["Karta"] == 3
    assert "Bupati" not in found
    assert "Warga" not in found


def test_of_names_that_begin_alike_the_most_frequent_is_offered():
    names = Names({"Rahmat": 1, "Rahayu": 3})
    assert names.going_on("Rah") == "Rahayu"
    assert names.going_on("Rahm") == "Rahmat"
    assert names.going_on("Rahmat") == ""
