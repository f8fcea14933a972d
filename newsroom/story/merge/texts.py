"""Three texts made one: what each side changed of the old one, by words.

A text is taken apart into atoms, blanks and words in turn. What a side changed are edits:
stretches of the old atoms that gave way to others. Edits that do not meet are all done.
Where two meet, and do not say the same, it is a conflict: one wording is put into the text,
the other is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.story.compare.prose import Tokens, opens_sentence, token_runs, tokens

_ENDS = ".?!…"
_CLOSES = "\"'”’)]*_"


@dataclass(frozen=True, slots=True)
class TextConflict:
    """Words that both sides changed, from ``start`` to ``end`` in the merged text.

    ``place`` is where they were in the old text, in atoms. ``late_won`` says whose wording
    is in the text.
    """

    place: int
    start: int
    end: int
    old: str
    early: str
    late: str
    late_won: bool


@dataclass(frozen=True, slots=True)
class MergedText:
    """A text made of two, and where they were at odds."""

    text: str
    conflicts: tuple[TextConflict, ...] = ()


def merge_texts(base: str, early: str, late: str) -> MergedText:
    """Merge two texts that were made from a third.

    Where words were changed on both sides the ``late`` wording stands, but for words that it
    took away: those stay, changed as they are. New sentences that came in at one place are all
    kept, the ``early`` ones first.

    >>> merge_texts("Warga panen padi.", "Warga panen jagung.", "Warga menanam padi.").text
    'Warga menanam jagung.'
    """
    if early == late or late == base:
        return MergedText(early)
    if early == base:
        return MergedText(late)
    before = tokens(base)
    atoms = _atoms(before, 0, len(before.words))
    sides = tuple(tuple(_edits(before, atoms, tokens(text))) for text in (early, late))
    written = _Written()
    at = 0
    for place in _places(atoms, *sides):
        written.put(atoms[at : place.start])
        _settle(written, place, before, atoms)
        at = place.end
    written.put(atoms[at:])
    return MergedText(written.text(), tuple(written.conflicts))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Atoms ``start`` to ``end`` of the old text, and those that they gave way to."""

    start: int
    end: int
    atoms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the old atoms that both sides, or one alone, changed."""

    start: int
    end: int
    early: tuple[_Edit, ...]
    late: tuple[_Edit, ...]


class _Written:
    """The merged text as it grows, and how long it is."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.conflicts: list[TextConflict] = []

    def put(self, parts: Sequence[str]) -> int:
        """Add to the text, and return where that begins."""
        start = self._length
        self._parts += parts
        self._length += sum(map(len, parts))
        return start

    def text(self) -> str:
        return "".join(self._parts)


