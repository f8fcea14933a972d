"""Anchors that stay on their words while the text around and within them changes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.fuzz import ratio

from newsroom.story.comments.comment import Anchor
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose
from newsroom.story.ends import common_ends
from newsroom.story.texts import trimmed

AROUND = 30
"""Characters kept on each side of an anchor, to find its words again by."""

_ALIKE = 50.0  # percent; less in common, and other words stand there
_TELLING_WORDS, _TELLING_LETTERS = 3, 15  # a quote so long is not there twice by accident
_NEAR = 24  # characters around that must be as they were, for a quote that may be
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")
_EDGE = "\0"  # stands before and after a text among surroundings


def anchored(field: str, text: str, start: int, end: int) -> Anchor:
    """Return an anchor on a stretch of a field's text.

    >>> anchor = anchored("body", "Warga panen padi.", 6, 11)
    >>> anchor.before, anchor.quote, anchor.after
    ('Warga ', 'panen', ' padi.')
    """
    return Anchor(
        field,
        start,
        end,
        text[start:end],
        text[max(start - AROUND, 0) : start],
        text[end : end + AROUND],
    )


def moved(anchor: Anchor, old: str, new: str) -> Anchor:
    """Return where an anchor's words are after its field's text has changed.

    >>> moved(anchored("body", "Warga panen.", 6, 11), "Warga panen.", "Para warga panen.").start
    11
    """
    return Edits(old, new).moved(anchor)


def edited(anchor: Anchor, new: str, place: int, removed: int, added: int) -> Anchor:
    """Return where an anchor is after an edit of which is known how much gave way to how much."""
    if anchor.lost or not anchor.quote:
        return anchor
    if place + removed <= anchor.start:
        return _at(anchor, new, anchor.start + added - removed, anchor.end + added - removed)
    if place >= anchor.end:
        return _at(anchor, new, anchor.start, anchor.end)
    within = anchor.start <= place and place + removed <= anchor.end
    if within:
        start, end = anchor.start, anchor.end + added - removed
    elif place > anchor.start:
        start, end = anchor.start, place
    else:
        start, end = place + added, max(anchor.end + added - removed, place + added)
    return _kept(anchor, new, start, end)


def found(anchor: Anchor, text: str) -> Anchor:
    """Return an anchor where its words stand in a text now, also one that was lost.

    They are sought where they are not in their place: by themselves if they are telling
    enough, else with what stood around them. Without them the anchor is lost.
    """
    if not anchor.quote:
        return anchor
    if not anchor.lost and text[anchor.start : anchor.end] == anchor.quote:
        return _at(anchor, text, anchor.start, anchor.end)
    places = list(_places(anchor, text))
    near = {place: _likeness(anchor, text, place) for place in places}
    if _is_telling(anchor.quote) and len(places) == 1:
        best = places[0]
    else:
        wanted = min(_NEAR, len(_before(anchor)) + len(_after(anchor)))
        fitting = [place for place in places if near[place] >= wanted]
        if not fitting:
            return _lost(anchor, min(anchor.start, len(text)))
        best = max(fitting, key=lambda place: (near[place], -abs(place - anchor.start)))
    return _at(anchor, text, best, best + len(anchor.quote))


class Edits:
    """What was changed between two states of a text, for any number of anchors in it."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new

    def moved(self, anchor: Anchor) -> Anchor:
        """Return where an anchor's words are in the new text; a lost one may come back."""
        if not anchor.quote:
            return anchor
        if anchor.lost or self._old[anchor.start : anchor.end] != anchor.quote:
            return found(anchor, self._new)
        start, end = self._ends
        removed, added = len(self._old) - start - end, len(self._new) - start - end
        apart = start + removed <= anchor.start or anchor.end <= start
        inside = anchor.start <= start and start + removed <= anchor.end
        if apart or (inside and removed < len(anchor.quote)):
            there = edited(anchor, self._new, start, removed, added)
        else:
            there = self._by_words(anchor)
        # Words that were cut may have been put in elsewhere.
        return found(there, self._new) if there.lost else there

    def _by_words(self, anchor: Anchor) -> Anchor:
        """Follow an anchor through what may be several edits, by the words that stayed."""
        starts = [run.old for run in self._runs]
        first = self._runs[max(bisect_right(starts, anchor.start) - 1, 0)]
        last = self._runs[max(bisect_right(starts, anchor.end - 1) - 1, 0)]
        if first.same:
            start = first.new + anchor.start - first.old
        else:
            start = first.new if anchor.start <= first.old else first.new_end
        if last.same:
            end = last.new + anchor.end - last.old
        else:
            end = last.new_end if last.old_end <= anchor.end else last.new
        return _kept(anchor, self._new, start, end)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        return common_ends(self._old, self._new)

    @cached_property
    def _runs(self) -> list[_Run]:
        """The stretches of both texts that are the same, or gave way to one another, in order.

        Words are compared only where the texts differ, from the word that it begins in to
        the one that it ends in.
        """
        start, end = self._ends
        while start and _is_within_word(self._old, start):
            start -= 1
        while end and _is_within_word(self._old, len(self._old) - end):
            end -= 1
        old_end, new_end = len(self._old) - end, len(self._new) - end
        runs = [_Run(True, 0, start, 0, start)]
        for piece in compare_prose(self._old[start:old_end], self._new[start:new_end]):
            runs.append(runs[-1].next(piece.kind, len(piece.text)))
        runs.append(_Run(True, old_end, len(self._old), new_end, len(self._new)))
        return list(_in_one(runs))


