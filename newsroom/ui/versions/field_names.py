"""What the fields of a story are called in the forms."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_PHOTO = re.compile(r"photos\[(\d+)]\.(\w+)")


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Versions", text)


def root(field: str) -> str:
    """Return the field of the story that a path leads into.

    >>> root("photos[1].caption"), root("dateline.place"), root("body")
    ('photos', 'dateline', 'body')
    """
    return re.split(r"[.\[]", field, maxsplit=1)[0]


def name(field: str) -> str:
    """Return what a field of the story is called."""
    names = {
        "status": tr("Status"),
        "kicker": tr("Kicker"),
        "headline": tr("Judul"),
        "subheadline": tr("Subjudul"),
        "dateline": tr("Dateline"),
        "body": tr("Tubuh berita"),
        "closing": tr("Penutup"),
        "photos": tr("Foto"),
        "byline": tr("Penulis"),
        "editor": tr("Editor"),
        "section": tr("Rubrik"),
        "tags": tr("Tag"),
        "slug": tr("Slug"),
        "summary": tr("Ringkasan"),
        "embargo": tr("Embargo"),
        "contributors": tr("Kontributor"),
        "sources": tr("Narasumber"),
        "other_sections": tr("Rubrik lain"),
        "topic": tr("Topik khusus"),
        "search_title": tr("Judul di mesin pencari"),
        "search_description": tr("Deskripsi di mesin pencari"),
        "social": tr("Teks media sosial"),
        "canonical": tr("Alamat naskah asal (kanonis)"),
        "event": tr("Peristiwa"),
        "deadline": tr("Tenggat"),
        "publish": tr("Tayang"),
        "corrections": tr("Ralat"),
        "answers": tr("Hak jawab atau ralat atas"),
        "answered_by": tr("Hak jawab atau ralat dari"),
        "withdrawal": tr("Pencabutan"),
        "checklist": tr("Daftar periksa"),
        "unread": tr("Belum terbaca"),
    }
    return names.get(field, field)


def part_name(field: str) -> str:
    """Return what a part of a field is called; nothing for a field that is one whole.

    >>> part_name("photos[1].caption"), part_name("photos"), part_name("body")
    ('Foto 2: keterangan foto', 'Daftar foto', '')
    """
    if match := _PHOTO.fullmatch(field):
        part = _photo_parts().get(match[2], match[2])
        return tr("Foto {0}: {1}").format(int(match[1]) + 1, part)
    if field == "photos":
        return tr("Daftar foto")
    above, _, part = field.partition(".")
    return _dateline_parts().get(part, part) if above == "dateline" else ""


def _dateline_parts() -> dict[str, str]:
    return {
        "place": tr("Tempat"),
        "source": tr("Sumber"),
        "date": tr("Tanggal"),
        "pattern": tr("Gaya"),
    }


def _photo_parts() -> dict[str, str]:
    return {
        "file": tr("nama berkas"),
        "digest": tr("gambar"),
        "caption": tr("keterangan foto"),
        "credit": tr("kredit foto"),
        "alt": tr("teks alternatif"),
        "taken": tr("tanggal"),
        "place": tr("tempat"),
        "lead": tr("foto utama"),
        "creator": tr("pemotret"),
        "copyright": tr("hak cipta"),
        "keywords": tr("kata kunci"),
        "rights": tr("hak muat"),
        "source": tr("sumber foto"),
        "permission": tr("izin"),
        "embargo": tr("embargo foto"),
        "edits": tr("suntingan gambar"),
    }
