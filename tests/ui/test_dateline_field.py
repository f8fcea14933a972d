"""The dateline of the form: taken apart, and turned into the portal's way."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsroom.story.dateline import Dateline
from newsroom.ui.inspector.dateline_field import DatelineField
from newsroom.ui.theme import Theme

PORTAL = ("{PLACE}, {source} – ", "{source} | ")
ELSEWHERE = Dateline("Serang", "CONTOH.ID", date(2019, 6, 20), "{SOURCE}, {place} - ")


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DatelineField:
    made = DatelineField(theme, PORTAL)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_dateline_of_another_house_is_turned_into_the_portals_way_and_back(
    qtbot: QtBot, field: DatelineField
) -> None:
    field.set_dateline(ELSEWHERE)
    assert field.turn.isVisible()
    assert field.turn.toolTip() == "SERANG, contoh.id –"

    field.turn.setFocus()
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.turn, Qt.Key.Key_Space)
    assert field.dateline() == Dateline("Serang", "contoh.id", date(2019, 6, 20))
    field.set_dateline(field.dateline())  # as the desk tells it back

    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.turn, Qt.Key.Key_Space)
    assert field.dateline() == ELSEWHERE


@pytest.mark.parametrize("hours", [14, -12])
def test_today_is_the_portals_whatever_the_machine_is_set_to(
    qtbot: QtBot, theme: Theme, hours: int
) -> None:
    zone = timezone(timedelta(hours=hours))  # each a day apart from the other at any time
    made = DatelineField(theme, PORTAL, zone=zone)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.date.line.setFocus()
    before = datetime.now(zone).date()
    qtbot.keyClicks(made.date.line, "hari ini")
    made.place.setFocus()
    qtbot.waitUntil(lambda: made.dateline().date is not None)
    assert made.dateline().date in (before, datetime.now(zone).date())


def test_nothing_is_offered_where_it_reads_as_the_portal_has_it(field: DatelineField) -> None:
    for value in (
        Dateline(),
        Dateline("Serang", "contoh.id"),
        Dateline("Serang", "contoh.id", pattern="{PLACE}, {source} – "),
        Dateline("Serang", pattern="{PLACE} – "),
    ):
        field.set_dateline(value)
        assert not field.turn.isVisible()


def test_after_another_story_or_another_key_there_is_nothing_to_turn_back(
    qtbot: QtBot, field: DatelineField
) -> None:
    field.set_dateline(ELSEWHERE)
    field.turn.click()
    qtbot.keyClicks(field.place, "x")
    assert not field.turn.isVisible()
    field.set_dateline(Dateline("Lebak", "contoh.id"))
    assert not field.turn.isVisible()


@pytest.mark.parametrize(
    ("typed", "place", "source", "day"),
    [
        ("SERANG, contoh.id – ", "SERANG", "contoh.id", None),
        ("Jakarta (ANTARA) -", "Jakarta", "ANTARA", None),
        ("Serang, contoh.id (15/3/2020) – ", "Serang", "contoh.id", date(2020, 3, 15)),
        ("CONTOH.ID, SERANG --", "SERANG", "CONTOH.ID", None),
        ("contoh.id |", "", "contoh.id", None),
    ],
)
def test_a_whole_dateline_given_as_the_place_is_taken_apart(
    qtbot: QtBot, field: DatelineField, paste, typed, place, source, day
) -> None:
    field.place.setFocus()
    paste(field.place, typed)
    assert field.place.text() == typed  # nothing happens while it is written
    qtbot.keyClick(field.place, Qt.Key.Key_Return)

    value = field.dateline()
    assert (value.place, value.source, value.date) == (place, source, day)
    assert (field.place.text(), field.source.text()) == (place, source)


@pytest.mark.parametrize("typed", ["Serang", "Kab. Lebak", "Serang, dekat pasar"])
def test_a_place_stays_a_place(qtbot: QtBot, field: DatelineField, paste, typed: str) -> None:
    paste(field.place, typed)
    qtbot.keyClick(field.place, Qt.Key.Key_Return)
    assert field.place.text() == typed


@pytest.fixture
def own(qtbot: QtBot, theme: Theme) -> DatelineField:
    made = DatelineField(theme, PORTAL, "contoh.id")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_place_with_a_dash_is_a_dateline_in_the_portals_way(
    qtbot: QtBot, own: DatelineField, paste
) -> None:
    paste(own.place, "SERANG – ")
    qtbot.keyClick(own.place, Qt.Key.Key_Return)
    assert own.dateline() == Dateline("SERANG")
    assert "Terbaca: SERANG, contoh.id –" in [label.text() for label in own.findChildren(QLabel)]


def test_a_place_alone_is_turned_into_the_portals_way(qtbot: QtBot, own: DatelineField) -> None:
    own.set_dateline(Dateline("SERANG", pattern="{PLACE} – "))
    assert own.turn.toolTip() == "SERANG, contoh.id –"
    own.turn.click()
    assert own.dateline() == Dateline("SERANG")


def test_the_way_of_another_portal_goes_with_what_was_written_in_it(
    qtbot: QtBot, own: DatelineField
) -> None:
    own.set_dateline(ELSEWHERE)
    for line in (own.place, own.source, own.date.line):
        line.selectAll()
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(own.place, "Lebak")
    assert own.dateline() == Dateline("Lebak")
