"""What may be put right without asking."""

from __future__ import annotations

import pytest

from newsroom.language.certain import certain
from newsroom.language.checker import Checker


def put_right(checker: Checker, text: str) -> list[tuple[str, str]]:
    return [(f.text, f.suggestions[0]) for f in certain(checker.text(text))]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ia menunggu dirumah.", [("dirumah", "di rumah")]),
        ("Surat itu di tulis camat.", [("di tulis", "ditulis")]),
        ("Aktifitas warga berlanjut.", [("Aktifitas", "Aktivitas")]),
        ("Apapun alasannya, ia hadir.", [("Apapun", "Apa pun")]),
        ("Bus antar kota tiba.", [("antar kota", "antarkota")]),
        ("Harga beras Rp 14.500 naik.", [("Rp 14.500", "Rp14.500")]),
        ("Warga datang , lalu pulang.", [(" ,", ",")]),
    ],
)
def test_how_words_and_figures_are_written_is_certain(checker, text, pairs) -> None:
    assert put_right(checker, text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar Senin (4/11/2026) di Lebak.",  # a fact
        "Bupati Endrawati hadir. Menurut Endarwati, panen naik.",  # a name
        "Warga pulang.. lalu tidur.",  # two stops, or three
        "Pelabuan dibuka pagi tadi.",  # more than one word may be meant
        "Hartini hadir pagi tadi.",  # a name that no list has
        "Warga yang mana yang hadir agar supaya jelas.",  # style
        "Bantuannya Rp1.0000.000 per desa.",  # nobody knows which figure
    ],
)
def test_what_needs_a_person_is_not(checker, text) -> None:
    assert put_right(checker, text) == []


def test_a_small_slip_with_one_way_out_is_certain(checker) -> None:
    assert put_right(checker, "Kata gubrnur, masyarkat hadir.") == [
        ("gubrnur", "gubernur"),
        ("masyarkat", "masyarakat"),
    ]
    assert put_right(checker, "Kerja yang efesien dan penyeldikan itu.") == []
