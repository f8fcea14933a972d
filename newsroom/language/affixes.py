"""How Indonesian words are put together and taken apart.

A word is a base with at most one prefix group (*di-*, *me(N)-*, *memper-* …), one
suffix (*-kan, -i, -an*), one clitic (*-ku, -mu, -nya*) and one particle (*-lah, -kah,
-tah, -pun*). *me(N)-* and *pe(N)-* take their nasal from the base and melt p, t, k and
s (EYD V, tata bentuk kata; KBBI). This module knows forms only, not which are words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_VOWELS = "aiueo"
# Two consonants at the start of a loan keep it whole: mentransfer, memproduksi.
_WHOLE = frozenset(
    [
        "bl",
        "br",
        "dr",
        "fl",
        "fr",
        "gl",
        "gr",
        "kl",
        "kr",
        "kh",
        "pl",
        "pr",
        "ps",
        "sf",
        "sk",
        "sl",
        "sm",
        "sn",
        "sp",
        "st",
        "sw",
        "sy",
        "tr",
        "ts",
        "tw",
        "kw",
    ]
)
PLAIN_PREFIXES = ("di", "ter", "ber", "per", "ke", "se", "ku", "kau")
NASAL_PREFIXES = ("me", "pe")
STACKED_PREFIXES = (
    "memper", "diper", "teper", "seper", "pemer", "member", "diber", "pember", "keber", "keter",
    "ketidak", "ketak", "berke", "seke", "sepe", "berpe", "berse", "dike", "menge", "terse", "kese",
)  # fmt: skip
SUFFIXES = ("kan", "an", "i")
CLITICS = ("nya", "ku", "mu")
PARTICLES = ("lah", "kah", "tah", "pun")


@dataclass(frozen=True, slots=True)
class Parts:
    """A word taken apart. ``prefix`` is written without its nasal: ``me``, not ``men``."""

    prefix: str
    base: str
    suffix: str = ""
    clitic: str = ""
    particle: str = ""

    @property
    def tail(self) -> str:
        """All that follows the base."""
        return self.suffix + self.clitic + self.particle

    def join(self, base: str = "") -> str:
        """Put the word together again, on another base if one is given.

        >>> Parts("me", "himbau").join("imbau")
        'mengimbau'
        >>> Parts("di", "praktek", "kan").join("praktik")
        'dipraktikkan'
        """
        return prefixed(self.prefix, base or self.base) + self.tail


def prefixed(prefix: str, base: str) -> str:
    """Return a base with a prefix before it, as the rules have it.

    >>> [prefixed("me", w) for w in "tulis sapu kirim pakai baca cat lari hias".split()]
    ['menulis', 'menyapu', 'mengirim', 'memakai', 'membaca', 'mengecat', 'melari', 'menghias']
    >>> [prefixed("me", w) for w in "produksi kritik stabilkan transfer toleransi".split()]
    ['memproduksi', 'mengkritik', 'menstabilkan', 'mentransfer', 'menoleransi']
    >>> prefixed("ber", "renang"), prefixed("ber", "kerja"), prefixed("ter", "rasa")
    ('berenang', 'bekerja', 'terasa')
    """
    if prefix in NASAL_PREFIXES:
        return prefix + _nasal(base)
    if prefix in ("ber", "ter", "per") and base[:1] == "r":
        return prefix[:-1] + base
    if prefix == "ber" and has_early_er(base):
        return "be" + base
    return prefix + base


def is_one_syllable(base: str) -> bool:
    """Say whether a base has but one vowel, as *cat*, *cek*, *pel*; *mengecat, mengecek*."""
    return sum(letter in _VOWELS for letter in base) == 1


@lru_cache(2_000)  # several rules ask for the same word
def take_apart(word: str) -> tuple[Parts, ...]:
    """Return every way in which a word, in lower case, may have been put together.

    The word itself, with nothing taken off, is the first. Bases are at least two
    letters long; where a nasal may hide a melted letter, each is tried.

    >>> sorted({p.base for p in take_apart("menulisnya")} & {"tulis", "nulis"})
    ['nulis', 'tulis']
    """
    found: list[Parts] = []
    for stem, suffix, clitic, particle in _tails(word):
        found.append(Parts("", stem, suffix, clitic, particle))
        found += [
            Parts(prefix, base, suffix, clitic, particle)
            for prefix, base in _heads(stem)
            if len(base) >= 2
        ]
    return tuple(found)


def _tails(word: str) -> Iterator[tuple[str, str, str, str]]:
    for particle in ("", *PARTICLES):
        if particle and not word.endswith(particle):
            continue
        rest = word[: len(word) - len(particle)]
        for clitic in ("", *CLITICS):
            if clitic and not rest.endswith(clitic):
                continue
            stem = rest[: len(rest) - len(clitic)]
            if len(stem) >= 2:
                yield stem, "", clitic, particle
            for suffix in SUFFIXES:
                if stem.endswith(suffix) and len(stem) - len(suffix) >= 2:
                    yield stem[: -len(suffix)], suffix, clitic, particle


def _heads(stem: str) -> Iterator[tuple[str, str]]:
    for prefix in NASAL_PREFIXES:
        if stem.startswith(prefix):
            for base in _bare(stem[len(prefix) :]):
                yield prefix, base
    for prefix in (*PLAIN_PREFIXES, *STACKED_PREFIXES):
        if stem.startswith(prefix):
            yield prefix, stem[len(prefix) :]
        if prefix in ("ber", "ter", "per") and stem.startswith(prefix[:-1]):
            rest = stem[len(prefix) - 1 :]
            if rest[:1] == "r" or (prefix == "ber" and has_early_er(rest)):
                yield prefix, rest


def _nasal(base: str) -> str:
    """Return a base with the nasal that me- and pe- take before it."""
    if is_one_syllable(base):
        return "nge" + base
    first, two = base[:1], base[:2]
    if first in "lmnrwy":
        return base
    if first in _VOWELS or first in "ghqx" or two == "kh":
        return "ng" + base
    if first == "k":
        return "ng" + (base if two in _WHOLE else base[1:])
    if first in "bfv":
        return "m" + base
    if first == "p":
        return "m" + (base if two in _WHOLE else base[1:])
    if first == "s" and two not in _WHOLE:
        return "ny" + base[1:]
    if first == "t" and two not in _WHOLE:
        return "n" + base[1:]
    return "n" + base


def _bare(rest: str) -> Iterator[str]:
    """Yield the bases that may be in what follows me- or pe-; each makes it again."""
    tried = [rest]
    if rest.startswith("nge"):
        tried.append(rest[3:])
    if rest.startswith("ng"):
        tried += [rest[2:], "k" + rest[2:]]
    if rest.startswith("ny"):
        tried.append("s" + rest[2:])
    if rest.startswith("n"):
        tried += [rest[1:], "t" + rest[1:]]
    if rest.startswith("m"):
        tried += [rest[1:], "p" + rest[1:]]
    for base in tried:
        if base and _nasal(base) == rest:
            yield base


def has_early_er(base: str) -> bool:
    """Say whether the first syllable ends in -er: *kerja*, *serta*; *bekerja*, *beserta*."""
    return len(base) > 4 and base[0] not in _VOWELS and base[1:3] == "er" and base[3] not in _VOWELS
