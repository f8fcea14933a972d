"""What the tests of the client ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.client import Client, Timeouts
from newsroom.portal.wordpress.discovery import discover
from newsroom.portal.wordpress.login import Login
from tests.portal.site import Portal

Clients = Callable[..., Client]


@pytest.fixture(scope="session")
def roots(quiet_portal: Portal) -> Callable[[str], ApiRoot]:
    """Find the interface of a site once; what finds it has tests of its own."""
    return cache(lambda site: discover(quiet_portal.site(site)))


@pytest.fixture
def as_user(portal: Portal, roots: Callable[[str], ApiRoot]) -> Iterator[Clients]:
    """Make clients for people of the site, or of another that the rig offers."""
    with ExitStack() as stack:

        def make(
            login: str = "penulis", site: str = "", password: str = "", answer: float = 60
        ) -> Client:
            root = roots(site)
            portal.forget()
            who = Login(login, password or portal.passwords[login])
            return stack.enter_context(Client(root, who, timeouts=Timeouts(answer=answer)))

        yield make


@pytest.fixture
def penulis(as_user: Clients) -> Client:
    """A client of an author."""
    return as_user("penulis")
