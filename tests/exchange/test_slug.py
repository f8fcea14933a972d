from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsroom.exchange.slug import make_slug


def test_a_long_headline_is_cut_at_a_word() -> None:
    headline = "Pemerintah Kabupaten Contoh Membuka Kembali Jalur Kereta Lama Menuju Pelabuhan"

    slug = make_slug(headline)

    assert slug == "pemerintah-kabupaten-contoh-membuka-kembali-jalur-kereta-lama-menuju"


def test_a_word_without_end_is_cut() -> None:
    assert make_slug("a" * 300) == "a" * 75


@given(st.text())
def test_every_text_has_a_slug(text: str) -> None:
    slug = make_slug(text)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 75
    assert make_slug(slug) == slug
