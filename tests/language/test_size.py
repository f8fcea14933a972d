"""Huge and damaged texts are checked to their end."""

from __future__ import annotations

import pytest

from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller

MEGABYTE = 1_000_000
NEWS = "Warga Desa Contohsari, Kecamatan Umpama, membawa 3 karung beras ke balai desa (12/3/2024). "


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(HunspellSpeller())


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        pytest.param(NEWS, MEGABYTE, id="news in one line"),
        pytest.param(" ", MEGABYTE, id="blanks"),
        pytest.param("a", MEGABYTE, id="one word"),
        pytest.param("ke-", MEGABYTE // 4, id="hyphens"),
        pytest.param("…!?.", MEGABYTE // 4, id="stops"),
        pytest.param("\u202e漢字שלום\ud800\u200bдом\x00 ", MEGABYTE // 4, id="mixed scripts"),
        pytest.param("**a _b_ [c](d) `e` ", MEGABYTE // 8, id="Markdown"),
        pytest.param("“a” \"b ' ", MEGABYTE // 8, id="quotes"),
        pytest.param("anak2 Rp. 1,5 % ", MEGABYTE // 16, id="nothing but faults"),
    ],
)
def test_what_stands_at_the_end_is_found(checker: Checker, unit: str, size: int):
    text = unit * (size // len(unit)) + "\nIa tinggal dirumah."

    last = [f for f in checker.text(text) if f.text == "dirumah"]

    assert [text[f.start : f.end] for f in last] == ["dirumah"]
    assert last[0].suggestions == ("di rumah",)
