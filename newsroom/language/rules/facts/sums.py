"""Totals against their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import (
    LONGEST_SENTENCE,
    Amount,
    amounts,
    is_year,
    moved,
    written,
)
from newsroom.language.rules.facts.parts import Part, Parts, counted, read_parts
from newsroom.language.rules.facts.parts_apart import are_apart
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.words import holds_one

_AFTER = r"(?:\s(?:adalah|ialah|yaitu|yakni|sebagai\sberikut))?\s?[:,]?\s"
# Words that say that all of something follows, and words that only may.
FULL_LIST = regex(
    rf"\b(?:terdiri\s(?:atas|dari)|terbagi\s(?:atas|menjadi)|dengan\s(?:rincian|perincian|komposisi)"
    rf"|(?:pe)?rinciannya){_AFTER}",
    re.IGNORECASE,
)
_LOOSE = regex(r"(?:,\s|\s)(?:yakni|yaitu)\s?:?\s|:\s(?=[\dA-Z])|\s\((?=\d)", re.IGNORECASE)
_OF_TOTAL = regex(
    r"\bdari\s(?:total\s|jumlah\s|sebanyak\s)?(?=\w)(?:[^,.;:()]|(?<=\d)[.,](?=\d)){2,70}"
    r"(?P<comma>,\s)",
    re.IGNORECASE,
)
OF_THAT = regex(r"\s*dari\s(?:jumlah|total|angka)\s(?:itu|tersebut)", re.IGNORECASE)
# Sentences that open so go on about the amount of the one before.
POINTS_BACK = regex(
    r"\s*(?:(?:adapun|berikut)\s)?(?:mereka|(?:(?:jumlah|angka|total|dana|anggaran|bantuan|korban"
    r"|peserta|kasus|nilai)(?:nya)?\s(?:itu|tersebut)))?\s*",
    re.IGNORECASE,
)
_MARKING = (
    "terdiri", "terbagi", "incian", "komposisi", "yakni", "yaitu", "isanya", "elebihnya",
    "Dari ", "dari ",
)  # fmt: skip
_HOLDS_PARTS = regex(r"\s\(\d{1,6}\s[lpws]|\d[^:.]{1,80}:\s(?:[A-Z]|\d)")
# A total that is not exact has no exact parts, and an open list does not add up.
VAGUE = regex(
    r"(?:sekitar|kurang\slebih|lebih\sdari|hampir|sedikitnya|setidaknya|minimal|maksimal|kira-kira"
    r"|paling\s(?:sedikit|banyak|tidak)|lebih\skurang|kurang\sdari|mencapai\slebih|ratusan|di\satas"
    r"|di\sbawah|antara|total\slebih|belasan|puluhan|ke|abad|kelas|pukul|tanggal|tahun|usia"
    r"|nomor|no\.|pasal|ayat|versi|peringkat|rangking|juara|seri|jilid|episode|level|tipe)\s$",
    re.IGNORECASE,
)
_NUMBERED = regex(r"(?:tahun|tanggal|pukul|usia|nomor|no\.|pasal|kelas|abad)\s$", re.IGNORECASE)
# A figure that is part of a name counts nothing: SMPN 3 Wanasari, Liga 4, RT 05.
_NAMED_BY_FIGURE = regex(
    r"\b(?:SDN?|SMPN?|SMAN?|SMKN?|SLBN?|MTsN?|MIN?|MAN?|TKN?|PAUD|RT|RW|Liga|Blok|Fase|Grup|Gang"
    r"|Jalur|Seksi|Pasar|Zona|Dapil|Komisi)\s$"
)
_AT_LEAST = regex(r"(?:sedikitnya|setidaknya|paling\s(?:sedikit|tidak))\s$", re.IGNORECASE)
_CLASSIFIERS = frozenset((
    "orang", "buah", "unit", "ekor", "lembar", "batang", "butir", "calon", "peserta", "lokasi",
    "titik", "kasus",
))  # fmt: skip
_SEXES = frozenset((
    "laki-laki", "lelaki", "pria", "putra", "perempuan", "wanita", "putri", "siswa", "siswi",
    "santri", "santriwan", "santriwati",
))  # fmt: skip
# What people are, each one only.
_PEOPLE = frozenset((
    "polisi", "tentara", "prajurit", "guru", "dosen", "dokter", "perawat", "bidan", "petani",
    "nelayan", "buruh", "pedagang", "sopir", "wartawan", "pelajar", "mahasiswa", "relawan",
    "pemain", "pelatih", "hakim", "jaksa", "pegawai", "pejabat", "dewasa", "balita", "bayi",
    "lansia", "anak", "anak-anak", "penumpang", "awak", "pilot", "warga", "satpam", "pengurus",
    "saksi", "tersangka", "korban", "pelaku", "staf", "karyawan", "pengemudi", "orang",
))  # fmt: skip
# Those of whom a list tells what each is: lima saksi, yakni dua petani dan tiga guru.
_CALLED = frozenset((
    "orang", "saksi", "tersangka", "terdakwa", "terduga", "pelaku", "korban", "peserta", "anggota",
    "tamu", "narasumber", "pendaftar", "pelamar", "warga",
))  # fmt: skip
# What these count is made of things of another kind, or measures them.
HOLDERS = frozenset((
    "paket", "tim", "regu", "kelompok", "grup", "rombongan", "lantai", "tingkat", "kabupaten",
    "kota", "provinsi", "kecamatan", "desa", "kelurahan", "dusun", "kampung", "pulau", "negara",
    "rt", "rw", "album", "bab", "jilid", "set", "kotak", "dus", "kloter", "babak", "kali", "hari",
    "minggu", "pekan", "bulan", "tahun", "jam", "menit", "detik", "abad", "meter", "m", "km",
    "kilometer", "hektare", "ha", "hektar", "liter", "kg", "kilogram", "gram", "ton", "kuintal",
    "kamar", "rumah", "gedung", "kelas", "sekolah", "bagian", "tahap", "tahapan", "jenis", "macam",
    "kategori", "cabang", "bidang", "ruang", "bus", "truk", "kapal", "pesawat", "perusahaan",
    "organisasi", "lembaga", "dinas", "fakultas", "keluarga", "klub", "halaman", "lembar", "musim",
    "seri", "set", "pasang", "lapis", "poin", "babak", "ronde", "sesi", "divisi", "batalyon",
    "batalion", "kompi", "peleton", "unit", "armada", "kursi",
))  # fmt: skip
_MEASURES = frozenset((
    "kg", "kilogram", "gram", "ton", "kuintal", "liter", "meter", "m", "km", "kilometer", "hektare",
    "hektar", "ha", "cm", "persen", "halaman", "jam", "menit", "hari", "minggu", "bulan", "tahun",
    "derajat", "bab", "bagian", "pasal", "ayat", "juz", "surah", "jilid", "lampiran", "episode",
    "seri", "babak",
))  # fmt: skip
# What may become of people and things, each in one state only.
_STATES = frozenset((
    "rusak", "roboh", "ambruk", "hanyut", "tewas", "meninggal", "wafat", "luka", "luka-luka",
    "selamat", "hilang", "sembuh", "lulus", "gugur", "hadir", "absen", "setuju", "menolak",
    "abstain", "positif", "negatif", "dirawat", "sah", "gagal", "izin", "sakit", "alpa",
))  # fmt: skip
_REACH = 120
_FEWEST = 2  # a total, and what each of its parts is
_MOST_NESTED = 8


class Sum:
    """A total that its parts do not add up to.

    ``same_units`` chooses between parts of the total's own kind, where arithmetic
    proves it, and parts of other names, where it is only likely.
    """

    def __init__(self, about: About, *, same_units: bool) -> None:
        self.about = about
        self._same_units = same_units

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each total that is not the sum of its parts."""
        for total, noun, parts, end, is_all in _wholes(prose):
            if any(part.amount.unit != total.unit for part in parts.parts) or total.unit == "%":
                continue
            if (is_all and _is_same_kind(total, noun, parts.parts)) is not self._same_units:
                continue
            sums = _sums(parts)
            slack = sum((part.amount.grain / 2 for part in parts.parts), total.grain / 2)
            if any(abs(total.value - one) <= slack for one in sums):
                continue
            if not is_all and (min(sums) < total.value or not _is_of(noun, parts.parts)):
                continue
            if not self._same_units and not _is_likely(total, noun, parts.parts, sums[0]):
                continue
            message = f"Bagiannya berjumlah {written(sums[0])}, bukan {written(total.value)}; "
            yield Match(total.start, end, (), message + "cocokkan lagi dengan sumbernya.")


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("fact")
    return [
        Sum(about["fact.sum"], same_units=True),
        Sum(about["fact.sum_parts"], same_units=False),
    ]


