from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from newsroom.app import Newsroom
from newsroom.portal.profile import Profile, load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.source import Source
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.inspector.data_form import DataForm
from newsroom.ui.inspector.form_group import FormGroup
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme
from newsroom.ui.work.tab_chain import behind


@pytest.fixture
def profile() -> Profile:
    return load_profile("infobanten")


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, profile: Profile, newsroom: Newsroom) -> Iterator[DataForm]:
    checks = LiveChecks(newsroom.make_checker)
    made = DataForm(theme, checks, profile)
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()
    yield made
    checks.close()


@pytest.fixture
def told(form: DataForm) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = []
    form.edited.connect(changes.append)
    return changes


STORY = Story(
    headline="Perpustakaan Keliling Kembali ke Lebak",
    kicker="Layanan",
    dateline=Dateline("Lebak", "infobanten.id"),
    byline=("Rina Contoh", "Budi Misal"),
    editor="Sari Umpama",
    section="Lebak",
    tags=("Lebak", "literasi"),
    summary="Mobil buku datang lagi.",
    closing="(*)",
)


def texts(form: DataForm) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("headline", "Jalan Baru", "Jalan Baru"),
        ("kicker", "Warga", "Warga"),
        ("subheadline", "Dibuka pagi ini", "Dibuka pagi ini"),
        ("byline", "Rina Contoh,  Budi Misal", ("Rina Contoh", "Budi Misal")),
        ("editor", "Sari Umpama ", "Sari Umpama"),
        ("summary", "Jalan dibuka.", "Jalan dibuka."),
        ("slug", "jalan-baru", "jalan-baru"),
    ],
)
def test_typing_tells_the_changed_field_alone(
    qtbot: QtBot, form: DataForm, told: list, name: str, typed: str, value: object
) -> None:
    qtbot.keyClicks(form.field(name), typed)
    assert told[-1] == {name: value}
    assert {key for change in told for key in change} == {name}


def test_a_change_taken_back_is_told_too(qtbot: QtBot, form: DataForm, told: list) -> None:
    qtbot.keyClicks(form.field("editor"), "S")
    qtbot.keyClick(form.field("editor"), Qt.Key.Key_Backspace)
    assert told == [{"editor": "S"}, {"editor": ""}]


def test_showing_stories_tells_nothing(form: DataForm, told: list, profile: Profile) -> None:
    embargo = datetime(2026, 11, 3, 7, 30, tzinfo=profile.zone)
    form.show_story(replace(STORY, embargo=embargo, slug="lebak"))
    form.show_story(Story(section="Astronomi"))
    form.show_story(replace(STORY, dateline=Dateline("Serang", "", date(2026, 11, 3))))
    assert told == []


def test_what_is_being_typed_is_left_alone(qtbot: QtBot, form: DataForm, told: list) -> None:
    story = STORY
    form.edited.connect(lambda change: form.show_story(replace(story, **change)))
    form.show_story(story)
    for name in ("headline", "byline"):
        field = form.field(name)
        qtbot.keyClick(field, Qt.Key.Key_Home)
        qtbot.keyClicks(field, "A, ")
        story = replace(story, **told[-1])
    headline, byline = form.field("headline"), form.field("byline")
    assert headline.cursor_offset() == 3
    assert byline.cursorPosition() == 3
    assert byline.text() == "A, Rina Contoh, Budi Misal"


def test_a_half_typed_date_outlasts_other_changes_but_not_another_story(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    form.show_story(STORY)
    line = form.field("dateline").date.line
    qtbot.keyClicks(line, "3/11/20")
    form.show_story(replace(STORY, headline="Lain", unread=told[-1]["unread"]))
    assert line.text() == "3/11/20"
    assert {name for change in told for name in change} == {"unread"}
    form.show_story(replace(STORY, id="lain"))
    assert line.text() == ""


def test_the_dateline_shows_how_it_will_read(qtbot: QtBot, form: DataForm, told: list) -> None:
    dateline = form.field("dateline")
    assert not any("dateline" in text for text in texts(form) if text != "Dateline")
    qtbot.keyClicks(dateline.date.line, "1/2/2026")
    assert any("Belum lengkap" in text for text in texts(form))
    emptied(qtbot, dateline.date.line)
    qtbot.keyClicks(dateline.place, "Serang")
    assert "Terbaca: SERANG, infobanten.id –" in texts(form)  # the portal's name is its own
    qtbot.keyClicks(dateline.source, "contoh.id")
    assert "Terbaca: SERANG, contoh.id –" in texts(form)
    emptied(qtbot, dateline.source)
    qtbot.keyClicks(dateline.source, "infobanten.id")
    assert told[-1] == {"dateline": Dateline("Serang", "infobanten.id")}


def emptied(qtbot: QtBot, line: QLineEdit) -> None:
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Delete)


