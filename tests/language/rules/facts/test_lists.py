"""The same item twice in a list."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.lists import rules

(RULE,) = rules()


def marked(text: str) -> list[str]:
    prose = Prose(text)
    return [prose.text[match.start : match.end] for match in RULE.find(prose)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Hadir wakil Serang, Lebak, Cilegon, Lebak, dan Anyer.", "Lebak"),
        ("Ia menjual pisang, mangga, jeruk, pisang, dan salak.", "pisang"),
        ("Lomba diikuti SMAN 1, Dinas Sosial, Dinas Kesehatan, dan Dinas Sosial.", "Dinas Sosial"),
        ("Rapat dihadiri Karta, Dedi, Sari, serta Dedi.", "Dedi"),
        ("Pesertanya dari Serang, Lebak, dan Anyer. Selebihnya 20 orang dari Lebak.", "Lebak"),
        (
            "Pasar murah digelar di empat desa, yakni Rekamulya, Cimisal, Rekamulya, dan Andai.",
            "Rekamulya",
        ),
        (
            "Bantuan dikirim ke lima desa, meliputi Andai, Misal, Umpama, Andai, dan Contoh.",
            "Andai",
        ),
        (
            "Warga membutuhkan banyak hal, antara lain selimut, beras, selimut, dan popok.",
            "selimut",
        ),
        ("Peserta berasal dari Rekamulya, Cimisal, Rekamulya dan Sukaumpama.", "Rekamulya"),
        ("Yang hadir, yaitu Karta, Dedi, Sari, dan Karta.", "Karta"),
        (
            "Rombongan singgah di beberapa kota, seperti Bandung, Garut, Bandung, dan Cirebon.",
            "Bandung",
        ),
        ("Lomba diikuti lima kecamatan, yaitu Andai, Misal, Umpama, Misal, dan Contoh.", "Misal"),
        ("Barang yang hilang antara lain laptop, kamera, laptop, dan dompet.", "laptop"),
    ],
)
def test_marks_the_second_place(text: str, item: str):
    (found,) = RULE.find(Prose(text))
    assert text[found.start : found.end] == item
    assert text.find(item) < found.start


@pytest.mark.parametrize(
    "text",
    [
        "Hadir wakil Serang, Lebak, dan Cilegon. Sisanya dari Kabupaten Lebak Selatan.",
        "Hadir wakil Serang, Lebak, dan Cilegon. Sisanya dari Lebak Selatan.",
        "Ia lahir di Depok, Jawa Barat, dan kuliah di Bandung, Jawa Barat.",
        "Kota Serang, Kabupaten Serang, Kota Tangerang, dan Kabupaten Tangerang.",
        "Mereka tertawa, menangis, tertawa, dan menangis lagi.",
        "Katanya, katanya, dan katanya.",
        "Ia naik, turun, naik, dan turun.",
        "Setelah itu, kata Karta, warga, kata Karta, pulang dan tidur.",
        "Skornya 21-19, 19-21, 21-19, dan selesai.",
        "Ya, ya, dan ya.",
        "Pasar murah digelar di empat kecamatan, yakni Rekamulya, Cimisal, Rekajaya, dan "
        "Sukaumpama.",
        "Peserta berasal dari tiga daerah, yakni Kota Serang, Kabupaten Serang, dan Cilegon.",
        "Yang hadir, yaitu Karta Wijaya, Dedi Wijaya, Sari, dan Wijaya.",
        "Ia menyebut tiga kota, yakni Depok, Jawa Barat, Bogor, Jawa Barat, dan Serang, Banten.",
        "Acara itu, antara lain, dihadiri Karta, Dedi, dan Sari.",
        "Ada tiga jalan, yakni Jalan Melati, Jalan Mawar, dan Jalan Kenanga.",
        "Pemainnya, misalnya, Rudi, Yoga, dan Joko.",
        "Terdapat tiga tahap, yakni memilih, memilah, dan memilih lagi.",
    ],
)
def test_leaves_other_lists_alone(text: str):
    assert marked(text) == []


@pytest.mark.parametrize("unit", ["A, ", "dan A, ", "Serang, Lebak dan ", ", , "])
def test_reads_a_huge_paragraph_in_one_go(unit: str):
    marked(unit * (100_000 // len(unit)))
