"""Which message is shown, and how long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.story.story import Photo, Story
from newsroom.ui.bars.banner import Banner
from newsroom.ui.desk import saving


@pytest.fixture
def banner(theme, qtbot) -> Banner:
    made = Banner(theme)
    qtbot.addWidget(made)
    return made


def close(banner: Banner) -> None:
    QTest.mouseClick(banner._close, Qt.MouseButton.LeftButton)


def go(banner: Banner) -> None:
    banner.leave_story()
    banner.story_left()


def test_a_short_answer_is_shown_over_a_warning_which_comes_back(banner, eventually):
    banner.say("Kamus kurang.", "warning", lasting=True)
    banner._timer.setInterval(1)
    banner.say("2 diperbaiki.", "good")
    assert banner.text == "2 diperbaiki."
    eventually(lambda: banner.text == "Kamus kurang.")
    close(banner)
    assert banner.text == ""
    assert banner.isHidden()


def test_a_failure_is_not_hidden_by_less(banner):
    banner.say("Tidak tersimpan.", "error", lasting=True)
    banner.say("2 diperbaiki.", "good")
    assert banner.text == "Tidak tersimpan."
    banner.say("Foto itu rusak.", "warning")
    assert banner.text == "Tidak tersimpan."
    banner.clear_errors()
    assert banner.text == "Foto itu rusak."


def test_an_answer_is_shown_over_the_failure_it_answers(banner, eventually):
    banner.say("Tidak tersimpan.", "error", "Simpan salinan", lambda: None, lasting=True)
    banner._timer.setInterval(1)
    banner.answer("Salinan ada di /tmp.")
    assert banner.text == "Salinan ada di /tmp."
    eventually(lambda: banner.text == "Tidak tersimpan.")
    assert not banner._button.isHidden()


def test_a_refusal_is_not_hidden_by_an_earlier_answer_but_by_a_failure(banner):
    banner.say("Status: Disunting", "good")
    banner.refuse("Belum siap tayang.")
    assert banner.text == "Belum siap tayang."
    banner.say("Tidak tersimpan.", "error", lasting=True)
    banner.refuse("Belum siap tayang.")
    assert banner.text == "Tidak tersimpan."


def test_what_speaks_of_a_story_goes_with_it(banner):
    banner.say("Kamus kurang.", "warning", lasting=True)
    banner.say("Foto itu rusak.", "warning")
    banner.say("2 diperbaiki.", "good", "Urungkan", lambda: None)
    assert banner.text == "2 diperbaiki."
    go(banner)
    assert banner.text == "Kamus kurang."
    go(banner)
    assert banner.text == "Kamus kurang."


def test_what_is_said_on_the_way_is_of_the_new_story(banner):
    banner.leave_story()
    banner.say("2 gambar tertinggal.", "warning")
    banner.story_left()
    assert banner.text == "2 gambar tertinggal."


def test_a_warning_of_one_story_does_not_stand_over_another(
    writing, store, eventually, click_story, tmp_path
):
    other = store.stories.save(Story(headline="Lain", body="Isi."))
    window = writing("Isi.", photos=(Photo("a.jpg", digest="a" * 64),))
    broken = tmp_path / "rusak.jpg"
    broken.write_text("bukan gambar")
    window.commands.take_files([broken])
    eventually(lambda: "rusak.jpg" in window.banner.text)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert window.banner.text == ""
    assert not window.banner.isVisible()


def test_undo_for_one_story_is_not_offered_over_another(writing, eventually):
    window = writing("Kerja efesien dirumah.")
    eventually(lambda: window.findings.found and window.findings.progress.share is None)
    window.banner.say("2 diperbaiki.", "good", "Urungkan", window.reviewing.fix_all)
    QTest.keyClick(window.page.body, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.desk.story.is_empty)
    assert window.banner.text == ""


def test_the_lack_of_a_dictionary_is_said_with_any_story(
    monkeypatch, writing, store, eventually, click_story, tmp_path
):
    monkeypatch.setenv("PYENCHANT_LIBRARY_PATH", str(tmp_path / "tidak-ada.so"))
    other = store.stories.save(Story(headline="Lain", body="Isi."))
    window = writing("Isi.")
    eventually(lambda: "libenchant" in window.banner.text)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert "libenchant" in window.banner.text


def test_a_failure_to_save_stays_whatever_is_asked_for(monkeypatch, writing, store, eventually):
    monkeypatch.setattr(saving, "RETRY_AFTER", 60_000)
    window = writing("Isi.")
    window.desk._saving.failed.emit("Ruang cakram habis.", True)
    assert window.banner.text == "Ruang cakram habis."
    for key in (Qt.Key.Key_N, Qt.Key.Key_S):
        QTest.keyClick(window.page.body, key, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.desk.story.is_empty)
    assert window.banner.text == "Ruang cakram habis."
