"""What can go wrong while stories come in and go out."""

from __future__ import annotations

import errno

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class ExchangeError(ValueError):
    """A file can't be read or written; the message says in one Indonesian line what and where."""


class NaskahSealed(ExchangeError):
    """A ``.naskah`` file is sealed, and no passphrase was given."""


class WrongPassphrase(NaskahSealed):
    """A ``.naskah`` file is sealed with another passphrase."""


def disk_fault(error: OSError) -> str:
    """Return what is wrong in Indonesian; the system itself says it in its own language.

    >>> disk_fault(FileNotFoundError(2, "No such file or directory"))
    'berkas atau folder tidak ditemukan'
    """
    match error:
        case FileNotFoundError():
            return "berkas atau folder tidak ditemukan"
        case PermissionError():
            return "tidak ada izin untuk membaca atau menulis"
        case FileExistsError() | NotADirectoryError() | IsADirectoryError():
            return "berkas dan folder tertukar"
    return "ruang cakram habis" if error.errno in _NO_ROOM else "gagal membaca atau menulis"


def in_words(error: Exception) -> str:
    """Return what an error says. Our own are ready to be shown; those of libraries are not.

    >>> in_words(ExchangeError("Berkas ini kosong: a.md")), in_words(PermissionError(13, "no"))
    ('Berkas ini kosong: a.md', 'tidak ada izin untuk membaca atau menulis')
    >>> in_words(ValueError("XMP data is too long"))
    "kesalahan yang tidak terduga, tolong laporkan: ValueError('XMP data is too long')"
    """
    if type(error).__module__.partition(".")[0] == __name__.partition(".")[0]:
        return str(error)
    if isinstance(error, OSError):
        reason = disk_fault(error)
        return f"{reason}: {error.filename}" if error.filename else reason
    return f"kesalahan yang tidak terduga, tolong laporkan: {error!r}"
