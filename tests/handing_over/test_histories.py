"""Whatever is written at which desk, and opened in which order: in the end all have the same.

By default a few histories are gone through. Many more::

    NEWSROOM_HISTORIES=500 .venv/bin/python -m pytest tests/handing_over/test_histories.py
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handing_over.histories import PEOPLE, Desk, History

HISTORIES = int(os.environ.get("NEWSROOM_HISTORIES", "12"))
EXCHANGES = 10


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    folder = tmp_path_factory.mktemp("desks")
    made = [Desk.at(folder / f"desk-{number}", name) for number, name in enumerate(PEOPLE)]
    yield made
    for desk in made:
        assert desk.store.versions.verify() == []
        desk.store.close()


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_all_desks_end_with_the_same_and_nothing_is_lost(
    desks: list[Desk], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    history = History(chance, desks[: 3 if seed % 4 == 3 else 2], tmp_path)
    history.begin()
    history.go_on(EXCHANGES)
    history.end()

    first, *others = history.desks
    told = "\n".join(history.told)
    for desk in others:
        assert desk.content(history.id) == first.content(history.id), told
        assert desk.comments(history.id) == first.comments(history.id), told
    assert not history.lost(), told
    assert not history.lost_blurs(), told
