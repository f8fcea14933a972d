"""A story with its changes, as it is set out and written on the sheet of the review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from newsroom.portal.profile import load_profile
from newsroom.store.reviews import Review as KeptReview
from newsroom.story.changes.between import Changes
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.ui.changes.found import Found, Kept
from newsroom.ui.changes_view.reviewed import Reviewed
from newsroom.ui.changes_view.runs import LEFT, RIGHT, Shown
from newsroom.ui.changes_view.set_out import set_out
from newsroom.ui.changes_view.sheet import ChangesSheet

KETUA = "Ketua kelompok tani, Ani Contoh, meminta kios diawasi karena harganya naik."
DINAS = (
    "Dinas mencatat kebutuhan pupuk di sembilan kecamatan sama dengan tahun yang lalu.\n\n"
    "Kebutuhan itu dihitung dari luas sawah yang terdaftar, dan diperiksa setiap bulan."
)
WAS = Story(
    headline="Petani Rekaan Terima Pupuk",
    dateline=Dateline(place="SERANG"),
    tags=("padi",),
    photos=(Photo("padi.jpg", caption="Petani."),),
    body=(
        "Pupuk disalurkan kepada 1,250 petani.\n\n"
        "Harga eceran\n\n"
        "Harga pupuk Rp2.250 per kilogram. Stoknya cukup sampai tiga bulan, kata dinas.\n\n"
        f"{KETUA}\n\n{DINAS}\n\nPenyaluran berlanjut hingga akhir bulan."
    ),
    closing="(*)",
)
NOW = replace(
    WAS,
    headline="Petani Rekaan Terima Pupuk Murah",
    dateline=Dateline(place="LEBAK"),
    tags=("padi", "Lebak"),
    photos=(Photo("padi.jpg", caption="Petani mengangkut pupuk."),),
    body=(
        "Pupuk disalurkan kepada 1.250 petani.\n\n"
        "## Harga eceran\n\n"
        "Harga pupuk **Rp2.250** per kilogram. Stoknya cukup sampai tiga bulan, kata dinas.\n\n"
        f"{DINAS}\n\n{KETUA}\n\n"
        "Warga menyambutnya.\n\nPenyaluran berlanjut hingga akhir bulan."
    ),
    closing="(red)",
)


@pytest.fixture
def reviewed() -> Reviewed:
    kept = Kept(KeptReview(WAS.id, 1, "Wati Misal", datetime.now(UTC), WAS, WAS), (), frozenset())
    found = Found.of(kept, NOW, None)
    return Reviewed.of(found, found, load_profile("infobanten"))


@pytest.fixture
def sheet(qtbot, theme, reviewed):
    """Shows it in one column or in two."""

    def make(*, two_columns: bool = False) -> ChangesSheet:
        made = ChangesSheet(theme)
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show()
        made.two_columns = two_columns
        made.show_reading(reviewed.reading(("Wartawan", "Sekarang")))
        return made

    return make


def text_of(sheet: ChangesSheet, spot: tuple[int, int]) -> str:
    cursor = QTextCursor(sheet.document())
    cursor.setPosition(spot[0])
    cursor.setPosition(spot[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def look_at(sheet: ChangesSheet, words: str) -> QTextCharFormat:
    found = sheet.document().find(words)
    assert not found.isNull(), words
    return found.charFormat()


def lines(sheet: ChangesSheet) -> list[str]:
    return [line for line in sheet.toPlainText().split("\n") if line]


def test_both_texts_can_be_read_out_of_what_is_set_out(reviewed):
    """Whatever is left out of a column is in the other alone."""
    body = next(passage for passage in reviewed.passages if passage.field == "body")
    for seen, text in ((LEFT, WAS.body), (RIGHT, NOW.body)):
        shown = "".join(run.text for row in body.rows for run in row if run.shown in seen)
        assert "".join(shown.split()) == "".join(text.split())


def test_the_story_is_read_in_its_order_and_of_its_data_what_has_changed(sheet):
    shown = lines(sheet())
    wanted = [
        "Petani Rekaan Terima Pupuk",
        "Foto 1: keterangan foto",
        "Petani",
        "LEBAK, info",
        "Dateline, tempat",
        "SERANG",
        "Pupuk disalurkan",
        "## Harga",
        "Harga pupuk",
        "Ketua",
        "Dinas",
        "Kebutuhan",
        "Ketua",
        "Warga",
        "Penyaluran",
        "(*)",
        "Tag",
        "padi",
    ]
    assert len(shown) == len(wanted)
    assert all(line.startswith(opening) for line, opening in zip(shown, wanted, strict=True))
    assert shown[-3].split() == ["(*)", "(red)"]


def test_the_caption_of_a_new_photo_came_with_it():
    now = replace(NOW, photos=(*NOW.photos, Photo("gudang.jpg", caption="Gudang pupuk.")))
    changes = Changes(WAS, now).all
    passages = {one.field: one for one in set_out(now, ("", ""), changes)}
    ((run,),) = passages["photos[1].caption"].rows
    assert (run.text, run.shown) == ("Gudang pupuk.", Shown.ADDED)
    assert changes[run.change].field == "photos[1]"


def test_what_went_is_struck_through_and_what_came_is_underlined(sheet):
    shown = sheet()
    went, came = look_at(shown, "1,250"), look_at(shown, "1.250")
    assert (went.fontStrikeOut(), went.fontUnderline()) == (True, False)
    assert (came.fontStrikeOut(), came.fontUnderline()) == (False, True)
    same = look_at(shown, "disalurkan")
    assert (same.fontStrikeOut(), same.fontUnderline()) == (False, False)


def test_what_was_moved_says_at_both_places_where_the_other_is(sheet, reviewed):
    shown = sheet()
    first, second = (line for line in lines(shown) if line.startswith("Ketua"))
    assert first.endswith("naik. [dipindahkan ke paragraf 6]")
    assert second.endswith("naik. [dipindahkan dari paragraf 4]")
    moved = next(n for n, one in enumerate(reviewed.all) if one.kind.value == "moved")
    spots = shown.written.spots[moved]
    assert [text_of(shown, spot)[:5] for spot in spots] == ["Ketua", "Ketua"]
    assert look_at(shown, "Ketua").fontStrikeOut()


def test_a_change_of_form_is_named_in_words(sheet):
    shown = lines(sheet())
    assert "## Harga eceran [dijadikan judul bagian]" in shown
    assert any("**Rp2.250** [ditebalkan] per" in line for line in shown)


def test_two_columns_have_the_same_paragraphs_beside_each_other(sheet):
    shown = sheet(two_columns=True)
    layout = shown.document().documentLayout()

    def top(words: str, after: int = 0) -> tuple[float, float]:
        block = shown.document().find(words, after).block()
        rect = layout.blockBoundingRect(block)
        return rect.x(), rect.y()

    left = top("Harga pupuk")
    right = top("Harga pupuk", shown.document().find("Harga pupuk").position())
    assert left[1] == right[1]
    assert left[0] < shown.width() / 3 < right[0]
    assert look_at(shown, "1,250").fontStrikeOut()
    assert not look_at(shown, "1.250").fontStrikeOut()


@pytest.mark.parametrize("two_columns", [False, True])
def test_each_change_is_found_where_its_words_stand(sheet, reviewed, two_columns):
    shown = sheet(two_columns=two_columns)
    assert sorted(shown.written.spots) == [*range(len(reviewed.all))]
    for number, change in enumerate(reviewed.all):
        words = {"".join(text.split()) for text in (change.old, change.new)}
        for spot in shown.written.spots[number]:
            assert "".join(text_of(shown, spot).split()) in words


def test_the_changes_are_numbered_as_they_stand_on_the_sheet(sheet):
    spots = sheet().written.spots
    places = [spots[number][-1][0] for number in sorted(spots)]
    assert places == sorted(places)


def test_the_story_keeps_its_size_and_width_with_the_page(sheet):
    shown = sheet()
    before = look_at(shown, "disalurkan").font().pixelSize()
    shown.set_look(150, 500)
    assert look_at(shown, "disalurkan").font().pixelSize() == before * 150 // 100
    assert shown.column_width() == 750


def test_what_is_said_aloud_names_the_place_and_the_words(reviewed):
    told = [reviewed.told(number) for number in range(len(reviewed.all))]
    assert "Judul: ditambahkan: Murah" in told
    assert "Tubuh berita: dihapus: 1,250; ditambahkan: 1.250" in told
    assert "Dateline, tempat: dihapus: SERANG; ditambahkan: LEBAK" in told
    assert "Tubuh berita: ditebalkan: Rp2.250" in told


def test_the_change_at_hand_stays_in_sight_while_the_card_below_takes_room(reviewed, theme, qtbot):
    sheet = ChangesSheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(700, 600)
    sheet.show()
    sheet.show_reading(reviewed.reading(("", "")))
    last = len(reviewed.all) - 1
    sheet.set_off(last)

    sheet.resize(700, 300)

    assert sheet.place_of(last).top() >= 0
    assert sheet.place_of(last).bottom() <= sheet.viewport().height()


def test_what_was_drawn_before_is_let_go(sheet):
    shown = sheet()
    before = shown.document()

    shown.draw()

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(before)
    assert "disalurkan" in shown.toPlainText()
