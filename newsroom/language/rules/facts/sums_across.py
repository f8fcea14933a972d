"""A total and its parts in two paragraphs: *… 200 peserta.* and *Mereka terdiri atas …*.

Either a paragraph opens with words that point back to the one before it, or it says what
something consists of of which the story gives but one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.facts.amounts import LONGEST_SENTENCE, amounts, is_year
from newsroom.language.rules.facts.parts import counted
from newsroom.language.rules.facts.sums import (
    FULL_LIST,
    HOLDERS,
    OF_THAT,
    POINTS_BACK,
    VAGUE,
    rules,
)
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

# What consists of something, with nothing but its name before: Para peserta terdiri atas.
_CONSISTS = regex(
    r"(?:(?:Para|Seluruh|Semua|Adapun)\s)?(?P<noun>[A-Za-z]{4,20})(?:\s(?:itu|tersebut))?\s(?:yang\s)?"
)
# A number of some of them only, or of others.
_SOME = regex(
    r"(?:\bdari|\bdi\santara|\btarget\w*|\btambahan|\bkuota|\bmasing-masing)\s$", re.IGNORECASE
)
_FEWEST = 5  # smaller numbers count groups and days and tables of them
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class _Consists:
    """What a sentence says that something consists of: its noun, the list, and their places."""

    noun: str
    start: int
    listed: str
    list_start: int


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a paragraph tells: its sentences, an opening that points back, and what consists."""

    field: str
    sentences: tuple[str, ...]
    opening: str
    consists: tuple[_Consists, ...]


class SumsAcross:
    """A total that the parts in another paragraph do not add up to."""

    def __init__(self, about: About) -> None:
        self.about = about
        self._sums = rules()

    def note(self, prose: Prose) -> object:
        """Return what a paragraph tells of totals and parts; None if it is no plain text."""
        spans = [span for span in prose.sentences if span[1] - span[0] <= LONGEST_SENTENCE]
        if len(spans) != len(prose.sentences) or not spans:
            return None
        text = prose.text
        found = (_consists(text, *span) for span in spans)
        second = spans[1][1] if len(spans) > 1 else spans[0][1]
        opening = text[:second] if _points_back(text[slice(*spans[0])]) else ""
        sentences = tuple(text[slice(*span)] for span in spans)
        return _Noted(prose.field, sentences, opening, tuple(one for one in found if one))

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the parts that do not make the total of another paragraph."""
        noted = [note for note in notes if isinstance(note, _Noted)]
        for index, note in enumerate(notes):
            if not isinstance(note, _Noted):
                continue
            before = notes[index - 1] if index else None
            if note.opening and isinstance(before, _Noted) and before.field == note.field:
                for match in self._judged(f"{before.sentences[-1]} ", note.opening):
                    yield index, match
            for one in note.consists:
                if not (total := _only_number(one.noun, noted)):
                    continue
                for match in self._judged(f"Ada {total}, ", one.listed):
                    end = one.list_start + match.end
                    yield index, Match(one.start, end, (), match.message)

    def _judged(self, head: str, tail: str) -> Iterator[Match]:
        """Yield the sums whose total stands in the one and whose parts in the other."""
        prose = Prose(head + tail)
        for rule in self._sums:
            for match in rule.find(prose):
                if match.start < len(head) < match.end:
                    yield Match(0, match.end - len(head), (), match.message)


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    return [SumsAcross(said("fact")["fact.sum_across"])]


def _points_back(sentence: str) -> bool:
    """Say whether a sentence divides an amount that was told before it."""
    marker = FULL_LIST.search(sentence)
    if marker and POINTS_BACK.fullmatch(sentence, 0, marker.start()):
        return True
    return OF_THAT.match(sentence) is not None


def _consists(text: str, start: int, end: int) -> _Consists | None:
    """Return what a sentence opens with that consists of something: *Peserta terdiri atas …*."""
    marker = FULL_LIST.search(text, start, end)
    head = marker and _CONSISTS.fullmatch(text, start, marker.start())
    if not marker or not head:
        return None
    noun = head["noun"].lower()
    if noun in HOLDERS:
        return None
    return _Consists(noun, start, text[marker.start() : end], marker.start())


def _only_number(noun: str, noted: Sequence[_Noted]) -> str:
    """Return the one exact number of something that a story gives, with its noun, as written."""
    sentences = (
        sentence
        for note in noted
        for sentence in note.sentences
        if noun in sentence and not _consists(sentence, 0, len(sentence))
    )
    found = {number for sentence in sentences for number in _numbers(sentence, noun)}
    return found.pop() if len(found) == 1 else ""


def _numbers(sentence: str, noun: str) -> Iterator[str]:
    """Yield each number of something that a sentence tells, with its noun, as written.

    Nothing stands for a number that is not exact, or of some of them only.
    """
    for one in amounts(sentence):
        if one.unit or counted(sentence, one) != noun or one.value < _FEWEST:
            continue
        if is_year(sentence, one):
            continue
        before = sentence[max(0, one.start - _BEFORE) : one.start]
        is_some = VAGUE.search(before) or _SOME.search(before)
        yield "" if is_some else f"{sentence[one.start : one.end]} {noun}"
