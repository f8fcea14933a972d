"""The open story and the store: soon the same, whoever clicks what meanwhile."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.language.finding import Finding, Severity
from newsroom.language.ignored import Scope
from newsroom.store.place import DATABASE
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from newsroom.ui.desk import saving
from newsroom.ui.desk.saving import SAVE_AFTER


@pytest.fixture
def picture(tmp_path):
    """Makes a photograph's file."""

    def make(name: str, colour: str = "teal", size: tuple[int, int] = (320, 200)):
        path = tmp_path / name
        Image.new("RGB", size, colour).save(path)
        return path

    return make


def test_each_field_is_in_the_store_within_a_second_of_the_last_key(writing, store, eventually):
    window = writing("Awal. ")
    story_id = window.desk.story.id
    form = window.inspector.data
    window.page.body.moveCursor(window.page.body.textCursor().MoveOperation.End)
    for widget, name, expected in (
        (window.page.body, "body", "Awal. warga"),
        (window.page.headline, "headline", "wargaWarga Rekaan Membaca"),
        (window.page.kicker, "kicker", "warga"),
        (form.field("summary"), "summary", "warga"),
        (form.field("byline"), "byline", ("warga",)),
        (form.field("slug"), "slug", "warga"),
        (form.field("editor"), "editor", "warga"),
        (form.field("tags").findChild(QLineEdit), "tags", ("warga",)),
        (form.field("dateline").place, "dateline", "warga"),
    ):
        QTest.keyClicks(widget, "warga")

        def now(name=name, expected=expected) -> bool:
            value = getattr(store.stories.get(story_id), name)
            return (value.place if name == "dateline" else value) == expected

        eventually(now)
    assert SAVE_AFTER < 1_000  # a busy machine may take its time, the timer may not


def test_whoever_types_without_a_pause_is_saved_too(writing, store, qtbot):
    window = writing()
    body, story_id = window.page.body, window.desk.story.id
    for _ in range(200):
        QTest.keyClick(body, "a")
        qtbot.wait(10)
        if store.stories.get(story_id).body:
            break
    assert store.stories.get(story_id).body


def test_the_status_line_says_so(writing, eventually):
    window = writing()
    labels = window.status_line.findChildren(QLabel)
    saved = next(label for label in labels if label.objectName() == "savedState")
    assert saved.text().startswith("● Tersimpan")
    QTest.keyClicks(window.page.body, "Halo")
    eventually(lambda: saved.text() == "○ Menyimpan…")
    eventually(lambda: saved.text().startswith("● Tersimpan"))
    assert window.desk.is_safe
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story.revision == 0)
    assert saved.isHidden()


def test_closing_right_after_the_last_key_loses_nothing(writing, store, eventually):
    window = writing()
    story_id = window.desk.story.id
    QTest.keyClicks(window.page.body, "Kata terakhir")
    window.close()
    eventually(lambda: not window.isVisible())
    assert store.stories.get(story_id).body == "Kata terakhir"


def test_a_blank_story_is_not_stored_before_something_is_written(window, store, eventually):
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story is not None)
    window.actions_["new"].trigger()
    QTest.keyClicks(window.page.headline, "Judul")
    eventually(lambda: [s.headline for s in store.stories.list()] == ["Judul"])


def test_the_cursor_is_kept_for_each_story(writing, store, eventually, click_story):
    other = store.stories.save(Story(headline="Lain", body="Isi lain"))
    window = writing("Satu dua tiga")
    body, first = window.page.body, window.desk.story.id
    body.select(5, 5)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    body.select(3, 3)
    click_story(window, first)
    eventually(lambda: window.desk.story.id == first)
    assert body.cursor_offset() == 5
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert body.cursor_offset() == 3


def test_the_last_story_clicked_is_the_one_that_opens(
    writing, store, eventually, click_story, qtbot
):
    others = [store.stories.save(Story(headline=f"Lain {n}")) for n in range(3)]
    window = writing("Isi")
    first = window.desk.story.id
    for story in others:
        click_story(window, story.id)
    click_story(window, first)
    eventually(lambda: window.desk.is_safe)
    qtbot.wait(150)  # what would still come, comes now
    assert window.desk.story.id == first


