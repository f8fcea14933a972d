"""The capitals of an office that says of what place or body it is: *bupati*, *Bupati Lebak*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newsroom.language.rules.word_lists import read_list
from newsroom.story.places import dateline_places

_JOINING = frozenset({"dan"})
_LONGEST = 4  # words of a place or of what an office is for
_OFFICE, _NAMING, _KIND = "office", "naming", "kind"


def with_capitals(words: Sequence[str], *, is_office: bool = False) -> list[str]:
    """Return the words of an office with its capitals.

    Unless it is known to be one, nothing is changed where a word is no part of an office, or
    where it is not said of what it is. Words that have a capital stay.

    >>> " ".join(with_capitals("kepala dinas pendidikan kota serang".split()))
    'Kepala Dinas Pendidikan Kota Serang'
    >>> with_capitals(["kepala", "batu"])
    ['kepala', 'batu']
    """
    written: list[str] = []
    is_named, is_strange = False, False
    at = 0
    while at < len(words):
        run, kind = _known(words, at)
        run = run or [words[at]]
        is_strange = is_strange or not kind
        is_named = is_named or kind == _NAMING
        written += run
        at += len(run)
    begins = bool(words) and words[0].casefold() in _beginnings()
    return written if is_office or (begins and is_named and not is_strange) else list(words)


def _known(words: Sequence[str], at: int) -> tuple[list[str], str]:
    """Return the known words that begin at one as they are written, and what they are."""
    parts, heads = _parts(), _heads()
    is_after_head = at > 0 and words[at - 1].casefold() in heads
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        run = words[at : at + length]
        key = " ".join(run).rstrip(",").casefold()
        if key in parts:
            form, kind = parts[key]
        elif key in _places() and not is_after_head:
            form, kind = _places()[key], _NAMING
        else:
            continue
        if kind == _KIND and not _is_named(words, at + length):
            continue
        return _put(run, form.split()), kind
    word = words[at]
    if word in _JOINING or word.isdigit():
        return [word], _OFFICE
    return ([word], _NAMING) if word != word.lower() else ([], "")


def _is_named(words: Sequence[str], at: int) -> bool:
    return at < len(words) and _known(words, at)[1] == _NAMING


def _put(run: Sequence[str], form: Sequence[str]) -> list[str]:
    """Return words in another form, but those that have a capital; commas stay."""
    return [
        word if word != word.lower() else new + "," * word.endswith(",")
        for word, new in zip(run, form, strict=True)
    ]


@cache
def _parts() -> Mapping[str, tuple[str, str]]:
    """Return the parts of offices by their small letters: as they are written, and their kind."""
    lists = read_list("titles")["parts"]
    known = {
        one: (one.title(), kind)
        for name, kind in (("inner", _OFFICE), ("fields", _NAMING), ("kinds", _KIND))
        for one in lists[name]
    }
    known |= {one: (one.title(), _OFFICE) for one in (*lists["heads"], *lists["rulers"])}
    return known | {one.casefold(): (one, _NAMING) for one in lists["bodies"]}


@cache
def _heads() -> frozenset[str]:
    return frozenset(read_list("titles")["parts"]["heads"])


@cache
def _beginnings() -> frozenset[str]:
    lists = read_list("titles")["parts"]
    return frozenset(one.split()[0] for one in (*lists["heads"], *lists["rulers"]))


@cache
def _places() -> Mapping[str, str]:
    return {place.casefold(): place for place in dateline_places()}
