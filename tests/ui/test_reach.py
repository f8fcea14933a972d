"""Without a mouse and without a screen: names, regions, the order of Tab, focus that is seen."""

from __future__ import annotations

from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from newsroom.story.story import Photo
from newsroom.ui.regions import Regions
from newsroom.ui.theme import DARK, LIGHT
from tests.ui.contrast import contrast

SHIFT = Qt.KeyboardModifier.ShiftModifier
TABS = ("data", "photos", "findings")


@pytest.fixture
def full(writing, eventually):
    """The window with a story that has something in every region."""
    window = writing(
        "Kerja efesien warga.\n\nMereka pulang.",
        kicker="Literasi",
        subheadline="Warga membaca",
        tags=("ASN",),
        photos=(Photo("", caption="Warga membaca."),),
    )
    eventually(lambda: window.checks.is_idle and window.is_settled)
    return window


def focusable(window) -> list[QWidget]:
    QApplication.processEvents()
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def told(widget: QWidget) -> str:
    """Return what a screen reader says of a control: its name, else its text or its label."""
    text = widget.property("text") if widget.property("text") else ""
    return widget.accessibleName() or str(text)


@pytest.mark.parametrize("tab", TABS)
def test_everything_that_takes_the_keyboard_has_a_name(full, tab):
    full.actions_["find"].trigger()
    full.actions_["preview_beside"].trigger()
    full.show_tab(tab)
    full.banner.say("Ada yang salah.", "error", "Coba lagi", lambda: None)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in focusable(full)
        if not told(widget).strip()
    ]
    assert nameless == []


# F6.


def region_of(window) -> str:
    now = QApplication.focusWidget()
    regions = {
        "queue": window.queue,
        "page": window.page,
        "beside": window.beside.pane,
        "find": window.find_bar,
        "inspector": window.inspector,
        "status": window.status_line,
        "top": window.top_bar,
        "banner": window.banner,
    }
    return next(name for name, one in regions.items() if one and one.isAncestorOf(now))


def go_round(window, steps: int, modifier=Qt.KeyboardModifier.NoModifier) -> list[str]:
    visited = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, modifier)
        visited.append(region_of(window))
    return visited


def test_f6_goes_from_region_to_region_and_back(full):
    full.page.body.setFocus()
    assert go_round(full, 5) == ["inspector", "status", "top", "queue", "page"]
    assert full.page.body.hasFocus()
    assert go_round(full, 5, SHIFT) == ["queue", "top", "status", "inspector", "page"]


def test_f6_passes_over_what_is_folded_and_takes_in_what_is_opened(full):
    full.actions_["find"].trigger()
    full.actions_["preview_beside"].trigger()
    full.banner.say("Ada yang salah.", "error", "Coba lagi", lambda: None)
    full.page.body.setFocus()
    expected = ["beside", "find", "inspector", "status", "top", "banner", "page"]
    assert go_round(full, 7) == expected
    full.find_bar.hide()
    full.banner.clear()
    full.actions_["preview_beside"].trigger()
    full.actions_["focus"].trigger()
    assert go_round(full, 2) == ["status", "page"]


def test_f6_comes_back_to_where_the_keyboard_was(full):
    full.show_tab("data")
    field = full.inspector.data.field("editor")
    field.setFocus()
    full.page.headline.setFocus()
    assert go_round(full, 1) == ["inspector"]
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_F6, SHIFT)
    assert full.page.headline.hasFocus()


# Tab.


def test_tab_goes_through_the_page_as_it_is_read(full):
    page = full.page
    page.kicker.setFocus()
    order = []
    for _ in range(5):
        order.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert order == [page.kicker, page.headline, page.subheadline, page.photo, page.body]


def test_tab_goes_through_the_window_from_left_to_right(full):
    full.show_tab("data")
    start = QApplication.focusWidget()
    full.queue.search.setFocus()
    visited: list[str] = []
    for _ in range(120):
        region = region_of(full)
        if not visited or visited[-1] != region:
            visited.append(region)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is full.queue.search:
            break
    assert visited == ["queue", "page", "inspector", "status", "top"]
    assert start is not None


# Focus that is seen.


@pytest.mark.parametrize(("tab", "dark"), list(product(TABS, (False, True))))
def test_whatever_has_the_keyboard_looks_different(full, theme, tab, dark):
    theme.use(dark)
    full.actions_["find"].trigger()
    full.actions_["preview_beside"].trigger()
    full.show_tab(tab)
    unseen = []
    for widget in focusable(full):
        other = full.page.kicker if widget is not full.page.kicker else full.page.body
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = around(full, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if QApplication.focusWidget() is widget and around(full, widget) == before:
            unseen.append(f"{type(widget).__name__} {widget.objectName()} {told(widget)}")
    theme.use(False)
    assert unseen == []


def around(window, widget: QWidget):
    """Return how a control looks."""
    return widget.grab().toImage()


# Contrast.

GROUNDS = ("background", "surface", "rail")
TEXTS = ("ink", "muted", "accent", "error", "warning", "hint", "good")
PAIRS = [
    *product(TEXTS, GROUNDS),
    ("on_accent", "accent"),  # the main button, chips that are on
    ("surface", "error"),  # badges
    *product(("ink", "muted", "accent"), ("tint",)),  # buttons under the mouse, what is chosen
    ("ink", "selection"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(colours):
    values = asdict(colours)
    faint = {
        (text, ground): round(ratio, 2)
        for text, ground in PAIRS
        if (ratio := contrast(QColor(values[text]), QColor(values[ground]))) < 4.5
    }
    assert faint == {}


def test_what_goes_takes_nothing_of_the_window_with_it_after_the_keyboard_went_round(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows, button, label = QVBoxLayout(window), QPushButton("Simpan"), QLabel("Tersimpan")
    for widget in (button, label):
        rows.addWidget(widget)
    item = rows.itemAt(0)
    window.show()
    Regions((lambda: window,), window).go(1)

    label.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert isValid(item)
