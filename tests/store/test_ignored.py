from __future__ import annotations

from collections.abc import Callable

from newsroom.language.ignored import Ignored
from newsroom.store.store import Store

WORDY = Ignored("wordiness.doubled_meaning", "agar supaya")
NAME = Ignored("spelling", "Endrawati")


def test_marks_left_out_come_back_by_house(store: Store, open_store: Callable[[], Store]) -> None:
    store.ignored.add("kabar", NAME)
    store.ignored.add("kabar", WORDY)
    store.ignored.add("lain", NAME)

    assert open_store().ignored.all("kabar") == [WORDY, NAME]
    assert open_store().ignored.all("lain") == [NAME]
    assert open_store().ignored.all("tidakada") == []


def test_a_text_is_one_in_any_case_and_by_one_rule(store: Store) -> None:
    for mark in (NAME, Ignored("spelling", "ENDRAWATI"), Ignored("fact.name", "Endrawati")):
        store.ignored.add("kabar", mark)

    assert store.ignored.all("kabar") == [
        Ignored("fact.name", "Endrawati"),
        Ignored("spelling", "ENDRAWATI"),
    ]


def test_what_is_taken_back_is_gone_from_that_house_alone(store: Store) -> None:
    for house in ("kabar", "lain"):
        store.ignored.add(house, NAME)
    store.ignored.add("kabar", WORDY)

    store.ignored.remove("kabar", Ignored("spelling", "endrawati"))
    store.ignored.remove("kabar", Ignored("spelling", "tidakada"))

    assert store.ignored.all("kabar") == [WORDY]
    assert store.ignored.all("lain") == [NAME]
