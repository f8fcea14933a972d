"""Pages parted by form feeds, made one text: heads, feet and numbers at their edges go."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.exchange.plain.columns import one_column
from newsroom.exchange.plain.repeated import PAGE, repeated

PAGE_BREAK = "\f"

_DEEPEST = 5  # lines at an edge
_FEWEST_LINES = 2  # on a page, or it is not taken for one
_MANY = 3  # pages that a line must recur on that is as long as one of the text
_FULL = 0.72  # of the widest line


def without_breaks(lines: Sequence[str]) -> list[str]:
    """Take out page breaks, and what the edges of the pages have in common.

    An empty line stands where a page ended. What is in doubt stays, as does what may be
    the title: words at the head of the first page.

    >>> without_breaks("Siaran|1|Warga menanam padi.|\\fSiaran|2|Hasilnya baik.".split("|"))
    ['Siaran', '', 'Warga menanam padi.', '', '', 'Hasilnya baik.']
    """
    pages: list[list[str]] = [[]]
    for line in lines:
        first, *others = line.split(PAGE_BREAK)
        pages[-1].append(first)
        pages += [[other] for other in others]
    for last in (False, True):
        _strip_numbers(pages, last=last)
    title = _strip_edges(pages)
    return [*title, *(line for page in pages for line in (*one_column(page), ""))][:-1]


def _strip_numbers(pages: list[list[str]], *, last: bool) -> None:
    """Take the number off one edge of the pages that have one there."""
    for page in pages:
        at = _edge(page, last=last)
        if at >= 0 and PAGE.fullmatch(page[at].strip()):
            del page[at]


def _strip_edges(pages: list[list[str]]) -> list[str]:
    """Take off what the edges have in common; return what of it may be the title.

    Pages that have more in common than a few lines are the same page twice: that is text.
    """
    title: list[str] = []
    left = [[*page] for page in pages]
    for _ in range(_DEEPEST):
        if not (_strip(left, title, last=False) | _strip(left, title, last=True)):
            break
    if _go_on_alike(left):
        return []
    pages[:] = left
    return title


def _go_on_alike(pages: Sequence[Sequence[str]]) -> bool:
    """Say whether two pages begin, or end, with the same line."""
    for last in (False, True):
        edges = [(page, _edge(page, last=last)) for page in pages]
        lines = [" ".join(page[at].split()) for page, at in edges if at >= 0]
        if len({*lines}) < len(lines):
            return True
    return False


def _strip(pages: list[list[str]], title: list[str], *, last: bool) -> bool:
    """Take the outermost line off one edge of those pages where it is none of the text.

    What may be the title is kept apart. False if there was nothing to take.
    """
    edges = [_edge(page, last=last) for page in pages]
    lines = [(number, pages[number][at].strip()) for number, at in enumerate(edges) if at >= 0]
    gone = {number for number, line in lines if PAGE.fullmatch(line)}
    width = max((len(line) for page in pages for line in page), default=0)
    for same in repeated(line for line in lines if line[0] not in gone):
        places, is_still = same.places, same.is_still
        is_long = len(same.lines[0].key) > _FULL * width
        enough = _MANY if is_long and is_still else 2
        often = len(same) >= enough and 3 * len(same) >= len(lines)  # left and right pages differ
        if often and (is_still or same.counts(places)):
            gone.update(n for n in places if not is_still or _has_text(pages[n]))
            if 0 in gone and not last and places[0] == 0 and same.may_be_title:
                title += [pages[0][edges[0]], ""]
    for number in gone:
        del pages[number][edges[number]]
    return bool(gone)


def _edge(page: Sequence[str], *, last: bool) -> int:
    """Return where the first or the last line stands that has something on it; -1 for none."""
    places = range(len(page) - 1, -1, -1) if last else range(len(page))
    return next((at for at in places if page[at].strip()), -1)


def _has_text(page: Sequence[str]) -> bool:
    return sum(bool(line.strip()) for line in page) >= _FEWEST_LINES
