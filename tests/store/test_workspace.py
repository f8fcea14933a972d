from __future__ import annotations

from collections.abc import Callable

import pytest

from newsroom.store.store import Store


@pytest.mark.parametrize(
    "value",
    ["teks é 🌾", 7, 1.5, True, False, None, [], {}, {"cursor": 12, "scroll": [1, {"a": None}]}],
)
def test_a_value_is_there_after_reopening(
    store: Store, open_store: Callable[[], Store], value: object
) -> None:
    store.workspace.set("window", value)

    assert open_store().workspace.get("window") == value


def test_a_later_value_takes_the_place_of_an_earlier(store: Store) -> None:
    for value in ({"a": 1}, None, [2], 3):
        store.workspace.set("open", value)
        assert store.workspace.get("open") == value


def test_keys_are_apart(store: Store) -> None:
    store.workspace.set("place:a", 1)
    store.workspace.set("place:b", 2)

    assert (store.workspace.get("place:a"), store.workspace.get("place:b")) == (1, 2)
    assert store.workspace.get("place:c") is None
