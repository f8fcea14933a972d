from __future__ import annotations

from collections.abc import Callable

from newsroom.store.store import Store


def test_words_come_back_in_alphabetical_order(
    store: Store, open_store: Callable[[], Store]
) -> None:
    for word in ("Latsar", "bakwan", "ojol", "  Cilegon "):
        store.words.add(word)

    assert open_store().words.all() == ["bakwan", "Cilegon", "Latsar", "ojol"]


def test_a_word_is_one_in_any_case(store: Store) -> None:
    for word in ("latsar", "LATSAR", "Latsar", "STRASSE", "straße", "cafe\u0301", "CAFÉ"):
        store.words.add(word)

    assert store.words.all() == ["CAFÉ", "Latsar", "straße"]


def test_a_word_is_removed_in_any_case(store: Store) -> None:
    store.words.add("Latsar")
    store.words.add("ojol")

    store.words.remove("LATSAR")
    store.words.remove("tidakada")

    assert store.words.all() == ["ojol"]


def test_nothing_is_no_word(store: Store) -> None:
    store.words.add("  ")

    assert store.words.all() == []


def test_many_words_are_taken_in_at_once_and_the_new_ones_counted(store: Store) -> None:
    store.words.add("Latsar")

    assert store.words.add_all(["bakwan", "LATSAR", " ojol ", "Bakwan", ""]) == 2
    assert store.words.all() == ["bakwan", "Latsar", "ojol"]
    assert store.words.add_all(["ojol"]) == 0


def test_removing_says_whether_the_word_was_there(store: Store) -> None:
    store.words.add("Latsar")

    assert store.words.remove("latsar")
    assert not store.words.remove("latsar")
