"""What the fields of a story are called in a trail."""

from __future__ import annotations

from newsroom.story.texts import photo_place

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

    >>> field_name("photos[1].caption"), field_name("photos[1]"), field_name("body")
    ('Foto 2: keterangan', 'Foto 2', 'Tubuh berita')
    """
    if told := photo_place(field):
        number, part = told
        which = f"Foto {number + 1}"
        return f"{which}: {_PHOTO_NAMES.get(part, part)}" if part else which
    return _NAMES.get(field, field)
