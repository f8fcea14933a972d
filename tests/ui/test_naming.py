"""People in the form: codes, the archive's spelling, the closing code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from newsroom.story.story import Story
from newsroom.ui.inspector.offer import Offer
from newsroom.ui.work.tab_chain import behind

AUTHORS = '\n[authors]\n"Irwan Rekaan" = "irwan"\n"Rina Andini" = "rina"\n'


@pytest.fixture
def form(newsroom, store, writing):
    """The form of a window whose portal has two writers and whose archive has a name."""
    profiles = newsroom.home / "portals"
    profiles.mkdir(parents=True, exist_ok=True)
    shipped = Path(__file__).parents[2] / "resources" / "portals" / "infobanten.toml"
    text = shipped.read_text("utf-8").replace("\n[authors]\n", AUTHORS)
    (profiles / "infobanten.toml").write_text(text, "utf-8")
    for _ in range(3):
        store.stories.save(Story(headline="Lama", body="Warga menyapa Badu Umpamaputra di sana."))
    window = writing("Warga membaca.")
    return window.inspector.data


def offer_of(form, line: QLineEdit) -> Offer:
    line.setFocus()
    stop = behind(line)
    while not isinstance(stop, Offer):
        stop = behind(stop)
    return stop


@pytest.mark.parametrize(
    ("field", "typed", "taken", "value"),
    [
        ("byline", "wan/ra", "Irwan Rekaan, Rina Andini", ("Irwan Rekaan", "Rina Andini")),
        ("editor", "ra", "Rina Andini", "Rina Andini"),
        ("byline", "Badu Umpamaputera", "Badu Umpamaputra", ("Badu Umpamaputra",)),
    ],
)
def test_a_name_is_completed_by_key(qtbot, eventually, form, field, typed, taken, value) -> None:
    line = form.field(field)
    offer = offer_of(form, line)
    qtbot.keyClicks(line, typed)
    eventually(lambda: offer.isVisible() and offer.offered == taken)
    assert line.text() == typed

    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert line.text() == taken
    assert getattr(form.window().desk.story, field) == value


def test_a_sources_name_is_offered_as_the_archive_has_it(qtbot, eventually, form) -> None:
    sources = form.field("sources")
    sources.more.setFocus()
    qtbot.keyClick(sources.more, Qt.Key.Key_Space)
    (card,) = sources.cards
    qtbot.keyClicks(card.name, "drs. Badu Umpamaputera")
    eventually(lambda: card.better_name.offered == "Drs. Badu Umpamaputra")


def test_a_name_that_nobody_knows_is_left_in_peace(qtbot, eventually, form) -> None:
    line = form.field("byline")
    offer = offer_of(form, line)
    qtbot.keyClicks(line, "wan")
    eventually(lambda: offer.offered == "Irwan Rekaan")
    line.selectAll()
    qtbot.keyClicks(line, "Sari Lainnya")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert offer.offered == ""


def test_the_code_of_writer_and_editor_is_among_the_closings(qtbot, form) -> None:
    closing = form.field("closing")
    given = [closing.itemText(at) for at in range(closing.count())]
    qtbot.keyClicks(form.field("byline"), "Irwan Rekaan")
    qtbot.keyClicks(form.field("editor"), "Rina Andini")
    assert [closing.itemText(at) for at in range(closing.count())] == [*given, "(ir/ra)"]
    assert closing.closing() == ""  # on offer, and no more

    closing.setFocus()
    for _ in range(len(given) + 1):
        qtbot.keyClick(closing, Qt.Key.Key_Down)
    assert form.window().desk.story.closing == "(ir/ra)"

    qtbot.keyClicks(form.field("editor"), " Lain")
    assert closing.closing() == "(ir/ra)"  # what is chosen stays
    assert closing.itemText(len(given)) == "(ir/ral)"


def closings(form) -> list[str]:
    box = form.field("closing")
    return [box.itemText(at) for at in range(box.count())]


def test_the_code_that_a_person_chose_is_offered_in_the_next_story(qtbot, eventually, form) -> None:
    window = form.window()
    qtbot.keyClicks(form.field("byline"), "Sari Lainnya")
    qtbot.keyClicks(form.field("closing").lineEdit(), "(abc)")
    assert window.desk.story.closing == "(abc)"
    given = closings(form)

    window.desk.new()
    eventually(lambda: window.desk.story.headline == "" and form.field("byline").text() == "")
    assert "(abc)" not in closings(form)
    qtbot.keyClicks(form.field("byline"), "Sari Lainnya")
    eventually(lambda: "(abc)" in closings(form))
    assert window.desk.story.closing == ""  # on offer, and no more

    closing = form.field("closing")
    closing.setFocus()
    for _ in range(len(given) + 1):
        qtbot.keyClick(closing, Qt.Key.Key_Down)
    assert window.desk.story.closing == "(abc)"


def test_a_code_that_is_on_offer_goes_with_its_person(qtbot, eventually, form, store) -> None:
    store.stories.save(Story(headline="Lama", byline=("Badu Umpama",), closing="(kang)"))
    store.stories.save(Story(headline="Lama", byline=("Sari Lainnya",), closing="(abc)"))
    before = closings(form)
    line, closing = form.field("byline"), form.field("closing")
    qtbot.keyClicks(closing.lineEdit(), "(jangan)")
    qtbot.keyClicks(line, "Badu Umpama")
    eventually(lambda: "(kang)" in closings(form))
    line.selectAll()
    qtbot.keyClicks(line, "Sari Lainnya")
    eventually(lambda: "(abc)" in closings(form))
    assert "(kang)" not in closings(form)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert closings(form) == before
    assert closing.closing() == "(jangan)"  # what is written stays


def test_one_code_of_a_person_is_offered_the_one_that_person_chose(
    qtbot, eventually, form, store
) -> None:
    store.stories.save(Story(headline="Lama", byline=("Sari Lainnya",), closing="(abc)"))
    before = closings(form)
    qtbot.keyClicks(form.field("byline"), "Sari Lainnya")
    eventually(lambda: closings(form) == [*before, "(abc)"])


@pytest.mark.parametrize("typed", ["abc", "(abc)", "sl"])
def test_a_persons_code_is_completed_from_earlier_stories(
    qtbot, eventually, form, store, typed
) -> None:
    store.stories.save(Story(headline="Lama", byline=("Sari Lainnya",), closing="(abc)"))
    line = form.field("byline")
    offer = offer_of(form, line)
    qtbot.keyClicks(line, typed)
    eventually(lambda: offer.offered == "Sari Lainnya")
