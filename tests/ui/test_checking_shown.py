"""While a text is being checked, the panel says so and praises nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from newsroom.story.story import Photo, Story

LONG = "\n\n".join(f"Warga {n} membaca buku di perahu pustaka sejak pagi." for n in range(400))
READY = {"section": "Pendidikan", "tags": ("buku",), "summary": "Ringkas."}


def shown(window) -> str:
    return " ".join(label.text() for label in window.inspector.findings.findChildren(QLabel)
                    if label.isVisible())  # fmt: skip


@pytest.fixture
def heard(writing):
    """Opens the window with a story, and notes all that the panel shows and a reader is told."""

    def opener(*story, **fields):
        window = writing(*story, **fields)
        window.show_tab("findings")
        told: list[str] = []
        window.reviewing.said.connect(told.append)
        seen: list[str] = []
        for tell in (window.findings.progress.changed, window.findings.changed):
            tell.connect(lambda *_: seen.append(shown(window)))
        return window, told, seen

    return opener


def is_checked(window) -> bool:
    return window.findings.progress.share is None and window.is_settled


def test_a_long_story_is_said_to_be_checked_until_it_is(heard, store, eventually, click_story):
    story = store.stories.save(Story(headline="Panjang", body=LONG, **READY))
    window, told, seen = heard("Pendek.")
    eventually(lambda: is_checked(window))
    seen.clear()
    click_story(window, story.id)
    eventually(
        lambda: window.desk.story.id == story.id and window.findings.progress.share is not None
    )
    assert "Sedang diperiksa…" in shown(window)
    assert window.inspector.findings.readiness.accessibleName() == "Sedang diperiksa…"
    eventually(lambda: is_checked(window))
    during = [text for text in seen if "Sedang diperiksa…" in text]
    assert not any("iap diajukan" in text or "Tidak ada temuan" in text for text in during)
    assert "Sedang diperiksa…" not in shown(window)
    assert "iap diajukan" in shown(window)
    assert [text.partition(":")[0] for text in told] == ["Sedang diperiksa…", "Selesai diperiksa"]


def test_a_big_paste_is_said_to_be_checked_too(heard, eventually, paste):
    window, told, seen = heard("Pendek saja.", **READY)
    eventually(lambda: is_checked(window))
    seen.clear()
    paste(window.page.body, LONG)
    eventually(lambda: any("Sedang diperiksa…" in text for text in seen))
    eventually(lambda: is_checked(window))
    assert "Sedang diperiksa…" not in shown(window)
    assert [text.partition(":")[0] for text in told] == ["Sedang diperiksa…", "Selesai diperiksa"]


def test_who_types_sees_the_list_as_it_was(heard, eventually):
    window, told, seen = heard("Kerja efesien.")
    eventually(lambda: is_checked(window))
    before = shown(window)
    seen.clear()
    QTest.keyClicks(window.page.body, "Kata baru. ")
    eventually(lambda: window.is_settled and window.checks.is_idle)
    assert not any("Sedang diperiksa…" in text for text in seen)
    assert shown(window) == before
    assert told == []


def test_nor_is_it_said_of_a_long_line_that_is_being_written(heard, eventually):
    window, told, seen = heard("Warga membaca buku di perahu pustaka sejak pagi. " * 100)
    eventually(lambda: is_checked(window))
    seen.clear()
    told.clear()
    QTest.keyClicks(window.page.body, "Kata baru. ")
    eventually(lambda: is_checked(window) and window.checks.is_idle)
    assert not any("Sedang diperiksa…" in text for text in seen)
    assert told == []


def test_a_blank_story_has_nothing_to_check(heard, eventually):
    window, _, seen = heard("Pendek.")
    eventually(lambda: is_checked(window))
    seen.clear()
    QTest.keyClick(window.page.body, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.desk.story.is_empty and is_checked(window))
    assert not any("Sedang diperiksa…" in text for text in seen)


def test_without_a_checker_nothing_is_said_to_be_checked(newsroom, heard, eventually):
    folder = newsroom.home / "house"
    folder.mkdir()
    (folder / "infobanten.toml").write_text('severity = "berat"\n', encoding="utf-8")
    photo = Photo("a.jpg", "Warga membaca.", "Rina", "Warga", digest="a" * 64)
    window, _, _ = heard(
        "SERANG – Kerja efesien.", photos=(photo,), byline=("Rina",), slug="kerja", **READY
    )
    eventually(lambda: "infobanten.toml" in window.banner.text and is_checked(window))
    assert "Sedang diperiksa…" not in shown(window)
    assert "sudah diperiksa" not in shown(window)