def test_undo_never_brings_one_storys_words_into_another(writing, store, eventually, click_story):
    other = store.stories.save(Story(headline="Lain"))
    window = writing()
    QTest.keyClicks(window.page.kicker, "A")
    QTest.keyClick(window.page.kicker, Qt.Key.Key_Backspace)
    QTest.keyClicks(window.page.body, "B")
    QTest.keyClick(window.page.body, Qt.Key.Key_Backspace)
    eventually(lambda: window.desk.story.revision > 1 and window.desk.is_safe)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    form = window.inspector.data
    for field in (window.page.kicker, window.page.headline, window.page.body, form.field("kicker")):
        assert not field.document().isUndoAvailable()


@pytest.mark.parametrize("seed", range(2))
def test_no_word_ever_reaches_another_story(writing, store, eventually, click_story, qtbot, seed):
    rng = random.Random(seed)
    typed = {}
    for name in "xyz":
        story = store.stories.save(Story(headline=f"Naskah {name}", body=f"{name}"))
        typed[story.id] = name
    window = writing("w")
    typed[window.desk.story.id] = "w"
    opened = []
    window.desk.opened.connect(lambda story, _: opened.append(story.id))
    body = window.page.body
    for _ in range(60):
        if rng.random() < 0.5:
            click_story(window, rng.choice(list(typed)))
        if rng.random() < 0.6:
            # What is on the screen is what one types in.
            shown = window.desk.story.id
            for _ in range(rng.randrange(1, 5)):
                body.moveCursor(body.textCursor().MoveOperation.End)
                QTest.keyClicks(body, typed[shown][0])
                typed[shown] += typed[shown][0]
        qtbot.wait(rng.choice([0, 1, 5, 20, 100, 200]))
    window.page.flush()
    eventually(lambda: window.desk.is_safe)
    assert len(set(opened)) > 1
    assert {story_id: store.stories.get(story_id).body for story_id in typed} == typed


def test_photos_go_to_the_story_they_were_added_to(
    writing, store, eventually, click_story, picture
):
    other = store.stories.save(Story(headline="Lain"))
    window = writing()
    first = window.desk.story.id
    window.desk.add_photos([picture("a.jpg", "red", (3000, 2000)), picture("b.jpg", "blue")])
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert [photo.file for photo in store.stories.get(first).photos] == ["a.jpg", "b.jpg"]
    assert window.desk.story.photos == ()


def test_closing_waits_for_photos_on_their_way(writing, store, eventually, picture):
    window = writing()
    first = window.desk.story.id
    window.desk.add_photos([picture("a.jpg", size=(3000, 2000))])
    window.close()
    eventually(lambda: not window.isVisible())
    assert [photo.file for photo in store.stories.get(first).photos] == ["a.jpg"]


def test_changed_elsewhere_both_are_kept(writing, store, eventually):
    window = writing("Isi lama")
    stored = store.stories.get(window.desk.story.id)
    mark = Finding("nonstandard.word", Severity.ERROR, "body", 0, 7, "trampil", "Tidak baku.")
    window.desk.ignoring.leave_out(mark, Scope.STORY, "trampil")
    store.stories.save(replace(stored, body="Isi dari jendela lain"))
    QTest.keyClicks(window.page.body, "Baru. ")
    eventually(lambda: window.desk.story.id != stored.id and window.desk.is_safe)
    assert "jendela lain" in window.banner.text
    assert store.stories.get(stored.id).body == "Isi dari jendela lain"
    assert store.stories.get(window.desk.story.id).body == "Baru. Isi lama"
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    kept = [{"rule": "nonstandard.word", "text": "trampil"}]
    eventually(lambda: store.workspace.get(f"ignored:{window.desk.story.id}") == kept)
    QTest.keyClicks(window.page.body, "Lagi. ")
    eventually(lambda: "Lagi. " in store.stories.get(window.desk.story.id).body)
    assert len(store.stories.list()) == 2


def test_a_step_taken_elsewhere_is_taken_over_with_what_is_written_here(writing, store, eventually):
    window = writing("Isi lama", status=Status.SUBMITTED)
    story_id = window.desk.story.id
    mark = Mark(StepKind.STATUS, note="Cek angka.")
    assert store.stories.change_status([story_id], Status.RETURNED, mark)[0].is_done
    QTest.keyClicks(window.page.body, "Baru. ")
    eventually(lambda: store.stories.get(story_id).body == "Baru. Isi lama")
    assert store.stories.get(story_id).status is Status.RETURNED
    eventually(lambda: "perintah lain: Dikembalikan." in window.banner.text)
    assert window.desk.story.status is Status.RETURNED
    eventually(lambda: window.standing.strip and "Cek angka." in window.standing.strip.text)
    assert len(store.stories.list()) == 1