def test_the_slug_stays_once_readers_have_had_the_story(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(replace(STORY, slug="pustaka", status=Status.READY))
    qtbot.keyClicks(form.field("slug"), "x")
    assert form.field("slug").text() == "pustakax"
    form.show_story(replace(STORY, slug="pustaka", status=Status.PUBLISHED))
    qtbot.keyClicks(form.field("slug"), "x")
    assert form.field("slug").text() == "pustaka"
    assert "tetap sesudah tayang" in texts(form)


def test_a_dateline_keeps_its_own_way_of_being_written(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    pattern = "{place}, {source} ({date}) – "
    form.show_story(Story(dateline=Dateline("Serang", "contoh.id", date(2020, 3, 15), pattern)))
    assert "Terbaca: Serang, contoh.id (15/3/2020) –" in texts(form)
    qtbot.keyClicks(form.field("dateline").source, "x")
    assert told == [{"dateline": Dateline("Serang", "contoh.idx", date(2020, 3, 15), pattern)}]


def test_the_date_of_the_dateline_can_be_typed_and_emptied(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    form.show_story(STORY)
    day = form.field("dateline").date
    qtbot.keyClicks(day.line, "3 November 2026")
    assert {"dateline": replace(STORY.dateline, date=date(2026, 11, 3))} in told
    assert told[-1] == {"unread": ()}
    assert "Selasa" in texts(form)
    day.line.cross.trigger()
    assert told[-1] == {"dateline": STORY.dateline}
    assert day.line.text() == ""


def test_a_date_that_is_none_is_said_and_kept_as_it_is_written(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    qtbot.keyClicks(form.field("dateline").date.line, "31/2/2026")
    assert told[-1] == {"unread": (("dateline", "31/2/2026"),)}
    assert {name for change in told for name in change} == {"unread"}
    assert "Tulis tanggal, bulan, tahun" in texts(form)


def test_a_time_that_can_not_be_read_outlasts_the_session(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    held = form.field("embargo")
    qtbot.keyClicks(held.day, "besok sore")
    qtbot.keyClicks(held.time, "25.61")
    kept = replace(STORY, id="lain", **told[-1])
    assert kept.unread == (("embargo", "besok sore 25.61"),)

    form.show_story(STORY)
    assert held.day.text() == ""
    form.show_story(kept)
    assert held.day.text() == "besok sore 25.61"
    assert held.moment() is None
    held.day.clear()
    qtbot.keyClicks(held.day, "3/11/2030")
    assert [*told[-2], *told[-1]] == ["embargo", "unread"]
    assert told[-1] == {"unread": ()}


@pytest.mark.parametrize(
    ("day", "at"),
    [("5/1", "07.00"), ("05-01", "7"), ("5 Jan", "pukul 7"), ("2030-01-05", "0700 WIB")],
)
def test_an_embargo_is_read_as_people_write_it(
    qtbot: QtBot, form: DataForm, told: list, day: str, at: str
) -> None:
    held = form.field("embargo")
    held.day.setFocus()
    qtbot.keyClicks(held.day, day)
    held.time.setFocus()
    qtbot.keyClicks(held.time, at)
    form.field("slug").setFocus()

    def is_read() -> None:
        found = held.moment()
        assert found is not None
        assert (found.day, found.month, found.hour) == (5, 1, 7)
        assert found > datetime.now(UTC)
        assert held.day.text() == f"5/1/{found.year}"
        assert held.unread() == ""

    qtbot.waitUntil(lambda: is_read() is None)


@pytest.mark.parametrize(("day", "away"), [("hari ini", 0), ("Besok", 1), ("lusa", 2)])
def test_a_day_is_said_from_today(qtbot: QtBot, form: DataForm, day: str, away: int) -> None:
    held = form.field("embargo")
    held.day.setFocus()
    qtbot.keyClicks(held.day, day)
    form.field("slug").setFocus()
    qtbot.waitUntil(lambda: held.moment() is not None)
    today = datetime.now(held.moment().tzinfo).date()
    assert held.moment().date() == today + timedelta(days=away)


def test_sections_stand_under_their_parents(form: DataForm, told: list) -> None:
    box = form.field("section")
    items = [box.itemText(index) for index in range(box.count())]
    assert items[0] == "(belum dipilih)"
    below = items.index("Daerah") + 1
    option = QStyleOptionViewItem()
    box.itemDelegate().initStyleOption(option, box.model().index(below, 0))
    assert option.text == "\u2003Pandeglang"
    box.setCurrentIndex(below)
    box.activated.emit(below)
    assert told == [{"section": "Pandeglang"}]


@pytest.mark.parametrize(
    ("typed", "section"), [("leb", "Lebak"), ("um", "UMKM"), ("dae", "Daerah")]
)
def test_a_section_is_found_by_its_first_letters(
    qtbot: QtBot, form: DataForm, told: list, typed: str, section: str
) -> None:
    box = form.field("section")
    box.setFocus()
    qtbot.keyClicks(box, typed)
    assert told[-1] == {"section": section}


@pytest.mark.parametrize(
    ("typed", "section"),
    [("leb", "Lebak"), ("p", "Pemerintahan"), ("pp", "Politik"), ("hu", "Hukum & Kriminal")],
)
def test_a_further_section_is_found_by_its_first_letters(
    qtbot: QtBot, form: DataForm, told: list, typed: str, section: str
) -> None:
    menu = form.field("other_sections").menu()
    menu.popup(form.mapToGlobal(form.rect().topLeft()))
    qtbot.keyClicks(menu, typed)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    menu.close()
    assert told[-1] == {"other_sections": (section,)}


def test_a_section_that_the_portal_lacks_is_shown_until_it_is_gone(form: DataForm) -> None:
    box = form.field("section")
    count = box.count()
    form.show_story(Story(section="Astronomi"))
    assert box.currentText() == "Astronomi (tidak ada di portal)"
    assert box.section() == "Astronomi"
    form.show_story(Story(section="Lebak"))
    assert (box.section(), box.count()) == ("Lebak", count)


def test_scrolling_over_a_choice_does_not_change_it(form: DataForm, told: list) -> None:
    form.show_story(STORY)
    for name in ("section", "closing"):
        box = form.field(name)
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, wheel)
    assert told == []
    assert form.field("section").section() == "Lebak"


def test_a_closing_code_is_typed_or_chosen(qtbot: QtBot, form: DataForm, told: list) -> None:
    box = form.field("closing")
    qtbot.keyClicks(box.lineEdit(), "(rc/sr)")
    assert told[-1] == {"closing": "(rc/sr)"}
    box.setCurrentText("(red)")
    box.activated.emit(box.currentIndex())
    assert told[-1] == {"closing": "(red)"}


def test_tags_are_made_by_enter_and_comma(qtbot: QtBot, form: DataForm, told: list) -> None:
    tags = form.field("tags")
    qtbot.keyClicks(tags.line, "Lebak,")
    qtbot.keyClicks(tags.line, "perpustakaan keliling")
    qtbot.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.line.text() == ""
    assert told[-1] == {"tags": ("Lebak", "perpustakaan keliling")}


def test_a_tag_being_typed_is_not_lost(qtbot: QtBot, form: DataForm, told: list) -> None:
    qtbot.keyClicks(form.field("tags").line, "Lebak,lite")
    assert told[-1] == {"tags": ("Lebak", "lite")}
    form.show_story(Story(id="lain", tags=("Lebak", "lite")))
    assert form.field("tags").tags() == ("Lebak", "lite")


def test_a_tag_stands_only_once(qtbot: QtBot, form: DataForm) -> None:
    tags = form.field("tags")
    qtbot.keyClicks(tags.line, "Lebak,lebak,LEBAK")
    assert tags.tags() == ("Lebak",)


def test_backspace_on_nothing_takes_the_last_tag(qtbot: QtBot, form: DataForm, told: list) -> None:
    form.show_story(STORY)
    qtbot.keyClick(form.field("tags").line, Qt.Key.Key_Backspace)
    assert told == [{"tags": ("Lebak",)}]


def test_the_cross_of_a_tag_takes_it_away(qtbot: QtBot, form: DataForm, told: list) -> None:
    form.show_story(STORY)
    crosses = form.field("tags").findChildren(QToolButton, "tagCross")
    cross = next(c for c in crosses if c.accessibleName() == "Hapus tag Lebak")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told == [{"tags": ("literasi",)}]


def test_many_tags_take_more_lines_instead_of_more_width(form: DataForm) -> None:
    width = form.widget().minimumSizeHint().width()
    form.show_story(replace(STORY, tags=tuple(f"tag nomor {n}" for n in range(30))))
    tags = form.field("tags")
    QApplication.processEvents()
    assert form.widget().minimumSizeHint().width() == width
    assert tags.height() > 200


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("Jalan Baru", "jalan-baru"), ("Jum’at!", "jumat-"), ("--a__b", "a-b"), ("Café", "cafe")],
)
def test_a_slug_is_turned_into_letters_of_an_address(
    form: DataForm, told: list, typed: str, slug: str
) -> None:
    field = form.field("slug")
    QApplication.clipboard().setText(typed)
    field.paste()
    assert field.text() == slug
    assert told[-1] == {"slug": slug}


def test_the_cursor_of_a_slug_stays_where_one_types(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(replace(STORY, slug="jalan-lebak"))
    field = form.field("slug")
    field.setCursorPosition(6)
    qtbot.keyClicks(field, "Baru ")
    assert (field.text(), field.cursorPosition()) == ("jalan-baru-lebak", 11)


@pytest.mark.parametrize("typed", ["abc def", "Abc Def", "a!b c", "a- b"])
def test_a_slug_is_undone_to_its_beginning(qtbot: QtBot, form: DataForm, typed: str) -> None:
    form.show_story(replace(STORY, slug="lebak"))
    field = form.field("slug")
    field.end(False)
    qtbot.keyClicks(field, typed)
    QApplication.clipboard().setText("Hari Ini")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text().endswith("hari-ini")
    for _ in range(len(typed) + 1):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "lebak"
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "lebak"


def test_what_the_mouse_pastes_into_a_slug_is_undone_too(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(replace(STORY, slug="lebak"))
    field = form.field("slug")
    field.end(False)
    qtbot.keyClicks(field, "-a")
    QApplication.clipboard().setText("Hari Ini")
    at = field.rect().center()
    QApplication.sendEvent(
        field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    )
    menu = field.findChild(QMenu)
    menu.findChild(QAction, "edit-paste").trigger()
    menu.close()
    assert field.text() == "lebak-ahari-ini"
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "lebak"


def test_words_dropped_on_a_slug_are_undone_too(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(replace(STORY, slug="lebak"))
    field = form.field("slug")
    dropped = QMimeData()
    dropped.setText(" Hari Ini!")
    far_right = QPointF(field.rect().right() - 8, field.rect().center().y())
    given = dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(field, QDragEnterEvent(far_right.toPoint(), copy, *given))
    QApplication.sendEvent(field, QDropEvent(far_right, copy, *given))
    assert field.text() == "lebak-hari-ini-"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "lebak"


def test_a_word_taken_out_of_a_slug_leaves_one_hyphen_and_comes_back(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    form.show_story(replace(STORY, slug="jalan-x-lebak"))
    field = form.field("slug")
    field.setFocus()
    field.setCursorPosition(7)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "jalan-x-lebak"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    form.field("headline").setFocus()
    assert told[-1] == {"slug": "jalan-lebak"}


def test_a_published_story_without_a_slug_is_given_one_for_good(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    form.show_story(replace(STORY, slug="", status=Status.PUBLISHED))
    field = form.field("slug")
    assert "salin dari yang sudah tayang" in texts(form)
    field.setFocus()
    qtbot.keyClicks(field, "perpustakaan-di-lebak")
    assert told[-1] == {"slug": "perpustakaan-di-lebak"}
    form.field("headline").setFocus()
    assert "tetap sesudah tayang" in texts(form)
    qtbot.keyClicks(field, "x")
    assert field.text() == "perpustakaan-di-lebak"


def test_another_published_story_keeps_its_slug(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(replace(STORY, id="lain", slug="", status=Status.PUBLISHED))
    form.show_story(replace(STORY, slug="pustaka", status=Status.PUBLISHED))
    qtbot.keyClicks(form.field("slug"), "x")
    assert form.field("slug").text() == "pustaka"


def test_a_slug_that_stays_is_read_from_its_begin(form: DataForm) -> None:
    long = "perpustakaan-keliling-kembali-ke-kampung-rekaan-di-lebak"
    form.show_story(replace(STORY, slug=long, status=Status.PUBLISHED))
    field = form.field("slug")
    assert field.cursorPositionAt(field.rect().topLeft()) == 0


def test_an_empty_slug_shows_what_will_be_made(form: DataForm) -> None:
    form.show_story(STORY)
    field = form.field("slug")
    assert field.placeholderText() == "perpustakaan-keliling-kembali-ke-lebak"
    form.show_story(Story())
    assert field.placeholderText() == ""


def test_lengths_are_measured_and_called_too_long(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(STORY)
    assert "38/70" in texts(form)
    assert "23/160" in texts(form)
    qtbot.keyClicks(form.field("headline"), "x" * 40)
    assert any("terlalu panjang" in text and "78/70" in text for text in texts(form))


def test_an_embargo_is_in_the_time_of_the_portal(
    qtbot: QtBot, form: DataForm, told: list, profile: Profile
) -> None:
    embargo = form.field("embargo")
    qtbot.keyClicks(embargo.day, "3/11/2026")
    qtbot.keyClicks(embargo.time, "7.30")
    moment = next(change["embargo"] for change in reversed(told) if "embargo" in change)
    assert moment == datetime(2026, 11, 3, 0, 30, tzinfo=UTC)
    assert "Ditahan sampai Selasa, 3 November 2026 pukul 07.30 WIB." in texts(form)


def test_an_embargo_told_in_another_zone_is_shown_in_the_portals(form: DataForm) -> None:
    form.show_story(Story(embargo=datetime(2026, 11, 2, 23, 15, tzinfo=UTC)))
    embargo = form.field("embargo")
    assert (embargo.day.text(), embargo.time.text()) == ("3/11/2026", "06.15")


def test_an_embargo_can_be_emptied(form: DataForm, told: list, profile: Profile) -> None:
    form.show_story(Story(embargo=datetime(2026, 11, 3, 7, 30, tzinfo=profile.zone)))
    embargo = form.field("embargo")
    embargo.day.cross.trigger()
    assert told == [{"embargo": None}]
    assert (embargo.day.text(), embargo.time.text()) == ("", "")


def test_half_an_embargo_is_said_and_not_told(qtbot: QtBot, form: DataForm, told: list) -> None:
    qtbot.keyClicks(form.field("embargo").time, "25.00")
    assert told[-1] == {"unread": (("embargo", "25.00"),)}
    assert form.field("embargo").moment() is None
    assert any("Belum terbaca" in text for text in texts(form))


def test_every_field_has_a_name_for_those_who_do_not_see_it(form: DataForm) -> None:
    form.show_story(STORY)
    stops, stop = [], form.field("headline")
    while stop not in stops:
        stops.append(stop)
        stop = behind(stop)
    reached = [
        w for w in stops if form.isAncestorOf(w) and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [w for w in reached if not w.accessibleName() and w.focusProxy() is None]
    assert len(reached) > 14
    assert nameless == []


def group(form: DataForm, title: str) -> FormGroup:
    (found,) = [one for one in form.findChildren(FormGroup) if title in one.heading.text()]
    return found


def test_what_few_stories_need_is_folded_and_opened_by_key(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    people = group(form, "narasumber")
    assert not people.is_made
    people.heading.setFocus()
    qtbot.keyClick(people.heading, Qt.Key.Key_Space)
    contributors = form.field("contributors")
    assert contributors.isVisibleTo(form)
    qtbot.keyClicks(contributors, "Ani Contoh, Budi Misal")
    assert told[-1] == {"contributors": ("Ani Contoh", "Budi Misal")}
    assert people.heading.text() == "Kontributor dan narasumber · 1 terisi"
    qtbot.keyClick(people.heading, Qt.Key.Key_Space)
    assert not contributors.isVisibleTo(form)
    assert people.heading.accessibleName().endswith("tertutup")


def test_a_field_that_is_wanted_unfolds(form: DataForm) -> None:
    form.show_story(Story(search_title="Panen raya di Andai", social="Panen!"))
    assert group(form, "Pencarian").heading.text().endswith("2 terisi")
    field = form.field("search_title")
    assert field.text() == "Panen raya di Andai"
    assert group(form, "Pencarian").is_open
    form.show_story(Story(search_title="Lain"))
    assert field.text() == "Lain"


def test_lengths_are_those_of_the_story_that_is_shown(form: DataForm) -> None:
    form.field("search_title")
    form.show_story(Story(search_title="Panen raya"))
    assert "10/60" in texts(form)
    form.show_story(Story())
    assert "10/60" not in texts(form)
    assert "0/60" in texts(form)


def test_sources_are_added_and_removed_by_key(qtbot: QtBot, form: DataForm, told: list) -> None:
    sources = form.field("sources")
    qtbot.keyClick(sources.more, Qt.Key.Key_Space)
    (card,) = sources.cards
    qtbot.keyClicks(card.name, "Budi Contoh")
    qtbot.keyClicks(card.contact, "08xx")
    assert told[-1] == {"sources": (Source("Budi Contoh", contact="08xx"),)}
    assert card.remove.accessibleName() == "Hapus narasumber Budi Contoh"
    card.remove.setFocus()
    qtbot.keyClick(card.remove, Qt.Key.Key_Space)
    assert told[-1] == {"sources": ()}
    assert sources.cards == []


def test_further_sections_are_ticked_and_those_the_portal_lacks_are_kept(
    form: DataForm, told: list, profile: Profile
) -> None:
    form.show_story(Story(other_sections=("Rubrik Lama",)))
    menu = form.field("other_sections")
    assert menu.text() == "Rubrik Lama"
    first = menu.menu().actions()[0]
    first.trigger()
    assert told[-1] == {"other_sections": ("Rubrik Lama", profile.sections[0].name)}
    first.trigger()
    assert told[-1] == {"other_sections": ("Rubrik Lama",)}


def test_a_deadline_is_in_the_zone_that_one_chooses(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    deadline = form.field("deadline")
    qtbot.keyClicks(deadline.day, "3/11/2026")
    qtbot.keyClicks(deadline.time, "17.00")
    deadline.zone.setFocus()
    qtbot.keyClick(deadline.zone, Qt.Key.Key_Down)  # from WIB
    moment = told[-1]["deadline"]
    assert moment.isoformat() == "2026-11-03T17:00:00+08:00"
    assert "Harus selesai Selasa, 3 November 2026 pukul 17.00 WITA." in texts(form)
    form.show_story(Story())
    form.show_story(Story(deadline=moment))
    assert (deadline.time.text(), deadline.zone.currentText()) == ("17.00", "WITA")


def test_the_title_for_search_engines_is_what_they_show(qtbot: QtBot, form: DataForm) -> None:
    form.show_story(Story("Judul untuk pembaca", search_title="Judul untuk mesin"))
    assert "Judul untuk mesin" in texts(form)


def test_a_place_goes_on_by_key_with_those_there_are(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    place = form.field("dateline").place
    place.setFocus()
    qtbot.keyClicks(place, "rangk")
    popup = place.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert place.text() == "Rangkasbitung"
    assert told[-1]["dateline"].place == "Rangkasbitung"


def test_a_place_that_no_list_has_may_be_written(qtbot: QtBot, form: DataForm, told: list) -> None:
    qtbot.keyClicks(form.field("dateline").place, "Kampung Rekaan")
    assert told[-1]["dateline"].place == "Kampung Rekaan"


def test_tags_on_offer_are_taken_by_key_and_typed_ones_spelt_as_the_archive_does(
    qtbot: QtBot, form: DataForm, told: list
) -> None:
    tags = form.field("tags")
    assert not tags.offers.isVisibleTo(form)
    tags.offer(["UMKM", "panen raya"], {"UMKM": 3, "panen raya": 2, "Lebak": 5})
    assert tags.offers.isVisibleTo(form)
    first = tags.offers.buttons[0]
    assert first.accessibleName() == "Tambah tag UMKM"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert told[-1] == {"tags": ("UMKM",)}
    assert [button.text() for button in tags.offers.buttons] == ["+ panen raya"]
    qtbot.keyClicks(tags.line, "lebak,")
    assert told[-1] == {"tags": ("UMKM", "Lebak")}
    form.show_story(Story())
    assert not tags.offers.isVisibleTo(form)
