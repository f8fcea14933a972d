"""A text before and now, cut where one may choose between the two.

Whatever is chosen for each change, what comes out is whole: words keep the blanks before
them, and Markdown's marks stand in pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.marks import Words
from newsroom.story.changes.parting import with_moves
from newsroom.story.changes.rewritten import rewritten
from newsroom.story.changes.segment import SAME, Segment, joined
from newsroom.story.changes.sentences import sentences
from newsroom.story.changes.stops import parted_at_stops
from newsroom.story.changes.whole import whole
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose

_FURTHEST = 1_000  # characters that a change is moved by, at most
_ENDS = frozenset(".?!…\"'”’)*_")
_AHEAD = "\n\n"  # stands before both texts, so that their first words have blanks before them too


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """A field before and now, its segments, and its changes by the numbers that those have.

    ``before`` and ``after`` are the texts with what stands ahead of them, from which segments
    count; changes count in the texts as they are.
    """

    before: str
    after: str
    segments: tuple[Segment, ...]
    changes: tuple[StoryChange, ...]

    @property
    def old(self) -> str:
        """The text before."""
        return self.before[_ahead(self.before) :]

    @property
    def new(self) -> str:
        """The text now."""
        return self.after[_ahead(self.after) :]

    def mixed(self, back: Collection[StoryChange]) -> str:
        """Return the text now, with some of the changes as it was before."""
        return self.settled(back, back=True).new

    def named(self, field: str) -> TwoTexts:
        """Return the same as those of another field: a photo has another number now."""
        return replace(self, changes=tuple(replace(change, field=field) for change in self.changes))

    def settled(self, changes: Collection[StoryChange], *, back: bool) -> TwoTexts:
        """Return both texts with some changes taken ``back`` or accepted: the others stay."""
        chosen = {number for number, change in enumerate(self.changes) if change in changes}
        old: list[str] = []
        new: list[str] = []
        segments: list[Segment] = []
        at = now_at = 0
        for one in self.segments:
            was, now = self.before[one.old : one.old_end], self.after[one.new : one.new_end]
            change = one.change
            if change in chosen:
                was, now, change = (was, was, SAME) if back else (now, now, SAME)
            end, now_end = at + len(was), now_at + len(now)
            segments.append(Segment(at, end, now_at, now_end, change))
            old.append(was)
            new.append(now)
            at, now_at = end, now_end
        field = self.changes[0].field if self.changes else ""
        return _made(field, "".join(old), "".join(new), joined(segments))

    def by_sentence(self) -> list[list[StoryChange]]:
        """Return the changes, those in one sentence together."""
        ends, old_ends = sentences(self.after), sentences(self.before)
        groups: list[list[StoryChange]] = [[]]
        for one in self.segments:
            if not one.is_same:
                groups[-1].append(self.changes[one.change])
            elif ends.ends_within(one.new, one.new_end) or old_ends.ends_within(
                one.old, one.old_end
            ):
                groups.append([])
        return [group for group in groups if group]


def two_texts(field: str, old: str, new: str) -> TwoTexts:
    """Compare the two texts of a field.

    >>> [change.kind.value for change in two_texts("body", "Warga panen.", "Warga tanam.").changes]
    ['replaced']
    """
    old, new = _AHEAD + old, _AHEAD + new
    compared = parted_at_stops(rewritten(joined(_compared(old, new)), old, new), old, new)
    segments = whole(_at_bounds(compared, old, new), old, new)
    segments = _behind_blanks(with_moves(segments, old, new), old)
    return _made(field, old, new, _numbered(segments, new))


def _made(field: str, old: str, new: str, segments: Sequence[Segment]) -> TwoTexts:
    """Make it of texts with what stands ahead of them; some numbers may be out of use."""
    words = Words(old), Words(new)
    numbers = sorted({one.change for one in segments if not one.is_same})
    renumbered = {SAME: SAME, **{number: at for at, number in enumerate(numbers)}}
    segments = [replace(one, change=renumbered[one.change]) for one in segments]
    of_changes: list[list[Segment]] = [[] for _ in numbers]
    for one in segments:
        if not one.is_same:
            of_changes[one.change].append(one)
    changes = tuple(_change(field, some, old, new, words) for some in of_changes)
    return TwoTexts(old, new, tuple(segments), changes)


def _ahead(text: str) -> int:
    """Return how much stands ahead of a text; other blanks, if what followed it is not there."""
    return len(_AHEAD) if text.startswith(_AHEAD) else len(text) - len(text.lstrip())


def _compared(old: str, new: str) -> Iterator[Segment]:
    at = now = 0
    for same, pieces in groupby(compare_prose(old, new), lambda piece: piece.kind is Kind.SAME):
        start, new_start = at, now
        for piece in pieces:
            at += len(piece.text) if piece.kind is not Kind.ADDED else 0
            now += len(piece.text) if piece.kind is not Kind.REMOVED else 0
        yield Segment(start, at, new_start, now, SAME if same else 0)


def _at_bounds(segments: list[Segment], old: str, new: str) -> list[Segment]:
    """Have what came or went begin where a paragraph or a sentence does, if it may as well.

    Of “Satu. Dua. Tiga.” and “Satu. Tiga.” it may be “. Dua” that went, or “ Dua.”.
    """
    placed = list(segments)
    for at in range(1, len(placed) - 1):
        before, one, behind = placed[at - 1 : at + 2]
        if one.is_same or (one.old < one.old_end) == (one.new < one.new_end):
            continue
        text, start, end = (
            (old, one.old, one.old_end) if one.old < one.old_end else (new, one.new, one.new_end)
        )
        by = _slide(text, start, end, before.old_end - before.old, behind.old_end - behind.old)
        placed[at - 1 : at + 2] = [
            Segment(before.old, before.old_end + by, before.new, before.new_end + by),
            Segment(one.old + by, one.old_end + by, one.new + by, one.new_end + by, one.change),
            Segment(behind.old + by, behind.old_end, behind.new + by, behind.new_end),
        ]
    return joined(placed)


def _slide(text: str, start: int, end: int, before: int, behind: int) -> int:
    """Return by how much to move a stretch, which reads the same there, to begin at a bound."""
    least = most = 0
    while -least < min(before, _FURTHEST) and text[start + least - 1] == text[end + least - 1]:
        least -= 1
    while most < min(behind, _FURTHEST) and text[start + most] == text[end + most]:
        most += 1
    steps = range(least, most + 1)
    return max(steps, key=lambda by: (_bound(text, start + by), -abs(by)))


def _bound(text: str, place: int) -> int:
    """Return how good a place is for something to begin: a paragraph best, then a sentence."""
    if not text[place : place + 1].isspace():
        return 0
    if text.startswith("\n", place):
        return 3
    return 2 if text[place - 1] in _ENDS else 1


def _behind_blanks(segments: list[Segment], old: str) -> list[Segment]:
    """Have a first paragraph that came or went end with blanks: it can't begin with any."""
    first, second = [*segments, None, None][:2]
    if first is None or second is None or first.is_same or not second.is_same:
        return segments
    size = len(_AHEAD)
    is_one_sided = (first.old_end == 0) != (first.new_end == 0)
    if not is_one_sided or old[second.old : second.old + size] != _AHEAD:
        return segments
    return [
        Segment(0, size, 0, size),
        Segment(size, first.old_end + size, size, first.new_end + size, first.change),
        Segment(second.old + size, second.old_end, second.new + size, second.new_end),
        *segments[2:],
    ]


