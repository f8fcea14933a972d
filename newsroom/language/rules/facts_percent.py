"""The percentages of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newsroom.language.prose import Prose
from newsroom.language.rules.facts_sums import FULL_LIST, LONGEST_SENTENCE
from newsroom.language.rules.numerals import Amount, amounts, moved, written
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_CHANGES = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|tumbuh|dibanding\w*|dari\stotal|sebelumnya|semula|suku"
    r"\sbunga|inflasi|bunga|diskon|lebih\sdari\ssatu|target|masing-masing|dari\s(?:jumlah|sisa)|menjadi"
    r"|di\santaranya|termasuk|responden\sboleh)\b",
    re.IGNORECASE,
)
_OF_A_SHARE = re.compile(r"\b(?:dari|sebagian|di\s?antara)\s$", re.IGNORECASE)


class Percentages:
    """Shares of one whole that come to more than the whole, or do not fill it with the rest."""

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each breakdown whose shares do not make 100 percent."""
        if "persen" not in prose.text and "%" not in prose.text:
            return
        seen = -1
        for start, end, shares, has_rest in _breakdowns(prose):
            total = sum((share.value for share in shares), Decimal(0))
            slack = sum(((share.grain or Decimal(1)) / 2 for share in shares), Decimal(0))
            over, under = total > 100 + slack, has_rest and total < 100 - slack
            if start > seen and (over or under):
                seen = end
                yield Match(
                    start,
                    end,
                    (),
                    f"Bagian-bagiannya berjumlah {written(total)} persen, padahal keseluruhan "
                    "100 persen; cocokkan lagi dengan sumbernya.",
                )


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Percentages(said("fact")["fact.percent"])]


def _breakdowns(prose: Prose) -> Iterator[tuple[int, int, list[Amount], bool]]:
    text, sentences = prose.text, prose.sentences
    for index, (start, end) in enumerate(sentences):
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = text[start:end]
        rest = re.search(r"\b(?:sisanya|selebihnya)\b", sentence, re.IGNORECASE)
        full = FULL_LIST.search(sentence)
        if not rest and not full:
            continue
        first = start
        if rest and not sentence[: rest.start()].strip(" ,").removeprefix("Sementara").strip():
            if not index:
                continue
            first = sentences[index - 1][0]
        scope = text[first:end]
        found = [moved(amount, first) for amount in amounts(scope)]
        shares = [amount for amount in found if amount.unit == "%"]
        if len(shares) < 2 or _CHANGES.search(scope):
            continue
        if any(_OF_A_SHARE.search(text[first : share.start]) for share in shares):
            continue
        if rest:
            at = start + rest.end()
            last = [share for share in shares if share.start >= at]
            if len(last) != 1 or len(text[at : last[0].start].split()) > 3:
                continue
        elif full and any(share.start < start + full.end() for share in shares):
            continue
        yield shares[0].start, shares[-1].end, shares, bool(rest)
