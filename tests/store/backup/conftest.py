from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest

from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

NOON = datetime(2026, 3, 5, 5, tzinfo=UTC)


@pytest.fixture
def add(store: Store, tmp_path: Path) -> Callable[..., Story]:
    """Saves a story, with a picture if the bytes of one are given."""

    def adder(headline: str, picture: bytes = b"", **fields: object) -> Story:
        photos: tuple[Photo, ...] = ()
        if picture:
            path = tmp_path / "foto.jpg"
            path.write_bytes(picture)
            photos = (Photo("foto.jpg", "Warga.", digest=store.media.add(path)),)
        return store.stories.save(Story(headline=headline, photos=photos, **fields))  # type: ignore[arg-type]

    return adder


@pytest.fixture(autouse=True)
def quick_passphrases(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close keys without the second of work that guessing is to cost, but where that is meant."""
    if "real" in request.node.name:
        return

    def encrypt(content: bytes, word: str) -> bytes:
        return sha256(word.encode()).digest() + content

    def decrypt(content: bytes, word: str) -> bytes:
        if content[:32] != sha256(word.encode()).digest():
            raise pyrage.DecryptError
        return content[32:]

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, byte for byte."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
