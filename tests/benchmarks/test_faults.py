"""Faults of every family put into good text: how many are found, and what is marked for nothing.

``good_news.txt`` is news without a fault, one paragraph a line; what stands before
``judul:`` or ``foto:`` names its field. ``SLIPS`` spoils it by rule. ``faults.txt`` has
sentences for what no rule can make, under the name of their family (``= family``): in
``[right|wrong|wrong]`` each wrong form makes one fault.

A fault counts as found if a finding that the good text does not have meets its place, and
as corrected if the first suggestion of such a finding gives the good text back.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsroom.language.checker import Checker
from newsroom.language.finding import Finding, Severity
from newsroom.language.speller import HunspellSpeller

HERE = Path(__file__).parent
SEED = 4201
OF_ONE_SLIP = 25  # faults made by one slip at most
FIELDS = {"judul": "headline", "foto": "caption"}
ANYWHERE = ("fact", "ethics", "quotes", "double")  # families whose faults are marked as a whole

FOUND = {
    "ambiguous": 0.85, "capital": 0.9, "clitic": 0.95, "compound": 0.9, "double conjunction": 0.8,
    "ethics": 0.85, "fact: acronym": 0.9, "fact: age": 0.9, "fact: date": 0.95, "fact: list": 0.5,
    "fact: name": 0.7, "fact: percent": 0.7, "fact: sum": 0.7, "fact: weekday": 0.95,
    "nonstandard": 0.95, "nonstandard phrase": 0.75, "number": 0.95, "particle": 0.95,
    "preposition": 0.95, "punctuation": 0.9, "quotes": 0.95, "reduplication": 0.95,
    "repetition": 0.95, "short form": 0.95, "time": 0.95, "wordiness": 0.9,
}  # fmt: skip
"""The least share of each family that is found."""
CORRECTED = 0.8
WRONG, HINTS = 3, 12  # at most in 1,000 good sentences


@dataclass(frozen=True, slots=True)
class Good:
    """A text without a fault, and the field it would stand in."""

    text: str
    field: str = "body"


@dataclass(frozen=True, slots=True)
class Fault:
    """A good text spoilt in one place, whose offsets are those in the spoilt text."""

    family: str
    good: Good
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A way to spoil a text: whatever fits the pattern is written as in the template."""

    family: str
    pattern: str
    wrong: str | Callable[[re.Match[str]], str]

    def faults(self, good: Good) -> Iterator[Fault]:
        for match in re.finditer(self.pattern, good.text):
            wrong = self.wrong(match) if callable(self.wrong) else match.expand(self.wrong)
            if wrong != match[0]:
                yield spoilt(self.family, good, match.start(), match.end(), wrong)


def spoilt(family: str, good: Good, start: int, end: int, wrong: str) -> Fault:
    """Return the fault made by writing ``wrong`` from start to end; its place is what differs."""
    text = good.text[:start] + wrong + good.text[end:]
    same = 0
    while same < min(len(wrong), end - start) and good.text[start + same] == wrong[same]:
        same += 1
    tail = 0
    while (
        tail < min(len(wrong), end - start) - same
        and good.text[end - 1 - tail] == wrong[len(wrong) - 1 - tail]
    ):
        tail += 1
    first, last = start + same, start + len(wrong) - tail
    # What is left out has no place of its own: its neighbours are its place.
    return Fault(family, good, text, max(0, first - 1), min(len(text), last + 1))


def small(match: re.Match[str]) -> str:
    return match[0].lower()


SHORT = {
    "yang": "yg", "dengan": "dgn", "tidak": "tdk", "untuk": "utk", "karena": "krn",
    "dalam": "dlm", "sudah": "sdh", "pada": "pd", "tersebut": "tsb", "orang": "org",
    "kepada": "kpd", "sebagai": "sbg", "sampai": "smp", "dari": "dr", "belum": "blm",
}  # fmt: skip
PLACE = r"(?:rumah|desa|sekolah|kota|pasar|bawah|dalam|luar|atas|tengah|tepi|sana|lokasi|pos|hulu)"
PASSIVE = (
    r"(?:rawat|tangkap|sita|tunda|tolak|bangun|angkut|bayar|kirim|gelar|jual|tulis|simpan|"
    r"kumpulkan|timbang|periksa|minta|pindahkan|resmikan|bacakan|alihkan|berikan|perbaiki|"
    r"pimpin|buka|cetak|dampingi|ikuti|mulai|catat|lakukan|temukan|laporkan|pakai)"
)
MONTH = r"(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November)"
DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)"
OPENER = r"(?:Namun|Selain itu|Sementara itu|Oleh karena itu|Oleh sebab itu|Akan tetapi)"
CONTRAST = r"(?:tetapi|sedangkan|melainkan|padahal)"
SAID = r"(?:kata|ujar|tutur|tegas|pesan)"

