"""Closing backups with a passphrase, in the ``age`` format that other programs read too.

A pair of keys is made once: files are closed with the public one, so that backups are
made without anybody being asked, and opened with the secret one, which lies beside them
closed with the passphrase. ``age -d -i kunci.age newsroom.db.age`` opens them as well.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from newsroom.store.backup.errors import BackupDamaged, WrongPassphrase


@dataclass(frozen=True, slots=True)
class Seal:
    """What files are closed with: ``public`` closes, ``key`` is the secret one, closed."""

    public: str
    key: bytes

    @property
    def name(self) -> str:
        """What the pair is known by, which tells nothing of it."""
        return hashlib.sha256(self.public.encode()).hexdigest()[:12]


def make_seal(passphrase: str) -> Seal:
    """Make a new pair of keys; it takes a second, so that guessing takes years."""
    import pyrage

    if not passphrase.strip():
        raise WrongPassphrase("Kata sandi cadangan tidak boleh kosong.")
    identity = pyrage.x25519.Identity.generate()
    key = pyrage.passphrase.encrypt(str(identity).encode(), _normal(passphrase))
    return Seal(str(identity.to_public()), key)


def close_with(seal: Seal, source: IO[bytes], target: IO[bytes]) -> None:
    """Write ``source`` to ``target``, closed, a piece at a time. Raises what reading or writing
    raises.
    """
    import pyrage

    recipient = pyrage.x25519.Recipient.from_str(seal.public)
    reading, writing = _Told(source.read), _Told(target.write)
    try:
        pyrage.encrypt_io(_Reader(reading), _Writer(writing), [recipient])
    except Exception as error:  # what the library says of it has lost the kind
        raise reading.error or writing.error or error from None


class Opener:
    """Opens what was closed with one pair of keys."""

    def __init__(self, key: bytes, passphrase: str) -> None:
        """Take the secret key out. Raises WrongPassphrase, and BackupDamaged."""
        import pyrage

        try:
            identity = pyrage.passphrase.decrypt(key, _normal(passphrase)).decode("ascii")
            self._identity = pyrage.x25519.Identity.from_str(identity.strip())
        except pyrage.DecryptError:
            raise WrongPassphrase(
                "Kata sandi cadangan salah. Periksa huruf besar dan kecilnya, lalu coba lagi."
            ) from None
        except (pyrage.IdentityError, ValueError):
            raise BackupDamaged("Kunci cadangan ini rusak.") from None

    def open(self, source: IO[bytes], target: IO[bytes]) -> None:
        """Write what is closed in ``source`` to ``target``, a piece at a time.

        Raises BackupDamaged at the first byte that is not as it was closed.
        """
        import pyrage

        reading, writing = _Told(source.read), _Told(target.write)
        try:
            pyrage.decrypt_io(_Reader(reading), _Writer(writing), [self._identity])
        except Exception:
            if error := reading.error or writing.error:
                raise error from None
            raise BackupDamaged("Berkas cadangan yang terkunci rusak atau terpotong.") from None


class _Told:
    """Remembers with what a call failed, for whoever called the library between."""

    def __init__(self, call: Callable[..., object]) -> None:
        self._call = call
        self.error: BaseException | None = None

    def __call__(self, given: object) -> object:
        try:
            return self._call(given)
        except BaseException as error:
            self.error = error
            raise


class _Reader:
    def __init__(self, read: _Told) -> None:
        self.read = read


class _Writer:
    def __init__(self, write: _Told) -> None:
        self.write = write

    def flush(self) -> None:
        """Do nothing: who opened the file writes it out."""


def _normal(passphrase: str) -> str:
    """Return the passphrase as every keyboard comes to write it."""
    return unicodedata.normalize("NFC", passphrase)
