"""WordPress's own words for a refusal, told in Indonesian with what to do."""

from __future__ import annotations

from collections.abc import Sequence

_ASK = "Minta hak itu kepada pengelola situs, atau masuk sebagai akun lain."

_NOT_ALLOWED = {
    "rest_cannot_create": "membuat yang dikirim ini (tulisan, foto, atau tag)",
    "rest_cannot_publish": "menerbitkan atau menjadwalkan tulisan",
    "rest_cannot_edit": "mengubah tulisan atau foto ini",
    "rest_cannot_edit_others": "mengirim atau mengubah tulisan atas nama orang lain",
    "rest_cannot_assign_term": "memasang rubrik atau tag ini",
    "rest_forbidden_context": "mengubah tulisan atau foto ini",
    "rest_forbidden_status": "melihat tulisan yang belum tayang",
}

_REJECTED = {
    "empty_content": "Judul, isi, dan ringkasan naskah ini kosong.",
    "rest_upload_hash_mismatch": "Foto rusak di perjalanan. Kirim lagi.",
    "rest_upload_sideload_error": (
        "Situs menolak berkas foto ini: rusak, atau jenisnya tidak diizinkan. Simpan ulang "
        "sebagai JPEG, lalu kirim lagi."
    ),
    "rest_upload_no_data": (
        "Foto tidak sampai utuh di situs: mungkin lebih besar daripada batas unggahnya."
    ),
    "db_insert_error": (
        "Basis data situs menolak naskah ini: judulnya terlalu panjang, atau basis datanya "
        "bermasalah."
    ),
    "rest_invalid_date": "Waktu tayang naskah ini tidak diterima situs.",
    "rest_invalid_author": "Penulis naskah ini tidak ada di situs.",
}


def not_allowed(code: str, said: str) -> str:
    """Return what an account may not do, in words.

    >>> not_allowed("rest_cannot_publish", "Sorry")
    'Akun ini tidak boleh menerbitkan atau menjadwalkan tulisan di situs. \
Minta hak itu kepada pengelola situs, atau masuk sebagai akun lain.'
    """
    if (what := _NOT_ALLOWED.get(code)) is not None:
        return f"Akun ini tidak boleh {what} di situs. {_ASK}"
    return f"Peran akun ini di situs tidak mengizinkannya{_quoted(said)}. {_ASK}"


def rejected(code: str, said: str, fields: Sequence[str]) -> str:
    """Return what WordPress finds wrong, in words; ``fields`` are those at fault."""
    if (words := _REJECTED.get(code)) is not None:
        return words
    if fields:
        return f"Situs tidak menerima isian {', '.join(fields)}{_quoted(said)}."
    return f"Situs menolak permintaan ini{_quoted(said)}."


def _quoted(said: str) -> str:
    return f" (“{said.rstrip('.')}”)" if said else ""
