"""What a screen reader is told of the window, asked as it asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from newsroom.story.story import Photo
from newsroom.ui.dialogs.keys_help import KeysHelp
from newsroom.ui.inspector.photos.thumbnail import PhotoThumbnail
from tests.ui.contrast import contrast

ROLE, TEXT = QAccessible.Role, QAccessible.Text


def role(widget: QWidget) -> ROLE:
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(TEXT.Name)


def description(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(TEXT.Description)


def tab_from(widget: QWidget, steps: int) -> list[QWidget]:
    """Press Tab and return what got the keyboard, one after the other."""
    widget.setFocus()
    reached = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    return reached


@pytest.mark.parametrize("tab", ["data", "photos", "findings"])
def test_a_tab_is_one_of_several(writing, tab):
    tabs = writing("Satu.").inspector.tabs
    assert role(tabs.tab(tab)) == ROLE.RadioButton


def test_the_kinds_of_findings_and_of_stories_are_one_of_several(writing, eventually):
    window = writing("Kerja efesien.")
    window.show_tab("findings")
    eventually(lambda: window.findings.found)
    assert role(window.inspector.findings.chips._chips[""]) == ROLE.RadioButton
    assert role(window.queue.chips._chips[None]) == ROLE.RadioButton


def test_tab_comes_to_the_tab_that_is_on_whoever_has_turned_it_on(writing):
    window = writing("Satu.")
    for tab in ("photos", "findings", "data"):
        window.show_tab(tab)
        assert tab_from(window.page.body, 1) == [window.inspector.tabs.tab(tab)]


def test_a_button_does_not_say_its_name_twice(writing):
    window = writing("Satu.")
    twice = [
        widget
        for widget in window.top_bar.findChildren(QWidget)
        if name(widget) and name(widget) in description(widget)
    ]
    assert twice == []
    assert description(window.top_bar.more) == "F10"


def test_the_line_below_says_whether_all_is_saved(writing):
    window = writing("Satu.")
    saved = window.status_line.findChild(QWidget, "savedState")
    assert name(saved).startswith("● Tersimpan")


def test_dateline_and_closing_on_the_page_are_read_out(writing):
    window = writing("Satu.", closing="(*)")
    assert name(window.page.closing) == window.page.closing.text()
    assert name(window.page.dateline) == window.page.dateline.text()


def test_the_picture_of_a_photo_is_a_button(qtbot, theme):
    picture = PhotoThumbnail(theme)
    qtbot.addWidget(picture)
    picture.show()
    assert not picture.isEnabled()
    picture.set_image(QImage(8, 8, QImage.Format.Format_RGB32))
    assert role(picture) == ROLE.Button
    with qtbot.waitSignal(picture.chosen):
        QAccessible.queryAccessibleInterface(picture).actionInterface().doAction("Press")
    with qtbot.assertNotEmitted(picture.chosen):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(picture.chosen):
            QTest.keyClick(picture, key)


def test_a_zone_says_of_which_moment_it_is(writing):
    window = writing("Satu.")
    boxes = window.inspector.data.findChildren(QComboBox)
    zone = next(box for box in boxes if box.findText("WITA") >= 0)
    assert description(zone) == "Zona waktu embargo"


def test_an_empty_search_result_is_not_described_by_a_full_stop(writing):
    window = writing("", headline="")
    assert description(window.inspector.data.search_card) == ""


def test_keys_found_are_read_out_to_who_types(qtbot):
    help_ = KeysHelp()
    qtbot.addWidget(help_)
    help_.show()
    QTest.keyClicks(help_.search, "simpan salinan")
    assert description(help_.search) == "1 tombol. Simpan salinan ke…, Ctrl+Shift+S"
    help_.search.setText("zzzz")
    assert description(help_.search).startswith("Tidak ada tombol")
    help_.search.clear()
    assert "tombol." not in description(help_.search)


def test_regions_are_named_and_stand_in_their_order(writing):
    window = writing("Satu.")
    assert role(window.columns.middle) == role(window.inspector) == ROLE.Border
    assert name(window.columns.middle) == "Halaman naskah"
    columns = QAccessible.queryAccessibleInterface(window.columns)
    shown = [columns.child(at).object() for at in range(columns.childCount())]
    sides = [one for one in shown if one in columns_of(window)]
    assert sides == list(columns_of(window))


def columns_of(window) -> tuple[QWidget, ...]:
    return window.columns.left, window.columns.middle, window.columns.right


def test_tags_on_offer_follow_the_field_they_are_for(writing):
    window = writing("Satu.", tags=("Pasar",))
    tags = window.inspector.data.field("tags")
    tags.offer(["Literasi", "Pesisir"], {})
    cross = tags._chips[0].cross
    assert tab_from(tags.line, 3) == [cross, *tags.offers.buttons]


def test_adding_photos_comes_after_all_of_the_last_photo(writing, eventually):
    window = writing("Satu.", photos=(Photo("a.jpg"), Photo("b.jpg")))
    window.show_tab("photos")
    panel = window.inspector.photos
    eventually(lambda: len(panel.cards) == 2)
    first, second = panel.cards
    order = tab_from(first.caption, 20)
    places = [first.rights.heading, second.caption, second.rights.heading, panel.add]
    assert [order.index(one) for one in places] == sorted(order.index(one) for one in places)


def changed_clearly(before: QImage, after: QImage) -> int:
    """Return how many pixels have changed by a contrast of three to one or more."""
    clear = 0
    for x in range(before.width()):
        for y in range(before.height()):
            one, other = before.pixelColor(x, y), after.pixelColor(x, y)
            if one != other:
                clear += contrast(one, other) >= 3
    return clear


@pytest.mark.parametrize("dark", [False, True])
def test_where_the_keyboard_is_can_be_seen(writing, eventually, theme, dark):
    window = writing("Kerja efesien warga.", photos=(Photo("", caption="Warga membaca."),))
    theme.use(dark)
    window.show_tab("findings")
    panel = window.inspector.findings
    chip = window.queue.chips._chips[None]
    eventually(lambda: bool(panel.cards) and window.is_settled and chip.isVisible())
    controls = {
        "step": window.top_bar._step,
        "chip": chip,
        "tab": window.inspector.tabs.tab("findings"),
        "card": panel.cards[0],
        "act": panel.cards[0].act,
        "photo": window.page.photo,
    }
    faint = {}
    for called, control in controls.items():
        window.page.body.setFocus()
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        clear = changed_clearly(before, control.grab().toImage())
        if clear < 2 * control.height():
            faint[called] = clear
    theme.use(False)
    assert faint == {}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("picture", ["white", "#a0a0a0", "#5a7fa0", "black", "#0b5e8a", "#66b8e0"])
def test_where_the_keyboard_is_can_be_seen_on_any_picture(qtbot, theme, dark, picture):
    theme.use(dark)
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere, shown = QPushButton(window), PhotoThumbnail(theme)
    shown.setParent(window)
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(picture))
    shown.set_image(image)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    before = shown.grab().toImage()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    clear = changed_clearly(before, shown.grab().toImage())
    theme.use(False)
    assert clear > 3 * (shown.width() + shown.height())  # most of a line of two pixels around it
