from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.language.tokens import plain, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


def opening(text: str) -> list[str]:
    return [word.text for word in words(text) if word.opens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sayur-mayur, bolak-balik", ["sayur-mayur", "bolak-balik"]),
        ("Salat Jum’at dan Jum'at", ["Salat", "Jum’at", "dan", "Jum'at"]),
        ("sayur‑mayur", ["sayur‑mayur"]),
        ("pem\u00adbangunan\u200b jalan", ["pem\u00adbangunan\u200b", "jalan"]),
        ("kafe\u0301 baru", ["kafe\u0301", "baru"]),
        ("kurikulum/materi", ["kurikulum", "materi"]),
        ("pukul 10.05 (20/6/2019) 1.200 buku", ["pukul", "buku"]),
        ("tahun 1990-an ke-2", ["tahun", "1990-an", "ke-2"]),
        ("dibaca.Warga", ["dibaca", "Warga"]),
        ("baca _cepat_ dan ***tepat***", ["baca", "cepat", "dan", "tepat"]),
        ("", []),
    ],
)
def test_words_are_found_as_they_stand(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "address",
    [
        "infobanten.id",
        "KOMPAS.com",
        "REPUBLIKA.CO.ID",
        "www.contoh.go.id/berita",
        "https://contoh.id/sebuah-halamn?a=b",
        "redaksi@contoh.co.id",
        "@akunwarga",
        "#SaveLebak",
        "laporn_akhir.pdf",
        "bit.ly/abcdefg",
    ],
)
def test_addresses_are_no_words(address: str) -> None:
    assert texts(f"lihat {address} sekarang") == ["lihat", "sekarang"]


@pytest.mark.parametrize(
    "text",
    [
        "Buku datang.",
        "  Buku datang.",
        "- Buku datang.",
        "3. Buku datang.",
        "## Buku",
        "> Buku datang.",
        "**Buku** datang.",
        "“Buku datang,” katanya.",
        '"Buku datang," katanya.',
        "'Buku datang,' katanya.",
        "SERANG, infobanten.id – Buku datang.",
        "infobanten.id | Buku datang.",
    ],
)
def test_a_capital_that_opens_says_nothing(text: str) -> None:
    assert "Buku" in opening(text)


@pytest.mark.parametrize(
    "text",
    [
        "Perahu datang. Buku turun.",
        "Perahu datang (20/6/2019). Buku turun.",
        "“Perahu datang.” Buku turun.",
        "Perahu datang, kata ASN. Buku turun.",
        "Perahu datang\nBuku turun",
        "kata Melati, “Buku turun.”",
        'kata Melati, "Buku turun."',
    ],
)
def test_a_sentence_after_another_opens(text: str) -> None:
    assert "Buku" in opening(text)


@pytest.mark.parametrize(
    "text",
    [
        "kata Dr. Melati di sana",
        "kata Prof. Melati di sana",
        "kata H. Melati di sana",
        "di Jl. Melati nomor dua",
        '"Perahu datang," Melati berkata',
        "(Foto Melati)",
        "warga; Melati juga",
    ],
)
def test_a_capital_within_a_sentence_is_telling(text: str) -> None:
    assert "Melati" in texts(text)
    assert "Melati" not in opening(text)


@given(st.text(alphabet="aB-'’. \n*_[]()é\u0301\u00ad1@#", max_size=60))
def test_offsets_point_at_the_word(text: str) -> None:
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end


def test_plain_is_the_same_for_both_ways_of_writing_an_accent() -> None:
    assert plain("kafe\u0301") == plain("kafé")


@pytest.mark.parametrize(
    ("junk", "expected"),
    [
        ("a" * 60_000, ["a" * 60_000]),
        ("a-" * 30_000, ["a-" * 29_999 + "a"]),
        ("a." * 30_000, ["a"] * 30_000),
        ("(" * 60_000, []),
    ],
)
def test_a_long_run_without_spaces_is_read_to_its_end(junk: str, expected: list[str]) -> None:
    assert texts(f"{junk} Melati") == [*expected, "Melati"]
