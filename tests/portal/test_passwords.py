"""Where passwords are kept, and where they are not."""

from __future__ import annotations

from collections.abc import Callable

import keyring
import pytest
from keyring.backends import fail, null

from newsroom.portal.passwords import (
    VARIABLE,
    forget_password,
    has_keyring,
    keep_password,
    known_password,
)
from newsroom.portal.wordpress.login import Login
from tests.portal.keyrings import Locked, Memory, PlainFile

SITE = "https://kabar.example"


def test_the_keyring_keeps_them_by_site_and_login(memory_keyring: Memory) -> None:
    assert known_password(SITE, "penulis") is None
    assert keep_password(SITE, "penulis", "rahasia")
    assert known_password(SITE, "penulis") == "rahasia"
    assert known_password(SITE, "redaktur") is None
    assert known_password("https://lain.example", "penulis") is None
    assert known_password("http://kabar.example", "penulis") is None


def test_sites_in_folders_of_one_host_have_each_their_own(memory_keyring: Memory) -> None:
    # One kept for the host, as all were once, is that of the site without a folder.
    memory_keyring.set_password(f"newsroom {SITE}:443", "penulis", "akar")
    for folder in ("blog", "news"):
        assert known_password(f"{SITE}/{folder}", "penulis") is None
        assert keep_password(f"{SITE}/{folder}", "penulis", folder)
    sites = (SITE, f"{SITE}/", f"{SITE}/blog", f"{SITE}/news/")
    assert [known_password(site, "penulis") for site in sites] == ["akar", "akar", "blog", "news"]
    assert forget_password(f"{SITE}/blog", "penulis")
    assert known_password(f"{SITE}/news", "penulis") == "news"


def test_one_is_forgotten(memory_keyring: Memory) -> None:
    keep_password(SITE, "penulis", "rahasia")
    assert forget_password(SITE, "penulis")
    assert known_password(SITE, "penulis") is None
    assert not forget_password(SITE, "penulis")


def test_the_environment_comes_first_where_it_is_meant_for_the_site(
    memory_keyring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_password(SITE, "penulis", "rahasia")
    monkeypatch.setenv(VARIABLE, "lain")
    assert known_password(SITE, "penulis", is_meant=True) == "lain"
    assert known_password(SITE, "penulis") == "rahasia"


@pytest.mark.parametrize("make", [fail.Keyring, null.Keyring, PlainFile])
def test_where_there_is_no_keyring_nothing_is_kept(make: Callable[[], Memory]) -> None:
    keyring.set_keyring(make())
    assert not has_keyring()
    assert not keep_password(SITE, "penulis", "rahasia")
    assert known_password(SITE, "penulis") is None
    assert not forget_password(SITE, "penulis")


def test_a_locked_keyring_is_as_none() -> None:
    keyring.set_keyring(Locked())
    assert not keep_password(SITE, "penulis", "rahasia")
    assert known_password(SITE, "penulis") is None
    assert not forget_password(SITE, "penulis")


def test_a_login_shows_no_password() -> None:
    login = Login("penulis", "rahasia sekali")
    assert "rahasia" not in f"{login!r} {login} {[login]}"