@dataclass(frozen=True, slots=True)
class _Marker:
    """Where a total ends and the list of its parts begins, in a sentence.

    ``is_full`` says that all of the parts follow, ``needs_rest`` that they only do if
    the list names the rest.
    """

    head_end: int
    tail_start: int
    word: str
    is_full: bool = False
    needs_rest: bool = False


_Whole = tuple[Amount, str, Parts, int, bool]


@lru_cache(8)  # two rules look at the same
def _wholes(prose: Prose) -> tuple[_Whole, ...]:
    """Return each total with what it counts, its parts, where they end, and if they are all.

    If they are not, they are apart from each other at least, and can't exceed the total.
    """
    if not _may_hold_parts(prose.text):
        return ()
    told = sum(len(amounts(prose.text[slice(*sentence)])) for sentence in prose.sentences)
    return tuple(_find_wholes(prose)) if told >= _FEWEST else ()


def _find_wholes(prose: Prose) -> Iterator[_Whole]:
    text, sentences = prose.text, prose.sentences
    for index, (start, end) in enumerate(sentences):
        if end - start > LONGEST_SENTENCE:
            continue
        following = text[slice(*sentences[index + 1])] if index + 1 < len(sentences) else ""
        for marker in _markers(text[start:end]):
            head_start, head = start, text[start : start + marker.head_end]
            points_back = POINTS_BACK if marker.is_full else OF_THAT
            if index and points_back.fullmatch(head):
                head_start = max(sentences[index - 1][0], start - LONGEST_SENTENCE)
                head = text[head_start:start]
            if not (total := _total(head, has_details="rinci" in marker.word)):
                continue
            tail = text[start + marker.tail_start : end]
            if marker.word.endswith("("):
                tail = tail.partition(")")[0]
            parts = read_parts(tail, following)
            noun = counted(head, total)
            if not parts:
                continue
            is_all = not parts.has_others and _is_told(marker, total, noun, parts)
            if not is_all and not (marker.needs_rest and are_apart(parts)):
                continue
            end_of_parts = start + marker.tail_start + parts.length
            yield moved(total, head_start), noun, parts, end_of_parts, is_all
            break


