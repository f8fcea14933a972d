"""Totals against their parts.

A rule that guesses is worse than none: only lists whose every part opens with an amount,
and whose end is marked by *dan*, *serta* or *sisanya*, are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newsroom.language.prose import Prose
from newsroom.language.rules.numerals import Amount, amounts, moved, written
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_AFTER = r"(?:\s(?:adalah|ialah|yaitu|yakni|sebagai\sberikut))?\s?[:,]?\s"
# Words that say that all of something follows, and words that only may.
FULL_LIST = re.compile(
    rf"\b(?:terdiri\s(?:atas|dari)|terbagi\s(?:atas|menjadi)|dengan\s(?:rincian|perincian|komposisi)"
    rf"|(?:pe)?rinciannya){_AFTER}",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:,\s|\s)(?:yakni|yaitu)\s?:?\s|\s\((?=\d)", re.IGNORECASE)
_HOLDS_PARTS = re.compile(r"\s\(\d{1,6}\s[lpws]")
_REST = re.compile(
    r"(?:(?:sementara|sedangkan|adapun|dan)\s)?(?:sisanya|selebihnya),?\s", re.IGNORECASE
)
_PART = re.compile(
    r"(?:;|,)?\s(?P<and>(?:dan|serta)\s)?(?P<rest>(?:sisanya|selebihnya),?\s)?"
    r"(?:sebanyak\s|sebesar\s|ada\s)?$|,\s?$",
    re.IGNORECASE,
)
_EACH = re.compile(r"masing-masing\s(?:sebanyak\s|sebesar\s)?$", re.IGNORECASE)
_SHARED_BY = re.compile(r"\b(?:dari|di|untuk|kepada|bagi|ke|oleh|pada)\s", re.IGNORECASE)
# A total that is not exact has no exact parts, and an open list does not add up.
_VAGUE = re.compile(
    r"(?:sekitar|kurang\slebih|lebih\sdari|hampir|sedikitnya|setidaknya|minimal|maksimal|kira-kira"
    r"|paling\s(?:sedikit|banyak|tidak)|lebih\skurang|kurang\sdari|mencapai\slebih|ratusan|di\satas"
    r"|di\sbawah|antara|total\slebih|belasan|puluhan|ke|abad|kelas|pukul|tanggal|tahun|usia"
    r"|nomor|no\.|pasal|ayat|versi|peringkat|rangking|juara|seri|jilid|episode|level|tipe)\s$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:antara\slain|di\santaranya|termasuk|lain-lain|lainnya|sekitar|kurang\slebih|puluhan"
    r"|lebih\sdari|hampir|beberapa|sejumlah|dll|dsb|sebagainya|dan/atau|atau|setengah|separuh)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:selain\situ|kemudian|lalu|adapun|sedangkan|sementara|ditambah|juga|selanjutnya|lainnya"
    r"|kategori|yang\slain|satu\slagi|terakhir|berikutnya|untuk|di\ssamping)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\s{0,2}([^\W\d_]+(?:-[^\W\d_]+)?)")
_CLASSIFIERS = frozenset((
    "orang", "buah", "unit", "ekor", "lembar", "batang", "butir", "calon", "peserta", "lokasi",
    "titik", "kasus",
))  # fmt: skip
_PREPOSITIONS = frozenset((
    "di", "dari", "untuk", "pada", "dengan", "yang", "ke", "kepada", "bagi", "oleh", "berasal",
    "berada", "adalah", "merupakan", "tersebar", "terdapat",
))  # fmt: skip
_SEXES = frozenset((
    "laki-laki", "lelaki", "pria", "putra", "perempuan", "wanita", "putri", "siswa", "siswi",
    "santri", "santriwan", "santriwati",
))  # fmt: skip
# What these count is made of things of another kind, or measures them.
_HOLDERS = frozenset((
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
_REACH = 120
LONGEST_SENTENCE = 1_000  # what is longer is a table, not a sentence


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a whole: what its amount counts, and what it is worth in the sum."""

    amount: Amount
    noun: str
    counts: tuple[int, ...] = (1,)  # how many share it: masing-masing 40 dari A, B, dan C


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
        for total, noun, parts, end in _wholes(prose):
            if any(part.amount.unit != total.unit for part in parts) or total.unit == "%":
                continue
            if _is_same_kind(total, noun, parts) is not self._same_units:
                continue
            sums = _sums(parts)
            slack = sum((part.amount.grain / 2 for part in parts), total.grain / 2)
            if any(abs(total.value - one) <= slack for one in sums):
                continue
            if not self._same_units and not _is_likely(total, noun, parts, sums[0]):
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


def _wholes(prose: Prose) -> Iterator[tuple[Amount, str, list[_Part], int]]:
    """Yield each total with what it counts, its parts, and where they end."""
    text = prose.text
    if not _may_hold_parts(text):
        return
    for index, (start, end) in enumerate(prose.sentences):
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = text[start:end]
        for marker, is_full in _markers(sentence):
            head, tail = sentence[: marker.start()], sentence[marker.end() :]
            if marker.group().endswith("("):
                tail = tail.partition(")")[0]
            following = (
                text[slice(*prose.sentences[index + 1])] if index + 1 < len(prose.sentences) else ""
            )
            if not (total := _total(head)):
                continue
            if not (found := _parts(tail, following)):
                continue
            parts, length = found
            noun = _noun(head, total)
            if not is_full and not _is_same_kind(total, noun, parts):
                continue
            yield (
                moved(total, start),
                noun,
                [_Part(moved(p.amount, start + marker.end()), p.noun, p.counts) for p in parts],
                start + marker.end() + length,
            )
            break


