from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from newsroom.app import Newsroom
from newsroom.portal.profile import load_profile
from newsroom.story.rights import Rights
from newsroom.story.story import Photo, Story
from newsroom.ui.inspector.names_dialog import NamesDialog
from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.panel import PhotoPanel
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

BUS = Photo("bus.jpg", "Warga memilih buku.", "Rina Contoh", lead=True, digest="b" * 64)
HALL = Photo("balai.jpg", "Balai desa.", "Budi Misal", digest="c" * 64)
WORDS_ONLY = Photo("", "Petugas menata buku.")
STORY = Story(photos=(BUS, HALL, WORDS_ONLY))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, newsroom: Newsroom) -> Iterator[PhotoPanel]:
    checks = LiveChecks(newsroom.make_checker)
    made = PhotoPanel(theme, checks, load_profile("infobanten"))
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()
    yield made
    checks.close()


@pytest.fixture
def told(panel: PhotoPanel) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = []
    panel.edited.connect(changes.append)
    return changes


def choose(card: PhotoCard, text: str) -> None:
    actions = card.more.menu().actions()
    next(action for action in actions if action.text() == text).trigger()


def captions(panel: PhotoPanel) -> list[str]:
    return [card.caption.text() for card in panel.cards]


def says(widget: QWidget, text: str) -> bool:
    labels = widget.findChildren(QWidget)
    return any(w.isVisible() and getattr(w, "text", str)() == text for w in labels)


def test_showing_tells_nothing_and_asks_for_the_pictures(panel: PhotoPanel, told: list) -> None:
    wanted: list[Photo] = []
    panel.thumbnail_wanted.connect(wanted.append)
    panel.show_story(STORY)
    panel.show_story(replace(STORY, headline="Lain"))
    assert told == []
    assert wanted == [BUS, HALL]


