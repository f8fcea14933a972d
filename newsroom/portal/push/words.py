"""What people call the fields and states of a post."""

from __future__ import annotations

_STATUSES = {
    "draft": "draf",
    "pending": "menunggu tinjauan",
    "future": "terjadwal",
    "publish": "tayang",
    "private": "pribadi",
    "trash": "di tempat sampah",
    "deleted": "dihapus",
    "page": "halaman",
}
_FIELDS = {
    "title": "judul",
    "content": "tubuh berita",
    "excerpt": "ringkasan",
    "slug": "alamat (slug)",
    "status": "status",
    "date": "waktu tayang",
    "categories": "rubrik",
    "tags": "tag",
    "featured_media": "foto utama",
    "author": "penulis",
}


def status_words(status: str) -> str:
    """Return the status of a post as the site's people say it, to stand within a sentence.

    >>> status_words("pending")
    'menunggu tinjauan'
    """
    return _STATUSES.get(status, status)


def field_words(field: str) -> str:
    """Return what a field is called.

    >>> field_words("featured_media"), field_words("meta.kicker")
    ('foto utama', 'bidang khusus kicker')
    """
    if field.startswith("meta."):
        return f"bidang khusus {field.removeprefix('meta.')}"
    return _FIELDS.get(field, field)
