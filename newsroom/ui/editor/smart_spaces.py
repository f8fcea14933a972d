"""The blanks and paragraph breaks around words that are dragged from one place to another."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.ui.editor.openings import ITEM, OPENING

_BLANKS = " \t\u00a0\u202f"
_OPENING = "([{“‘«"
_CLOSING = ",.;:!?)]}”’»…%"


@dataclass(frozen=True, slots=True)
class Cut:
    """What is taken away, and what stands in its place then."""

    start: int
    end: int
    joint: str
    words: str  # what is taken along: with no blanks around it
    is_whole: bool  # whole lines: they go on being paragraphs

    def moved(self, place: int) -> int:
        """Return where a place outside of what was cut is afterwards."""
        if place <= self.start:
            return place
        return max(place - (self.end - self.start), self.start) + len(self.joint)


def cut(text: str, start: int, end: int, *, one_line: bool = False) -> Cut:
    """Return how to take a stretch out so that no gap is left where it was.

    >>> cut("satu dua tiga", 5, 8)
    Cut(start=4, end=9, joint=' ', words='dua', is_whole=False)
    >>> cut("satu dua, tiga", 5, 8).joint
    ''
    >>> cut("Satu.\\n\\nDua.\\n\\nTiga.", 7, 11)
    Cut(start=5, end=13, joint='\\n\\n', words='Dua.', is_whole=True)
    """
    stretch = text[start:end]
    if not one_line and _is_whole(text, start, end):
        first, last = len(text[:start].rstrip("\n")), len(text) - len(text[end:].lstrip("\n"))
        joint = max(text[first:start], text[end:last], key=len)
        if first == 0 or last == len(text):
            joint = ""
        return Cut(first, last, joint, stretch.strip("\n"), True)
    if "\n" in stretch:
        return Cut(start, end, "", stretch, False)
    words = stretch.strip(_BLANKS)
    if not words:
        return Cut(start, end, "", stretch, False)
    start += stretch.index(words)
    end = start + len(words)
    first = len(text[:start].rstrip(_BLANKS))
    last = len(text) - len(text[end:].lstrip(_BLANKS))
    line = text[:start].rpartition("\n")[2]
    if (opening := OPENING.match(line)) and opening.end() == len(line):
        return Cut(start, last, "", words, False)  # the item's own mark stays as it is
    blank = text[first:start] or text[end:last]
    before, after = text[:first][-1:], text[last:][:1]
    needed = before not in ("", "\n", *_OPENING) and after not in ("", "\n", *_CLOSING)
    return Cut(first, last, blank[:1] if needed else "", words, False)


def pasted(text: str, place: int, taken: Cut, *, one_line: bool = False) -> tuple[int, str, str]:
    """Return where to put what was cut, and what has to stand before and after it.

    >>> pasted("satu tiga", 9, cut("dua", 0, 3, one_line=True))
    (9, ' ', '')
    >>> pasted("Satu.\\n\\nTiga.", 0, cut("Dua.", 0, 4))
    (0, '', '\\n\\n')
    """
    words, start = taken.words, text.rfind("\n", 0, place) + 1
    line = text[start:].partition("\n")[0]
    if not one_line and (taken.is_whole or not line.strip()):
        above, below = text[: max(start - 1, 0)], text[start + len(line) + 1 :]
        if not line:
            return place, "\n" if above.strip() else "", "\n" if below.strip() else ""
        if place == start:
            before = above.rpartition("\n")[2]
            return place, _parting(before, words)[1:] if before else "", _parting(words, line)
        if place == start + len(line):
            after = below.partition("\n")[0]
            return place, _parting(line, words), _parting(words, after)[1:] if after else ""
    if (opening := OPENING.match(line)) and place < start + opening.end():
        place = start + opening.end()
    if "\n" in words and not one_line:
        parting = "\n\n" if taken.is_whole else ""
        return place, parting, parting
    before, after = text[:place][-1:], text[place:][:1]
    ends = after in ("", "\n", *_BLANKS, *_CLOSING)
    begins = before in ("", "\n", *_BLANKS, *_OPENING)
    left = ends and not begins and words[:1] not in (*_CLOSING, *_BLANKS)
    right = begins and not ends and words[-1:] not in (*_OPENING, *_BLANKS)
    return place, " " if left else "", " " if right else ""


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether these are whole lines, with their breaks or without."""
    words = text[start:end].strip("\n")
    return (
        bool(words.strip())
        and (text[:start].endswith("\n") or not start or text[start] == "\n")
        and (text[end:].startswith("\n") or end == len(text) or text[end - 1] == "\n")
    )


def _parting(one: str, other: str) -> str:
    """Return what parts two paragraphs: items of a list follow each other at once."""
    last = one.rpartition("\n")[2]
    return "\n" if ITEM.match(last) and ITEM.match(other) else "\n\n"
