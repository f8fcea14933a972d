from __future__ import annotations

import tomllib

import pytest

from newsroom.exchange.settings.faults import (
    author_faults,
    house_faults,
    portal_faults,
    section_faults,
    term_faults,
)
from newsroom.resources import resource


def test_what_ships_has_no_faults():
    portal = resource("portals", "infobanten.toml").read_text(encoding="utf-8")
    house = resource("house", "infobanten.toml").read_text(encoding="utf-8")
    assert portal_faults(tomllib.loads(portal)) == {}
    assert house_faults(tomllib.loads(house)) == {}


def test_each_wrong_value_is_told_of_and_hides_no_other():
    faults = portal_faults(
        {
            "title": " ",
            "site": "contoh",
            "time_zone": "Asia/Serang",
            "datelines": ["{PLACE} – ", "tanpa medan"],
            "closings": ["(*)"],
            "limits": {"headline": 0, "summary": 160},
            "photo": {"quality": 99},
        }
    )
    assert list(faults) == [
        "title",
        "site",
        "time_zone",
        "datelines[1]",
        "limits.headline",
        "photo.quality",
    ]
    assert faults["title"] == "tidak boleh kosong"
    assert faults["photo.quality"] == "harus 1 sampai 95"


def test_a_portal_needs_a_dateline():
    assert portal_faults({"datelines": []}) == {"datelines": "tidak boleh kosong"}


def test_rubrics_are_judged_below_those_above_them():
    rows = [
        {"name": "Politik", "slug": "politik"},
        {"name": "Kota", "slug": "kota", "parent": "daerah"},
        {"name": "Daerah", "slug": "daerah"},
        {"name": "", "slug": "tanpa-nama"},
        {"name": "Lagi", "slug": "politik"},
        {"name": "Huruf", "slug": "Besar Kecil"},
        {"name": "Pilkada", "slug": "pilkada", "parent": "politik"},
    ]
    assert section_faults(rows) == {
        "sections[1].parent": "rubrik induk 'daerah' tidak ada di atasnya",
        "sections[3].name": "tidak boleh kosong",
        "sections[4].slug": "rubrik 'politik' tertulis dua kali",
        "sections[5].slug": "'Besar Kecil' bukan slug yang sah",
    }


def test_thousands_of_rubrics_are_judged_each_by_itself():
    rows = [{"name": "A", "slug": f"a-{n}", "parent": "a-0"} for n in range(5000)]
    assert list(section_faults(rows)) == ["sections[0].parent"]


def test_writers_are_named_once_and_have_a_login():
    faults = author_faults([("Bayu", "bayu"), ("BAYU", "b"), ("", "x"), ("Rina", "ri/na")])
    assert faults == {
        "authors[0].name": "“Bayu” tertulis dua kali",
        "authors[1].name": "“BAYU” tertulis dua kali",
        "authors[2].name": "nama tidak boleh kosong",
        "authors[3].login": "'ri/na' bukan login WordPress yang sah",
    }


def test_terms_are_words_with_something_to_write():
    rows = [
        ("warga desa", "warga"),
        ("Warga  Desa", "warga"),
        ("a, b", "c"),
        ("HP", ""),
        ("oknum", {"reason": "Sebut jabatannya."}),
    ]
    assert list(term_faults(rows)) == ["phrases[0]", "phrases[1]", "phrases[2]", "phrases[3]"]


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"words": ["nyadran", "dua kata"]}, "words[1]"),
        ({"honorifics": ["Bapak Ibu"]}, "honorifics[0]"),
        ({"quotes": "miring"}, "quotes"),
        ({"severity": {"number.currency": "gawat"}}, "severity.number.currency"),
        ({"headline": {"longest": 70, "words": 0}}, "headline.words"),
        ({"dateline": {"patterns": ["{PLACE} – ", "{kota}"]}}, "dateline.patterns[1]"),
    ],
)
def test_a_wrong_value_of_a_house_is_named(values, place):
    assert list(house_faults(values)) == [place]
