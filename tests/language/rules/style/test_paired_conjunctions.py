"""Conjunctions that go with another, and those that do not."""

from __future__ import annotations

import pytest

from newsroom.language.rules.style.paired_conjunctions import rules

RULES = rules()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Hujan reda. Meski dingin, tapi ia datang.", "Hujan reda. Meski dingin, ia datang."),
        (
            "Walaupun sudah dibayar Rp5.000, namun ia pergi.",
            "Walaupun sudah dibayar Rp5.000, ia pergi.",
        ),
        ("Karena sakit, sehingga ia pulang.", "Karena sakit, ia pulang."),
        (
            "Karena ia tahu bahwa hujan turun, maka ia pulang.",
            "Karena ia tahu bahwa hujan turun, ia pulang.",
        ),
        ("Apabila terlambat, maka ia gugur.", "Apabila terlambat, ia gugur."),
        ("Ia bukan guru, tetapi murid.", "Ia bukan guru, melainkan murid."),
        ("Ia tidak kaya, melainkan miskin.", "Ia tidak kaya, tetapi miskin."),
    ],
)
def test_corrects(corrected, wrong: str, right: str):
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "Ia datang meskipun hujan, tetapi sebentar.",
        "Meskipun hujan, kata dia, tetapi tidak lama.",
        "Meski tua, namun terawat, mobil itu dijual.",
        "Ia sakit. Tetapi, ia datang.",
        "Jika hujan turun (Rabu), maka banjir.",
        "Itu bukan alasan, tetapi kami menunggu.",
        "Ia bukan tidak mau, tetapi takut.",
        "Ia tidak tahu bahwa itu bukan emas, melainkan perak.",
        "Tetapi",
        ", tetapi",
    ],
)
def test_leaves_alone(corrected, text: str):
    assert corrected(text) == text


@pytest.mark.parametrize(
    "text", ["meskipun hujan, tetapi " * 20_000, "bukan " * 60_000, ", tetapi" * 40_000]
)
def test_reads_the_longest_odd_text_to_its_end(marked_behind, text: str):
    assert marked_behind(text, "Ia bukan guru, tetapi murid.") == ["tetapi"]
