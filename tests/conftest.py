"""What every test needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from tests.commands import Command

# A busy machine makes no test fail.
settings.register_profile("newsroom", deadline=None)
settings.load_profile("newsroom")


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_on_the_clipboard() -> Iterator[None]:
    """Take away what tests have copied.

    Offscreen, Qt frees it when Python has ended, which ends the process badly: it is
    an object of both.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and (app := widgets.QApplication.instance()):
        app.clipboard().clear()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with nothing in it: to make one takes longer than most of a test."""
    home = tmp_path_factory.mktemp("empty")
    Store.open(home).close()
    return home / DATABASE


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def command(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.delenv("NEWSROOM_BACKUP_PASSPHRASE", raising=False)
    monkeypatch.delenv("NEWSROOM_NASKAH_PASSPHRASE", raising=False)
    return Command(home, monkeypatch, capfd)
