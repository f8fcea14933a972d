from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsroom.language.finding import Finding, Severity
from newsroom.language.ignored import Scope
from newsroom.ui.inspector.finding_card import FindingCard
from newsroom.ui.inspector.findings_panel import FindingsPanel
from newsroom.ui.theme import Theme
from newsroom.ui.work.tab_chain import behind


def finding(
    text: str, *suggestions: str, rule: str = "spelling", severity: Severity = Severity.ERROR,
    field: str = "body", start: int = 0,
) -> Finding:  # fmt: skip
    message = f"“{text}” diragukan."
    return Finding(rule, severity, field, start, start + len(text), text, message, suggestions)


SPELLING = finding("efesien", "efisien", "efisiensi", "efektif")
FACT = finding("120 judul", rule="fact.sum", severity=Severity.WARNING, start=20)
WORDY = finding("agar supaya", "agar", rule="wordiness.pair", severity=Severity.HINT, start=40)
MISSING = Finding("story.section", Severity.ERROR, "section", 0, 0, "", "Rubrik belum dipilih.")


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FindingsPanel:
    made = FindingsPanel(theme)
    qtbot.addWidget(made)
    made.resize(330, 600)
    made.show()
    return made


def titles(panel: FindingsPanel) -> list[str]:
    return [card.accessibleName().partition(": ")[2] for card in panel.cards]


def button(card: FindingCard, text: str) -> QPushButton:
    return next(b for b in card.findChildren(QPushButton) if b.text() == text)


def chips(panel: FindingsPanel) -> list[str]:
    buttons = panel.chips.findChildren(QPushButton)
    return [chip.text() for chip in buttons if not chip.isHidden() and chip.icon().isNull()]


def test_a_card_says_what_how_sure_and_why(panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, FACT, WORDY, MISSING])
    assert [card.accessibleName() for card in panel.cards] == [
        "Salah: efesien → efisien",
        "Perlu diperiksa: 120 judul",
        "Saran: agar supaya → agar",
        "Salah: Rubrik belum dipilih.",
    ]
    shown = [label.text() for label in panel.cards[0].findChildren(QLabel)]
    assert SPELLING.message in shown


def test_severities_differ_by_more_than_colour(panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, FACT, WORDY])
    icons = [card.findChild(QLabel).pixmap().toImage() for card in panel.cards]
    shapes = [icon.convertToFormat(icon.Format.Format_Alpha8) for icon in icons]
    assert len({bytes(shape.constBits()) for shape in shapes}) == 3


def test_a_card_names_its_field_unless_it_is_the_body(panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, finding("rmah", field="photos[1].caption")])
    words = [[label.text() for label in card.findChildren(QLabel)] for card in panel.cards]
    assert "Foto 2" in words[1]
    assert words[0] == ["", "efesien → efisien", "", SPELLING.message]


def test_buttons_ask_for_what_they_say(qtbot: QtBot, panel: FindingsPanel) -> None:
    told: list[object] = []
    panel.finding_fixed.connect(lambda found, new: told.append((found, new)))
    panel.finding_ignored.connect(lambda found, scope: told.append((found, scope)))
    panel.word_added.connect(told.append)
    panel.finding_chosen.connect(lambda found: told.append(("chosen", found)))
    panel.show_findings([SPELLING, FACT])
    first, second = panel.cards
    for card, text in (
        (first, "Ganti"),
        (first, "Abaikan"),
        (first, "Ke kamus"),
        (second, "Lihat"),
    ):
        qtbot.mouseClick(button(card, text), Qt.MouseButton.LeftButton)
    assert told == [
        (SPELLING, "efisien"),
        (SPELLING, Scope.ONCE),
        "efesien",
        ("chosen", FACT),
    ]


