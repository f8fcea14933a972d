"""Quotations and who said them: commas, full stops and capitals between the two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

_CLOSERS = '”"'
_LONGEST_BEFORE = 80
_REMEMBERED = 64
# Shorter quotations are titles, nicknames and single words more often than speech.
_SPEECH_WORDS = 4
_SHORT_SPEECH = 3
_LONG_SPEECH = 6
# A speaker between two halves of a quotation: “Kami siap,” ujar Darma, “sebab …”
_GOES_ON = regex(r",[”\"][^“”\".?!]{1,140},[ ]$")
# What only a clause has, and a title or a motto hardly.
_CLAUSAL = regex(
    r"\b(?:kami|kita|saya|mereka|dia|ia|akan|sudah|belum|tidak|bisa|harus|masih|telah|jangan|datang)\b",
    re.IGNORECASE,
)
_JOINS = frozenset((
    "sebab", "karena", "sehingga", "tetapi", "agar", "supaya", "meskipun", "walaupun", "jika",
    "kalau", "apabila", "sedangkan", "padahal", "dan", "atau", "lalu", "ketika", "bahwa",
))  # fmt: skip

Look = Callable[[str, int, int], Match | None]


@dataclass(frozen=True, slots=True)
class Speech:
    """A look at each closed quotation of a paragraph: its text, start and end are given."""

    needs: ClassVar = ("“", '"')
    about: About
    look: Look

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield what the look finds at each quotation."""
        for start, end in prose.quotes:
            if end - start > 2 and prose.text[end - 1] in _CLOSERS:
                match = self.look(prose.text, start, end)
                if match is not None:
                    yield match


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about, words = {**said("punctuation"), **said("capital")}, read_list("attribution")
    after, named, before = ("|".join(words[key]) for key in ("after", "named", "before"))
    speaker = rf"(?:(?:{after})(?:nya)?|(?:{named})(?:nya\b|(?= (?:[A-Z]|dia\b|ia\b|mereka\b))))\b"
    said_after = regex(rf"(?P<mark>[,.]?)[ ](?={speaker})")
    said_before = regex(
        rf"\b(?i:{after}|{before})(?:nya)?\b"
        r"(?:[ ][^\s“”\",.:;!?()]{1,40}){0,6}(?P<mark>[,:]?)[ ]$"
    )
    told_before = lru_cache(_REMEMBERED)(said_before.search)  # three looks ask for the same
    verb = rf"[ ](?P<verb>(?i:{after}|{named})(?:nya)?)\b"
    any_speaker = regex(verb)
    only_speaker = regex(rf"{verb}(?:[ ](?:[A-Z][\w'-]{{1,30}}|dia|ia)){{1,4}}[.](?:\s|$)")

    def comma_after(text: str, start: int, end: int) -> Match | None:
        match = said_after.match(text, end)
        inner = text[start + 1 : end - 1].rstrip()
        if match is None or not _spoken(inner, 1 if inner[-1:] in "?!" else 2):
            return None
        last, close = inner[-1], text[end - 1]
        if last in "?!…":
            return Match(end - 1, match.end("mark"), (close,)) if match["mark"] else None
        if last == ",":
            if len(inner) > 1 and inner[-2] in "?!":
                return Match(end - 3, end, (inner[-2] + close,))
            return Match(end - 2, match.end("mark"), ("," + close,)) if match["mark"] else None
        word = inner.split()[-1]
        fixed = word.rstrip(".") if last == "." and word.count(".") == 1 else word
        return Match(end - 1 - len(word), match.end("mark"), (f"{fixed},{close}",))

    def comma_before(text: str, start: int, end: int) -> Match | None:
        lead = text[max(0, start - _LONGEST_BEFORE) : start]
        match = told_before(lead)
        if match is None or match["mark"] or not _sentence(text[start + 1 : end - 1]):
            return None
        if " bahwa " in match.group() or " kalau " in match.group():
            return None
        word = lead.split()[-1]
        return Match(start - 1 - len(word), start - 1, (word + ",",))

    def capital_inside(text: str, start: int, end: int) -> Match | None:
        lead, inner = text[max(0, start - _LONGEST_BEFORE) : start], text[start + 1 : end - 1]
        if _GOES_ON.search(text, max(0, start - 2 * _LONGEST_BEFORE), start):
            return _small_again(inner, start + 1)
        match = told_before(lead)
        word = re.match(r"[a-z]+(?:-[a-z]+)*\b", inner)
        if match is None or not match["mark"] or word is None or inner[-1:] not in ".?!":
            return None
        if inner.count(" ") + 1 < _SPEECH_WORDS:
            return None
        return Match(start + 1, start + 1 + word.end(), (word.group().capitalize(),))

    def stop_inside(text: str, start: int, end: int) -> Match | None:
        lead, inner = text[max(0, start - _LONGEST_BEFORE) : start], text[start + 1 : end - 1]
        match = told_before(lead)
        if match is None or not match["mark"]:
            if not _is_sentence_of_its_own(lead, inner):
                return None
        elif not (_spoken(inner, _SPEECH_WORDS) or _is_short_clause(inner)):
            return None
        if text[end : end + 1] != "." or text[end + 1 : end + 2].strip(" \n"):
            return None
        if text[end + 2 : end + 3].islower():
            return None  # who said it follows: a comma's place
        word = inner.split()[-1]
        if word[-1] in ".?!…":
            return Match(end - 1, end + 1, (text[end - 1],))
        return Match(end - 1 - len(word), end + 1, (f"{word}.{text[end - 1]}",))

    def small_speaker(text: str, start: int, end: int) -> Match | None:
        rest = text[end : end + _LONGEST_BEFORE]
        if text[end - 2] == ",":
            match = any_speaker.match(rest)
        elif text[end - 2] in "?!":  # a sentence may begin here, but not one of a verb and a name
            match = only_speaker.match(rest)
        else:
            return None
        if match is None or not match["verb"][0].isupper():
            return None
        at = end + match.start("verb")
        return Match(at, end + match.end("verb"), (match["verb"].lower(),))

    return [
        Speech(about["punctuation.quote_comma"], comma_after),
        Speech(about["punctuation.quote_lead"], comma_before),
        Speech(about["capital.quote"], capital_inside),
        Speech(about["punctuation.quote_stop"], stop_inside),
        Speech(about["capital.speaker"], small_speaker),
    ]


