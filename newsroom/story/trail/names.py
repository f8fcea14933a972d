"""What the fields of a story are called in a trail."""

from __future__ import annotations

import re

_PHOTO = re.compile(r"photos\[(\d+)]\.(\w+)")
_NAMES = {
    "status": "Status",
    "kicker": "Kicker",
    "headline": "Judul",
    "subheadline": "Subjudul",
    "dateline.place": "Dateline: tempat",
    "dateline.source": "Dateline: sumber",
    "dateline.date": "Dateline: tanggal",
    "dateline.pattern": "Dateline: gaya",
    "body": "Tubuh berita",
    "closing": "Penutup",
    "photos": "Daftar foto",
    "byline": "Penulis",
    "editor": "Editor",
    "section": "Rubrik",
    "tags": "Tag",
    "slug": "Slug",
    "summary": "Ringkasan",
    "embargo": "Embargo",
    "contributors": "Kontributor",
    "other_sections": "Rubrik lain",
    "topic": "Topik khusus",
    "search_title": "Judul di mesin pencari",
    "search_description": "Deskripsi di mesin pencari",
    "social": "Teks media sosial",
    "canonical": "Alamat naskah asal",
    "event": "Peristiwa",
    "deadline": "Tenggat",
    "publish": "Waktu tayang",
    "corrections": "Ralat",
    "answers": "Hak jawab atau ralat atas",
    "answered_by": "Hak jawab atau ralat dari",
    "withdrawal": "Pencabutan",
    "unread": "Belum terbaca",
}
_PHOTO_NAMES = {
    "file": "nama berkas",
    "caption": "keterangan",
    "credit": "kredit",
    "alt": "teks alternatif",
    "taken": "tanggal",
    "place": "tempat",
    "lead": "foto utama",
    "creator": "pemotret",
    "copyright": "hak cipta",
    "keywords": "kata kunci",
    "rights": "hak muat",
    "source": "sumber",
    "permission": "izin",
    "embargo": "embargo",
    "edits": "suntingan gambar",
    "unread": "belum terbaca",
}


def field_name(field: str) -> str:
    """Return what a field is called, as findings name it.

    >>> field_name("photos[1].caption"), field_name("body"), field_name("lain")
    ('Foto 2: keterangan', 'Tubuh berita', 'lain')
    """
    if match := _PHOTO.fullmatch(field):
        return f"Foto {int(match[1]) + 1}: {_PHOTO_NAMES.get(match[2], match[2])}"
    return _NAMES.get(field, field)
