from __future__ import annotations

import pytest

from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller


@pytest.fixture(scope="session")
def speller() -> HunspellSpeller:
    return HunspellSpeller()


@pytest.fixture
def checker(speller: HunspellSpeller) -> Checker:
    return Checker(speller)
