"""The percentages of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import LONGEST_SENTENCE, Amount, amounts, moved, written
from newsroom.language.rules.facts.sums import FULL_LIST
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_CHANGES = regex(
    r"\b(?:naik|turun|meningkat|menurun|tumbuh|dibanding\w*|dari\stotal|sebelumnya|semula|suku"
    r"\sbunga|inflasi|bunga|diskon|lebih\sdari\ssatu|target|masing-masing|dari\s(?:jumlah|sisa)|menjadi"
    r"|di\santaranya|termasuk|responden\sboleh)\b",
    re.IGNORECASE,
)
# Votes are cast for one of several, so that their shares are of one whole …
_VOTES = regex(
    r"(?:persen|%)\s(?:suara\b|dukungan\b)|\bperolehan\ssuara|\bsuara\ssah|\belektabilitas",
    re.IGNORECASE,
)
_RANKED = regex(
    r"\b(?:disusul|diikuti|menyusul|unggul|mengungguli|mengalahkan|sedangkan|sementara|berbanding)\b",
    re.IGNORECASE,
)
# … but turnout, fame and other polls are none of it, nor are the votes of many places.
_OTHER_VOTES = regex(
    r"\b(?:masuk|partisipasi|popularitas|dikenal|kepuasan|kesukaan|golput|tidak\ssah|TPS|putaran"
    r"|pemilu\s(?:19|20)\d\d|terhitung|selisih|lalu|survei\slain|margin|ambang|toleransi)\b",
    re.IGNORECASE,
)
_PLACE_AFTER = regex(r"(?:\ssuara)?\s(?:di|pada|untuk|dari)\s")
_DETAILS = regex(r"rinci|komposisi", re.IGNORECASE)
# Of what gives a share to a whole often only the greatest are told.
_GIVES = regex(r"\b(?:kontribu\w+|berkontribusi|\w*[sy]umbang\w*)\b", re.IGNORECASE)
_NAMED_REST = regex(r"\s[a-z-]{3,20}(?:\s[a-z-]{3,20})?\s(?:sebesar|sebanyak)\s")
_OF_A_SHARE = regex(r"\b(?:dari|sebagian|di\s?antara)\s$", re.IGNORECASE)


# Answers of which each gives but one, and what money is divided for.
_ANSWERS = regex(
    r"\b(?:setuju|menolak|abstain|mendukung|netral|ragu-ragu|tidak\s(?:tahu|menjawab|setuju|mendukung|memilih)"
    r"|belum\s(?:tahu|menentukan|memutuskan))\b"
)
_DIVIDED = regex(
    r"\b(?:dibagi|terbagi|dialokasikan|alokasinya|pembagiannya|porsinya)\b[^.%]{0,60}$"
)
_PURPOSE = regex(r"\s(?:untuk|bagi|buat)\s")
_ELSEWHERE = regex(r"\b(?:di|pada|dari)\s[A-Z\d]")
_LAST_JOINT = regex(r",?\s(?:dan|serta|sedangkan|sementara)\s")


class Percentages:
    """Shares of one whole that come to more than the whole, or do not fill it with the rest."""

    needs = ("persen", "%")

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each breakdown whose shares do not make 100 percent."""
        seen = -1
        for start, end, shares, fills in [*_breakdowns(prose), *_votes(prose), *_lists(prose)]:
            total = sum((share.value for share in shares), Decimal(0))
            slack = sum(((share.grain or Decimal(1)) / 2 for share in shares), Decimal(0))
            over, under = total > 100 + slack, fills and total < 100 - slack
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
    return [
        Percentages(said("fact")["fact.percent"]),
    ]


def _votes(prose: Prose) -> Iterator[tuple[int, int, list[Amount], bool]]:
    """Yield the shares of the vote that one sentence tells."""
    text = prose.text
    if not _VOTES.search(text):
        return
    for start, end in prose.sentences:
        sentence = text[start:end]
        if end - start > LONGEST_SENTENCE or not _VOTES.search(sentence):
            continue
        if not _RANKED.search(sentence) or _OTHER_VOTES.search(sentence):
            continue
        if _CHANGES.search(sentence):
            continue
        shares = [moved(one, start) for one in amounts(sentence) if one.unit == "%"]
        if len(shares) > 1 and not any(_PLACE_AFTER.match(text, one.end) for one in shares):
            yield shares[0].start, shares[-1].end, shares, False


def _lists(prose: Prose) -> Iterator[tuple[int, int, list[Amount], bool]]:
    """Yield three shares and more of one sentence that can only be of one whole."""
    text = prose.text
    for start, end in prose.sentences:
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = text[start:end]
        shares = [moved(one, start) for one in amounts(sentence) if one.unit == "%"]
        if len(shares) < 3 or _CHANGES.search(sentence) or _OTHER_VOTES.search(sentence):
            continue
        ends = [*(share.start for share in shares[1:]), end]
        described = [text[share.end : until] for share, until in zip(shares, ends, strict=True)]
        if _is_list(described) and _is_of_one(text[start : shares[0].start], described, sentence):
            yield shares[0].start, shares[-1].end, shares, False


def _is_list(described: Sequence[str]) -> bool:
    """Say whether commas part what follows each share, and *dan* comes before the last."""
    *firsts, last_but_one, _ = described
    return all("," in one for one in firsts) and bool(_LAST_JOINT.search(last_but_one))


def _is_of_one(head: str, described: Sequence[str], sentence: str) -> bool:
    """Say whether what follows the shares makes them answers, votes or purposes of one whole."""
    if all(_PURPOSE.match(one) for one in described):
        return bool(_DIVIDED.search(head))
    if any(_PLACE_AFTER.match(one) or _ELSEWHERE.search(one) for one in described):
        return False
    return all(_ANSWERS.search(one) for one in described) or bool(_VOTES.search(sentence))


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
            if _NAMED_REST.fullmatch(text, at, last[0].start):
                continue  # an amount of its own: dan sisanya pendapatan sebesar 8 persen
        elif full and any(share.start < start + full.end() for share in shares):
            continue
        fills = (rest and not _GIVES.search(scope)) or (
            full and _DETAILS.search(full.group()) and _is_closed(text, shares)
        )
        yield shares[0].start, shares[-1].end, shares, bool(fills)


def _is_closed(text: str, shares: list[Amount]) -> bool:
    """Say whether the last of three shares or more is told to be the last."""
    if len(shares) < 3:
        return False
    before = text[shares[-2].end : shares[-1].start]
    return bool(re.search(r"\b(?:dan|serta)\b", before))
