"""False alarms and marks in a published text, beside stock hunspell. A script, no test.

``python tests/benchmarks/measure_text.py FILE.conllu`` reads a treebank, whose parts of
speech tell names (PROPN) and foreign words (X) from the rest; of a ``FILE.txt`` with a
paragraph on each line, the words with a capital inside a sentence are taken for names.
With ``--show NUMBER`` the words that are most often marked are printed too.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.language.checker import Checker
from newsroom.language.prose import Prose
from newsroom.language.speller import HunspellSpeller

NAMES = {"PROPN", "X"}
Token = tuple[int, int, bool]  # where it stands in its text, and whether it is a name


@dataclass
class Count:
    """Words that were looked at, and which of them were marked."""

    words: int = 0
    marked: Counter[str] = field(default_factory=Counter)

    def add(self, word: str, *, is_marked: bool) -> None:
        self.words += 1
        if is_marked:
            self.marked[word] += 1

    def share(self, of: int) -> str:
        number = self.marked.total()
        return f"{of * number / max(1, self.words):.2f} ({number} of {self.words:,})"


def treebank(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Yield the text of each sentence with its words as they are written."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, tokens, at, skip_to = "", [], 0, 0
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
        kinds = {row[0]: row[3] for row in rows}
        for row in rows:
            first, dash, last = row[0].partition("-")
            if "." in first or (not dash and int(first) <= skip_to):
                continue
            numbers = [first]
            if dash:
                skip_to = int(last)
                numbers = [str(number) for number in range(int(first), skip_to + 1)]
            start = text.find(row[1], at)
            if start < 0:
                continue
            at = start + len(row[1])
            if row[1].replace("-", "").isalpha():
                tokens.append((start, at, any(kinds.get(n) in NAMES for n in numbers)))
        if text:
            yield text, tokens


def plain_text(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Yield each line with its words; one with a capital that opens a sentence is left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            words = [w for w in Prose(line).words if w.text.islower() or not w.opens]
            prose = Prose(line)
            places = [(*prose.place(w.start, w.end), not w.text.islower()) for w in words]
            yield line, places


def measure(texts: Iterator[tuple[str, list[Token]]], show: int) -> Iterator[str]:
    """Yield the lines of the report."""
    checker, speller = Checker(HunspellSpeller()), HunspellSpeller()
    counts = {(who, name): Count() for who in ("newsroom", "hunspell") for name in (False, True)}
    rules: Counter[str] = Counter()
    sentences = 0
    for text, tokens in texts:
        sentences += len(Prose(text).sentences)
        findings = checker.text(text)
        rules.update(f"{f.severity.name.lower():8}{f.rule}" for f in findings)
        unknown = [(f.start, f.end) for f in findings if f.rule == "spelling"]
        for start, end, is_name in tokens:
            word = text[start:end]
            marked = any(first < end and start < last for first, last in unknown)
            counts["newsroom", is_name].add(word, is_marked=marked)
            counts["hunspell", is_name].add(word, is_marked=not speller.knows(word))
    for (who, is_name), count in counts.items():
        kind, of = (
            ("names and foreign words, %", 100) if is_name else ("other words, per 1,000", 1000)
        )
        yield f"no such word, {who}, {kind}: {count.share(of)}"
        if show and who == "newsroom":
            yield "  " + ", ".join(f"{word} {n}" for word, n in count.marked.most_common(show))
    yield f"marks per 1,000 sentences (of {sentences:,}):"
    for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {1000 * number / max(1, sentences):8.2f} {number:6} {rule}"


def main() -> None:
    """Measure the file that the command names."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--show", type=int, default=0, metavar="NUMBER")
    chosen = arguments.parse_args()
    read: Callable[[Path], Iterator[tuple[str, list[Token]]]] = (
        treebank if chosen.file.suffix == ".conllu" else plain_text
    )
    for line in measure(read(chosen.file), chosen.show):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
