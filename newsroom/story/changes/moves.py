"""Finding words that left one place of a text and came at another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import LCSseq

from newsroom.story.changes.marks import Held, held
from newsroom.story.changes.sentences import Sentences, sentences

_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")
_SEED = 3  # words in a row that stand once among what went, and once among what came
_GAP = 4  # words, at most, that may differ between two runs of one move
_NEAR, _FAR = 2, 8  # words, at most, that may differ where its sentence begins or ends
_LEAST = 6  # words of a move within a sentence; of a whole one, three are enough
_ALIKE = 0.75  # of its words are the same

Gap = tuple[int, int, int, int]
"""What gave way and what came instead: start and end in the old text, and in the new one."""


@dataclass(frozen=True, slots=True)
class Move:
    """Words that went from one gap, which is numbered, to another."""

    gap: int
    start: int
    end: int
    new_gap: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    gap: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``old`` to ``old_end`` that came again, nearly as they were, at another place."""

    old: int
    old_end: int
    new: int
    new_end: int


def moves(old: str, new: str, gaps: Sequence[Gap]) -> list[Move]:
    """Return what was moved, in the order of the new text; no two of them overlap."""
    was = _Side(old, [(start, end) for start, end, _, _ in gaps])
    now = _Side(new, [(start, end) for _, _, start, end in gaps])
    runs = _chained(sorted(_runs(was.words, now.words), key=lambda run: run.new), was, now)
    found: list[Move] = []
    free, left = 0, set(range(len(was.words)))
    for run in runs:
        fitted = _whole_or_part(run, was, now)
        if fitted is None or fitted.new < free:
            continue
        taken = range(fitted.old, fitted.old_end)
        if not left.issuperset(taken):
            continue
        stretch = was.stretch(fitted.old, fitted.old_end)
        new_stretch = now.stretch(fitted.new, fitted.new_end)
        if was.cuts_marks(*stretch) or now.cuts_marks(*new_stretch):
            continue
        free = fitted.new_end
        left.difference_update(taken)
        gap, new_gap = was.words[fitted.old].gap, now.words[fitted.new].gap
        found.append(Move(gap, *stretch, new_gap, *new_stretch))
    return found


class _Side:
    """The words in the gaps of one of the two texts; its sentences once they are asked for."""

    def __init__(self, text: str, gaps: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._gaps = gaps
        self.words = [
            _Word(match.group().casefold(), number, match.start(), match.end())
            for number, (start, end) in enumerate(gaps)
            for match in _WORD.finditer(text, start, end)
        ]

    @cached_property
    def _sentences(self) -> Sentences:
        return sentences(self._text)

    @cached_property
    def _held(self) -> list[Held]:
        return list(held(self._text))

    def to_start(self, number: int) -> int | None:
        """Return how many words stand before one in its sentence; None if not all in its gap."""
        word = self.words[number]
        start, _ = self._sentences.at(word.start)
        if _WORD.search(self._text, start, max(start, self._gaps[word.gap][0])):
            return None
        first = number
        while first > 0 and self.words[first - 1].start >= start:
            first -= 1
        return number - first

    def to_end(self, number: int) -> int | None:
        """Return how many words stand behind one in its sentence; None if not all in its gap."""
        word = self.words[number]
        _, end = self._sentences.at(word.start)
        if _WORD.search(self._text, min(end, self._gaps[word.gap][1]), end):
            return None
        last = number
        while last + 1 < len(self.words) and self.words[last + 1].start < end:
            last += 1
        return last - number

    def stretch(self, first: int, after: int) -> tuple[int, int]:
        """Return where words stand in the text, with the blanks before and the marks around."""
        word, last = self.words[first], self.words[after - 1]
        start, end = word.start, last.end
        least, most = self._gaps[word.gap]
        if self.to_start(first) == 0:
            start = max(self._sentences.at(start)[0], least)
        if self.to_end(after - 1) == 0:
            end = min(self._sentences.at(last.start)[1], most)
        while start > least and self._text[start - 1].isspace():
            start -= 1
        return start, end

    def cuts_marks(self, start: int, end: int) -> bool:
        """Say whether a stretch parts what Markdown's marks hold together."""
        return any(
            one.start < end and start < one.end and not (start <= one.start and one.end <= end)
            for one in self._held
        )


def _runs(words: Sequence[_Word], new_words: Sequence[_Word]) -> Iterator[_Run]:
    """Yield the words in a row that went from one gap and came in another."""
    seeds, new_seeds = _seeds(words), _seeds(new_words)
    reached: dict[int, int] = {}  # in the new text, by how far both places are apart
    for seed, at in new_seeds.items():
        place = seeds.get(seed, -1)
        if at < 0 or place < 0 or words[place].gap == new_words[at].gap:
            continue
        if reached.get(at - place, 0) > at:
            continue
        start, new_start = place, at
        while (
            _follows(words, start)
            and _follows(new_words, new_start)
            and (words[start - 1].text == new_words[new_start - 1].text)
        ):
            start, new_start = start - 1, new_start - 1
        end, new_end = place + _SEED, at + _SEED
        while (
            end < len(words)
            and new_end < len(new_words)
            and _follows(words, end)
            and _follows(new_words, new_end)
            and words[end].text == new_words[new_end].text
        ):
            end, new_end = end + 1, new_end + 1
        reached[at - place] = new_end
        yield _Run(start, end, new_start, new_end)


def _seeds(words: Sequence[_Word]) -> dict[tuple[str, ...], int]:
    """Return where each few words in a row stand; -1 for those that stand at several places."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _SEED + 1):
        if words[at].gap == words[at + _SEED - 1].gap:
            seed = tuple(word.text for word in words[at : at + _SEED])
            places[seed] = -1 if seed in places else at
    return places


def _follows(words: Sequence[_Word], at: int) -> bool:
    """Say whether the word before one is in the same gap."""
    return at > 0 and words[at - 1].gap == words[at].gap


def _chained(runs: Sequence[_Run], was: _Side, now: _Side) -> list[_Run]:
    """Join runs between which a few words differ."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last
            and 0 <= run.old - last.old_end <= _GAP
            and 0 <= run.new - last.new_end <= _GAP
            and was.words[run.old].gap == was.words[last.old].gap
            and now.words[run.new].gap == now.words[last.new].gap
        ):
            joined[-1] = _Run(last.old, run.old_end, last.new, run.new_end)
        else:
            joined.append(run)
    return joined


