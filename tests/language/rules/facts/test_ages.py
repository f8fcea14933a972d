"""Ages and years against each other."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts import ages, durations

(YEARS,) = ages.rules()
(AGES,) = ages.story_rules()
(DURATIONS,) = durations.story_rules()


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


def test_one_person_with_two_ages(marked):
    assert marked(AGES, "Pemenangnya Karta Wijaya (45).", "Ia, Karta Wijaya (54), senang.") == [
        "54"
    ]
    assert marked(AGES, "Pemenangnya Karta Wijaya (45).", "Ia, Dedi Wijaya (54), senang.") == []
    assert marked(AGES, "Pemenangnya Karta (45).", "Kata Karta, 54 tahun, ia senang.") == ["54"]
    assert marked(AGES, "Gol Karta (45).", "Gol lagi dari Karta (54).") == []


def test_the_age_of_one_born_in_a_year(marked):
    date = "Acara digelar Kamis (20/6/2019)."
    assert marked(AGES, date, "Pria kelahiran 1980 itu kini berusia 30 tahun.")
    assert not marked(AGES, date, "Pria kelahiran 1980 itu kini berusia 38 tahun.")
    assert not marked(AGES, date, "Pria kelahiran 1980 itu menikah saat berusia 30 tahun.")
    assert not marked(AGES, "Acara digelar kemarin.", "Pria kelahiran 1980 itu berusia 30 tahun.")


def test_how_long_it_has_lasted(marked):
    def lasting(text: str, date: str = "Acara digelar Kamis (20/6/2019).") -> list[str]:
        return marked(DURATIONS, date, text)

    assert lasting("Ia menjabat sejak tahun 2012 atau selama tiga tahun.")
    assert lasting("Jembatan itu dibangun dua belas tahun lalu, tepatnya pada 2011.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama tujuh tahun.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama enam tahun.")
    assert not lasting("Ia menjabat sejak 2005 atau selama tiga tahun, lalu pindah pada 2008.")
    assert not lasting("Saat itu ia menjabat sejak 2005 atau selama tiga tahun.")
    assert not lasting("Ia menikah sejak 2005 atau tiga tahun sebelum anaknya lahir.")
    assert not lasting("Ia menjabat sejak tahun 2012 atau selama tiga tahun.", "Tanpa tanggal.")


@pytest.mark.parametrize(
    "text",
    [
        "Pelaku yang lahir pada tahun 2003 itu ditangkap Senin (3/3/2025). Ia berusia 32 tahun.",
        "Perusahaan itu berdiri pada 1975. Pada 2025 perusahaan itu berusia 40 tahun.",
        "Ia lahir di Serang pada 5 Mei 1940. Ia wafat pada 2010 pada usia 60 tahun.",
        "Lahir pada 1950, pada 2019 ia genap berusia 79 tahun.",
        "Sekolah yang didirikan pada 1960 itu pada 2020 genap berusia 50 tahun.",
        "Ditemui Kamis (20/6/2019), Karta Wijaya (45), kelahiran 1990, tersenyum.",
        "Ditemui Kamis (20/6/2019). Guru itu lahir pada 12 Mei 1970. Kini ia berusia 59 tahun.",
        "Gedung itu dibangun pada 1930. Pada tahun 2020, gedung itu berusia 80 tahun.",
        "Ia lahir pada 1980. Pada 2019 ia berusia 49 tahun.",
        "Pencuri yang lahir pada 2003 itu diringkus pada 3 Maret 2025. Ia berusia 32 tahun.",
    ],
)
def test_an_age_beside_the_year_of_a_birth_or_founding(marked, text: str):
    assert len(marked(AGES, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Pelaku yang lahir pada tahun 2003 itu ditangkap Senin (3/3/2025). Ia berusia 22 tahun.",
        "Anaknya lahir pada 2010. Ia kini berusia 45 tahun. Rapat itu digelar Kamis (20/6/2019).",
        "Ia lahir pada 1975 dan pada 2025 anaknya berusia 12 tahun.",
        "Ia lahir pada 1975. Pada 2005 ia menikah dengan Rina yang berusia 25 tahun.",
        "Sekolah itu didirikan pada 1975 oleh Karta yang pada 2025 berusia 90 tahun.",
        "Kamis (20/6/2019). Karta lahir pada 1980. Anak itu berusia 5 tahun.",
        "Kamis (20/6/2019). Ia lahir pada 1980. Ia menikah pada usia 25 tahun.",
        "Kamis (20/6/2019). Ia lahir pada 1980. Ia merantau saat berusia 25 tahun.",
        "Lahir pada 1975, pada 2000, saat berusia 25 tahun, ia menikah.",
        "Karta Wijaya (45) dan anaknya yang lahir 2010 hadir Kamis (20/6/2019).",
        "Kamis (20/6/2019). Firma itu berdiri pada 1975. Ia berusia 40 tahun saat memimpinnya.",
        "Kamis (20/6/2019). Perusahaan itu berdiri pada 1975 dan dipimpin Karta (40).",
        "Kamis (20/6/2019). Jembatan itu dibangun pada 1975. Karta berusia 40 tahun saat itu.",
        "Kamis (20/6/2019). Karta lahir di Desa Sukamaju pada 1975, sedangkan Sarta (30) di Lebak.",
        "Kamis (20/6/2019). Generasi yang lahir pada 1997-2012 rata-rata berusia 15 tahun.",
        "Kamis (20/6/2019). Siswa yang lahir sebelum 2010 dan berusia 7 tahun boleh mendaftar.",
        "Kamis (20/6/2019). Klub itu berdiri pada 1928. Pemain termudanya berusia 17 tahun.",
        "Kamis (20/6/2019). Lahir pada 1990-an, ia kini berusia 40 tahun.",
        "Ia lahir pada 1950 dan ditahan pada 3 Mei 1980. Kini ia berusia 69 tahun.",
        "Pencuri yang lahir pada 2003 itu diringkus pada 3 Maret 2025. Ia berusia 21 tahun.",
        "Sekolah itu berdiri pada 1975 dan pada 2025 berusia 50 tahun.",
    ],
)
def test_an_age_of_someone_else_or_of_another_time_is_left_alone(marked, text: str):
    assert marked(AGES, text) == []


@pytest.mark.parametrize("unit", ["lahir 1980 ", "lahir 1980. Ia ", "(45) lahir ", "Pada 2025 "])
def test_reads_a_huge_paragraph_in_one_go(marked, unit: str):
    marked(AGES, unit * (100_000 // len(unit)))
