"""What can go wrong while stories come in and go out."""

from __future__ import annotations

import errno

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class ExchangeError(ValueError):
    """A file can't be read or written; the message says in one Indonesian line what and where."""


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
