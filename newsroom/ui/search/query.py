"""What is looked for in a text, and what is put in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from time import monotonic

import regex
from PySide6.QtCore import QCoreApplication

from newsroom.ui.search.hits import Hits
from newsroom.ui.search.letter_case import as_found

_MOST_SECONDS = 1.0  # for one search; some patterns would take for ever

# What a pattern may be faulty by, in the words of the package that reads it.
_FAULTS = {
    "missing )": "Kurung “(” belum ditutup.",
    "unbalanced parenthesis": "Kurung “)” tidak ada pembukanya.",
    "unterminated character set": "Kurung “[” belum ditutup.",
    "nothing to repeat": "Tidak ada yang dapat diulang oleh “*”, “+”, “?”, atau “{…}”.",
    "multiple repeat": "Tanda ulang ditulis dua kali.",
    "min repeat greater than max repeat": "Batas ulang “{…}” terbalik.",
    "bad character range": "Rentang huruf di dalam “[…]” terbalik.",
    "bad escape (end of pattern)": "Garis miring terbalik di ujung pola.",
    "invalid group reference": "Pola menyebut kelompok yang tidak ada.",
    "unknown group": "Pola menyebut kelompok yang tidak ada.",
}
_TEMPLATE = re.compile(
    r"\$\$|\$&|\$(\d{1,2})|\$\{(\w+)\}|\\g<(\w+)>|\\(\d{1,2})|\\([nt\\])", re.ASCII
)
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}


class QueryFault(Exception):
    """Why something can't be looked for or put in, for a person to read."""


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look for, or a regular expression if it is a ``pattern``."""

    text: str = ""
    case: bool = False
    word: bool = False
    pattern: bool = False


def find(texts: list[str], query: Query) -> list[Hits]:
    """Return where a query stands in each of several texts.

    Any space in the query matches a non-breaking one in the text, and the other way
    round. ``^`` and ``$`` are the ends of a line. A hit of no length is none. Raises
    QueryFault for a pattern that is faulty, or that takes too long.

    >>> [hits] = find(["Rp5\\xa0juta 🙂 rp5 juta"], Query("Rp5 juta"))
    >>> hits.spans, hits.groups
    ([(0, 8), (12, 20)], [])
    >>> [one.spans for one in find(["bukunya", "Buku"], Query("buku", word=True))]
    [[], [(0, 4)]]
    >>> find(["Rp5 juta"], Query(r"(\\d+) (\\w+)", pattern=True))[0].groups
    [('5 juta', '5', 'juta')]
    >>> find([""], Query("(a", pattern=True))
    Traceback (most recent call last):
    newsroom.ui.search.query.QueryFault: Kurung “(” belum ditutup.
    """
    if not query.text:
        return [Hits() for _ in texts]
    pattern = _compiled(query)
    end = monotonic() + _MOST_SECONDS
    try:
        return [_find(text, query, pattern, end) for text in texts]
    except TimeoutError:
        raise QueryFault(_tr("Pola ini terlalu lama dicari. Buat lebih sempit.")) from None


class Template:
    """What is put in the place of a hit: as it was typed, or with the capitals of the hit.

    For a pattern, ``$1`` or ``\\1`` is what its first group has found, ``$&`` the whole,
    ``$$`` a dollar sign, ``\\n`` a new line.

    >>> [hits] = find(["Rp5 juta"], Query(r"(?P<n>\\d+) (juta)", pattern=True))
    >>> [Template(text, hits).fill(0) for text in (r"\\2 $1", "${n}\\\\n", "$$$&")]
    ['juta 5', '5\\n', '$5 juta']
    >>> Template("$3", hits)
    Traceback (most recent call last):
    newsroom.ui.search.query.QueryFault: Pola tidak punya kelompok 3.
    >>> Template("$3", find(["juta"], Query("juta"))[0]).fill(0)
    '$3'
    >>> Template("rob", find(["Banjir"], Query("banjir"))[0], "banjir").fill(0)
    'Rob'
    """

    def __init__(self, text: str, hits: Hits, asked: str = "") -> None:
        self._groups = hits.groups
        self._found = hits.found if asked else ()
        self._asked = asked
        self._parts: list[str | int] = [text]
        if hits.groups:
            self._parts = _parts(text, len(hits.groups[0]), hits.names)

    def fill(self, hit: int) -> str:
        """Return what stands in the place of one hit."""
        text = "".join(
            part if isinstance(part, str) else self._groups[hit][part] for part in self._parts
        )
        return as_found(text, self._found[hit], self._asked) if self._found else text


def escaped(text: str) -> str:
    """Return the pattern that finds just this text."""
    return regex.escape(text, special_only=True, literal_spaces=True)


@lru_cache(maxsize=8)
def _compiled(query: Query) -> regex.Pattern:
    text = query.text.replace("\xa0", " ")
    text = text if query.pattern else escaped(text)
    if query.word:
        text = rf"(?<!\w)(?:{text})(?!\w)"
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        if query.pattern:
            regex.compile(query.text, flags)  # for its faults to be told of as they were typed
        return regex.compile(text, flags)
    except regex.error as error:
        known = _FAULTS.get(error.msg)
        raise QueryFault(_tr(known) if known else _somewhere(error.pos)) from None
    except (OverflowError, RecursionError, MemoryError):
        raise QueryFault(_tr("Pola ini terlalu besar.")) from None


def _find(text: str, query: Query, pattern: regex.Pattern, end: float) -> Hits:
    text = text.replace("\u2029", "\n").replace("\u2028", "\n")
    asks_for_it = query.pattern and re.search("xa0|00a0", query.text, re.IGNORECASE)
    searched = text if asks_for_it else text.replace("\xa0", " ")
    spans, groups, found = [], [], []
    left = max(end - monotonic(), 0.01)
    # Off the window's thread, ``concurrent`` leaves that thread free meanwhile.
    for match in pattern.finditer(searched, timeout=left, concurrent=True):
        start, stop = match.span()
        if start == stop:
            continue
        spans.append((start, stop))
        if query.pattern:
            groups.append(tuple(text[a:b] if a >= 0 else "" for a, b in match.regs))
        elif not query.case:
            found.append(text[start:stop])
    return Hits(_in_units(text, spans), groups, dict(pattern.groupindex), found)


def _in_units(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches counted in UTF-16 units, as Qt counts."""
    if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return spans
    before = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    return [(before[start], before[end]) for start, end in spans]


def _parts(text: str, groups: int, names: dict[str, int]) -> list[str | int]:
    parts: list[str | int] = []
    last = 0
    for match in _TEMPLATE.finditer(text):
        parts.append(text[last : match.start()])
        last = match.end()
        number, name = match[1] or match[4], match[2] or match[3]
        if number or name:
            parts.append(_group(number or name, groups, names))
        else:
            parts.append({"$$": "$", "$&": 0}.get(match[0], _SIGNS.get(match[5] or "", "")))
    return [*parts, text[last:]]


def _group(called: str, groups: int, names: dict[str, int]) -> int:
    number = int(called) if called.isdigit() else names.get(called, groups)
    if number >= groups:
        raise QueryFault(_tr("Pola tidak punya kelompok {0}.").format(called))
    return number


def _somewhere(position: int | None) -> str:
    if position is None:
        return _tr("Pola ini keliru.")
    return _tr("Pola ini keliru pada huruf ke-{0}.").format(position + 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Query", text)