def _whole_or_part(run: _Run, was: _Side, now: _Side) -> _Run | None:
    """Return a run as whole sentences, if those are nearly the same; else as much as is."""
    for edge in (_FAR, _NEAR):
        fitted, is_whole = _fitted(run, was, now, edge)
        if _is_alike(fitted, was, now, _SEED if is_whole else _LEAST):
            return fitted
    return None


def _fitted(run: _Run, was: _Side, now: _Side, edge: int) -> tuple[_Run, bool]:
    """Return a run that begins and ends with sentences, if that is near; whether both were.

    What of a run is no more than the end or the beginning of another sentence is left out.
    """
    start = _edge(was.to_start(run.old), now.to_start(run.new), edge)
    if start is None:
        rest = _edge(was.to_end(run.old), now.to_end(run.new), _NEAR)
        if rest and rest[0] == rest[1] < run.old_end - run.old - 1:
            run = replace(run, old=run.old + rest[0] + 1, new=run.new + rest[1] + 1)
            start = _edge(was.to_start(run.old), now.to_start(run.new), edge)
    end = _edge(was.to_end(run.old_end - 1), now.to_end(run.new_end - 1), edge)
    if end is None:
        rest = _edge(was.to_start(run.old_end - 1), now.to_start(run.new_end - 1), _NEAR)
        if rest and rest[0] == rest[1] < run.old_end - run.old - 1:
            run = replace(run, old_end=run.old_end - rest[0] - 1, new_end=run.new_end - rest[1] - 1)
            end = _edge(was.to_end(run.old_end - 1), now.to_end(run.new_end - 1), edge)
    before, behind = start or (0, 0), end or (0, 0)
    fitted = _Run(
        run.old - before[0], run.old_end + behind[0], run.new - before[1], run.new_end + behind[1]
    )
    return fitted, start is not None and end is not None


def _edge(one: int | None, other: int | None, most: int) -> tuple[int, int] | None:
    """Return how many words are left to a sentence's edge, if that is little in both texts."""
    if one is None or other is None or max(one, other) > most:
        return None
    return one, other


def _is_alike(run: _Run, was: _Side, now: _Side, least: int) -> bool:
    words = [word.text for word in was.words[run.old : run.old_end]]
    new_words = [word.text for word in now.words[run.new : run.new_end]]
    same = LCSseq.similarity(words, new_words)
    return same >= max(least, _ALIKE * max(len(words), len(new_words)))