@dataclass(frozen=True, slots=True)
class _Run:
    same: bool
    old: int
    old_end: int
    new: int
    new_end: int

    def next(self, kind: Kind, length: int) -> _Run:
        old = self.old_end if kind is Kind.ADDED else self.old_end + length
        new = self.new_end if kind is Kind.REMOVED else self.new_end + length
        return _Run(kind is Kind.SAME, self.old_end, old, self.new_end, new)


def _in_one(runs: list[_Run]) -> Iterator[_Run]:
    """Yield the runs, what was removed as one with what was added in its place."""
    at = 0
    while at < len(runs):
        run = runs[at]
        while not run.same and at + 1 < len(runs) and not runs[at + 1].same:
            at += 1
            run = replace(run, old_end=runs[at].old_end, new_end=runs[at].new_end)
        at += 1
        if run.old < run.old_end:
            yield run


def _kept(anchor: Anchor, text: str, start: int, end: int) -> Anchor:
    """Return an anchor on what its words have become, if they still are those words."""
    start, end = trimmed(text, start, end)
    there = text[start:end]
    if end <= start or not _are_the_words(anchor.quote, there):
        return _lost(anchor, min(start, len(text)))
    return _at(anchor, text, start, end)


def _are_the_words(old: str, new: str) -> bool:
    if _LETTER.search(old) is None:
        return old == new
    if _LETTER.search(new) is None:
        return False
    common = set(_WORD.findall(old.casefold())) & set(_WORD.findall(new.casefold()))
    return bool(common) or ratio(old, new) >= _ALIKE


def _at(anchor: Anchor, text: str, start: int, end: int) -> Anchor:
    return anchored(anchor.field, text, start, end)


def _lost(anchor: Anchor, place: int) -> Anchor:
    """Return the anchor without a place of its own, but for where its words were."""
    return replace(anchor, start=place, end=place, lost=True)


# Finding words again.


def _places(anchor: Anchor, text: str) -> Iterator[int]:
    """Yield where a quote stands, as whole words if it was whole words."""
    quote = anchor.quote
    opens = not _is_within_word(anchor.before + quote, len(anchor.before))
    closes = not _is_within_word(quote + anchor.after, len(quote))
    place = text.find(quote)
    while place >= 0:
        end = place + len(quote)
        cut = (opens and _is_within_word(text, place)) or (closes and _is_within_word(text, end))
        if not cut:
            yield place
        place = text.find(quote, place + 1)


def _likeness(anchor: Anchor, text: str, place: int) -> int:
    """Return how many characters next to a place are as they were next to the anchor."""
    end = place + len(anchor.quote)
    before, after = _EDGE + text[max(place - AROUND, 0) : place], text[end : end + AROUND] + _EDGE
    return _shared(_before(anchor)[::-1], before[::-1]) + _shared(_after(anchor), after)


def _before(anchor: Anchor) -> str:
    return anchor.before if len(anchor.before) == AROUND else _EDGE + anchor.before


def _after(anchor: Anchor) -> str:
    return anchor.after if len(anchor.after) == AROUND else anchor.after + _EDGE


def _shared(one: str, other: str) -> int:
    return common_ends(one, other)[0]


def _is_telling(quote: str) -> bool:
    return len(quote) >= _TELLING_LETTERS and len(_WORD.findall(quote)) >= _TELLING_WORDS


def _is_within_word(text: str, place: int) -> bool:
    around = text[max(place - 1, 0) : place + 1]
    return 0 < place < len(text) and all(_LETTER.match(letter) for letter in around)
