"""Comparing prose: changes fall on sentences where those are new, else on words.

First whole paragraphs are set beside each other, then the sentences of those that differ,
then the words of what still differs. A few words that happen to stand in both of two
otherwise different sentences are no common ground: they are shown as changed with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newsroom.story.compare.aligned import Run, aligned
from newsroom.story.compare.pieces import Piece, Pieces

# Blanks and what follows: a word (antar-kota, Rp1.000.000, 20/6/2019), a run of Markdown's
# marks, or one other character. The last token is what blanks the text ends with.
_TOKEN = re.compile(r"(\s*)([^\W_]+(?:(?:[-'’]|(?<=\d)[.,:/](?=\d))[^\W_]+)*|\*+|_+|\S|\Z)")
_ENDS = frozenset(".?!…")
_CLOSES = frozenset("\"'”’)]*_")
_MOST = 100_000_000  # tokens times tokens: beyond, a change is shown as a whole
_LITTLE = 2  # times shorter than the changes on both sides

Cut = Callable[["Tokens", int], bool]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text in tokens: ``blanks[n]`` stand before ``words[n]``."""

    blanks: list[str]
    words: list[str]
    lengths: list[int]  # of all words before the one at this place

    def written(self, start: int, end: int) -> Iterator[str]:
        """Yield the blanks and words from one token to another."""
        for blank, word in zip(self.blanks[start:end], self.words[start:end], strict=True):
            yield blank
            yield word

    def length(self, start: int, end: int) -> int:
        """Return how many characters the words from one token to another have."""
        return self.lengths[end] - self.lengths[start]


def compare_prose(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts; a text that has not changed is one piece.

    >>> [f"{piece.kind}: {piece.text}" for piece in compare_prose("Warga panen.", "Warga tanam.")]
    ['same: Warga ', 'removed: panen', 'added: tanam', 'same: .']
    """
    pieces = Pieces()
    if old == new:
        pieces.same([new])
        return pieces.all()
    before, after = tokens(old), tokens(new)
    for run in token_runs(before, after):
        if run.same:
            _put_same(pieces, before, after, run)
        else:
            pieces.change(before.written(run.old, run.old_end), after.written(run.new, run.new_end))
    return pieces.all()


def tokens(text: str) -> Tokens:
    """Return a text in tokens; the last is an empty word, before which the last blanks stand."""
    found = _TOKEN.findall(text)
    words = [word for _, word in found]
    return Tokens([blank for blank, _ in found], words, [0, *accumulate(map(len, words))])


def token_runs(old: Tokens, new: Tokens) -> Iterator[Run]:
    """Yield the runs of two texts; words of those that are the same may stand in other blanks."""
    whole = Run(False, 0, len(old.words), 0, len(new.words))
    return _within(whole, old, new, (_opens_paragraph, opens_sentence))


def _put_same(pieces: Pieces, old: Tokens, new: Tokens, run: Run) -> None:
    """Put words that are in both, and the blanks between them, which need not be."""
    blanks = old.blanks[run.old : run.old_end]
    if blanks == new.blanks[run.new : run.new_end]:
        pieces.same(old.written(run.old, run.old_end))
        return
    for number, blank in enumerate(blanks):
        if blank != new.blanks[run.new + number]:
            pieces.change([blank], [new.blanks[run.new + number]])
        else:
            pieces.same([blank])
        pieces.same([old.words[run.old + number]])


# Setting units beside each other, from the largest to the smallest.


def _within(run: Run, old: Tokens, new: Tokens, cuts: Sequence[Cut]) -> Iterator[Run]:
    """Yield the runs of tokens within one that is not the same."""
    if run.old == run.old_end or run.new == run.new_end:
        yield run
    elif not cuts:
        yield from _joined(list(_by_words(run, old, new)), old, new)
    else:
        starts = _starts(old, run.old, run.old_end, cuts[0])
        new_starts = _starts(new, run.new, run.new_end, cuts[0])
        for units in aligned(_units(old, starts), _units(new, new_starts)):
            part = Run(
                units.same,
                starts[units.old],
                starts[units.old_end],
                new_starts[units.new],
                new_starts[units.new_end],
            )
            if units.same:
                yield part
            else:
                yield from _within(part, old, new, cuts[1:])


def _by_words(run: Run, old: Tokens, new: Tokens) -> Iterator[Run]:
    if (run.old_end - run.old) * (run.new_end - run.new) > _MOST:
        yield run
        return
    words, new_words = old.words[run.old : run.old_end], new.words[run.new : run.new_end]
    for part in aligned(words, new_words):
        yield Run(
            part.same,
            run.old + part.old,
            run.old + part.old_end,
            run.new + part.new,
            run.new + part.new_end,
        )


def _starts(text: Tokens, start: int, end: int, cut: Cut) -> list[int]:
    """Return where the units between two tokens start, and where the last ends."""
    return [start, *(place for place in range(start + 1, end) if cut(text, place)), end]


def _units(text: Tokens, starts: list[int]) -> list[tuple[str, ...]]:
    return [tuple(text.words[start:end]) for start, end in pairwise(starts)]


def _opens_paragraph(text: Tokens, place: int) -> bool:
    return "\n" in text.blanks[place]


def opens_sentence(text: Tokens, place: int) -> bool:
    """Say whether a sentence begins with the word at a place, but for the first of the text."""
    if not text.blanks[place]:
        return False
    before = place - 1
    while before > 0 and text.words[before][0] in _CLOSES:
        before -= 1
    return text.words[before] in _ENDS


# Leaving out common ground that is none.


def _joined(runs: list[Run], old: Tokens, new: Tokens) -> list[Run]:
    """Join changes between which only little is the same, until no more can be."""
    joined: list[Run] = []
    for run in runs:
        joined.append(run)
        while len(joined) >= 3 and not joined[-1].same:
            left, middle, right = joined[-3:]
            if not _is_little(middle, left, right, old, new):
                break
            joined[-3:] = [Run(False, left.old, right.old_end, left.new, right.new_end)]
    return joined


def _is_little(same: Run, left: Run, right: Run, old: Tokens, new: Tokens) -> bool:
    length = old.length(same.old, same.old_end)
    return length * _LITTLE <= min(_size(left, old, new), _size(right, old, new))


def _size(change: Run, old: Tokens, new: Tokens) -> int:
    return max(old.length(change.old, change.old_end), new.length(change.new, change.new_end))