def _may_hold_parts(text: str) -> bool:
    if any(
        word in text for word in ("terdiri", "terbagi", "incian", "komposisi", "yakni", "yaitu")
    ):
        return True
    return " (" in text and _HOLDS_PARTS.search(text) is not None


def _markers(sentence: str) -> list[tuple[re.Match[str], bool]]:
    full = [(match, True) for match in FULL_LIST.finditer(sentence)]
    return full or [(match, False) for match in _LOOSE.finditer(sentence)][:3]


def _total(head: str) -> Amount | None:
    """Return the one amount before the list, if there is but one that it may be of."""
    near = max(0, len(head) - _REACH)
    found = []
    for amount in amounts(head):
        before = head[: amount.start]
        if amount.start < near or _VAGUE.search(before[-20:]):
            if _VAGUE.search(before[-20:]) and not re.search(
                r"(?:tahun|tanggal|pukul|usia|nomor|no\.|pasal|kelas|abad)\s$", before, re.I
            ):
                return None
            continue
        if (
            not amount.unit
            and 1900 <= amount.value < 2100
            and "." not in head[amount.start : amount.end]
        ):
            continue
        found.append(amount)
    return found[0] if len(found) == 1 else None


def _parts(tail: str, following: str) -> tuple[list[_Part], int] | None:
    """Return the parts that a list is made of and its length; nothing if it is no such list."""
    shown = re.sub(r"\([^()]{0,80}\)", lambda match: " " * len(match.group()), tail)
    found = list(amounts(shown))
    if not found or _OPEN.search(shown):
        return None
    parts: list[_Part] = []
    closed = False
    for index, amount in enumerate(found):
        before = shown[found[index - 1].end if index else 0 : amount.start]
        each = _EACH.search(before)
        before = before[: each.start()] if each else before
        if index:
            if not (joint := _PART.search(before)):
                return None
            closed = closed or bool(joint["and"] or joint["rest"])
            before_joint = before[: joint.start()]
            if _FIRST_WORD.fullmatch(before_joint) is None and "," in before_joint and each:
                return None
        elif before.strip() not in ("", "sebanyak", "sebesar", "ada"):
            return None
        until = found[index + 1].start if index + 1 < len(found) else len(shown)
        described = shown[amount.end : until]
        counts = _sharers(described) if each else (1,)
        if not counts:
            return None
        parts.append(_Part(amount, _noun(shown, amount), counts))
        closed = closed or bool(each)
    length = parts[-1].amount.end
    if _REST.match(following):
        rest = next(amounts(following), None)
        if not rest or len(following[: rest.start].split()) > 3:
            return None
        parts.append(_Part(rest, _noun(following, rest)))
        closed = True
    elif _GOES_ON.match(following) and any(True for _ in amounts(following)):
        return None
    if not closed or (len(parts) < 2 and parts[0].counts == (1,)):
        return None
    return parts, length


def _sharers(described: str) -> tuple[int, ...]:
    """Return how many names share an amount: *dari A, B, dan C*; both counts if in doubt."""
    if not (by := _SHARED_BY.search(described)):
        return ()
    names = described[by.end() :].rstrip(" .;,")
    pieces = [piece for piece in re.split(r",\s", names) if piece.strip()]
    if len(pieces) == 1:
        count = len(re.split(r"\s(?:dan|serta)\s", names))
        return (count,) if count > 1 else ()
    last = pieces[-1]
    if re.match(r"(?:dan|serta)\s", last):
        return (len(pieces),)
    return (len(pieces) + len(re.findall(r"\s(?:dan|serta)\s", last)), len(pieces))


def _noun(text: str, amount: Amount) -> str:
    found = _FIRST_WORD.match(text, amount.end)
    noun = found.group(1).lower() if found else ""
    return "" if noun in _PREPOSITIONS else noun


def _is_same_kind(total: Amount, noun: str, parts: Sequence[_Part]) -> bool:
    if total.unit == "Rp":
        return True
    kinds = {part.noun for part in parts} - {""}
    people = noun in _CLASSIFIERS or noun in _SEXES
    if kinds and kinds <= _SEXES:
        return people or noun.startswith(("pe", "sis", "mahasis", "warga", "pelajar", "santri"))
    return kinds <= {noun} or (kinds == {"orang"} and not noun)


def _is_likely(total: Amount, noun: str, parts: Sequence[_Part], found: Decimal) -> bool:
    """Say whether parts of other names may be kinds of what is counted."""
    kinds = {part.noun for part in parts}
    if total.value < 5 or noun in _HOLDERS or kinds & _MEASURES:
        return False
    if any(part.amount.value >= total.value for part in parts):
        return False
    return total.value / 2 <= found <= total.value * 3 / 2


def _sums(parts: Sequence[_Part]) -> list[Decimal]:
    found = [Decimal(0)]
    for part in parts:
        found = [one + part.amount.value * count for one in found for count in part.counts]
    return found
