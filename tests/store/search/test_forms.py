from __future__ import annotations

from collections.abc import Iterable

import pytest

from newsroom.store.search.forms import WordForms

FORMS = WordForms()
FAMILIES = [
    ["umum", "mengumumkan", "diumumkan", "pengumuman", "pengumumannya", "umumkan", "umumnya"],
    ["ajar", "belajar", "pelajar", "pelajaran", "mempelajari", "mengajar", "pengajar"],
    ["tani", "bertani", "petani", "petaninya", "pertanian"],
    ["kerja", "bekerja", "pekerja", "pekerjaan", "mengerjakan", "dikerjakan", "kerjanya"],
    ["pilih", "memilih", "dipilih", "pemilih", "pemilihan", "terpilih", "pilihan"],
    ["cat", "mengecat", "dicat", "pengecatan"],
    ["keras", "kekerasan", "mengeras", "pengeras"],
]
OTHERS = ["umur", "umat", "perang", "pesan", "pekan", "catat", "catatan", "kerabat", "tanah", "pil"]
WORDS = sorted({*OTHERS, *(word for family in FAMILIES for word in family)})


def between(first: str, last: str) -> Iterable[str]:
    return [word for word in WORDS if first <= word < last]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_every_word_of_a_family_finds_all_of_it_and_no_other(family: list[str]) -> None:
    for word in family:
        assert set(FORMS.of(word, between)) == set(family), word


@pytest.mark.parametrize("word", ["", "x", "2026", "jakarta", "xyzzy", "a" * 5_000, "pe", "kan"])
def test_what_has_no_root_finds_no_forms(word: str) -> None:
    assert FORMS.of(word, between) == []


def test_a_word_that_only_looks_derived_is_its_own_root() -> None:
    roots = {"perang": "perang", "pesan": "pesan", "pekan": "pekan", "catatan": "catat"}
    assert {word: FORMS.root(word) for word in roots} == roots
