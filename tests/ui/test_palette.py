"""Every command by a few letters of its name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.actions import ACTIONS, ALSO

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def palette(window):
    return window.commands.palette


def ask(window, letters: str = "") -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CONTROL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), letters)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def listed(window) -> list[str]:
    rows = palette(window).list.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def chosen(window) -> str | None:
    return palette(window).list.currentIndex().data()


def test_all_commands_are_there(writing):
    window = writing("Satu.")
    ask(window)
    assert palette(window).isVisible()
    assert palette(window).search.hasFocus()
    assert sorted(listed(window)) == sorted(s.text for s in ACTIONS if s.name != "palette")


def test_enter_runs_what_a_few_letters_find_where_one_was_writing(writing):
    window = writing("Satu dua.")
    window.page.body.select(0, 4)
    ask(window, "teb")
    assert chosen(window) == "Tebal"
    press(Qt.Key.Key_Return)
    assert window.page.body.text() == "**Satu** dua."
    assert not palette(window).isVisible()
    assert window.page.body.hasFocus()


@pytest.mark.parametrize(
    ("letters", "found"),
    [("bold", "Tebal"), ("ganti", "Cari dan ganti"), ("daftar kata", "Kata dan pengabaian…"),
     ("unggah", "Unggah ke portal…"), ("mirng", "Miring"), ("DAFTAR berno", "Daftar bernomor")],
)  # fmt: skip
def test_other_words_parts_and_slips_find_too(writing, letters, found):
    window = writing("Satu.")
    ask(window, letters)
    assert listed(window)[0] == chosen(window) == found


def test_undo_works_in_the_field_that_had_the_keyboard(writing):
    window = writing("Satu.", headline="Judul")
    window.page.headline.setFocus()
    QTest.keyClicks(window.page.headline, "Baru")
    ask(window, "urungkan")
    press(Qt.Key.Key_Return)
    assert window.page.headline.text() == "Judul"
    assert window.page.body.text() == "Satu."


def test_arrows_go_round(writing):
    window = writing("Satu.")
    ask(window, "naskah")
    names = listed(window)
    seen = [chosen(window)]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(key)
        seen.append(chosen(window))
    assert seen == [names[0], names[1], names[0], names[-1]]


def test_what_was_chosen_last_comes_first(writing, open_window, eventually):
    window = writing("Satu.")
    for letters in ("miring", "tebal"):
        ask(window, letters)
        press(Qt.Key.Key_Return)
    ask(window)
    assert listed(window)[:3] == ["Tebal", "Miring", "Naskah baru"]
    press(Qt.Key.Key_Escape)
    window.close()
    eventually(lambda: not window.isVisible())
    again = open_window()
    eventually(lambda: again.desk.story is not None)
    again.page.body.setFocus()
    ask(again)
    assert listed(again)[:2] == ["Tebal", "Miring"]


def test_what_cannot_be_done_is_dim_and_not_run(window, qtbot):
    window.activateWindow()
    window.actions_["palette"].trigger()
    QTest.keyClicks(palette(window).search, "ekspor")
    row = palette(window).list.model().index(0, 0)
    assert row.data() == "Ekspor"
    assert "tidak tersedia" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert chosen(window) is None
    press(Qt.Key.Key_Return)
    assert palette(window).isVisible()
    palette(window).search.clear()
    assert chosen(window) == "Naskah baru"


def test_without_a_query_arrows_leave_out_what_cannot_be_done(window):
    window.actions_["palette"].trigger()
    enabled = {action.text() for _, action in window.actions_ if action.isEnabled()}
    seen = []
    for _ in enabled:
        seen.append(chosen(window))
        press(Qt.Key.Key_Down)
    assert set(seen) == enabled - {"Cari perintah"}


def test_escape_or_the_same_key_closes_and_gives_the_keyboard_back(writing):
    window = writing("Satu.")
    for modifiers, key in (
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape),
        (CONTROL | SHIFT, Qt.Key.Key_P),
    ):
        ask(window, "tebal")
        QTest.keyClick(palette(window).search, key, modifiers)
        assert not palette(window).isVisible()
        assert window.page.body.hasFocus()
    assert window.page.body.text() == "Satu."


def test_a_click_elsewhere_closes_and_a_click_on_a_row_runs(writing):
    window = writing("Satu.")
    ask(window)
    QTest.mouseClick(window.top_bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 40))
    assert not palette(window).isVisible()
    ask(window, "fokus")
    view = palette(window).list
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.actions_["focus"].isChecked()
    assert not palette(window).isVisible()


def test_other_keys_do_nothing_behind_its_back(writing):
    window = writing("Satu dua.")
    window.page.body.select(0, 4)
    ask(window)
    QTest.keyClick(palette(window).search, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(palette(window).search, Qt.Key.Key_Tab)
    assert window.page.body.text() == "Satu dua."
    assert palette(window).search.hasFocus()


def test_nothing_that_fits_is_said(writing):
    window = writing("Satu.")
    ask(window, "qqq")
    assert listed(window) == []
    assert palette(window)._none.isVisible()
    press(Qt.Key.Key_Return)
    assert palette(window).isVisible()


def test_the_chosen_command_is_spoken_with_its_key(writing):
    window = writing("Satu.")
    ask(window, "daftar naskah")
    spoken = palette(window).search.accessibleDescription()
    assert spoken == "Daftar naskah, Tampilan, Ctrl+1, aktif"


def test_it_stays_in_the_middle_of_the_window(writing, qtbot):
    window = writing("Satu.")
    ask(window)
    for width in (1366, 900):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: abs(_middle(window) - window.width() / 2) <= 1)


def _middle(window) -> float:
    shown = palette(window).geometry()
    return shown.x() + shown.width() / 2


def test_other_words_belong_to_commands_there_are():
    assert set(ALSO) <= {spec.name for spec in ACTIONS}


def test_the_steps_of_a_story_are_commands_too(writing, store, eventually):
    window = writing("Satu.")
    for letters, name, label in (
        ("ajukan", "Ajukan ke redaktur", "Diajukan"),
        ("mulai", "Mulai menyunting", "Disunting"),
    ):
        ask(window, letters)
        assert chosen(window) == name
        press(Qt.Key.Key_Return)
        eventually(lambda label=label: window.banner.text == f"Status: {label}")
    assert store.stories.get(window.desk.story.id).status == "editing"


def test_a_step_that_a_story_may_not_take_is_dim(writing, eventually):
    window = writing("Satu.")
    ask(window, "tayang")
    assert {"Siap tayang", "Tandai tayang"} <= set(listed(window))
    assert chosen(window) is None
    press(Qt.Key.Key_Return)
    assert palette(window).isVisible()
    assert window.desk.story.status == "draft"
