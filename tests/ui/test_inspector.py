from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsroom.app import Newsroom
from newsroom.language.finding import Finding, Severity
from newsroom.portal.profile import load_profile
from newsroom.story.story import Photo, Story
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.inspector.review_panel import ReviewPanel
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import INSPECTOR_WIDTH, Theme

STORY = Story(
    headline="Jalan Baru di Lebak Dibuka",
    summary="Jalan itu dibuka lebih efesien.",
    photos=(Photo("jalan.jpg", "Warga melintas dgn sepeda.", digest="a" * 64),),
)


@pytest.fixture
def checks(qtbot: QtBot, newsroom: Newsroom) -> Iterator[LiveChecks]:
    made = LiveChecks(newsroom.make_checker)
    yield made
    made.close()


@pytest.fixture
def inspector(qtbot: QtBot, theme: Theme, checks: LiveChecks) -> Inspector:
    made = Inspector(theme, checks, load_profile("infobanten"))
    qtbot.addWidget(made)
    made.resize(INSPECTOR_WIDTH, 700)
    made.show()
    made.show_story(STORY)
    return made


def in_field(field: str, text: str, start: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("spelling", severity, field, start, start + len(text), text, "Salah tulis.")


SUMMARY = in_field("summary", "efesien", 23)
CAPTION = in_field("photos[0].caption", "dgn", 15)


def test_tabs_show_their_panels(qtbot: QtBot, inspector: Inspector) -> None:
    assert inspector.data.isVisible()
    for name, panel in (("photos", inspector.photos), ("findings", inspector.findings)):
        qtbot.mouseClick(inspector.tabs.tab(name), Qt.MouseButton.LeftButton)
        assert panel.isVisible()
        assert not inspector.data.isVisible()
    inspector.show_tab("data")
    assert inspector.data.isVisible()


def test_arrow_keys_go_from_tab_to_tab(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.tabs.tab("data").setFocus()
    qtbot.keyClick(inspector.tabs.tab("data"), Qt.Key.Key_Right)
    assert inspector.photos.isVisible()
    qtbot.keyClick(inspector.tabs.tab("photos"), Qt.Key.Key_Left)
    assert inspector.data.isVisible()


@pytest.mark.parametrize(
    ("severities", "colour", "name"),
    [
        ([Severity.HINT, Severity.ERROR], "error", "Temuan, 2 temuan: 1 salah, 1 saran"),
        ([Severity.WARNING], "warning", "Temuan, 1 temuan: 1 perlu diperiksa"),
        ([Severity.HINT], "hint", "Temuan, 1 temuan: 1 saran"),
    ],
)  # fmt: skip
def test_the_findings_tab_counts_all_in_the_colour_of_the_worst(
    inspector: Inspector, theme: Theme, severities: list[Severity], colour: str, name: str
) -> None:
    tab = inspector.tabs.tab("findings")

    def grounds() -> set[str]:
        QApplication.processEvents()
        image = tab.grab().toImage()
        above_the_words = image.height() // 2 - 6
        seen = {image.pixelColor(x, above_the_words).name() for x in range(image.width())}
        return {of for of in ("error", "warning", "hint") if theme.colour(of).name() in seen}

    assert grounds() == set()
    width = tab.width()
    inspector.show_findings([in_field("body", "yg", 0, severity) for severity in severities])
    assert grounds() == {colour}
    assert tab.width() > width
    assert tab.accessibleName() == name
    inspector.show_findings([])
    assert grounds() == set()


def test_edits_of_both_panels_come_out_as_story_fields(qtbot: QtBot, inspector: Inspector) -> None:
    told: list[dict[str, Any]] = []
    inspector.edited.connect(told.append)
    qtbot.keyClicks(inspector.data.field("editor"), "S")
    qtbot.keyClicks(inspector.photos.cards[0].credit, "R")
    photo = Photo("jalan.jpg", "Warga melintas dgn sepeda.", "R", digest="a" * 64)
    assert told == [{"editor": "S"}, {"photos": (photo,)}]


def test_a_finding_leads_to_its_field(inspector: Inspector) -> None:
    assert inspector.show_finding(CAPTION)
    caption = inspector.photos.cards[0].caption
    assert inspector.photos.isVisible()
    assert caption.textCursor().selectedText() == "dgn"
    assert inspector.window().focusWidget() is caption
    assert inspector.show_finding(SUMMARY)
    assert inspector.data.isVisible()
    assert inspector.data.field("summary").textCursor().selectedText() == "efesien"


@pytest.mark.parametrize(
    "field",
    [
        "section",
        "tags",
        "embargo",
        "dateline",
        "photos[0].alt",
        "photos[0].credit",
        "photos[0].file",
    ],
)
def test_a_missing_part_leads_to_where_it_is_filled_in(inspector: Inspector, field: str) -> None:
    missing = Finding("story.missing", Severity.ERROR, field, 0, 0, "", "Belum diisi.")
    assert inspector.show_finding(missing)
    focus = inspector.window().focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_a_finding_elsewhere_is_left_to_others(inspector: Inspector) -> None:
    assert not inspector.show_finding(in_field("body", "yg", 0))
    assert not inspector.show_finding(in_field("photos[7].caption", "yg", 0))


def test_a_suggestion_is_written_unless_the_text_has_moved_on(inspector: Inspector) -> None:
    told: list[dict[str, Any]] = []
    inspector.edited.connect(told.append)
    assert inspector.fix(SUMMARY, "efisien")
    assert told == [{"summary": "Jalan itu dibuka lebih efisien."}]
    assert not inspector.fix(SUMMARY, "efisien")


def test_prose_is_marked_as_it_is_on_the_page(
    qtbot: QtBot, inspector: Inspector, checks: LiveChecks
) -> None:
    summary = inspector.data.field("summary")
    qtbot.waitUntil(lambda: summary.finding_at(26) is not None)
    found, _ = summary.finding_at(26)
    assert found.text == "efesien"
    added: list[str] = []
    inspector.word_added.connect(added.append)
    summary.word_added.emit(found.text)
    assert added == ["efesien"]


def test_the_field_with_the_keyboard_is_known(inspector: Inspector) -> None:
    inspector.activateWindow()
    inspector.data.field("summary").setFocus()
    assert inspector.focused_field() is inspector.data.field("summary")
    inspector.data.field("editor").setFocus()
    assert inspector.focused_field() is None


def test_all_fits_the_column(inspector: Inspector) -> None:
    for name in ("data", "photos", "findings"):
        inspector.show_tab(name)
        QApplication.processEvents()
        panel = getattr(inspector, name)
        assert panel.widget().width() <= panel.viewport().width()
        assert panel.widget().minimumSizeHint().width() <= INSPECTOR_WIDTH - 12


def test_the_parts_of_the_review_are_read_whole_however_many_there_are_of_each(theme, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    panel = ReviewPanel()
    panel.setParent(host)
    for name, words, count in (("a", "Perubahan", 300), ("b", "Komentar", 12), ("c", "Daftar", 20)):
        panel.offer(name, f"{words} naskah", QWidget)
        panel.show_count(name, count)
    panel.setGeometry(0, 0, 320, 400)
    host.show()

    chips = panel.findChildren(QPushButton)
    assert [chip.width() for chip in chips] == [chip.sizeHint().width() for chip in chips]
    assert all(panel.rect().contains(chip.geometry()) for chip in chips)
