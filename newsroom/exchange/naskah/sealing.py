"""Sealing a file with a passphrase, in the ``age`` format that other programs open too.

A sealed file is no shorter than what is in it, so that its size bounds the memory that
opening it takes. Nothing of what is in it is written to the disk in the clear.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, NaskahSealed, WrongPassphrase

MOST_SEALED = 100_000_000  # bytes; it is held in memory twice
_AROUND = 1_000_000  # bytes; what sealing adds is less

_START = b"age-encryption.org/v1\n"
# The one way of sealing with a passphrase. One more in its number is twice the time and memory.
_HEAD = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_MOST_WORK = 20  # a gigabyte of memory; the fastest machines seal with no more
_WRONG = "Decryption failed"  # how the library says that the passphrase does not fit


def is_sealed(path: Path) -> bool:
    """Say whether a file is sealed. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_START)) == _START


def sealed(content: bytes, passphrase: str, path: Path) -> bytes:
    """Return what is to be sealed so; it takes a second. Raises ExchangeError."""
    import pyrage

    if len(content) > MOST_SEALED - _AROUND:
        raise ExchangeError(
            f"Naskah ini terlalu besar untuk dikunci; pilih foto yang lebih kecil: {path}"
        )
    written: bytes = pyrage.passphrase.encrypt(content, _normal(passphrase))
    return written


def opened_seal(path: Path, passphrase: str) -> bytes:
    """Return what is sealed in a file; it takes a second.

    Raises OSError, NaskahSealed without a passphrase, WrongPassphrase, and ExchangeError.
    """
    import pyrage

    with path.open("rb") as file:
        content = file.read(MOST_SEALED + 1)
    head = _HEAD.match(content)
    if not head:
        raise ExchangeError(
            f"Berkas .naskah ini dikunci dengan cara lain, bukan dengan kata sandi: {path}"
        )
    if len(content) > MOST_SEALED or int(head[1]) > _MOST_WORK:
        raise ExchangeError(f"Isi berkas .naskah ini terlalu besar untuk dibuka: {path}")
    if not passphrase:
        raise NaskahSealed(f"Berkas .naskah ini dikunci; masukkan kata sandinya: {path}")
    try:
        opened: bytes = pyrage.passphrase.decrypt(content, _normal(passphrase))
    except pyrage.DecryptError as error:
        if str(error) == _WRONG:
            raise WrongPassphrase(
                "Kata sandi berkas .naskah ini salah; periksa huruf besar dan kecilnya, "
                f"lalu coba lagi: {path}"
            ) from None
        raise ExchangeError(f"Berkas .naskah ini rusak; minta dikirim ulang: {path}") from None
    return opened


def _normal(passphrase: str) -> str:
    """Return the passphrase as every keyboard comes to write it."""
    return unicodedata.normalize("NFC", passphrase)
