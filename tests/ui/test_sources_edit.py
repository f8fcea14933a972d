"""Sources: their names and offices are offered as they are written, and never forced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsroom.language.people import People
from newsroom.story.source import Source
from newsroom.ui.inspector.sources_edit import SourcesEdit
from newsroom.ui.theme import Theme


@pytest.fixture
def sources(qtbot: QtBot, theme: Theme) -> SourcesEdit:
    made = SourcesEdit(theme, People)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.more.setFocus()
    qtbot.keyClick(made.more, Qt.Key.Key_Space)
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_an_office_is_written_out_by_key(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    told: list[tuple[Source, ...]] = []
    sources.edited.connect(lambda: told.append(sources.items()))
    card.title.setFocus()
    qtbot.keyClicks(card.title, "Plt. Kadis PUPR")
    assert not card.better_title.isVisible()  # not while it is typed
    qtbot.waitUntil(card.better_title.isVisible)
    assert card.title.hasFocus()
    assert card.better_title.accessibleName() == "Tulis: Pelaksana Tugas Kepala Dinas PUPR"

    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert card.title.text() == "Pelaksana Tugas Kepala Dinas PUPR"
    assert told[-1] == (Source("", "Pelaksana Tugas Kepala Dinas PUPR"),)
    assert card.title.hasFocus()
    assert not card.better_title.isVisible()

    qtbot.keyClick(card.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.title.text() == "Plt. Kadis PUPR"


def test_degrees_are_written_as_they_should_be_by_key(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    card.name.setFocus()
    qtbot.keyClicks(card.name, "drs. Badu Karta SH MSi")
    qtbot.waitUntil(card.better_name.isVisible)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert sources.items() == (Source("Drs. Badu Karta, S.H., M.Si."),)


def test_who_types_on_is_not_disturbed(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    card.title.setFocus()
    qtbot.keyClicks(card.title, "Wagub")
    qtbot.waitUntil(card.better_title.isVisible)
    qtbot.keyClicks(card.title, " Banten")
    assert card.title.text() == "Wagub Banten"
    assert not card.better_title.isVisible()
    press(qtbot, Qt.Key.Key_Tab)  # what is left is as it was typed
    assert sources.items() == (Source("", "Wagub Banten"),)


def test_the_lines_follow_one_another_by_tab(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    card.name.setFocus()
    for line in (card.title, card.contact, card.remove):
        press(qtbot, Qt.Key.Key_Tab)
        assert line.hasFocus()


def test_one_empty_card_is_enough(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    sources.more.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert sources.cards == [card]
    assert card.name.hasFocus()
    qtbot.keyClicks(card.name, "Badu Karta")
    sources.more.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert len(sources.cards) == 2


def test_what_needs_nothing_is_offered_nothing(qtbot: QtBot, sources: SourcesEdit) -> None:
    (card,) = sources.cards
    for text in ("Badu Karta", "H. Badu Karta, S.H."):
        card.name.setFocus()
        card.name.clear()
        qtbot.keyClicks(card.name, text)
        press(qtbot, Qt.Key.Key_Return)
        assert not card.better_name.isVisible()
