from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from tests.commands import Command
from tests.portal.push.desk import Desk
from tests.portal.push.program import Program
from tests.portal.site import Portal


@pytest.fixture(autouse=True)
def no_list_of_the_users(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the data folders of tests out of the user's own list."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture(scope="session")
def rubric(quiet_portal: Portal) -> None:
    """The rubric that all these stories are of."""
    quiet_portal.category("Ekonomi", "ekonomi")


@pytest.fixture
def make_desk(
    portal: Portal, rubric: None, tmp_path: Path, empty_store: Path
) -> Iterator[Callable[..., Desk]]:
    """Makes desks, each with a data folder of its own; one with the same ``home`` shares it."""
    stores: list[Store] = []

    def make(login: str = "penulis", home: str = "", **options: Any) -> Desk:
        folder = tmp_path / (home or f"data-{len(stores)}")
        if not folder.exists():
            folder.mkdir()
            shutil.copy(empty_store, folder / DATABASE)
        stores.append(Store.open(folder))
        return Desk(stores[-1], portal, login, **options)

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """A desk that sends as an author."""
    return make_desk()


@pytest.fixture(scope="session")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where data folders lie to which a portal was added, to be copied."""
    return tmp_path_factory.mktemp("added")


@pytest.fixture
def make_program(
    portal: Portal,
    rubric: None,
    tmp_path: Path,
    empty_store: Path,
    added: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Program]:
    """Makes data folders that a portal has been added to."""

    def make(login: str = "penulis", zone: str = "Asia/Jakarta") -> Program:
        first = added / f"{login}-{zone.replace('/', '-')}"
        if not first.exists():
            first.mkdir()
            shutil.copy(empty_store, first / DATABASE)
            Program(first, portal, login, command).add_portal(zone)
            portal.forget()
        monkeypatch.setenv("NEWSROOM_PORTAL_PASSWORD", portal.passwords[login])
        copied = Path(shutil.copytree(first, tmp_path / "program"))
        return Program(copied, portal, login, command)

    return make
