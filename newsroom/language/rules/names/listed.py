"""Slips in the names of regions and bodies that the program has lists of."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.language.name_slips import NearNames, Slip
from newsroom.language.rules.word_lists import read_list
from newsroom.language.shipped_words import shipped_words

_SHORTEST = 5
_MIDDLING = 6
_LONG = 8
_LIKELY = frozenset({Slip.SWAPPED, Slip.DOUBLED, Slip.DROPPED, Slip.SILENT, Slip.ALIKE})


@dataclass(frozen=True, slots=True)
class ListedNames:
    """Finds which listed name an unknown one is a slip for.

    The longer a name, the less must be said of it before: after *Pemkab* nothing but the
    name of a region follows, so that a short one is certain too; after *Bupati* it may be
    a person's, and after *di* any place's. Words of bodies have another word with a
    capital beside them (*Dinas Kesehtan*).
    """

    regions: NearNames
    bodies: NearNames
    region_heads: frozenset[str]
    region_offices: frozenset[str]
    region_words: frozenset[str]
    elsewhere: frozenset[str]

    @classmethod
    def load(cls) -> ListedNames:
        """Read the lists that ship with the program. Raises RuleError."""
        lists = read_list("names")
        parts = (part for name in shipped_words("regions") for part in name.split())
        return cls(
            NearNames(dict.fromkeys(part for part in parts if len(part) >= _SHORTEST)),
            NearNames(lists["bodies"]),
            frozenset(lists["region_heads"]),
            frozenset(lists["region_offices"]),
            frozenset(lists["region_words"]),
            frozenset(lists["elsewhere"]),
        )

    def near(self, name: str, before: str, *, is_part: bool) -> list[str]:
        """Return the names that one may be a slip for.

        ``before`` is the word before it in lower case; ``is_part`` says that a word with
        a capital stands beside it.
        """
        if name in self.elsewhere:
            return []
        found = []
        if before in self.region_heads and len(name) >= _SHORTEST:
            found += [other for other, _ in self.regions.near(name)]
        elif (before in self.region_offices and len(name) >= _MIDDLING) or (
            before in self.region_words and len(name) >= _LONG
        ):
            found += _likely(self.regions, name)
        if is_part and len(name) >= _MIDDLING:
            found += _likely(self.bodies, name)
        return found


def _likely(names: NearNames, name: str) -> list[str]:
    return [other for other, slip in names.near(name) if slip in _LIKELY]
