"""What a caption tells, and what it leaves out."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.story.captions import rules

WORDS = {"sapa", "tinjau", "panen", "antre", "bagi", "kerja", "pakai", "lihat", "pantau"}
ACTION, WHERE_WHEN = rules(WORDS.__contains__)


@pytest.mark.parametrize(
    "caption",
    [
        "Karta Wijaya",
        "**Karta Wijaya**",
        "Menteri Perhubungan bersama Direktur Utama dan para bupati.",
        "Dinas Pertanian, media, dan merek terbaru",
    ],
)
def test_a_bare_name_is_told_as_such(caption: str) -> None:
    (match,) = ACTION.find(Prose(caption, "photos[0].caption"))
    assert caption.strip("*")[match.start : match.end] == caption.strip("*")


@pytest.mark.parametrize(
    ("caption", "lacks"),
    [
        ("Bupati menyapa warga.", "di mana dan kapan"),
        ("Bupati meninjau pasar di Andai.", "kapan"),
        ("Bupati meninjau pasar, Kamis (20/6/2019).", "di mana"),
        ("Bupati meninjau pasar tahun ini.", "di mana"),
    ],
)
def test_what_is_lacking_is_named(caption: str, lacks: str) -> None:
    (match,) = WHERE_WHEN.find(Prose(caption, "caption"))
    assert match.message == f"Keterangan foto ini belum menyebut {lacks}."
    assert caption[match.start : match.end] in {"menyapa", "meninjau"}


@pytest.mark.parametrize(
    "caption",
    [
        "",
        "  ",
        "Bupati meninjau pasar di Andai, Kamis lalu.",
        "Ilustrasi pencurian.",
        "Warga menyapa bupati (ilustrasi).",
        "Peta lokasi gempa. (BMKG)",
        "Gambar sketsa tersangka",
        "Polisi siaga di Simpang Andai, Rabu (5/6/2024).",
    ],
)
def test_nothing_is_said_of_none_or_of_a_whole_one(caption: str) -> None:
    for rule in (ACTION, WHERE_WHEN):
        assert list(rule.find(Prose(caption, "caption"))) == []
