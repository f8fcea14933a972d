"""The same item twice in a list."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.facts_lists import rules

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
    ],
)
def test_leaves_other_lists_alone(text: str):
    assert marked(text) == []


@pytest.mark.parametrize("unit", ["A, ", "dan A, ", "Serang, Lebak dan ", ", , "])
def test_reads_a_huge_paragraph_in_one_go(unit: str):
    marked(unit * (100_000 // len(unit)))
