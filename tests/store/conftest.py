from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.store.place import DATABASE
from newsroom.store.store import Store


@pytest.fixture(autouse=True)
def no_list_of_the_users(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the data folders of tests, some of them on small disks, out of the user's own list."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def open_store(home: Path) -> Iterator[Callable[[], Store]]:
    """Opens the store in ``home``, each time with connections of its own, like another program."""
    opened = []

    def opener() -> Store:
        opened.append(Store.open(home))
        return opened[-1]

    yield opener
    for store in opened:
        store.close()


@pytest.fixture
def store(home: Path, empty_store: Path, open_store: Callable[[], Store]) -> Store:
    home.mkdir()
    shutil.copy(empty_store, home / DATABASE)
    return open_store()


@pytest.fixture
def ordinary_user_folder() -> Iterator[Path]:
    """A folder of a user whom the file system can refuse something, also where root runs tests."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions of this kind are POSIX's")
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        for place in [folder, *folder.rglob("*")]:
            place.chmod(0o700)
        shutil.rmtree(folder)
