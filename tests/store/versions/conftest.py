from __future__ import annotations

import pytest

from newsroom.store import stories
from newsroom.store.versions import versions
from tests.store.versions.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(stories, "datetime", clock)
    monkeypatch.setattr(versions, "datetime", clock)
    return clock
