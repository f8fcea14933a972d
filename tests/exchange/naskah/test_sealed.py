from __future__ import annotations

import unicodedata
from pathlib import Path
from random import Random

import pyrage
import pytest

from newsroom.exchange.errors import ExchangeError, NaskahSealed, WrongPassphrase
from newsroom.exchange.files import read_story_file
from newsroom.exchange.naskah import is_sealed, read_naskah, write_naskah
from newsroom.exchange.unpacked import keep_picture
from newsroom.story.story import Story
from tests.commands import Command, is_one_line
from tests.exchange.naskah.samples import STORY, sealed_lightly

WORD = "kopi pahít"


def nothing(photo: object) -> None:
    return None


@pytest.fixture
def clear(tmp_path: Path) -> bytes:
    return write_naskah(STORY, nothing, tmp_path / "terbuka.naskah").read_bytes()


@pytest.fixture
def sealed(tmp_path: Path, clear: bytes) -> Path:
    """Return a sealed file that opens at once."""
    path = tmp_path / "terkunci.naskah"
    path.write_bytes(sealed_lightly(clear, WORD, Random(8)))
    return path


def test_a_sealed_story_is_read_with_its_passphrase_alone(tmp_path: Path) -> None:
    path = write_naskah(STORY, nothing, tmp_path / "pasar.naskah", passphrase=WORD)

    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"Pasar" not in path.read_bytes()
    assert b"manifest" not in path.read_bytes()
    assert is_sealed(path)
    # However the keyboard writes the letter.
    word = unicodedata.normalize("NFD", WORD)
    assert read_naskah(path, keep_picture, passphrase=word).story.body == STORY.body


def test_without_the_passphrase_it_is_asked_for(sealed: Path) -> None:
    with pytest.raises(NaskahSealed, match="masukkan kata sandinya") as asked:
        read_naskah(sealed, keep_picture)
    assert not isinstance(asked.value, WrongPassphrase)
    for word in ("kopi manis", "Kopi pahít"):
        with pytest.raises(WrongPassphrase, match=r"^Kata sandi .* salah"):
            read_naskah(sealed, keep_picture, passphrase=word)
    assert read_story_file(sealed, passphrase=WORD).headline == STORY.headline


def test_a_sealed_file_that_is_damaged_is_no_matter_of_the_passphrase(
    sealed: Path, clear: bytes
) -> None:
    whole = sealed.read_bytes()
    for damaged in (whole[:-20], whole[:-1] + bytes([whole[-1] ^ 1]), whole[:150], whole + b"x"):
        sealed.write_bytes(damaged)
        with pytest.raises(ExchangeError, match="rusak") as error:
            read_naskah(sealed, keep_picture, passphrase=WORD)
        assert not isinstance(error.value, NaskahSealed)


@pytest.mark.parametrize("work", [21, 30, 63])
def test_no_file_says_how_much_memory_its_passphrase_takes(sealed: Path, work: int) -> None:
    sealed.write_bytes(sealed.read_bytes().replace(b" 1\n", b" %d\n" % work, 1))
    with pytest.raises(ExchangeError, match="terlalu besar"):
        read_naskah(sealed, keep_picture, passphrase=WORD)


def test_what_is_sealed_with_a_key_can_not_be_opened(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate().to_public()
    path = tmp_path / "kunci.naskah"
    path.write_bytes(pyrage.encrypt(b"PK", [key]))
    with pytest.raises(ExchangeError, match="bukan dengan kata sandi"):
        read_naskah(path, keep_picture, passphrase=WORD)


def test_a_command_takes_the_passphrase_from_the_environment(
    command: Command, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("check", "import"):
        nobody = command(name, sealed)
        assert (nobody.code, nobody.out) == (2, "")
        assert is_one_line(nobody.err)
        assert "NEWSROOM_NASKAH_PASSPHRASE" in nobody.err

        monkeypatch.setenv("NEWSROOM_NASKAH_PASSPHRASE", "teh manis")
        wrong = command(name, sealed)
        assert (wrong.code, wrong.out) == (2, "")
        assert is_one_line(wrong.err)
        assert "salah" in wrong.err

        monkeypatch.setenv("NEWSROOM_NASKAH_PASSPHRASE", WORD)
        if name == "import":
            id = command(name, sealed).out.strip()
            assert command("show", id, "--format", "json").json["headline"] == STORY.headline
        else:
            assert "terkunci.naskah: " in command(name, sealed).err
        monkeypatch.delenv("NEWSROOM_NASKAH_PASSPHRASE")


def test_what_is_too_large_to_be_sealed_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.exchange.naskah.sealing.MOST_SEALED", 2_000)
    path = tmp_path / "besar.naskah"
    story = Story("Besar", body="".join(chr(0x4E00 + number) for number in range(4_000)))
    with pytest.raises(ExchangeError, match="pilih foto yang lebih kecil"):
        write_naskah(story, nothing, path, passphrase=WORD)
    assert not [*tmp_path.iterdir()]