SLIPS = tuple(
    Slip(family, pattern, wrong)
    for family, pattern, *wrongs in (
        ("preposition", rf"\b(di|ke|dari) (?={PLACE}\b)", r"\1"),
        ("preposition", rf"\bdi(?={PASSIVE}\b)", "di "),
        ("preposition", r"\bke(?=(?:pada|dua)\b)", "ke "),
        ("particle", r"(?<=[a-z]) pun\b", "pun"),
        ("particle", r"(?<=[a-z])pun\b", " pun"),
        ("particle", r"\b([Bb]ukan|[Aa]pa|[Ii]tu|[Pp]ulang)(?=[kl]ah\b)", r"\1 "),
        ("clitic", r"(?<=[a-z]{3})nya\b(?<!hanya)", " nya"),
        ("clitic", r"(?<=[A-Z]{2})-(?=nya)|(?<=rahmat)-(?=Nya)", ""),
        ("clitic", r"\b(di|mem|se|non)-(?=[A-Z])", r"\1 ", r"\1"),
        ("short form", rf"\b(?:{'|'.join(SHORT)})\b", lambda match: SHORT[match[0]]),
        ("reduplication", r"\b([A-Za-z]{4,})-\1\b", r"\g<1>2"),
        ("reduplication", r"\b([A-Za-z]{4,})-(?=\1\b)", r"\1 "),
        ("repetition", r"\b(di|yang|dan|untuk|pada|dengan|dari|itu|oleh|akan|dalam) ", r"\1 \1 "),
        ("repetition", r"(?<= )([a-z]{5,}) (?=[a-z])", r"\1 \1 "),
        ("number", r"\bRp(?=\d)", "Rp ", "Rp. ", "Rp."),
        ("number", r"(?<=\d)\.(?=\d{3}\b)", ","),
        ("number", r"(?<=\d),(?=\d)", "."),
        ("number", r"(?<=\bke)-(?=\d)", " ", ""),
        ("number", r"(?<=\d)-an\b", "an"),
        ("number", r"(?<=\d) (?=(?:kg|km|cm|persen|meter)\b)", ""),
        ("number", r"^Sebanyak (?=\d)", ""),
        ("time", r"(?<=pukul \d\d)\.(?=\d\d)", ":"),
        ("time", r"\bpukul (?=\d)", "jam ", "pkl "),
        ("time", r"(?<=\d\d) (?=WIB\b)", ""),
        ("time", r"\bWIB\b", "wib"),
        ("punctuation", r"(?<=[a-z])(?=[,.] )", " "),
        ("punctuation", r"(?<=[a-z],) (?=[a-z])", ""),
        ("punctuation", r"(?<=[a-z]\.) (?=[A-Z])", ""),
        ("punctuation", r"(?<=[a-z]) (?=[a-z])", "  "),
        ("punctuation", r"(?<=[a-z])\.$", "..", ""),
        ("punctuation", r"(?<=[a-z])\. (?=[A-Z])", ", "),
        ("punctuation", rf"\b({OPENER}),", r"\1"),
        ("punctuation", rf", (?={CONTRAST}\b)", " "),
        ("punctuation", rf",” (?={SAID}\b)", "”, ", ".” ", "” "),
        ("punctuation", r"(?<=[a-z]), (?=“)", " "),
        ("punctuation", r"(?<=\w), (?=dan \w+\.)", " "),
        ("quotes", r"“", ""),
        ("quotes", r"”", ""),
        ("capital", r"^[A-Z](?=[a-z]+ [a-z])", small),
        ("capital", r"(?<=[a-z]\. )[A-Z](?=[a-z]+ [a-z])", small),
        ("capital", rf"(?<=[a-z] ){DAY}\b", small),
        ("capital", rf"(?<=[a-z] )\b{MONTH}\b", small),
        ("capital", r"\b(?:Kecamatan|Desa|Kabupaten|Sungai|Selat|Pulau|Gunung) (?=[A-Z])", small),
        ("capital", r"(?<= )(?:Bupati|Gubernur|Kepala|Menteri|Ketua) (?=[A-Z])", small),
        ("capital", r"(?<=bahasa )(?:Sunda|Jawa)", small),
        ("capital", r"(?<= )(?:Banten|Jepang|Malaysia|Surabaya|Belanda|Brasil)\b", small),
        ("fact: weekday", rf"\b{DAY}(?= \()", lambda m: "Rabu" if m[0] != "Rabu" else "Senin"),
        ("fact: date", r"\(\d+/(\d)/", r"(32/\1/"),
    )
    for wrong in wrongs
)  # fmt: skip


