"""The WordPress that the tests of the portal import into and push to."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.portal.keyrings import Memory
from tests.portal.site import Portal

SCRIPTS = Path(__file__).parent / "wordpress"


@dataclass(frozen=True)
class WordPress:
    """A running site: where it answers, where its files lie, and what may be done with it."""

    url: str
    folder: Path

    def import_wxr(self, file: Path) -> Any:
        """Import a file as an administrator does; says what was made, found and refused."""
        return self._php("import_wxr.php", file)

    def dump(self) -> Any:
        """Return the posts, the media, the categories and the tags of the site."""
        return self._php("dump.php")

    def publish(self, post: int) -> str:
        """Publish a post and return its address."""
        return str(self._php("publish.php", post))

    def fetch(self, url: str) -> tuple[int, str]:
        """Return status and text of a page as a reader who is not logged in gets it."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(url, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def _php(self, script: str, *arguments: object) -> Any:
        done = subprocess.run(
            ["php", SCRIPTS / script, self.folder, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr or done.stdout
        return json.loads(done.stdout)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody's own keyring is touched, and no password of the environment is used."""
    import keyring
    from keyring.backends import fail

    monkeypatch.delenv("NEWSROOM_PORTAL_PASSWORD", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def memory_keyring(no_keyring: None) -> Memory:
    """A system with a good keyring."""
    import keyring

    made = Memory()
    keyring.set_keyring(made)
    return made


@pytest.fixture(scope="session")
def running_site() -> Iterator[dict[str, Any]]:
    """A site of its own for this run, started by the first test that asks for it.

    The server stops when its standard input closes, which the end of this process does
    too, however it comes.
    """
    with subprocess.Popen(
        [sys.executable, SCRIPTS / "server.py", "--attached"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        ready = server.stdout.readline()
        if not ready:
            pytest.fail(server.stderr.read(), pytrace=False)
        yield json.loads(ready)


@pytest.fixture(scope="session")
def wordpress(running_site: dict[str, Any]) -> WordPress:
    """The site and its files."""
    return WordPress(running_site["url"], Path(running_site["folder"]))


@pytest.fixture(scope="session")
def quiet_portal(running_site: dict[str, Any]) -> Iterator[Portal]:
    """The site as ``portal`` has it, for what lasts longer than a test."""
    site = running_site
    with closing(Portal(site["url"], site["behind"], site["application_passwords"])) as portal:
        yield portal


@pytest.fixture
def portal(quiet_portal: Portal) -> Iterator[Portal]:
    """The site, its people and what goes wrong there; no test leaves a fault to the next."""
    quiet_portal.forget()
    yield quiet_portal
    quiet_portal.forget()
