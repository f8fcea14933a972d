"""How one name may have come about from another by a slip of the pen, and which are so near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

# Letters that are heard alike, so that a name is often written with either.
_ALIKE = frozenset(
    map(
        frozenset,
        ["ei", "ea", "ou", "iy", "fv", "fp", "vp", "dt", "sz", "kq", "nm", "jy", "gk", "bp", "kc",
         "cs", "kh", "xs", "dh", "th", "uw", "oa", "ai"],
    )
)  # fmt: skip
_ALIKE_LATE = frozenset(map(frozenset, ["ei", "ea", "ou"]))
_ALIKE_LAST = frozenset(map(frozenset, ["iy", "dt", "gk", "bp", "sz"]))


class Slip(Enum):
    """What tells two names apart that differ by no more than one letter or one swap."""

    SWAPPED = auto()
    """Two letters side by side: *Endrawati, Endarwati*."""
    DOUBLED = auto()
    """One letter or two of it: *Cimarungga, Cimarunga* has none, *Wibowo, Wibbowo* has."""
    SILENT = auto()
    """An h more, which is not heard: *Marni, Marnih*."""
    DROPPED = auto()
    """A letter more inside: *Umpamaputra, Umpamaputera*."""
    ALIKE = auto()
    """Letters that are heard alike: *Tarmizi, Tarmisi*."""
    ALIKE_LATE = auto()
    """Vowels heard alike before the last letter: *Slamet, Slamat*."""
    ALIKE_LAST = auto()
    """Last letters heard alike: *Rahmad, Rahmat*."""
    OTHER = auto()
    """Any other letter, not one of the last two."""


def slip_between(one: str, other: str) -> Slip | None:
    """Return the slip that tells two names apart; None where each is likely to be meant.

    Names have other first letters, other endings (*Suryadi, Suryani; Putra, Putri*) and
    endings more (*Islam, Islami*) because they are other names.

    >>> slip_between("Endrawati", "Endarwati"), slip_between("Suryadi", "Suryani")
    (<Slip.SWAPPED: 1>, None)
    """
    one, other = one.lower(), other.lower()
    if one == other or one[:1] != other[:1]:
        return None
    short, long = sorted((one, other), key=len)
    differ = [at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b]
    at = differ[0] if differ else len(short)
    if len(long) == len(short):
        return _exchange(one, other, differ)
    if len(long) > len(short) + 1 or long[:at] + long[at + 1 :] != short:
        return None
    if long[at] == long[at - 1]:
        return Slip.DOUBLED
    if long[at] == "h":
        return Slip.SILENT
    return Slip.DROPPED if at < len(short) else None


def _exchange(one: str, other: str, differ: list[int]) -> Slip | None:
    """Return the slip between two names of one length that differ in these places."""
    at, last = differ[0], len(one) - 1
    if len(differ) == 2:
        swapped = differ[1] == at + 1 and one[at] == other[at + 1] and one[at + 1] == other[at]
        return Slip.SWAPPED if swapped else None
    if len(differ) > 2:
        return None
    pair = frozenset((one[at], other[at]))
    if at == last:
        return Slip.ALIKE_LAST if pair in _ALIKE_LAST else None
    if at == last - 1:
        return Slip.ALIKE_LATE if pair in _ALIKE_LATE else None
    return Slip.ALIKE if pair in _ALIKE else Slip.OTHER


class NearNames:
    """Names among which those one letter or one swap away are found, however many they are.

    Two such names have a common rest when a letter is left out of each, or of one.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take one more name in, which is not there yet."""
        for rest in _rests(name):
            self._by_rest.setdefault(rest, []).append(name)

    def near(self, name: str) -> list[tuple[str, Slip]]:
        """Return the names that are a slip away, in the order they were added by."""
        found = dict.fromkeys(
            other for rest in _rests(name) for other in self._by_rest.get(rest, ())
        )
        slips = ((other, slip_between(name, other)) for other in found)
        return [(other, slip) for other, slip in slips if slip is not None]


def _rests(name: str) -> Iterator[str]:
    yield name
    last = ""
    for at, letter in enumerate(name):
        if at and letter != last:  # of a double letter either one leaves the same
            yield name[:at] + name[at + 1 :]
        last = letter
