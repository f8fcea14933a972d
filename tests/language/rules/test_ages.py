"""Ages and years against each other."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules import ages
from newsroom.language.rules.rule import StoryRule

(YEARS,) = ages.rules()
AGES, DURATIONS = ages.story_rules()


def marked(*paragraphs: str, rule: StoryRule = AGES) -> list[str]:
    proses = [Prose(text) for text in paragraphs]
    found = rule.find([rule.note(prose) for prose in proses])
    return [proses[at].text[match.start : match.end] for at, match in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ia lahir di Lebak, 3 Mei 1950, dan meninggal di Serang pada 2019 dalam usia 79 tahun.",
        "Ia menjabat pada masa jabatan 2024-2019.",
        "Upacara HUT RI ke-75 digelar 17 Agustus 2019.",
        "Peringatan HUT ke-20 Provinsi Banten digelar pada 4 Oktober 2018.",
    ],
)
def test_years_that_contradict(text: str):
    assert list(YEARS.find(Prose(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ia lahir di Lebak, 3 Mei 1950, dan meninggal di Serang pada 2019 dalam usia 69 tahun.",
        "Ia lahir 1950. Kakaknya meninggal pada 2019 dalam usia 79 tahun.",
        "Ia menjabat pada masa jabatan 2019-2024.",
        "Upacara HUT RI ke-74 digelar 17 Agustus 2019.",
        "Peringatan HUT ke-18 Provinsi Banten digelar pada 4 Oktober 2018.",
        "Peringatan HUT ke-12 Toko Mawar digelar pada 4 Oktober 2018.",
        "HUT ke-74 RI ramai. Pada 2017 sepi.",
        "Telepon 2024-2019 tidak aktif.",
    ],
)
def test_years_that_agree_or_may(text: str):
    assert not list(YEARS.find(Prose(text)))


def test_one_person_with_two_ages():
    assert marked("Pemenangnya Karta Wijaya (45).", "Ia, Karta Wijaya (54), senang.") == ["54"]
    assert marked("Pemenangnya Karta Wijaya (45).", "Ia, Dedi Wijaya (54), senang.") == []
    assert marked("Pemenangnya Karta (45).", "Kata Karta, 54 tahun, ia senang.") == ["54"]
    assert marked("Gol Karta (45).", "Gol lagi dari Karta (54).") == []


def test_the_age_of_one_born_in_a_year():
    date = "Acara digelar Kamis (20/6/2019)."
    assert marked(date, "Pria kelahiran 1980 itu kini berusia 30 tahun.")
    assert not marked(date, "Pria kelahiran 1980 itu kini berusia 38 tahun.")
    assert not marked(date, "Pria kelahiran 1980 itu menikah saat berusia 30 tahun.")
    assert not marked("Acara digelar kemarin.", "Pria kelahiran 1980 itu berusia 30 tahun.")


def test_how_long_it_has_lasted():
    def lasting(text: str, date: str = "Acara digelar Kamis (20/6/2019).") -> list[str]:
        return marked(date, text, rule=DURATIONS)

    assert lasting("Ia menjabat sejak tahun 2012 atau selama tiga tahun.")
    assert lasting("Jembatan itu dibangun dua belas tahun lalu, tepatnya pada 2011.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama tujuh tahun.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama enam tahun.")
    assert not lasting("Ia menjabat sejak 2005 atau selama tiga tahun, lalu pindah pada 2008.")
    assert not lasting("Saat itu ia menjabat sejak 2005 atau selama tiga tahun.")
    assert not lasting("Ia menikah sejak 2005 atau tiga tahun sebelum anaknya lahir.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama tiga tahun.", "Tanpa tanggal.")