def test_every_field_of_a_photo_can_be_written(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    card = panel.cards[2]
    qtbot.keyClicks(card.credit, "Dok. Contoh")
    qtbot.keyClicks(card.alt, "Rak buku")
    qtbot.keyClicks(card.place, "Lebak")
    qtbot.keyClicks(card.taken.line, "3/11/2026")
    card.caption.selectAll()
    qtbot.keyClicks(card.caption, "Buku baru.")
    written = Photo("", "Buku baru.", "Dok. Contoh", "Rak buku", date(2026, 11, 3), "Lebak")
    assert told[-1] == {"photos": (BUS, HALL, written)}
    assert all(set(change) == {"photos"} for change in told)


def test_what_is_being_typed_is_left_alone(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    caption = panel.cards[0].caption
    qtbot.keyClick(caption, Qt.Key.Key_Home)
    qtbot.keyClicks(caption, "Para ")
    panel.show_story(replace(STORY, **told[-1]))
    assert caption.cursor_offset() == 5
    assert caption.text() == "Para Warga memilih buku."


def test_one_photo_leads_always(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    qtbot.mouseClick(panel.cards[1].lead, Qt.MouseButton.LeftButton)
    assert [photo.lead for photo in told[-1]["photos"]] == [False, True, False]
    assert [card.lead.isChecked() for card in panel.cards] == [False, True, False]
    qtbot.mouseClick(panel.cards[1].lead, Qt.MouseButton.LeftButton)
    assert len(told) == 1
    assert panel.cards[1].lead.isChecked()


def test_the_first_leads_where_none_is_marked(panel: PhotoPanel) -> None:
    panel.show_story(Story(photos=(HALL, WORDS_ONLY)))
    assert [card.lead.isChecked() for card in panel.cards] == [True, False]


def test_of_several_leading_photos_one_is_kept(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(Story(photos=(HALL, BUS, replace(WORDS_ONLY, lead=True))))
    qtbot.keyClicks(panel.cards[0].place, "L")
    assert [photo.lead for photo in told[-1]["photos"]] == [False, True, False]


def test_photos_move_up_and_down(panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    choose(panel.cards[0], "Pindah ke bawah")
    assert told[-1] == {"photos": (HALL, BUS, WORDS_ONLY)}
    assert captions(panel) == [HALL.caption, BUS.caption, WORDS_ONLY.caption]
    choose(panel.cards[2], "Pindah ke atas")
    assert told[-1] == {"photos": (HALL, WORDS_ONLY, BUS)}


def test_the_first_cannot_go_up_nor_the_last_down(panel: PhotoPanel) -> None:
    panel.show_story(STORY)
    enabled = [
        [a.text() for a in card.more.menu().actions() if a.isEnabled() and "Pindah" in a.text()]
        for card in panel.cards
    ]
    assert enabled == [
        ["Pindah ke bawah"], ["Pindah ke atas", "Pindah ke bawah"], ["Pindah ke atas"]
    ]  # fmt: skip


def test_a_removed_photo_can_be_brought_back(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    choose(panel.cards[0], "Hapus foto")
    assert told[-1] == {"photos": (HALL, WORDS_ONLY)}
    assert says(panel, "Foto dihapus.")
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert told[-1] == {"photos": (BUS, HALL, WORDS_ONLY)}
    assert captions(panel) == [photo.caption for photo in STORY.photos]
    assert not says(panel, "Foto dihapus.")


def test_a_photo_brought_back_does_not_lead_beside_another(
    qtbot: QtBot, panel: PhotoPanel, told: list
) -> None:
    panel.show_story(STORY)
    choose(panel.cards[0], "Hapus foto")
    qtbot.mouseClick(panel.cards[1].lead, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert [photo.lead for photo in told[-1]["photos"]] == [False, False, True]


def test_another_story_forgets_what_was_removed(panel: PhotoPanel) -> None:
    panel.show_story(STORY)
    choose(panel.cards[0], "Hapus foto")
    panel.show_story(Story(photos=(HALL,)))
    assert not says(panel, "Foto dihapus.")


def test_a_thumbnail_is_shown_when_it_comes(qtbot: QtBot, panel: PhotoPanel) -> None:
    panel.show_story(STORY)
    red = QImage(64, 64, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    panel.set_thumbnail(BUS.digest, red)
    shown = panel.cards[0].thumbnail.grab().toImage()
    other = panel.cards[1].thumbnail.grab().toImage()
    middle = QPoint(shown.width() // 2, shown.height() // 2 + 16)
    assert shown.pixelColor(middle) == Qt.GlobalColor.red
    assert other.pixelColor(middle) != Qt.GlobalColor.red


def test_moved_photos_take_their_pictures_along_unasked(panel: PhotoPanel) -> None:
    panel.show_story(STORY)
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    for photo in (BUS, HALL):
        panel.set_thumbnail(photo.digest, image)
    wanted: list[Photo] = []
    panel.thumbnail_wanted.connect(wanted.append)
    choose(panel.cards[0], "Pindah ke bawah")
    assert wanted == []


def test_a_caption_without_a_picture_asks_for_that_very_picture(
    qtbot: QtBot, panel: PhotoPanel, tmp_path: Path
) -> None:
    picture = tmp_path / "rak.png"
    Image.new("RGB", (8, 8)).save(picture)
    panel.show_story(STORY)
    assert says(panel.cards[2], "Belum ada gambar")
    assert not says(panel.cards[0], "Belum ada gambar")
    wanted: list[tuple[int, Path]] = []
    panel.picture_wanted.connect(lambda index, path: wanted.append((index, path)))
    qtbot.mouseClick(panel.cards[2].choose, Qt.MouseButton.LeftButton)
    pick(panel, picture)
    assert wanted == [(2, picture)]


def test_a_picture_that_is_not_found_is_said(panel: PhotoPanel) -> None:
    panel.show_story(STORY)
    panel.set_thumbnail(HALL.digest, QImage())
    assert says(panel.cards[1], "Tidak terbaca")
    assert panel.cards[1].choose.isVisible()


def test_photos_are_added_through_the_button(
    qtbot: QtBot, panel: PhotoPanel, tmp_path: Path
) -> None:
    picture = tmp_path / "bus.png"
    Image.new("RGB", (8, 8)).save(picture)
    wanted: list[list[Path]] = []
    panel.photos_wanted.connect(wanted.append)
    qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    pick(panel, picture)
    assert wanted == [[picture]]


def test_files_dropped_on_a_text_field_are_photos(panel: PhotoPanel, tmp_path: Path) -> None:
    panel.show_story(STORY)
    wanted: list[list[Path]] = []
    panel.photos_wanted.connect(wanted.append)
    files = [tmp_path / "satu.jpg", tmp_path / "dua.png"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    for field in (panel.cards[0].caption.viewport(), panel.cards[0].credit, panel.add):
        wanted.clear()
        drop(takes_drops(field), mime)
        assert wanted == [files]
    assert panel.cards[0].caption.text() == BUS.caption


def test_a_link_from_a_browser_is_no_photo(panel: PhotoPanel) -> None:
    wanted: list[list[Path]] = []
    panel.photos_wanted.connect(wanted.append)
    mime = QMimeData()
    mime.setUrls([QUrl("https://contoh.id/foto.jpg")])
    assert not drop(panel, mime)
    assert wanted == []


def test_an_empty_panel_says_what_to_do(panel: PhotoPanel) -> None:
    panel.show_story(Story())
    assert says(panel, "Belum ada foto")
    panel.show_story(STORY)
    assert not says(panel, "Belum ada foto")


def test_cards_of_removed_photos_do_not_mind_another_theme(panel: PhotoPanel, theme: Theme) -> None:
    panel.show_story(STORY)
    panel.show_story(Story())
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    try:
        theme.use(True)
    finally:
        theme.use(False)


def pick(panel: PhotoPanel, path: Path) -> None:
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def takes_drops(widget: QWidget) -> QWidget:
    """Return whom Qt would give what is dropped on a widget."""
    while not widget.acceptDrops():
        widget = widget.parentWidget()
    return widget


def drop(panel: QWidget, mime: QMimeData) -> bool:
    copy, left, plain = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    enter = QDragEnterEvent(QPoint(20, 20), copy, mime, left, plain)
    enter.ignore()
    QApplication.sendEvent(panel, enter)
    if enter.isAccepted():
        QApplication.sendEvent(panel, QDropEvent(QPointF(20, 20), copy, mime, left, plain))
    return enter.isAccepted()


def help_with(card: PhotoCard, begins: str) -> None:
    menu = card.help.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(begins)).trigger()


def test_a_template_knows_the_place_and_the_day_and_leads_to_what_it_does_not(
    qtbot: QtBot, panel: PhotoPanel, told: list
) -> None:
    photo = Photo("a.jpg", place="Andai", taken=date(2026, 11, 3))
    panel.show_story(Story(photos=(photo,)))
    (card,) = panel.cards
    help_with(card, "⟨siapa⟩ ⟨sedang apa⟩")
    assert card.caption.text() == "⟨siapa⟩ ⟨sedang apa⟩ di Andai, Selasa (3/11/2026)."
    assert told[-1]["photos"][0].caption == card.caption.text()
    qtbot.keyClicks(card.caption, "Warga")
    assert card.caption.text().startswith("Warga ⟨sedang apa⟩ di Andai")
    card.caption.undo()
    card.caption.undo()
    assert card.caption.text() == ""


def test_a_group_is_named_from_the_left(qtbot: QtBot, panel: PhotoPanel) -> None:
    panel.show_story(Story(photos=(Photo("a.jpg"),)))
    (card,) = panel.cards
    help_with(card, "Nama dari kiri")
    (dialog,) = panel.window().findChildren(NamesDialog)
    assert not dialog.use.isEnabled()
    qtbot.keyClicks(dialog.line, "Karta Wijaya, Surti Misalwati, Budi Contoh")
    told = "(dari kiri) Karta Wijaya, Surti Misalwati, dan Budi Contoh"
    assert dialog.reads.text() == f"Terbaca: {told}"
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert card.caption.text() == told


@pytest.mark.parametrize(
    ("at", "caption"),
    [
        (0, "Karta (kiri) dan Surti Panen di Andai."),
        (5, "Panen Karta (kiri) dan Surti di Andai."),
        (6, "Panen Karta (kiri) dan Surti di Andai."),
        (15, "Panen di Andai. Karta (kiri) dan Surti"),
    ],
)
def test_names_of_a_group_stand_apart_from_the_words_beside_them(
    qtbot: QtBot, panel: PhotoPanel, at: int, caption: str
) -> None:
    panel.show_story(Story(photos=(Photo("a.jpg", "Panen di Andai."),)))
    (card,) = panel.cards
    card.caption.select(at, at)
    help_with(card, "Nama dari kiri")
    (dialog,) = panel.window().findChildren(NamesDialog)
    qtbot.keyClicks(dialog.line, "Karta, Surti")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert card.caption.text() == caption


def test_one_caption_serves_the_photos_that_have_none(panel: PhotoPanel, told: list) -> None:
    panel.show_story(Story(photos=(BUS, Photo("b.jpg"), HALL)))
    help_with(panel.cards[0], "Pakai untuk foto lain")
    assert captions(panel) == [BUS.caption, BUS.caption, HALL.caption]
    assert [photo.caption for photo in told[-1]["photos"]] == captions(panel)


def test_a_courtesy_photo_asks_from_whom_it_is(qtbot: QtBot, panel: PhotoPanel, told: list) -> None:
    panel.show_story(STORY)
    card = panel.cards[0]
    assert not card.rights.is_made
    rights = card.field("rights")
    asks = "Foto istimewa: tulis dari siapa foto ini diperoleh."
    assert not says(card, asks)
    rights.setFocus()
    qtbot.keyClick(rights, Qt.Key.Key_End)
    assert told[-1]["photos"][0].rights is Rights.COURTESY
    assert says(card, asks)
    qtbot.keyClicks(card.field("source"), "Warga Andai")
    assert told[-1]["photos"][0].source == "Warga Andai"
    assert not says(card, asks)
    assert card.rights.heading.text() == "Hak dan data foto · 2 terisi"


def test_what_the_file_said_is_in_the_folded_fields(panel: PhotoPanel) -> None:
    photo = replace(BUS, keywords=("buku", "bus"), creator="Rina Contoh")
    panel.show_story(Story(photos=(photo,)))
    (card,) = panel.cards
    assert card.rights.heading.text() == "Hak dan data foto · 2 terisi"
    assert card.field("keywords").text() == "buku, bus"
    assert card.field("creator").text() == "Rina Contoh"
