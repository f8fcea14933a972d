"""The window comes back where it stood on these screens, with all that was open in it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from newsroom.ui.window_shape import keep_place, screens_at_hand, screens_key, take_place

LAPTOP = QRect(0, 0, 1366, 768)
BESIDE = QRect(1366, 0, 1920, 1080)


def test_screens_are_known_by_their_sizes_and_how_they_lie():
    assert screens_key([LAPTOP, BESIDE]) == screens_key([BESIDE, LAPTOP])
    assert screens_key([LAPTOP]) != screens_key([LAPTOP, BESIDE])
    left = QRect(-1920, 0, 1920, 1080)
    assert screens_key([LAPTOP, BESIDE]) != screens_key([LAPTOP, left])


def test_each_set_of_screens_has_a_place_of_its_own(window):
    window.resize(790, 600)
    window.columns.setSizes([230, 250, 310])
    places = keep_place({}, window, window.columns)
    elsewhere = {screens_key([LAPTOP, BESIDE]): places[screens_at_hand()]}
    window.resize(780, 500)
    places = keep_place(elsewhere, window, window.columns)
    assert [*places] == [*elsewhere, screens_at_hand()]
    window.resize(760, 550)
    take_place(places, window, window.columns)
    assert window.height() == 500
    take_place(elsewhere, window, window.columns)  # screens never seen: as it stood last
    assert window.height() == 600
    take_place({}, window, window.columns)
    assert window.height() == 600


def test_only_the_last_sets_of_screens_are_kept(window):
    kept = keep_place({}, window, window.columns)[screens_at_hand()]
    places = {f"layar {n}": kept for n in range(20)}
    places = keep_place(places, window, window.columns)
    assert len(places) == 8
    assert [*places][-1] == screens_at_hand()


def test_the_inspectors_tab_comes_back(writing, open_window, eventually):
    window = writing("Isi")
    window.show_tab("findings")
    window.close()
    again = open_window()
    eventually(lambda: again.inspector.findings.isVisible())
    assert not again.inspector.data.isVisible()


def test_the_widths_of_the_columns_come_back_even_from_the_calm(writing, open_window, eventually):
    window = writing("Isi")
    window.actions_["inspector"].trigger()
    window.resize(790, 600)
    QApplication.processEvents()
    window.columns.setSizes([260, 530, 0])
    before = window.columns.sizes()
    assert before[0] == 260
    window.actions_["focus"].trigger()
    window.close()
    again = open_window()
    eventually(lambda: again.desk.story is not None)
    again.actions_["focus"].trigger()
    QApplication.processEvents()
    eventually(lambda: again.columns.sizes()[0] == before[0])


def test_a_shape_of_an_older_program_is_no_hindrance(store, open_window, newsroom):
    store.workspace.set("window", {"geometry": "", "columns": [1, 2, 3], "queue": False,
                                   "inspector": True, "dark": None})  # fmt: skip
    window = open_window()
    assert not window.actions_["queue"].isChecked()
    assert window.actions_["inspector"].isChecked()
