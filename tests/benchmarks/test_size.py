"""How time grows with the length of a text, and how much memory a long one takes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller

LENGTH = 20_000
ODD = (
    "a", "a ", "A ", "ke-", "anak-anak ", "anak2 ", ".", "…", "!", ". ", "“", '"', "“a” ", "*", "[",
    "](", "(", "( ", "**a", "_a_ ", "&amp;", "www.", "a@", "1,", "1.000 ", "Rp ", "pukul 1 ",
    "Senin (1/1/2020) ", "dan, ", "di ", "Aa Bb, ", "dr. ", "\u202e", "\ud800", "a\u0301", "漢",
    " ",
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
    checker = Checker(HunspellSpeller())

    def seconds(text: str) -> float:
        started = time.perf_counter()
        assert isinstance(checker.text(text), list)
        return time.perf_counter() - started

    ratios = []
    for unit in ODD:
        short = unit * (LENGTH // len(unit))
        seconds(short[: LENGTH // 10])
        ratios.append((seconds(short * TIMES + "z") / seconds(short + "y"), unit))
    ratios.sort(reverse=True)
    worst = ", ".join(f"{unit!r} {ratio:.1f}" for ratio, unit in ratios[:5])
    report(f"checking {TIMES} times {LENGTH:,} odd characters takes, times as long: {worst}")


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
