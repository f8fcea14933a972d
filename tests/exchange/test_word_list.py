"""Lists of words that newsrooms share, good ones and all kinds of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.word_list import as_word, read_words, write_words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kamus.txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"nyadran\nRamadhan\n", ["nyadran", "Ramadhan"]),
        (b"\xef\xbb\xbfnyadran\r\n\r\n  Ramadhan\t\r\nsayur-mayur", ["nyadran", "Ramadhan",
                                                                     "sayur-mayur"]),
        (b"# Kamus redaksi\nJum'at\nnyadran\nnyadran\n", ["Jum'at", "nyadran"]),
        ("caf\u00e9\rna\u00efve".encode(), ["caf\u00e9", "na\u00efve"]),
    ],
)  # fmt: skip
def test_one_word_a_line_is_read(path: Path, data: bytes, words: list[str]) -> None:
    path.write_bytes(data)
    assert read_words(path) == words


def test_what_is_written_is_read_again(path: Path) -> None:
    words = ["nyadran", "Ramadhan", "sayur-mayur", "Jum’at"]
    write_words(path, words)
    assert path.read_bytes() == "nyadran\nRamadhan\nsayur-mayur\nJum’at\n".encode()
    assert read_words(path) == words


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "kamus.txt: tidak ada satu kata pun"),
        (b"# catatan\n\n", "kamus.txt: tidak ada satu kata pun"),
        (b"satu\n\ndua kata\n", "kamus.txt, baris 3: “dua kata” bukan satu kata"),
        (b"satu\r\ndua,tiga\r\n", "kamus.txt, baris 2: “dua,tiga” bukan satu kata"),
        (b"**tebal**", "kamus.txt, baris 1: “**tebal**” bukan satu kata"),
        (b"2019", "kamus.txt, baris 1: “2019” bukan satu kata"),
        (b"a@b.id", "kamus.txt, baris 1: “a@b.id” bukan satu kata"),
        (b"satu\ncaf\xe9\n", "kamus.txt, baris 2: bukan teks UTF-8"),
        (b"\xff\xfes\0a\0", "kamus.txt: teks UTF-16"),
        (b"satu\0dua", "kamus.txt: berkas biner"),
        (b"x" * 1_000_000, "kamus.txt, baris 1: “xxxx"),
        (b"kata\n" * 500_000, "kamus.txt: terlalu besar"),
    ],
)
def test_a_bad_list_is_named_with_its_fault_and_line(path: Path, data: bytes, says: str) -> None:
    path.write_bytes(data)
    with pytest.raises(ExchangeError) as caught:
        read_words(path)
    assert str(caught.value).startswith(says)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_a_list_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"kosong\.txt: berkas atau folder tidak ditemukan"):
        read_words(tmp_path / "kosong.txt")
    for act in (read_words, lambda path: write_words(path, ["satu"])):
        with pytest.raises(ExchangeError, match="berkas dan folder tertukar"):
            act(tmp_path)
    with pytest.raises(ExchangeError, match="tidak ditemukan"):
        write_words(tmp_path / "tidakada" / "kamus.txt", ["satu"])
    assert list(tmp_path.iterdir()) == []


def test_the_largest_list_is_read_to_its_end(path: Path) -> None:
    path.write_text("\n".join(f"kata{number}" for number in range(150_000)), encoding="utf-8")
    assert len(read_words(path)) == 150_000


def test_a_word_written_by_hand_loses_its_blanks() -> None:
    assert as_word("  nyadran\n") == "nyadran"
    for text in ("", " ", "dua kata", "a" * 61, "kata."):
        with pytest.raises(ExchangeError):
            as_word(text)
