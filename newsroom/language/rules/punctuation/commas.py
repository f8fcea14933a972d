"""Commas between the parts of a sentence and of a list: hints, for grammar is only guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import word_before

_SUBORDINATE = frozenset((
    "jika", "kalau", "apabila", "bila", "karena", "meskipun", "walaupun", "meski", "walau",
    "agar", "supaya", "andaikan", "seandainya", "sungguhpun", "kendati", "ketika",
))  # fmt: skip
_LATE = ("bahwa", "sehingga", "karena", "agar", "supaya", "jika", "apabila", "kalau")
_AGAINST = (" tetapi ", " tapi ", " melainkan ", " sedangkan ", " padahal ")
_CONTRAST = regex(
    r"(?<![\w-])(?P<before>\w[\w-]{0,39}[”)%]?)"
    r"[ ](?P<word>tetapi|tapi|melainkan|sedangkan|padahal)(?=[ ])"
)
_NO_CLAUSE = frozenset((
    "akan", "namun", "atau", "dan", "maupun", "serta", "yang", "tetapi", "tapi", "meskipun",
    "walaupun",
))  # fmt: skip
# What describes one thing by two words: yang kecil tetapi indah.
_DESCRIBES = frozenset(("yang", "dengan", "secara", "sambil"))
_CLAUSE = regex(r"[ ](?!dengan\b)\w+[ ]\w+[ ]\w")
# Only what is denied before is corrected by *melainkan*; elsewhere it means *kecuali*.
_DENIED = regex(
    r"(?<!^)\bbukan(?:lah)?\b|^Bukan\b|\b[Tt]idak\s(?:hanya|lagi|sekadar|semata|cuma|saja|melulu)\b"
)
# A clause that a comma ends while the sentence goes on.
_CLOSED = regex(r"[^.,:;?!\n“”\"]{2,70},[ ][^.?!\n]")
_LAST_JOINS = frozenset(("dan", "serta", "atau"))
# Behind the join these are no item: suka atau tidak, serta-merta.
_NO_ITEM = frozenset(("tidak", "tak", "bukan", "belum", "enggak", "nggak", "merta"))
# A sentence that opens so has its first comma behind the opening, not behind an item.
_OPENING = _SUBORDINATE.union((
    "sejak", "saat", "sebagai", "untuk", "maka", "tanpa", "tidak", "tak", "bukan", "enggak",
    "di", "dalam", "pada", "dengan", "menurut", "menurutnya", "setelah", "sebelum", "selain",
    "sementara", "namun", "oleh", "begitu", "selama", "dari", "bagi", "guna", "demi", "terkait",
    "atas", "lewat", "melalui", "tapi", "tetapi", "akan", "usai", "akhirnya", "kini",
    "kemudian",
))  # fmt: skip
# Before two names these open a list; a noun has the names for its apposition.
_BEFORE_NAMES = frozenset((
    "seperti", "misalnya", "termasuk", "di", "ke", "dari", "antara", "oleh", "bersama", "dan",
    "kepada", "yaitu", "yakni", "untuk", "dengan", "hadir", "pula", "adalah", "ialah", "hingga",
))  # fmt: skip
# Part of what opens the sentence: misalnya saja, setelah itu pun.
_GOES_WITH = frozenset(("saja", "pun", "lagi"))
_SHORTEST = 8


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about, joins = said("punctuation"), read_list("connectives")
    late = regex(rf"(?P<word>[\w-]{{1,40}}[”)]?),[ ](?P<conjunction>{'|'.join(_LATE)})\b")
    return [
        Worked(
            about["punctuation.comma_clause"], late, _late, tuple(f", {word}" for word in _LATE)
        ),
        Worked(about["punctuation.contrast"], _CONTRAST, _contrast, _AGAINST),
        FrontedClause(about["punctuation.comma_fronted"]),
        ListComma(about["punctuation.comma_list"], frozenset(read_list("attribution")["before"])),
        Connective(about["punctuation.connective"], frozenset(joins["always"])),
        Connective(about["punctuation.connective_time"], frozenset(joins["often"])),
    ]


def _late(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Drop the comma where the main clause comes first, that is at the first comma."""
    before = re.split(r"[.?!]\s|\n", prose.text[max(0, match.start() - 200) : match.start()])[-1]
    words = before.split()
    if not words or words[0].lower() in _SUBORDINATE or re.search(r"[,:;“\"(–]", before):
        return None
    if _CLOSED.match(
        prose.text, match.end()
    ):  # put in between: hasilnya, jika diteliti, cukup baik
        return None
    return (f"{match['word']} {match['conjunction']}",)