def test_ignoring_farther_is_in_a_menu(qtbot: QtBot, panel: FindingsPanel) -> None:
    told: list[Scope] = []
    panel.finding_ignored.connect(lambda _, scope: told.append(scope))
    panel.show_findings([FACT])
    qtbot.keyClick(panel.cards[0].farther, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    panel.cards[0].farther.click()
    menu = QApplication.activePopupWidget()
    assert [a.text() for a in menu.actions()] == ["Abaikan di naskah ini", "Abaikan di redaksi ini"]
    menu.actions()[0].trigger()
    menu.close()
    assert told == [Scope.HOUSE, Scope.STORY]


def test_the_other_suggestions_are_in_a_menu(qtbot: QtBot, panel: FindingsPanel) -> None:
    told: list[str] = []
    panel.finding_fixed.connect(lambda _, new: told.append(new))
    panel.show_findings([SPELLING, WORDY])
    first, second = panel.cards
    qtbot.mouseClick(first.others, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["efisiensi", "efektif"]
    menu.actions()[1].trigger()
    menu.close()
    assert told == ["efektif"]
    assert second.others is None


def test_only_spelling_can_be_learnt_and_missing_parts_cannot_be_ignored(
    panel: FindingsPanel,
) -> None:
    wrong = replace(MISSING, field="section", text="Olahraga", end=8)
    long = replace(wrong, rule="story.headline_length", severity=Severity.HINT)
    panel.show_findings([SPELLING, finding("efe**sien**"), FACT, MISSING, wrong, long])
    offers = [[b.text() for b in card.findChildren(QPushButton)] for card in panel.cards]
    assert offers == [
        ["Ganti", "", "Abaikan", "", "Ke kamus"],
        ["Lihat", "Abaikan", ""],
        ["Lihat", "Abaikan", ""],
        ["Lihat"],
        ["Lihat"],
        ["Lihat", "Abaikan", ""],
    ]


def test_a_click_and_enter_lead_to_the_place(qtbot: QtBot, panel: FindingsPanel) -> None:
    told: list[Finding] = []
    panel.finding_chosen.connect(told.append)
    panel.show_findings([SPELLING, FACT])
    corner = QPoint(panel.cards[1].width() - 8, 8)
    qtbot.mouseClick(panel.cards[1], Qt.MouseButton.LeftButton, pos=corner)
    qtbot.keyClick(panel.cards[0], Qt.Key.Key_Return)
    assert told == [FACT, SPELLING]


def test_one_main_button_on_the_first_card(panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, WORDY])
    assert [card.act.property("kind") for card in panel.cards] == ["main", "line"]
    panel.show_findings([WORDY])
    assert [card.act.property("kind") for card in panel.cards] == ["main"]


def test_chips_count_and_list_each_kind(qtbot: QtBot, panel: FindingsPanel) -> None:
    compound = finding("kerjasama", "kerja sama", rule="compound.split")
    panel.show_findings([SPELLING, compound, FACT])
    assert chips(panel) == ["Semua 3", "Ejaan 2", "Fakta 1"]
    fact = next(c for c in panel.chips.findChildren(QPushButton) if c.text() == "Fakta 1")
    qtbot.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert titles(panel) == ["120 judul"]
    panel.show_findings([SPELLING])
    assert (chips(panel), titles(panel)) == (["Semua 1", "Ejaan 1"], ["efesien → efisien"])


def test_severities_are_counted_and_listed_alone(qtbot: QtBot, panel: FindingsPanel) -> None:
    apart = finding("dirumah", "di rumah", rule="preposition.joined", start=60)
    panel.show_findings([SPELLING, FACT, WORDY, apart])
    chip = panel.severities.chip
    shown = [chip(severity).accessibleName() for severity in Severity]
    assert shown == ["Salah: 2 temuan", "Perlu diperiksa: 1 temuan", "Saran: 1 temuan"]
    qtbot.keyClick(chip(Severity.ERROR), Qt.Key.Key_Space)
    assert titles(panel) == ["efesien → efisien", "dirumah → di rumah"]
    assert chips(panel)[:2] == ["Semua 2", "Ejaan 2"]
    assert "Fakta 1" not in chips(panel)
    qtbot.keyClick(chip(Severity.HINT), Qt.Key.Key_Space)
    assert titles(panel) == ["agar supaya → agar"]
    qtbot.keyClick(chip(Severity.HINT), Qt.Key.Key_Space)
    assert len(panel.cards) == 4


def test_kind_and_severity_are_chosen_together(qtbot: QtBot, panel: FindingsPanel) -> None:
    doubtful = finding("sarasehanu", severity=Severity.WARNING, start=60)
    panel.show_findings([SPELLING, FACT, WORDY, doubtful])
    kinds = panel.chips.findChildren(QPushButton)
    spelling = next(c for c in kinds if c.text() == "Ejaan 2")
    qtbot.mouseClick(spelling, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.severities.chip(Severity.WARNING), Qt.MouseButton.LeftButton)
    assert titles(panel) == ["sarasehanu"]
    assert not panel.severities.chip(Severity.HINT).isVisible()
    panel.show_findings([SPELLING, FACT, WORDY])  # nothing left of what was chosen
    assert titles(panel) == ["efesien → efisien"]
    panel.show_findings([FACT, WORDY])
    assert titles(panel) == ["120 judul", "agar supaya → agar"]


def test_where_a_rule_is_written_down_is_told(qtbot: QtBot, theme: Theme) -> None:
    panel = FindingsPanel(theme, {"spelling": "KBBI"}.get)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_findings([SPELLING])
    card = panel.cards[0]
    assert card.toolTip() == "Sumber: KBBI"
    assert card.accessibleDescription() == f"{SPELLING.message} Sumber: KBBI"


def test_what_is_certain_can_be_asked_for_at_once(qtbot: QtBot, panel: FindingsPanel) -> None:
    apart = finding("dirumah", "di rumah", rule="preposition.joined", start=60)
    panel.show_findings([SPELLING, FACT])
    assert not panel.fix_all.isVisible()
    panel.show_findings([SPELLING, FACT, apart])
    assert panel.fix_all.text() == "Perbaiki semua yang pasti (1)…"
    with qtbot.waitSignal(panel.fix_all_wanted):
        qtbot.keyClick(panel.fix_all, Qt.Key.Key_Space)


def test_findings_that_only_moved_keep_their_cards_and_the_keyboard(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    told: list[Finding] = []
    panel.finding_chosen.connect(told.append)
    panel.show_findings([SPELLING, FACT])
    cards = list(panel.cards)
    cards[1].setFocus()
    moved = replace(FACT, start=26, end=35)
    panel.show_findings([SPELLING, moved])
    assert panel.cards == cards
    assert panel.window().focusWidget() is cards[1]
    qtbot.keyClick(cards[1], Qt.Key.Key_Return)
    assert told == [moved]


def test_an_equal_list_leaves_the_scroll_where_it_is(panel: FindingsPanel) -> None:
    found = [finding(f"salah{n}", start=10 * n) for n in range(20)]
    panel.show_findings(found)
    QApplication.processEvents()
    bar = panel.verticalScrollBar()
    bar.setValue(300)
    cards = list(panel.cards)
    panel.show_findings(list(found))
    QApplication.processEvents()
    assert (bar.value(), panel.cards) == (300, cards)


def test_the_same_word_twice_has_a_card_for_each(panel: FindingsPanel) -> None:
    again = replace(SPELLING, start=90, end=97)
    panel.show_findings([SPELLING, again])
    assert [card.finding for card in panel.cards] == [SPELLING, again]


def test_after_a_card_is_gone_the_keyboard_is_on_the_next(panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, FACT, WORDY])
    panel.cards[1].act.setFocus()
    panel.show_findings([SPELLING, WORDY])
    assert panel.window().focusWidget() is panel.cards[1]
    assert panel.cards[1].finding == WORDY


def test_arrow_keys_go_from_card_to_card(qtbot: QtBot, panel: FindingsPanel) -> None:
    panel.show_findings([SPELLING, FACT])
    panel.cards[0].setFocus()
    qtbot.keyClick(panel.cards[0], Qt.Key.Key_Down)
    assert panel.window().focusWidget() is panel.cards[1]
    qtbot.keyClick(panel.cards[1], Qt.Key.Key_Up)
    assert panel.window().focusWidget() is panel.cards[0]


def test_the_tab_key_goes_through_the_cards_in_their_order(panel: FindingsPanel) -> None:
    panel.show_findings([FACT, WORDY])
    panel.show_findings([SPELLING, FACT, WORDY])
    stops, stop = [], panel.cards[0]
    while stop is not panel.more:
        stops.append(stop)
        stop = behind(stop)
    assert [stop for stop in stops if isinstance(stop, FindingCard)] == panel.cards


def test_hundreds_of_findings_are_shown_a_page_at_a_time(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.show_findings([finding(f"salah{n}", start=10 * n) for n in range(500)])
    page = len(panel.cards)
    assert page < 100
    assert chips(panel)[0] == "Semua 500"
    assert panel.more.text() == f"Tampilkan lagi ({500 - page})"
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(panel.cards) == 2 * page
    assert panel.window().focusWidget() is panel.cards[page]


def test_cards_are_made_once_somebody_looks(panel: FindingsPanel) -> None:
    panel.hide()
    panel.show_findings([SPELLING, FACT])
    assert panel.cards == []
    panel.show()
    assert len(panel.cards) == 2


def test_nothing_found_is_said(panel: FindingsPanel) -> None:
    empty = next(w for w in panel.findChildren(QLabel) if w.text() == "Tidak ada temuan")
    assert empty.isVisible()
    assert chips(panel) == []
    panel.show_findings([SPELLING])
    assert not empty.isVisible()


@pytest.mark.parametrize(
    ("done", "missing", "said"),
    [
        (7, [], "Siap diajukan. Semua bagian sudah terisi."),
        (5, ["rubrik", "kredit foto"], "Hampir siap diajukan. Tersisa: rubrik, kredit foto"),
        (1, ["judul"], "Belum siap diajukan. Tersisa: judul"),
    ],
)
def test_readiness_is_said_in_words(
    panel: FindingsPanel, done: int, missing: list[str], said: str
) -> None:
    panel.readiness.show_state(done, 7, missing)
    assert panel.readiness.accessibleName() == said


@pytest.mark.parametrize("length", [60, 100_000])
def test_a_word_longer_than_a_line_leaves_the_cards_as_wide_as_the_panel(
    panel: FindingsPanel, qtbot: QtBot, length: int
) -> None:
    word = "Wm" * (length // 2)
    panel.show_findings([finding(word, field="headline"), finding(f"di {word}", start=30), FACT])
    qtbot.waitUntil(lambda: panel.cards[0].width() > 0)
    QApplication.processEvents()
    assert panel.widget().width() <= panel.viewport().width()
    assert panel.cards[0].height() < panel.height()


def test_html_in_a_text_is_shown_as_written(panel: FindingsPanel) -> None:
    panel.show_findings([finding("<b>tebal</b>")])
    title = panel.cards[0].findChildren(QLabel)[1]
    assert title.text() == "<b>tebal</b>"
    assert title.textFormat() == Qt.TextFormat.PlainText


def test_while_the_text_is_checked_only_how_much_of_it_is_said(panel: FindingsPanel) -> None:
    def shown() -> list[str]:
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]

    panel.readiness.show_state(7, 7, [])
    panel.show_findings([])
    assert {"Siap diajukan", "Tidak ada temuan"} <= {*shown()}
    for share, said in (
        (0, "Temuannya segera muncul di sini."),
        (0.34, "34% teks sudah diperiksa."),
        (1, "99% teks sudah diperiksa."),
    ):
        panel.show_progress(share)
        assert [text for text in shown() if text] == ["Sedang diperiksa…", said]
        assert panel.readiness.accessibleName() == "Sedang diperiksa…"
    panel.show_progress(None)
    assert {"Siap diajukan", "Tidak ada temuan"} <= {*shown()}


def test_the_cards_are_as_wide_with_the_scroll_bar_as_without(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    for count, scrolls in ((1, False), (9, True)):
        panel.show_findings([finding(f"kata{n}") for n in range(count)])
        qtbot.waitUntil(lambda scrolls=scrolls: panel.verticalScrollBar().isVisible() is scrolls)
        qtbot.waitUntil(lambda: panel.cards[0].width() == panel.width() - 28)
