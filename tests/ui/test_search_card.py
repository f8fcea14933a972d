"""The story as a search engine would list it, beside its data."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel


def said(card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]


def test_headline_and_lead_are_shown_as_they_are_written(writing, eventually):
    window = writing("Perahu singgah.\n\nLalu pulang.", headline="Perahu")
    card = window.inspector.data.search_card
    assert said(card) == ["Info Banten", "infobanten.id › perahu", "Perahu", "Perahu singgah."]
    QTest.keyClicks(window.page.headline, "Kabar ")
    assert "Kabar Perahu" in said(card)
    QTest.keyClicks(window.inspector.data.field("summary"), "Ringkas.")
    eventually(lambda: "Ringkas." in said(card))
    assert "Perahu singgah." not in said(card)


def test_a_headline_that_is_too_wide_is_cut_and_it_says_so(writing, eventually):
    window = writing("Isi", headline="Warga Membaca Buku di Perahu Pustaka yang Singgah di Labuan")
    card = window.inspector.data.search_card
    assert not any("terpotong" in text for text in said(card))
    QTest.keyClicks(window.page.headline, "Kepala Dinas Perpustakaan: ")
    eventually(lambda: any("terpotong" in text for text in said(card)))
    title = next(text for text in said(card) if text.startswith("Kepala Dinas"))
    assert title.endswith(" …")
    assert title in card.accessibleDescription()


def test_an_empty_story_says_what_is_wanting(writing):
    window = writing("", headline="")
    assert "Judul belum ada" in said(window.inspector.data.search_card)
    assert "Ringkasan dan teras belum ada." in said(window.inspector.data.search_card)
