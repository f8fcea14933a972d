"""Sentences that begin in lower case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import MONTHS
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match

_WORD = r"(?P<word>[a-z]+(?:-[a-z]+)*)(?![\w.@'’-])"
_FIRST = regex(_WORD)
_AFTER_STOP = regex(r"[.?!][ \n]" + _WORD)
_LAST = regex(r"[\w-]{1,40}$")
_QUOTED = regex(
    r"(?:^|(?<=[.!?][ ]))[“\"]"
    + _WORD
    + r"[^“”\"\n]{4,400}(?:(?P<stop>[.!?])[”\"]|,[”\"] (?P<verb>[a-z]{3,20}))"
)
# What is no word but may end a sentence: a measure, a sum, a time, a year, a bracket.
_END = regex(
    r"(?:\d[ ]?(?:mm|cm|m|km|mg|g|kg|ml|l|ha|kWh?|MW|GB|MB|m2|m3|persen|jt|WIB|WITA|WIT|Wita)"
    r"|\d[ ]?[%°]C?"
    r"|(?<!\w)Rp\d{1,3}(?:[.,]\d{1,3}){0,5}"
    r"|ukul \d{1,2}\.\d\d"
    rf"|(?:tahun|sejak|pada|{'|'.join(MONTHS)}) (?:19|20)\d\d"
    r"|\([^()\n]{3,60}\))$"
)
# These go on with the sentence behind a short form or a measure with a stop: 5 kg. dan 7 km.
_GO_ON = frozenset(("dan", "atau", "serta", "yang", "per", "hingga", "sampai", "tetapi"))
_MORE = regex(r"(?:,?[ ][\w“\"-]+){2}")


@dataclass(frozen=True, slots=True)
class SentenceStart:
    """A sentence that begins in lower case.

    ``ends`` are short words that end a sentence though some of three letters are short
    forms (*kab.*); ``speaks`` are the verbs by which a quotation is told from words
    that are only set in quotes.
    """

    about: About
    is_word: Callable[[str], bool]
    is_name: Callable[[str], bool]
    ends: frozenset[str]
    speaks: frozenset[str]

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the first word of each such sentence."""
        text = prose.text
        opens = prose.place(0, 1)[0] == 0
        first = _FIRST.match(text)
        if first and opens and self._is_sentence(first.group(), text):
            yield Match(0, first.end(), (first.group().capitalize(),))
        for match in _AFTER_STOP.finditer(text):
            start, end = match.span("word")
            if not self.is_word(match["word"]) or not self._is_end(text, match):
                continue
            if not prose.is_address(max(0, match.start() - 1), end):
                yield Match(start, end, (match["word"].capitalize(),))
        quoted = _QUOTED.finditer(text) if "“" in text or '"' in text else ()
        for match in quoted:
            if (opens or match.start()) and self._is_speech(match):
                yield Match(*match.span("word"), (match["word"].capitalize(),))

    def _is_sentence(self, word: str, text: str) -> bool:
        ended = text.rstrip(' ”"’)').endswith((".", "!", "?"))
        return ended and text.count(" ") >= 4 and len(word) > 1 and self.is_word(word)

    def _is_end(self, text: str, match: re.Match[str]) -> bool:
        """Say whether a stop ends a sentence, and no short form or name: *Yahoo! adalah*."""
        stop = match.start()
        begin = max(0, stop - 80)
        before = _LAST.search(text, max(0, stop - 40), stop)
        word = before.group() if before else ""
        if len(word) > 3 and word[0].islower() and word.isascii():
            return word[-4:].islower() and all(map(self.is_word, word.split("-")))
        if text[stop] != "." or match["word"] in _GO_ON or not _MORE.match(text, match.end()):
            return False
        if word in self.ends or _END.search(text[begin:stop]):
            return True
        small = word.lower()
        return len(word) > 4 and word.istitle() and (self.is_word(small) or self.is_name(small))

    def _is_speech(self, quoted: re.Match[str]) -> bool:
        if not self.is_word(quoted["word"]):
            return False
        if quoted["stop"]:
            return quoted.group().count(" ") >= 4
        return quoted["verb"].removesuffix("nya") in self.speaks