def _contrast(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Put the comma between two clauses that *tetapi* and its like set against each other."""
    before, word, text = match["before"], match["word"], prose.text
    stretch = re.split(r"[.?!]\s|\n", text[max(0, match.start() - 160) : match.start()])[-1]
    if before.lower() in _NO_CLAUSE or (word == "tapi" and prose.is_quoted(*match.span())):
        return None
    if word.endswith("tapi"):
        described = word_before(text, match.start()) in _DESCRIBES
        if described or not _CLAUSE.match(text, match.end()):
            return None
    if word == "melainkan" and not _DENIED.search(stretch + before):
        return None
    return (f"{before}, {word}",)


@dataclass(frozen=True, slots=True)
class FrontedClause:
    """A sentence that opens with a subordinate clause and holds no comma at all."""

    about: About

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _SUBORDINATE

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the conjunction that opens such a sentence."""
        text = prose.text
        for start, end in prose.sentences:
            opening = re.match(r"[“\"]?([A-Z][a-z]+) ", text[start : start + 20])
            if opening is None or opening[1].lower() not in _SUBORDINATE:
                continue
            sentence = text[start:end]
            if "," not in sentence and sentence.count(" ") >= _SHORTEST and "?" not in sentence:
                yield Match(start + opening.start(1), start + opening.end(1))


@dataclass(frozen=True, slots=True)
class ListComma:
    """A list of three and more whose last “dan” has no comma before it.

    ``saying`` are verbs whose comma parts them from what is said.
    """

    about: About
    saying: frozenset[str]
    # Two commas before it, or one between words of the same kind, make it a list.
    _LIST = regex(r",(?:[ ][\w-]{1,30}){1,3},(?:[ ][\w-]{1,30}){1,2}$")
    _PAIR = regex(r"(?P<before>[a-z-]+)[ ](?P<first>[a-z-]{2,30}),[ ][a-z-]{2,30}$")
    _NAMES = regex(r"(?P<before>[a-z-]+)[ ][A-Z][\w-]{1,30},[ ][A-Z][\w-]{1,30}$")
    # Amounts of things: 15 rumah rusak berat, 42 rumah rusak sedang dan 110 …
    _AMOUNTS = regex(r"\d(?:[ ][a-z-]{2,30}){1,4},[ ]\d[\d.]{0,12}(?:[ ][a-z-]{2,30}){1,4}$")

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _LAST_JOINS

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the last item before “dan”, with the “dan”."""
        words, lowered, text = prose.words, prose.lowered, prose.text
        if "," not in text:
            return
        for index in range(2, len(words) - 1):
            if lowered[index] not in _LAST_JOINS:
                continue
            last, word = words[index - 1], words[index]
            if text[last.end : word.start] != " " or text[word.end : word.end + 1] != " ":
                continue
            if lowered[index + 1] in _NO_ITEM:
                continue
            near = max(0, last.end - 130)
            if text.find(",", near, last.end) < 0:
                continue
            found = bool(self._LIST.search(text, near, last.end)) or self._is_short(prose, last.end)
            if not found and text[word.end + 1 : word.end + 2].isdigit():
                found = bool(self._AMOUNTS.search(text, near, last.end))
            if found and (words[index + 1].text[0].isupper() == last.text[0].isupper()):
                yield Match(last.start, word.end, (f"{last.text}, {word.text}",))

    def _is_short(self, prose: Prose, end: int) -> bool:
        """Say whether two items with a comma end here, and no opening with its comma."""
        text = prose.text
        if names := self._NAMES.search(text, max(0, end - 130), end):
            return names["before"] in _BEFORE_NAMES
        pair = self._PAIR.search(text, max(0, end - 130), end)
        if not pair or pair["first"] in self.saying:
            return False
        before = re.split(r"[.?!:]\s|\n", text[max(0, pair.start() - 200) : pair.end("first")])[-1]
        opening = before.split(maxsplit=1)[:1]
        return "," in before or not opening or opening[0].strip('“"(').lower() not in _OPENING


@dataclass(frozen=True, slots=True)
class Connective:
    """What joins a sentence to the one before it, at its start and without its comma."""

    about: About
    phrases: frozenset[str]
    _firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_firsts", frozenset(phrase.split()[0] for phrase in self.phrases))

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._firsts

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each phrase that opens a sentence and is followed by a word at once."""
        words, lowered, text = prose.words, prose.lowered, prose.text
        for index, word in enumerate(words):
            if not word.opens or not word.text[0].isupper():
                continue
            for size in (3, 2, 1):
                end = index + size
                if end < len(words) and " ".join(lowered[index:end]) in self.phrases:
                    last = words[end - 1].end
                    if text[last : words[end].start] == " " and lowered[end] not in _GOES_WITH:
                        yield Match(word.start, last, (text[word.start : last] + ",",))
                    break
