"""What a person is told when a photo has another picture than before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from newsroom.photos.metadata.replaced import Replaced


def told_of(replaced: Replaced) -> str:
    """Say which data of the photo are the new picture's; nothing where there were none."""
    parts = [
        told.format(_names(fields))
        for told, fields in (
            (_tr("Diisi dari berkas baru: {0}."), replaced.filled),
            (_tr("Dikosongkan karena milik gambar lama: {0}."), replaced.emptied),
            (_tr("Tetap seperti yang ditulis, periksa lagi: {0}."), replaced.kept),
        )
        if fields
    ]
    return " ".join([_tr("Gambar diganti."), *parts]) if parts else ""


def _names(fields: Iterable[str]) -> str:
    names = {
        "caption": _tr("keterangan"),
        "credit": _tr("kredit"),
        "alt": _tr("teks alternatif"),
        "taken": _tr("tanggal"),
        "place": _tr("tempat"),
        "creator": _tr("pemotret"),
        "copyright": _tr("hak cipta"),
        "keywords": _tr("kata kunci"),
        "source": _tr("sumber"),
        "permission": _tr("izin"),
    }
    return ", ".join(names[field] for field in fields)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Replaced", text)
