"""The list of all keys, in the window and in the README."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from newsroom.ui.actions import ACTIONS, ActionSpec
from newsroom.ui.dialogs.keys_help import KeysHelp
from newsroom.ui.keys import WITH_KEYS, all_keys, shown

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def help_(qtbot) -> KeysHelp:
    made = KeysHelp()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def seen(help_: KeysHelp) -> list[str]:
    return [label.text() for label in help_.view.findChildren(QLabel) if label.isVisible()]


def test_f1_and_control_slash_open_it(writing, eventually):
    window = writing("Satu.")
    for key, modifier in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, KeysHelp)
        eventually(opened.search.hasFocus)
        QTest.keyClick(opened.search, Qt.Key.Key_Escape)
        window.activateWindow()  # a screen without a window manager does not by itself
        eventually(window.page.body.hasFocus)


def test_every_key_is_listed_with_its_use(help_):
    texts = seen(help_)
    for part, keys, use in all_keys():
        assert {part, use, *keys.split(", ")} <= set(texts)


def test_typing_narrows_by_use_by_key_and_by_menu(help_, qtbot):
    qtbot.keyClicks(help_.search, "tebal")
    assert seen(help_) == ["Format", "Tebal", "Ctrl+B"]
    help_.search.clear()
    qtbot.keyClicks(help_.search, "shift+f3")
    assert seen(help_) == ["Di cari dan ganti", "Hasil berikutnya, sebelumnya", "F3", "Shift+F3"]
    help_.search.clear()
    qtbot.keyClicks(help_.search, "bantuan")
    assert seen(help_)[0] == "Bantuan"
    assert "Semua tombol" in seen(help_)
    qtbot.keyClicks(help_.search, "xyz")
    assert seen(help_) == []
    assert help_._none.isVisible()


def test_the_list_scrolls_by_keys(help_, qtbot):
    bar = help_.view.verticalScrollBar()
    qtbot.keyClick(help_.search, Qt.Key.Key_PageDown)
    down = bar.value()
    qtbot.keyClick(help_.search, Qt.Key.Key_Up)
    assert 0 < bar.value() < down


def test_no_key_does_two_things_in_one_place():
    taken = [(part, key) for part, keys, _ in all_keys() for key in keys.split(", ")]
    assert len(set(taken)) == len(taken)
    keys = [key for spec in ACTIONS if spec.shortcut for key in shown(spec.shortcut).split(", ")]
    assert len(set(keys)) == len(keys)


def test_the_readme_tells_of_every_command_s_key():
    """Its table is the actions' table; what fails here shows the table to put there."""
    actions = [(shown(s.shortcut), _use(s.text)) for m in WITH_KEYS for s in _with_keys(m)]
    half = (len(actions) + 1) // 2
    pairs = zip_longest(actions[:half], actions[half:], fillvalue=("", ""))
    rows = [
        f"| {' | '.join((*left, *right))} |".replace("|  |  |", "| | |") for left, right in pairs
    ]
    readme = README.read_text(encoding="utf-8")
    told = readme.split("### Tombol")[1].split("|---|---|---|---|\n")[1].split("\n\n")[0]
    assert told.splitlines() == rows, "\n".join(["README.md:", *rows])


def _with_keys(menu: str) -> list[ActionSpec]:
    return [spec for spec in ACTIONS if spec.menu == menu and spec.shortcut]


def _use(text: str) -> str:
    """Return an action's words as the README writes them."""
    return text[0].lower() + text[1:]


def test_no_key_is_cut_off(help_):
    assert help_.view.widget().width() <= help_.view.viewport().width()
