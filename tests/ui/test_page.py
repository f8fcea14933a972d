"""What the middle of the window tells of the story: its length, its words found, its preview."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story


def labels(widget) -> list[str]:
    said = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    return [one.text() for one in said if not one.isHidden()]


def test_words_and_reading_time_follow_the_text(writing, paste, eventually):
    window = writing("**Warga** membaca 3 buku.")
    assert "3 kata" in labels(window.status_line)
    assert "1 dtk baca" in labels(window.status_line)
    window.page.body.moveCursor(QTextCursor.MoveOperation.End)
    paste(window.page.body, " desa" * 1097)
    eventually(lambda: "1.100 kata" in labels(window.status_line))
    assert "5 mnt 0 dtk baca" in labels(window.status_line)
    window.page.body.selectAll()
    QTest.keyClick(window.page.body, Qt.Key.Key_Delete)
    eventually(lambda: "0 kata" in labels(window.status_line))


def test_the_right_mouse_button_leaves_the_cursor_where_it_is(writing, qtbot):
    window = writing("Warga membaca.\n" * 40)
    body = window.page.body
    body.select(3, 3)
    sheet = window.page.widget()
    below = sheet.rect().bottomLeft() + QPoint(60, -5)

    qtbot.mouseClick(body.viewport(), Qt.MouseButton.RightButton, pos=QPoint(40, 60))
    after_right = body.cursor_offset()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=below)

    assert after_right == 3
    assert body.cursor_offset() == len(body.text())


def test_headline_and_lead_are_measured(writing, eventually):
    window = writing("Dua kata.\n\nLain.", headline="Judul")
    meter = window.page.meter
    assert "5 dari 70 karakter   ·   Teras 2 kata" in labels(meter)
    QTest.keyClicks(window.page.headline, "Ini ")
    eventually(lambda: "9 dari 70 karakter   ·   Teras 2 kata" in labels(meter))


def test_enter_in_the_headline_leads_on_and_makes_no_line(writing):
    window = writing("Isi")
    window.page.headline.setFocus()
    QTest.keyClick(window.page.headline, Qt.Key.Key_Return)
    assert window.page.headline.text() == "Warga Rekaan Membaca"
    assert not window.page.headline.hasFocus()


def test_a_headline_pasted_in_lines_is_one(writing, paste):
    window = writing("Isi", headline="")
    paste(window.page.headline, "Warga\r\nRekaan\nMembaca")
    assert window.page.headline.text() == "Warga Rekaan Membaca"


def test_headline_on_the_page_and_in_the_panel_are_the_same(writing, eventually):
    window = writing("Isi", headline="Judul")
    beside = window.inspector.data.field("headline")
    QTest.keyClicks(window.page.headline, "A ")
    eventually(lambda: beside.text() == "A Judul")
    QTest.keyClicks(beside, "B ")
    eventually(lambda: window.page.headline.text() == "B A Judul")


def test_dateline_and_closing_frame_the_body(writing, eventually):
    window = writing(
        "Isi", dateline=Dateline(place="SERANG", source="infobanten.id"), closing="(*)"
    )
    assert window.page.dateline.text() == "SERANG, infobanten.id –"
    assert window.page.closing.text() == "(*)"
    window.desk.edit({"closing": ""})
    eventually(lambda: window.page.closing.isHidden())


def test_find_and_replace_all_is_one_step(writing):
    window = writing("🙂 desa dan Desa.\n\ndesa.")
    body = window.page.body
    QTest.keyClick(body, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.find_bar
    assert bar.search.hasFocus()
    QTest.keyClicks(bar.search, "desa")
    assert "1 dari 3" in labels(bar)
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert "2 dari 3" in labels(bar)
    assert body.textCursor().position() == len("🙂 desa dan ".encode("utf-16-le")) // 2
    QTest.keyClicks(bar.replacement, "kampung")
    bar._all.click()
    assert body.text() == "🙂 kampung dan Kampung.\n\nkampung."
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert body.hasFocus()
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.text() == "🙂 desa dan Desa.\n\ndesa."


def test_the_find_bar_goes_with_its_story(writing, store, eventually, click_story):
    other = store.stories.save(Story(headline="Lain", body="desa lain"))
    window = writing("desa")
    window.actions_["find"].trigger()
    QTest.keyClicks(window.find_bar.search, "desa")
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert not window.find_bar.isVisible()
    assert window.page.body.extraSelections() == []


@pytest.fixture
def preview(writing, eventually, tmp_path, store):
    """The window showing the preview of a story with all its parts, and that preview's page."""
    picture = tmp_path / "foto.jpg"
    Image.new("RGB", (640, 400), "teal").save(picture)
    photo = Photo(
        "foto.jpg",
        caption="Warga membaca.",
        credit="Rina Contoh",
        alt="Warga",
        lead=True,
        digest=store.media.add(picture),
    )
    window = writing(
        "Perahu itu **singgah**.",
        kicker="Literasi",
        dateline=Dateline(place="SERANG", source="infobanten.id"),
        closing="(*)",
        byline=("Dodi Misal",),
        photos=(photo,),
    )
    window.actions_["preview"].trigger()
    page = window.preview._page
    eventually(lambda: "Perahu" in page.toPlainText())
    return window, page


def test_the_preview_shows_the_page_as_it_will_be(preview):
    window, page = preview
    text = page.toPlainText()
    for part in (
        "Literasi",
        "Warga Rekaan Membaca",
        "Dodi Misal",
        "Warga membaca. (Foto: Rina Contoh)",
        "SERANG, infobanten.id – Perahu itu singgah.",
        "(*)",
    ):
        assert part in text
    assert list(page.pictures) != []
    assert all(image.width() > 300 for image in page.pictures.values())
    assert window.preview.isVisible()


def test_the_preview_follows_what_is_changed_beside_it(preview, eventually):
    window, page = preview
    QTest.keyClicks(window.inspector.data.field("kicker"), "Baru ")
    eventually(lambda: "Baru Literasi" in page.toPlainText())
    window.actions_["preview"].trigger()
    assert window.page.isVisible()
    assert window.page.body.hasFocus()


def test_the_preview_reads_no_file_and_no_site(preview, tmp_path):
    window, page = preview
    secret = tmp_path / "rahasia.png"
    Image.new("RGB", (300, 300), "red").save(secret)
    html = (
        f'<link rel="stylesheet" href="{secret}"><p>x</p>'
        f'<img src="{secret}"><img src="file://{secret}"><img src="https://contoh.id/a.png">'
    )
    window.preview.show_page(html, {})
    for name in (str(secret), f"file://{secret}", "https://contoh.id/a.png"):
        for kind in QTextDocument.ResourceType:
            found = page.loadResource(kind.value, QUrl(name))
            assert not isinstance(found, QImage) or found.width() <= 1
    drawn = window.preview.grab().toImage()
    reds = [
        (x, y)
        for x in range(0, drawn.width(), 10)
        for y in range(0, drawn.height(), 10)
        if drawn.pixelColor(x, y).name() == "#ff0000"
    ]
    assert reds == []


def test_leaving_the_story_leaves_the_preview(preview, store, eventually, click_story):
    window, _ = preview
    other = store.stories.save(Story(headline="Lain", body="Isi lain"))
    window.desk.refresh_list()
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert window.page.isVisible()
    assert not window.actions_["preview"].isChecked()