def _may_hold_parts(text: str) -> bool:
    if holds_one(text, _MARKING):
        return True
    return (":" in text or "(" in text) and _HOLDS_PARTS.search(text) is not None


def _markers(sentence: str) -> list[_Marker]:
    full = [
        _Marker(match.start(), match.end(), match.group().lower(), is_full=True)
        for match in FULL_LIST.finditer(sentence)
    ]
    loose = [
        _Marker(match.start(), match.end(), match.group().lower())
        for match in _LOOSE.finditer(sentence)
    ]
    rest = [
        _Marker(match.start("comma"), match.end(), "dari", needs_rest=True)
        for match in _OF_TOTAL.finditer(sentence)
    ]
    return full or [*loose[:3], *rest[:1]]


def _is_told(marker: _Marker, total: Amount, noun: str, parts: Parts) -> bool:
    """Say whether the text tells that these are all parts of the total."""
    if marker.is_full:
        return True
    if marker.needs_rest:
        return parts.has_rest
    kinds = {part.noun for part in parts.parts}
    if marker.word.startswith(":") and (not kinds - {""} or noun in _MEASURES):
        return False
    people = noun in _CALLED and kinds <= _PEOPLE
    return people or kinds - {noun} <= _STATES or _is_same_kind(total, noun, parts.parts)


def _total(head: str, *, has_details: bool) -> Amount | None:
    """Return the one amount before the list, if there is but one that it may be of.

    A least number is as good as an exact one if its details follow.
    """
    near = max(0, len(head) - _REACH)
    found = []
    for amount in amounts(head):
        before = head[max(0, amount.start - 20) : amount.start]
        if has_details:
            before = _AT_LEAST.sub("", before)
        vague = VAGUE.search(before)
        if vague and not _NUMBERED.search(before):
            return None
        if vague or amount.start < near or _NAMED_BY_FIGURE.search(before):
            continue
        if not is_year(head, amount):
            found.append(amount)
    return found[0] if len(found) == 1 else None


def _is_same_kind(total: Amount, noun: str, parts: Sequence[Part]) -> bool:
    if total.unit == "Rp":
        return True
    kinds = {part.noun for part in parts} - {""}
    people = noun in _CLASSIFIERS or noun in _SEXES
    if kinds and kinds <= _SEXES:
        return people or noun.startswith(("pe", "sis", "mahasis", "warga", "pelajar", "santri"))
    return kinds <= {noun} or (kinds == {"orang"} and not noun)


def _is_of(noun: str, parts: Sequence[Part]) -> bool:
    """Say whether parts count what the total does: *dari 312 guru, 198 orang …*."""
    kinds = {part.noun for part in parts} - {"", noun}
    people = noun in _PEOPLE | _SEXES | _CALLED | {"jiwa"} or noun.startswith("pe")
    return kinds <= (_STATES | _SEXES | {"orang"} if people else _STATES)


def _is_likely(total: Amount, noun: str, parts: Sequence[Part], found: Decimal) -> bool:
    """Say whether parts of other names may be kinds or states of what is counted."""
    kinds = {part.noun for part in parts}
    if not kinds - {noun} <= _STATES and (total.value < 5 or noun in HOLDERS or kinds & _MEASURES):
        return False
    if any(part.amount.value >= total.value for part in parts):
        return False
    return total.value / 2 <= found <= total.value * 3 / 2


def _sums(parts: Parts) -> list[Decimal]:
    """Return what the parts may come to, all of them first.

    Beside a rest, a part may be a part of another: *120 dites, 20 di antaranya sakit,
    sisanya 80 belum*.
    """
    found = [Decimal(0)]
    nested = parts.has_rest and len(parts.parts) <= _MOST_NESTED
    for at, part in enumerate(parts.parts):
        optional = nested and 0 < at < len(parts.parts) - 1
        counts = (*part.counts, 0) if optional else part.counts
        found = [one + part.amount.value * count for one in found for count in counts]
    return found
