"""Typing errors found and corrected beside stock hunspell, and how fast a text is checked.

The errors are made from frequent words with fixed seeds, by the slips that fingers make;
slips that happen to give another of hunspell's words are no errors and are left out.
Figures for published text: ``measure_text.py``.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import statistics
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import enchant
import pytest

from newsroom.app import Newsroom
from newsroom.language.checker import Checker
from newsroom.language.lexicon import Lexicon
from newsroom.language.speller import HunspellSpeller

ONE_SLIP = (4101, 700)  # seed and number of words
TWO_SLIPS = (4102, 300)
FREQUENT = 4.0  # at least ten in a million words
WORDS = 20_000
STORIES = Path(__file__).parents[1] / "language" / "hurried"

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
CONFUSED = {"e": "i", "i": "ey", "y": "i", "f": "vp", "v": "f", "p": "fb", "b": "p", "o": "u"}
CONFUSED |= {"u": "o", "k": "h", "h": "k", "d": "t", "t": "d", "s": "z", "z": "s", "j": "z"}

LOAD = """
import time
started = time.perf_counter()
from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller
Checker(HunspellSpeller())
print(time.perf_counter() - started)
"""

SPEED = """
import re, sys, time
from pathlib import Path
import enchant
from newsroom.language.checker import Checker
from newsroom.language.speller import HunspellSpeller
first, second = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
checker, stock = Checker(HunspellSpeller()), enchant.Dict("id_ID", enchant.Broker())
started = time.perf_counter()
assert sum(stock.check(word) for word in re.findall(r"[^\\W\\d_]+", second))
print(time.perf_counter() - started)
for text in (first, second, second):
    started = time.perf_counter()
    assert checker.text(text)
    print(time.perf_counter() - started)
"""


def beside(letter: str) -> str:
    """Return the keys to the left and right of a key, and those that touch it above and below."""
    row = next(number for number, keys in enumerate(ROWS) if letter in keys)
    at = ROWS[row].index(letter)
    rows = [(row, (at - 1, at + 1)), (row - 1, (at, at + 1)), (row + 1, (at - 1, at))]
    return "".join(
        ROWS[other][place]
        for other, places in rows
        if 0 <= other < len(ROWS)
        for place in places
        if 0 <= place < len(ROWS[other])
    )


def slip(word: str, rng: random.Random) -> str:
    """Return the word as it comes out when a finger or an ear slips once."""
    at = rng.randrange(len(word))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    match rng.choices(
        ["neighbour", "swap", "drop", "double", "extra", "confuse"], [5, 5, 6, 3, 3, 3]
    ):
        case ["neighbour"]:
            return head + rng.choice(beside(letter)) + tail
        case ["swap"]:
            return head + tail[:1] + letter + tail[1:]
        case ["drop"]:
            return head + tail
        case ["double"]:
            return head + letter * 2 + tail
        case ["extra"]:
            return head + rng.choice(beside(letter)) + letter + tail
        case _:
            return head + rng.choice(CONFUSED.get(letter, letter)) + tail


def errors(
    words: list[str], slips: int, seed: int, number: int, is_word: Callable[[str], bool]
) -> list[tuple[str, str]]:
    """Return pairs of what was typed and what was meant."""
    rng = random.Random(seed)
    found: list[tuple[str, str]] = []
    while len(found) < number:
        typed = meant = rng.choice(words)
        for _ in range(slips):
            typed = slip(typed, rng)
        if typed != meant and not is_word(typed):
            found.append((typed, meant))
    return found


def judged(
    pairs: list[tuple[str, str]], judge: Callable[[str], list[str] | None]
) -> tuple[float, float, float, str]:
    """Return the shares found, right first and right among five; and the times as text.

    ``judge`` returns suggestions for a word, or None if it takes it for right. Its time is
    that of a word it has never seen.
    """
    found = first = five = 0
    taken = []
    for typed, meant in pairs:
        started = time.perf_counter()
        suggestions = judge(typed)
        taken.append((time.perf_counter() - started) * 1000)
        if suggestions is not None:
            found += 1
            first += suggestions[:1] == [meant]
            five += meant in suggestions[:5]
    taken.sort()
    times = f"p50 {statistics.median(taken):.2f} ms, p95 {taken[int(len(taken) * 0.95)]:.2f} ms"
    return found / len(pairs), first / len(pairs), five / len(pairs), times


@pytest.mark.benchmark
def test_typing_errors(report) -> None:
    stock = enchant.Dict("id_ID", enchant.Broker())
    checker = Checker(HunspellSpeller())

    def judge(word: str) -> list[str] | None:
        spelling = checker.spell(word, 5)
        return None if spelling.ok else list(spelling.suggestions)

    frequent = sorted(
        word
        for word, zipf in Lexicon.load().zipf.items()
        if zipf >= FREQUENT and re.fullmatch("[a-z]{4,}", word) and stock.check(word)
    )
    for slips, (seed, number) in ((1, ONE_SLIP), (2, TWO_SLIPS)):
        pairs = errors(frequent, slips, seed, number, stock.check)
        ours = judged(pairs, judge)
        hunspell = judged(pairs, lambda w: None if stock.check(w) else stock.suggest(w))
        for name, (found, first, five, times) in (("newsroom", ours), ("hunspell", hunspell)):
            report(
                f"{len(pairs)} words with {slips} slip(s), {name}: found {found:.1%}, "
                f"first right {first:.1%}, among five {five:.1%}, suggestions {times}"
            )
        assert ours[0] > 0.9
        assert ours[1] > hunspell[1]
        assert ours[2] > hunspell[2]


def copies(paragraphs: list[str]) -> Iterator[str]:
    """Yield the paragraphs over and over, each time with another foreign word at the end."""
    for letters in itertools.product(string.ascii_lowercase, repeat=3):
        for paragraph in paragraphs:
            yield f"{paragraph} *{''.join(letters)}*"


def text_of(paragraphs: Iterator[str], words: int) -> str:
    taken = []
    while words > 0:
        taken.append(next(paragraphs))
        words -= len(taken[-1].split())
    return "\n\n".join(taken)


@pytest.mark.benchmark
def test_words_a_second(tmp_path, report) -> None:
    texts = [Newsroom(tmp_path).sample().body]
    texts += [path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("*.txt"))]
    endless = copies([part for text in texts for part in text.strip().split("\n\n")])
    first, second = text_of(endless, WORDS), text_of(endless, WORDS)
    files = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(files, (first, second), strict=True):
        path.write_text(text, encoding="utf-8")

    # In a process of its own, as the command is: here the other tests' objects slow it down.
    child = subprocess.run(
        [sys.executable, "-c", SPEED, *files],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    alone, *taken = map(float, child.stdout.split())
    for name, seconds in zip(("cold", "warm, new paragraphs", "unchanged"), taken, strict=True):
        report(
            f"checking 20,000 words, {name}: {WORDS / seconds:,.0f} words a second, "
            f"{seconds / alone:.1f} times as long as hunspell alone looks them up"
        )


@pytest.mark.benchmark
def test_loading(tmp_path, report) -> None:
    def seconds() -> float:
        child = subprocess.run(
            [sys.executable, "-c", LOAD],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
            env=environment,
        )
        return float(child.stdout)

    # As on a reporter's machine, where Python keeps what it has compiled.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds()
    taken = [seconds() for _ in range(5)]
    report(f"loading the checker in a new process: {statistics.median(taken):.2f} s (aim 0.4)")
    assert len(taken) == 5
