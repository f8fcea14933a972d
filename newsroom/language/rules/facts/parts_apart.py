"""Parts of which nobody can be in two: together they are never more than the whole."""

from __future__ import annotations

from newsroom.language.rules.facts.parts import Part, Parts
from newsroom.language.rules.regex import regex

# One of each is not the other; states that go together (hadir, setuju) stand in two groups.
_CONTRARIES = (
    frozenset(("laki-laki", "lelaki", "pria", "putra", "siswa", "santriwan"))
    | frozenset(("perempuan", "wanita", "putri", "siswi", "santriwati")),
    frozenset(("lulus", "gagal")),
    frozenset(("hadir", "absen", "izin", "sakit", "alpa", "cuti")),
    frozenset(("positif", "negatif")),
    frozenset(("setuju", "menolak", "abstain")),
    frozenset(("tewas", "meninggal", "selamat", "hilang")),
)
# Where each is once: a person may shop in two places, but lives in one.
_PLACED = regex(
    r"\b(?:mengajar|bertugas|tinggal|bermukim|berdomisili|berada|dirawat|ditempatkan|mengungsi"
    r"|ditampung|bersekolah|menginap|berasal)\s(?P<by>di|dari)\s"
)
_IN_PLACE = regex(r"(?:\s[a-z-]{2,20}){0,2}\s(?P<by>di|dari)\s")
_CLASSIFIED = regex(
    r"\s(?:(?:orang|warga|unit|ekor|buah|siswa|anggota|peserta|pegawai)\s(?!yang\b))?"
    r"(?P<word>[a-z-]{4,20})\b"
)


def are_apart(parts: Parts) -> bool:
    """Say whether nothing can be in two of the parts: *70 lulus dan 40 gagal*."""
    if len(parts.parts) < 2 or any(part.counts != (1,) for part in parts.parts):
        return False
    if parts.has_others:
        return True
    words = {_word(part) for part in parts.parts}
    if len(words) == len(parts.parts) and any(words <= group for group in _CONTRARIES):
        return True
    first, *others = parts.parts
    placed = _PLACED.search(first.told)
    return placed is not None and all(
        (there := _IN_PLACE.match(part.told)) is not None and there["by"] == placed["by"]
        for part in others
    )


def _word(part: Part) -> str:
    found = _CLASSIFIED.match(part.told)
    return found["word"] if found else ""
