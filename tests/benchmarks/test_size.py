"""How time grows with the length of a text, and how much memory a long one takes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from newsroom.exchange.html import body_html
from newsroom.language.checker import Checker
from newsroom.language.known_names import KnownNames
from newsroom.language.prose import Prose
from newsroom.language.rules.names.spellings import story_rules
from newsroom.language.speller import HunspellSpeller
from newsroom.portal.profile import load_profile
from newsroom.story.story import Story

LENGTH = 6_000
ODD = (
    "a", "a ", "A ", "ke-", "anak-anak ", "anak2 ", ".", "…", "!", ". ", "“", '"', "“a” ", "*", "[",
    "](", "(", "( ", "**a", "_a_ ", "&amp;", "www.", "a@", "1,", "1.000 ", "Rp ", "pukul 1 ",
    "Senin (1/1/2020) ", "dan, ", "di ", "Aa Bb, ", "dr. ", "\u202e", "\ud800", "a\u0301", "漢",
    " ", ",", ")", "”", "a-", "a.", "A,", "aA ", "aaaa", " -", ". a", "A. B", "a, b ", "dan ,",
    "1.", "9", "10:", "Rp", "Rp 1", "Rp9 M", "0 an ", "1,500 ", "jam 9 ", "pukul 9.", "5 kg. a ",
    "1 a b, ", "1 a: 2 ", "(ab). a ", ". “ab ", "“aaaaa ", "”kata ", "“a,” kata B, “",
    "bukan ", "bukan a melainkan ", "meskipun hujan, tetapi ", ", tetapi", "desa, Mereka ",
    "Warga, Ia ada ", "Badu S.H. ", "gubernur A ", "peraturan A ", "kabupaten ", "menteri luar ",
    "kota lima puluh ", "nomor 1 tahun ", "mem", "Aktifitas ", "yg ", "kajian2 ", "ke ", "di",
    ", di mana ", "nya ", "pun", "ku ", "se ", "antar kota ", "kerjasama", "anak anak di di ",
    "12 buku, ", "terdiri atas ", "60 persen sisanya ", "dari ", "dari 9 orang, ",
    "Andai 9 orang, ", "9 persen suara disusul ", "9 persen setuju, ", "9 desa, yakni Andai, ",
    "9 dari 90 orang atau 9 persen ", "dari 9 menjadi 8 atau naik 7 persen ",
    "9 a. Rinciannya, 8 a dan 7 a. ", "![", "[a](", "![a](", "[a](<", "![a](x", '![a](x "',
    "![a]( ", "![a](<", "<https://", "`",
)  # fmt: skip
ODD_MARKUP = (
    "<!-- ", "<script ", "<script>", "<style><svg>", "<img src=x>", "< ", "&lt;", "<" + "a" * 99,
    "[", "[a](", "![a](", "![", "https://a.id ", "a\n\n", "<p>", "<b>", "<ul><li>", "**a ",
)  # fmt: skip
TIMES = 4
PEAK = """
import re, sys
from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller
from pathlib import Path
print(len(Checker(HunspellSpeller()).text(Path(sys.argv[1]).read_text(encoding="utf-8"))))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
STORIES = Path(__file__).parents[1] / "language" / "hurried"
WORDS = 100_000
MEGABYTES = 300


@pytest.mark.benchmark
def test_growth(report) -> None:
    worst = worst_growth(Checker(HunspellSpeller()).text, ODD)
    report(f"checking {TIMES} times {LENGTH:,} odd characters takes, times as long: {worst}")


@pytest.mark.benchmark
def test_growth_of_html(report) -> None:
    profile = load_profile("infobanten")
    worst = worst_growth(lambda text: body_html(Story(body=text), profile), ODD_MARKUP)
    report(f"writing {TIMES} times {LENGTH:,} odd characters takes, times as long: {worst}")


@pytest.mark.benchmark
def test_growth_of_names(report) -> None:
    (rule,) = story_rules(lambda word: False, lambda name: False, KnownNames())

    def read(number: int) -> int:
        names = [f"B{''.join(chr(97 + int(d)) for d in f'{at:05}')}" for at in range(number)]
        return len([*rule.find([rule.note(Prose(f"Ia menyapa {', '.join(names)}."))])])

    read(100)
    ratio = seconds(partial(read, 700 * TIMES)) / seconds(partial(read, 700))
    report(f"{TIMES} times as many names that are alike take {ratio:.1f} times as long")


def worst_growth(read: Callable[[str], object], units: Iterable[str]) -> str:
    """The units whose repetition takes longest, against a repetition of fewer."""
    ratios = []
    for unit in units:
        short = unit * (LENGTH // len(unit))
        read(short[: LENGTH // 10])
        long = seconds(partial(read, short * TIMES + "z"))
        ratios.append((long / seconds(partial(read, short + "y")), unit))
    ratios.sort(reverse=True)
    return ", ".join(f"{unit!r} {ratio:.1f}" for ratio, unit in ratios[:5])


def seconds(read: Callable[[], object]) -> float:
    started = time.process_time()
    assert read() is not None
    return time.process_time() - started


@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory(report, tmp_path: Path) -> None:
    stories = [path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("*.txt"))]
    words = sum(len(story.split()) for story in stories)
    copies = [f"{story.strip()} ({n})" for n in range(WORDS // words + 1) for story in stories]
    text = tmp_path / "naskah.txt"
    text.write_text("\n\n".join(copies), encoding="utf-8")

    child = subprocess.run(
        [sys.executable, "-c", PEAK, text], capture_output=True, text=True, timeout=120, check=True
    )

    findings, kilobytes = map(int, child.stdout.split())
    report(f"checking 100,000 words takes {kilobytes / 1024:.0f} MB at most (aim {MEGABYTES})")
    assert findings
    assert kilobytes / 1024 < MEGABYTES