def test_what_was_done_while_another_program_was_in_front_is_there_when_one_comes_back(
    writing, store, eventually
):
    window = writing("Isi lama", status=Status.SUBMITTED)
    stored = store.stories.get(window.desk.story.id)
    store.stories.save(replace(stored, body="Isi baru", status=Status.DRAFT))
    active = Qt.ApplicationState.ApplicationActive
    QGuiApplication.instance().applicationStateChanged.emit(active)
    eventually(lambda: window.page.body.toPlainText() == "Isi baru")
    eventually(lambda: "perintah lain: Draf." in window.banner.text)
    QTest.keyClicks(window.page.body, "Lagi. ")
    eventually(lambda: store.stories.get(stored.id).body == "Lagi. Isi baru")
    assert len(store.stories.list()) == 1


def test_a_discarded_story_closes_and_comes_back(writing, store, eventually):
    window = writing("Isi")
    story_id = window.desk.story.id
    QTest.keyClicks(window.page.body, "Akhir. ")
    eventually(window.queue.list.isVisible)
    window.queue.list.setFocus()
    window.queue.list.setCurrentIndex(window.queue.list.model().index(0, 0))
    QTest.keyClick(window.queue.list, Qt.Key.Key_Delete)
    eventually(lambda: window.desk.story is None)
    assert store.stories.list() == []
    assert store.stories.get(story_id).body == "Akhir. Isi"
    assert window.banner.text == "Naskah dipindah ke keranjang."
    window.banner._button.click()
    eventually(lambda: [s.id for s in store.stories.list()] == [story_id])


def test_the_status_moves_on_and_is_stored(writing, store, eventually):
    window = writing("Isi")
    story_id = window.desk.story.id
    QTest.mouseClick(window.top_bar._step, Qt.MouseButton.LeftButton)
    eventually(lambda: store.stories.get(story_id).status == "submitted")
    eventually(lambda: window.banner.text == "Status: Diajukan")


def test_saving_a_long_story_and_opening_a_big_photo_leave_the_window_alive(
    writing, eventually, picture
):
    paragraphs = (f"Paragraf {n}. " + "Warga membaca buku. " * 10 for n in range(1000))
    window = writing("\n\n".join(paragraphs))
    assert len(window.desk.story.body) > 200_000
    eventually(lambda: window.checks.is_idle)
    desk, ticks, ticked = window.desk, [0], {}
    desk.saved.connect(lambda _: ticked.setdefault("saved", ticks[0]))
    desk.thumbnail.connect(lambda *_: ticked.setdefault("thumbnail", ticks[0]))
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(ticks.pop() + 1))
    timer.start()
    QTest.keyClicks(window.page.body, "a")
    window.page.flush()
    desk.when_safe(lambda: None)
    eventually(lambda: "saved" in ticked)
    ticks[0] = 0
    desk.add_photos([picture("besar.jpg", size=(8000, 6000))])
    eventually(lambda: "thumbnail" in ticked)
    # A thread that was busy itself would have let none, or one, through.
    assert min(ticked.values()) > 2, ticked


def test_the_database_is_whole_afterwards(writing, newsroom, eventually):
    window = writing("Isi")
    QTest.keyClicks(window.page.body, "Halo ")
    window.close()
    eventually(lambda: not window.isVisible())
    with closing(sqlite3.connect(newsroom.home / DATABASE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("field", ["body", "headline"])
def test_turning_to_something_else_saves_at_once(writing, store, eventually, monkeypatch, field):
    monkeypatch.setattr(saving, "SAVE_AFTER", 600_000)
    window = writing("Awal. ")
    story_id = window.desk.story.id
    edit = getattr(window.page, field)
    edit.setFocus()
    QTest.keyClicks(edit, "warga")
    window.inspector.data.field("summary").setFocus()
    eventually(lambda: "warga" in getattr(store.stories.get(story_id), field))


def test_turning_to_another_window_saves_at_once(writing, store, eventually, monkeypatch, qtbot):
    monkeypatch.setattr(saving, "SAVE_AFTER", 600_000)
    window = writing("Awal. ")
    QTest.keyClicks(window.page.body, "warga")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    eventually(lambda: "warga" in store.stories.get(window.desk.story.id).body)