def _spoken(inner: str, words: int) -> bool:
    """Say whether a quotation reads like speech: a capital, and several words."""
    return inner[:1].isupper() and inner.count(" ") + 1 >= words


def _is_short_clause(inner: str) -> bool:
    """Say whether three words are a clause rather than a title: *Kasus ini selesai*."""
    return _spoken(inner, _SHORT_SPEECH) and inner[1:].islower()


def _small_again(inner: str, at: int) -> Match | None:
    """Take away the capital of what joins the second half of a quotation to its first."""
    word = inner.partition(" ")[0]
    if not word.istitle() or word.lower() not in _JOINS:
        return None
    message = (
        "Petikan yang berlanjut sesudah nama pembicaranya tidak dibuka huruf kapital: “{fix}”."
    )
    return Match(at, at + len(word), (word.lower(),), message)


def _is_sentence_of_its_own(lead: str, inner: str) -> bool:
    """Say whether a quotation is a sentence with nobody's name to it, and no title."""
    least = _SHORT_SPEECH if _CLAUSAL.search(inner) else _LONG_SPEECH
    if lead.rstrip()[-1:] not in {"", ".", "?", "!", "”", '"'} or not _spoken(inner, least):
        return False
    return sum(word[0].islower() for word in inner.split()) * 2 > inner.count(" ") + 1


def _sentence(inner: str) -> bool:
    return _spoken(inner, _SPEECH_WORDS) and inner[-1:] in {".", "?", "!", ","}
