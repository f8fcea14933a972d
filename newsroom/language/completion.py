"""How a name that has been begun may go on: names of the story, of the archive, of the lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from newsroom.language.rules.word_lists import read_list
from newsroom.language.shipped_words import shipped_words
from newsroom.language.tokens import words_of_prose

FEWEST_LETTERS = 3
"""From so many letters on a name is gone on with."""

_IN_RARE_LIST = 4  # letters; small places and given names are many
_OF_THINGS = 3.5  # as common, at most, is a name that is also a word: laut, batu
_UNLISTED = 3.0  # the list of frequencies lacks many names that are common: Banten, Tangerang
_LONGEST = 160  # code points before the cursor that are looked at
_MOST_WORDS = 6
_LAST = "\U0010ffff"
_NAME = r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_RUN = re.compile(rf"(?<!\w){_NAME}(?: {_NAME}){{0,7}}(?!\w)")
_BEGUN = re.compile(rf"(?<![\w'’@#/.-])(?:{_NAME} (?:(?:dan|di|untuk|dari) )?){{0,5}}{_NAME}\Z")
_INSIDE = re.compile(r"[\w,”)] ")
_WORD_START = re.compile(r"(?<![^\W_])[A-Z]")


class Names:
    """Names by their beginnings; of those with the same, the one that ranks highest."""

    def __init__(self, ranks: Mapping[str, float] | None = None) -> None:
        self._ranks = dict(ranks or {})
        self._names = sorted(self._ranks)

    def __contains__(self, name: str) -> bool:
        return name in self._ranks

    def going_on(self, begun: str) -> str:
        """Return the best of the longer names that begin so; empty if there is none.

        >>> Names({"Lebak": 2, "Lebak Selatan": 1, "Lemigas": 1}).going_on("Leb")
        'Lebak'
        """
        first = bisect_left(self._names, begun)
        last = bisect_left(self._names, begun + _LAST, first)
        return max(
            (name for name in self._names[first:last] if name != begun),
            # Of two that rank alike the longer holds the other, if they begin alike.
            key=lambda name: (self._ranks[name], len(name)),
            default="",
        )


@dataclass(frozen=True, slots=True)
class Completion:
    """All names at hand. Those of the story come first, then those of the archive."""

    story: Names = field(default_factory=Names)
    archive: Names = field(default_factory=Names)
    bodies: Names = field(default_factory=Names)
    common: Names = field(default_factory=Names)
    rare: Names = field(default_factory=Names)

    def with_story(self, text: str) -> Completion:
        """Return these names with those of another story."""
        return replace(self, story=Names(names_of_story(text)))

    def after(self, before: str) -> str:
        """Return what may follow in a line; empty where nothing is known, or all is there.

        >>> Completion(story=Names({"Karta Wijaya": 1})).after("kata Kar")
        'ta Wijaya'
        """
        tail = before[-_LONGEST:]
        begun = _BEGUN.search(tail)
        if begun is None:
            return ""
        opens = _opens(tail)
        if opens is None:
            return ""
        starts = [begun.start() + at.start() for at in _WORD_START.finditer(begun[0])]
        last = starts[-1]
        for start in starts:
            name = tail[start:]
            is_alone = start == last
            if is_alone and len(name) < FEWEST_LETTERS:
                continue
            sources = [self.story, self.archive]
            if found := _longer(name, sources):
                return found
            if is_alone and opens:
                return ""  # its capital says nothing: it may be any word
            lists = [self.common, self.rare] if len(name) >= _IN_RARE_LIST else [self.common]
            if not is_alone:  # Badan Pen…; many begin with Ba…
                lists.insert(0, self.bodies)
            if any(name in known for known in lists):
                return ""  # it is all there
            if found := _longer(name, lists):
                return found
        return ""


def _longer(begun: str, sources: list[Names]) -> str:
    """Return how a name goes on that is in the first of these to hold one that begins so."""
    found = next(filter(None, (source.going_on(begun) for source in sources)), "")
    return found[len(begun) :]


def names_of_story(text: str) -> Counter[str]:
    """Count the names in a text: whole ones, and each of their words.

    >>> sorted(names_of_story("Warga menyapa Karta Wijaya."))
    ['Karta', 'Karta Wijaya', 'Wijaya']
    """
    found: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        start = match.start()
        words = match.group().split(" ")
        if not _INSIDE.match(text[max(0, start - 2) : start]):
            words = words[1:]  # the first word of a sentence has its capital anyway
        if 1 < len(words) <= _MOST_WORDS:
            found[" ".join(words)] += 1
        found.update(word for word in words if len(word) > FEWEST_LETTERS)
    return found


@cache  # for every window the same
def shipped_names() -> Completion:
    """Return the names that the program brings along: bodies, regions, places, given names."""
    zipf = dict(line.split(" ") for line in shipped_words("frequency"))
    things = frozenset(shipped_words("roots"))

    def how_common(word: str) -> float:
        known = float(zipf.get(word.lower(), _UNLISTED))
        return min(known, _OF_THINGS) if word.lower() in things else known

    def ranked(names: Iterable[str]) -> dict[str, float]:
        """Rank names by how common their words are, and the short before the long."""
        return {
            name: min(how_common(word) for word in name.split())
            - (name.count(" ") + len(name) / 20)
            for name in names
        }

    regions = shipped_words("regions")
    heads = Counter(name.split()[0] for name in regions if " " in name)
    # Jakarta is none of the regions, but five of them are called by it; Tanah is but a word.
    common = {
        *regions,
        *(head for head, count in heads.items() if count > 2 and head.lower() not in things),
    }
    acronyms = read_list("acronyms")
    bodies = {
        name
        for kind in ("common", "known")
        for name in acronyms[kind].values()
        if " " in name and name[0].isupper()
    }
    others = set(shipped_words("places", "names", "given_names")) - common
    return Completion(
        bodies=Names(ranked(bodies)),
        common=Names(ranked(common)),
        rare=Names(ranked(name for name in others if len(name) > _IN_RARE_LIST)),
    )


def _opens(tail: str) -> bool | None:
    """Say whether the last word opens a sentence; None if it is no word of prose."""
    words = words_of_prose(tail)
    return words[-1].opens if words and words[-1].end == len(tail) else None
