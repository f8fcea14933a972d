"""What the fields of a story are called in the forms."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from newsroom.story.texts import photo_place


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
    if told := photo_place(field):
        number, part = told
        if not part:
            return tr("Foto {0}").format(number + 1)
        return tr("Foto {0}: {1}").format(number + 1, _photo_parts().get(part, part))
    if field == "photos":
        return tr("Daftar foto")
    above, _, part = field.partition(".")
    return _dateline_parts().get(part, part) if above == "dateline" else ""


def titled(field: str) -> str:
    """Return what a field is called, with the one that it is a part of.

    >>> titled("headline"), titled("photos[0].caption"), titled("dateline.place")
    ('Judul', 'Foto 1: keterangan foto', 'Dateline, tempat')
    >>> titled("photos[1]"), titled("checklist.nama")
    ('Foto 2', 'Daftar periksa')
    """
    part = part_name(field)
    if not part or root(field) == "photos":
        return part or name(root(field))
    return f"{name(root(field))}, {part[0].lower()}{part[1:]}"


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
