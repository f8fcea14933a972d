"""The names a newsroom has written before: those of its archive, and those in its own lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from newsroom.language.name_slips import NearNames, Slip

FEWEST = 3
"""The number of stories from which on a name of the archive counts as known."""

_SHORTEST = 6
_LONG = 8
_SURE = frozenset({Slip.SWAPPED, Slip.DOUBLED})
_LIKELY = _SURE | {Slip.DROPPED, Slip.ALIKE, Slip.SILENT}
_RUN = re.compile(r"(?<!\w)[A-Z][a-z]{2,30}(?: [A-Z][a-z]{2,30})*(?!\w)")
_INSIDE = re.compile(r"[a-z,] ")


def names_in(text: str) -> set[str]:
    """Return what may be names in a text: words with a capital inside a sentence, and pairs.

    >>> sorted(names_in("Warga menyapa Andi Rekawan."))
    ['Andi', 'Andi Rekawan', 'Rekawan']
    """
    found: set[str] = set()
    for match in _RUN.finditer(text):
        run, start = match.group().split(" "), match.start()
        found.update(" ".join(pair) for pair in pairwise(run))
        # The first word of a sentence has its capital anyway.
        found.update(run if _INSIDE.match(text[max(0, start - 2) : start]) else run[1:])
    return found


class KnownNames:
    """Finds what a name that nobody knows may be a slip for.

    ``archive`` is asked once, when first needed, for words with a capital and pairs of
    such as ``names_in`` finds them, each with the number of stories that have it.
    ``own`` are words of the newsroom, of which those with a capital are names.
    """

    def __init__(
        self, archive: Callable[[], Mapping[str, int]] = dict, own: Iterable[str] = ()
    ) -> None:
        self._ask = archive
        self._own = frozenset(word for word in own if word[:1].isupper() and word[1:].islower())

    def gather(self) -> None:
        """Ask for the names now, where that holds up nobody, and not when one is looked up."""
        _ = self._single, self._after, self._before, self._beside

    def holds(self, name: str) -> bool:
        """Say whether the name is one of these."""
        return name in self._own or name in self._archive

    def beside(self, name: str, left: str, right: str) -> list[str]:
        """Return the names one may be a slip for, as they stand beside the same name elsewhere.

        ``left`` and ``right`` are the names beside it: in *Andika Hazrumi* a slip for
        *Hazrumy* is surer than in *Hazrumi* alone.
        """
        found = [
            *(self._after[left].near(name) if left in self._after else ()),
            *(self._before[right].near(name) if right in self._before else ()),
        ]
        return [other for other, slip in found if slip is not Slip.OTHER or len(name) >= _LONG]

    def alone(self, name: str, left: str, right: str) -> list[str]:
        """Return the names one may be a slip for by itself; not those of other people.

        Who has other names beside the own one is another.
        """
        if len(name) < _SHORTEST:
            return []
        return [
            other
            for other, slip in self._single.near(name)
            if slip in _LIKELY
            and (slip in _SURE or len(name) >= _LONG or other in self._own)
            and not self._is_another(other, left, right)
        ]

    def _is_another(self, other: str, left: str, right: str) -> bool:
        """Say whether other names stand beside a known one than these."""
        beside = self._beside.get(other)
        return (
            bool(beside and (left or right)) and beside is not None and not {left, right} & beside
        )

    @cached_property
    def _archive(self) -> Mapping[str, int]:
        return {name: count for name, count in self._ask().items() if count >= FEWEST}

    @cached_property
    def _single(self) -> NearNames:
        names = (name for name in self._archive if " " not in name and len(name) >= _SHORTEST - 1)
        return NearNames(dict.fromkeys([*sorted(self._own), *names]))

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        parts = (name.partition(" ") for name in self._archive if " " in name)
        return [(first, second) for first, _, second in parts]

    @cached_property
    def _after(self) -> Mapping[str, NearNames]:
        found: defaultdict[str, NearNames] = defaultdict(NearNames)
        for first, second in self._pairs:
            found[first].add(second)
        return found

    @cached_property
    def _before(self) -> Mapping[str, NearNames]:
        found: defaultdict[str, NearNames] = defaultdict(NearNames)
        for first, second in self._pairs:
            found[second].add(first)
        return found

    @cached_property
    def _beside(self) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in self._pairs:
            found[first].add(second)
            found[second].add(first)
        return found