def good_news() -> list[Good]:
    lines = (HERE / "good_news.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        name, colon, text = line.partition(": ")
        is_named = bool(colon) and name in FIELDS
        found.append(Good(text, FIELDS[name]) if is_named else Good(line))
    return found


def written_faults() -> Iterator[Fault]:
    """Yield the faults of ``faults.txt``."""
    family = ""
    for line in (HERE / "faults.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            family = line.removeprefix("= ")
            continue
        parts = re.split(r"\[([^\]]*)\]", line)
        forms = [part.split("|") for part in parts]
        good = Good("".join(form[0] for form in forms))
        at = 0
        for place, (right, *wrongs) in enumerate(forms):
            if place % 2:
                for wrong in wrongs:
                    yield spoilt(family, good, at, at + len(right), wrong)
            at += len(right)


def made_faults(texts: list[Good]) -> Iterator[Fault]:
    """Yield the faults that slips make in the texts."""
    for slip in SLIPS:
        faults = [fault for good in texts for fault in slip.faults(good)]
        yield from random.Random(SEED).sample(faults, min(OF_ONE_SLIP, len(faults)))


def corrected(text: str, finding: Finding) -> str | None:
    """Return the text with the finding's first suggestion in it, if it has one."""
    if not finding.suggestions:
        return None
    return text[: finding.start] + finding.suggestions[0] + text[finding.end :]


@dataclass(slots=True)
class Tally:
    """What became of the faults of one family."""

    made: int = 0
    found: int = 0
    sure: int = 0  # with more than a hint
    corrected: int = 0


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(HunspellSpeller())


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    return [*written_faults(), *made_faults(good_news())]


def meets(fault: Fault, finding: Finding) -> bool:
    if fault.family.startswith(ANYWHERE):
        return True
    return finding.start < fault.end and finding.end > fault.start


@pytest.mark.benchmark
def test_faults_found(checker, faults, report) -> None:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for fault in faults:
        before = {(f.rule, f.text) for f in checker.text(fault.good.text, fault.good.field)}
        found = [
            finding
            for finding in checker.text(fault.text, fault.good.field)
            if meets(fault, finding) and (finding.rule, finding.text) not in before
        ]
        tally = tallies[fault.family]
        tally.made += 1
        tally.found += bool(found)
        tally.sure += any(finding.severity is not Severity.HINT for finding in found)
        tally.corrected += any(corrected(fault.text, f) == fault.good.text for f in found)
    for family, tally in sorted(tallies.items()):
        report(
            f"faults, {family}: {tally.made} made, {tally.found / tally.made:.0%} found "
            f"({tally.sure / tally.made:.0%} surely), {tally.corrected / tally.made:.0%} corrected"
        )
    assert set(tallies) == set(FOUND)
    assert [name for name, one in tallies.items() if one.found < FOUND[name] * one.made] == []
    assert sum(tally.corrected for tally in tallies.values()) / len(faults) > CORRECTED


@pytest.mark.benchmark
def test_marks_on_good_text(checker, faults, report) -> None:
    texts = dict.fromkeys([*good_news(), *(fault.good for fault in faults)])
    sentences = sum(len(re.findall(r"[.?!][”)]?(?:\s|$)", good.text)) or 1 for good in texts)
    marks = [mark for good in texts for mark in checker.text(good.text, good.field)]
    hints = sum(mark.severity is Severity.HINT for mark in marks)
    wrong = len(marks) - hints
    report(
        f"marks on {sentences} good sentences: {wrong} wrong ({1000 * wrong / sentences:.1f} "
        f"in 1,000), {hints} hints"
    )
    for rule, number in Counter(mark.rule for mark in marks).most_common():
        report(f"marks on good sentences, {rule}: {number}")
    assert 1000 * wrong / sentences <= WRONG
    assert 1000 * hints / sentences <= HINTS
