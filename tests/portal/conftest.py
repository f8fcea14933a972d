"""The WordPress that the tests of the portal import into."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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


@pytest.fixture(scope="session")
def wordpress() -> Iterator[WordPress]:
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
        site = json.loads(ready)
        yield WordPress(site["url"], Path(site["folder"]))