def _numbered(segments: Sequence[Segment], new: str) -> list[Segment]:
    """Number the changes in the order in which they stand now."""
    numbers: list[int] = []
    of_moves: dict[int, int] = {}
    following = 0
    for one in segments:
        left = one.is_same or (one.change > 0 and not new[one.new : one.new_end].strip())
        numbers.append(SAME if left else following)
        if not left:
            of_moves[one.change] = following
            following += 1
    return [
        replace(one, change=of_moves[one.change] if one.change > 0 else number)
        for one, number in zip(segments, numbers, strict=True)
    ]


def _are_parted_otherwise(old: str, new: str) -> bool:
    """Say whether the same letters make other words.

    >>> _are_parted_otherwise("ke dua", "kedua"), _are_parted_otherwise("a  b", "a\\n\\nb")
    (True, False)
    """
    was, now = old.split(), new.split()
    return was != now and "".join(was) == "".join(now)


def _change(
    field: str, segments: Sequence[Segment], old: str, new: str, words: tuple[Words, Words]
) -> StoryChange:
    """Return the change that one segment is, or the two of a move."""
    was, now = segments[0], segments[-1]
    if len(segments) > 1 and not old[was.old : was.old_end].strip():
        was, now = now, was
    if len(segments) > 1:
        kind = ChangeKind.MOVED
    elif _are_parted_otherwise(old[was.old : was.old_end], new[now.new : now.new_end]):
        kind = ChangeKind.REPLACED
    elif words[0].between(was.old, was.old_end) == words[1].between(now.new, now.new_end):
        kind = ChangeKind.FORMAT
    elif was.old == was.old_end:
        kind = ChangeKind.ADDED
    else:
        kind = ChangeKind.REMOVED if now.new == now.new_end else ChangeKind.REPLACED
    ahead, new_ahead = _ahead(old), _ahead(new)
    old_start, old_end = max(was.old, ahead), max(was.old_end, ahead)
    new_start, new_end = max(now.new, new_ahead), max(now.new_end, new_ahead)
    return StoryChange(
        field,
        kind,
        old_start - ahead,
        old_end - ahead,
        new_start - new_ahead,
        new_end - new_ahead,
        old[old_start:old_end],
        new[new_start:new_end],
    )
