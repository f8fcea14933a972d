"""What is asked of a story before it leaves: weighed by the house, each leading to its field."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtTest import QTest

from newsroom.language.finding import Severity
from newsroom.language.requirements import requirements
from newsroom.story.rights import Rights
from newsroom.story.story import Photo
from newsroom.ui.dialogs.preflight_list import PreflightList

LATER = datetime(2032, 5, 17, 9, tzinfo=UTC)


def asked(window) -> dict[str, Severity]:
    return {one.rule: one.severity for one in window.findings.missing}


def test_the_window_weighs_by_the_house(newsroom, writing, eventually):
    folder = newsroom.home / "house"
    folder.mkdir(parents=True)
    own = 'off = ["story.tags"]\n[severity]\n"story.summary" = "error"\n"story.section" = "hint"\n'
    (folder / "infobanten.toml").write_text(own, encoding="utf-8")
    window = writing("Warga membaca buku di kampung.")
    eventually(lambda: window.findings.missing and window.findings.progress.share is None)
    missing = asked(window)
    assert missing["story.section"] is Severity.HINT
    assert missing["story.summary"] is Severity.ERROR
    assert "story.tags" not in missing
    readiness = window.inspector.findings.readiness
    assert readiness.accessibleName().endswith("Tersisa: ringkasan")


def test_a_house_that_can_not_be_read_weighs_nothing(newsroom, writing, eventually):
    folder = newsroom.home / "house"
    folder.mkdir(parents=True)
    (folder / "infobanten.toml").write_text("of = []", encoding="utf-8")
    window = writing("Warga membaca buku di kampung.")
    eventually(lambda: window.findings.missing)
    assert asked(window)["story.section"] is Severity.ERROR


def test_each_leads_to_its_field(writing, eventually, qtbot):
    photo = Photo("a.jpg", credit="Ratna", rights=Rights.AGENCY, embargo=LATER)
    window = writing(
        "Warga membaca buku di kampung.",
        photos=(photo, Photo("b.jpg", rights=Rights.COURTESY)),
        other_sections=("Astrologi",),
        canonical="kabar.example",
        search_title="Perahu " * 20,
        publish=datetime(2020, 1, 1, tzinfo=UTC),
    )
    eventually(lambda: len(window.findings.missing) > 10)
    names = PreflightList(window.theme)
    qtbot.addWidget(names)
    for finding in window.findings.missing:
        assert finding.rule in requirements()
        assert names.place(finding) != finding.field or finding.field == "dateline"
        if finding.field != "body":
            assert window.inspector.show_finding(finding), finding.field
    assert {one.field for one in window.findings.missing} >= {
        "photos[0].permission",
        "photos[0].embargo",
        "photos[1].source",
        "other_sections",
        "canonical",
        "search_title",
        "publish",
    }


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("photos[1].embargo", "embargo foto 2"),
        ("embargo", "embargo"),
        ("photos[0].rights", "hak foto 1"),
        ("other_sections", "rubrik lain"),
        ("publish", "waktu tayang"),
    ],
)
def test_places_are_named(theme, qtbot, field, place):
    names = PreflightList(theme)
    qtbot.addWidget(names)
    assert names.place(requirements()["story.tags"].unmet(field)) == place


def test_a_time_that_is_not_understood_is_asked_about_and_leads_to_its_field(writing, eventually):
    window = writing("Warga membaca buku di kampung.")
    window.show_tab("data")
    held = window.inspector.data.field("embargo")
    held.day.setFocus()
    QTest.keyClicks(held.day, "besok sore")
    window.page.body.setFocus()
    eventually(lambda: "story.unread_time" in asked(window))
    assert asked(window)["story.unread_time"] is Severity.ERROR
    (finding,) = [one for one in window.findings.missing if one.rule == "story.unread_time"]
    assert "besok sore" in finding.message
    assert window.inspector.show_finding(finding)
    eventually(held.day.hasFocus)

    held.day.clear()
    QTest.keyClicks(held.day, "besok")
    window.page.body.setFocus()
    eventually(lambda: "story.unread_time" not in asked(window))
    embargo = window.desk.story.embargo
    assert embargo.date() == datetime.now(embargo.tzinfo).date() + timedelta(days=1)
    assert window.desk.story.unread == ()
