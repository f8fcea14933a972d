from __future__ import annotations

import pytest

from newsroom.exchange.search_result import cut, search_result
from newsroom.portal.profile import load_profile
from newsroom.story.story import Story
from newsroom.story.texts import SEARCH_DESCRIPTION

PROFILE = load_profile("infobanten")


def shown(**fields):
    return search_result(Story(**fields), PROFILE, lambda text: len(text) <= 60)


def test_the_site_the_rubric_and_the_slug_make_the_address():
    found = shown(headline="Perahu Pustaka Singgah", section="Pendidikan")
    assert found.site == "Info Banten"
    assert found.address == "infobanten.id › Pendidikan › perahu-pustaka-singgah"
    assert shown(headline="A", slug="perahu").address == "infobanten.id › perahu"


def test_a_headline_that_fits_stays_whole_and_a_long_one_is_cut_after_a_word():
    found = shown(headline="Perahu Pustaka Singgah")
    assert (found.title, found.is_cut) == ("Perahu Pustaka Singgah", False)
    found = shown(headline="Perahu Pustaka Singgah di Kampung Nelayan, Warga Pesisir Datang Ramai")
    assert found.title == "Perahu Pustaka Singgah di Kampung Nelayan, Warga Pesisir …"
    assert found.is_cut


def test_the_summary_describes_the_story_or_else_its_lead():
    body = "**Perahu** [tiba](https://contoh.id).\n\nLalu pulang."
    assert shown(body=body).description == "Perahu tiba."
    assert shown(body=body, summary=" Ringkas \n saja. ").description == "Ringkas saja."
    long = shown(body="kata " * 100).description
    assert len(long) <= SEARCH_DESCRIPTION
    assert long.endswith("kata …")


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Warga membaca", 13, "Warga membaca"),
        ("Warga, membaca", 10, "Warga …"),
        ("Pertanggungjawaban", 7, "Pertan…"),
        ("", 5, ""),
    ],
)
def test_what_is_too_long_is_cut_between_words(text, room, expected):
    assert cut(text, lambda part: len(part) <= room) == expected