def _atoms(text: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(text.written(start, end))


def _edits(before: Tokens, atoms: tuple[str, ...], after: Tokens) -> Iterator[_Edit]:
    """Yield what a side changed, in order; edits that touch are one."""
    last: _Edit | None = None
    for edit in _small_edits(before, atoms, after):
        if last and last.end == edit.start:
            last = _Edit(last.start, edit.end, (*last.atoms, *edit.atoms))
        else:
            if last:
                yield last
            last = edit
    if last:
        yield last


def _small_edits(before: Tokens, atoms: tuple[str, ...], after: Tokens) -> Iterator[_Edit]:
    for run in token_runs(before, after):
        if not run.same:
            new = _atoms(after, run.new, run.new_end)
            yield _trimmed(_Edit(2 * run.old, 2 * run.old_end, new), atoms)
            continue
        for number in range(run.old_end - run.old):
            blank = after.blanks[run.new + number]
            if blank != before.blanks[run.old + number]:
                place = 2 * (run.old + number)
                yield _Edit(place, place + 1, (blank,))


def _trimmed(edit: _Edit, atoms: tuple[str, ...]) -> _Edit:
    """Return an edit without what stays as it was at both its ends."""
    start, end, new = edit.start, edit.end, edit.atoms
    first, last = 0, len(new)
    while start < end and first < last and atoms[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and atoms[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    return _Edit(start, end, new[first:last])


# Which edits meet.


def _places(
    atoms: tuple[str, ...], early: tuple[_Edit, ...], late: tuple[_Edit, ...]
) -> Iterator[_Place]:
    """Yield the stretches that were changed, edits that meet in one."""
    ordered = sorted(
        [(edit, 0) for edit in early] + [(edit, 1) for edit in late],
        key=lambda one: (one[0].start, one[0].end, one[1]),
    )
    start = end = 0
    sides: tuple[list[_Edit], list[_Edit]] = ([], [])
    for edit, side in ordered:
        if sides[0] or sides[1]:
            put_in = "".join(atom for one in (*sides[0], *sides[1]) for atom in one.atoms)
            beside = _is_beside(start, end, edit, atoms) and not _is_whole(put_in)
            if beside or _meet(start, end, edit):
                end = max(end, edit.end)
                sides[side].append(edit)
                continue
            yield _Place(start, end, tuple(sides[0]), tuple(sides[1]))
        start, end, sides = edit.start, edit.end, ([], [])
        sides[side].append(edit)
    if sides[0] or sides[1]:
        yield _Place(start, end, tuple(sides[0]), tuple(sides[1]))


def _meet(start: int, end: int, edit: _Edit) -> bool:
    """Say whether an edit changes what lies in a stretch, or puts words in where that does."""
    if start == end:
        return edit.start == edit.end == start
    if edit.start == edit.end == end:
        return not _is_whole("".join(edit.atoms))
    return edit.start < end and (edit.end > start or edit.start > start)


def _is_beside(start: int, end: int, edit: _Edit, atoms: tuple[str, ...]) -> bool:
    """Say whether words give way right after where others were put in, but for a blank.

    Those belong to them, unless they are whole sentences: “naik” may have become “turun”
    here, and “naik tajam” or “sempat naik” there.
    """
    if not start == end < edit.end:
        return False
    between = "".join(atoms[start : edit.start])
    return edit.start == start or (between.isspace() and "\n" not in between)


def _side(edits: tuple[_Edit, ...], place: _Place, atoms: tuple[str, ...]) -> tuple[str, ...]:
    """Return a stretch as a side has it."""
    written: list[str] = []
    at = place.start
    for edit in edits:
        written += atoms[at : edit.start]
        written += edit.atoms
        at = edit.end
    return (*written, *atoms[at : place.end])


# What becomes of a stretch.


def _settle(written: _Written, place: _Place, before: Tokens, atoms: tuple[str, ...]) -> None:
    early, late = (_side(edits, place, atoms) for edits in (place.early, place.late))
    if not place.late or not place.early:
        written.put(early if place.early else late)
        return
    old, one, other = ("".join(part) for part in (atoms[place.start : place.end], early, late))
    words, words_now, words_late = old.split(), one.split(), other.split()
    if words_now in (words_late, words):
        written.put([other])  # only blanks are at odds, or one side changed nothing else
    elif words_late == words:
        written.put([one])
    elif not words and _are_sentences(before, place.start, one, other):
        _put_both(written, one, other)
    else:
        late_won = bool(words_late)  # what was deleted on one side and changed on the other stays
        won = other if late_won else one
        start = written.put([won])
        blank = len(won) - len(won.lstrip())
        length = len(won.strip())
        texts = (old.strip(), one.strip(), other.strip())
        found = TextConflict(place.start, start + blank, start + blank + length, *texts, late_won)
        written.conflicts.append(found)


def _put_both(written: _Written, one: str, other: str) -> None:
    """Put in what both sides added, with a blank between, and no more than one."""
    if other[:1].isspace():
        one = one.rstrip()
    written.put([one, other])


def _are_sentences(before: Tokens, place: int, one: str, other: str) -> bool:
    """Say whether both sides put whole sentences in at a place, between such in the old text."""
    if not any(before.words):
        return False
    return _is_between(before, place // 2) and _is_whole(one) and _is_whole(other)


def _is_between(before: Tokens, token: int) -> bool:
    if token == 0 or opens_sentence(before, token) or "\n" in before.blanks[token]:
        return True
    is_end = not any(before.words[token:])
    return is_end and _is_whole("".join(before.words[max(token - 8, 0) : token]))


def _is_whole(text: str) -> bool:
    """Say whether a text is whole sentences, or lines of their own such as headings."""
    lined = "\n" in text[: len(text) - len(text.lstrip())] or "\n" in text[len(text.rstrip()) :]
    return lined or text.strip().rstrip(_CLOSES)[-1:] in tuple(_ENDS)
