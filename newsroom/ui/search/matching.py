"""How well a few typed letters fit a name."""

from __future__ import annotations

from rapidfuzz.distance import OSA

_SHORTEST_SLIP = 4  # letters; a shorter word with a slip in it could be anything


def fit(query: str, name: str, also: str = "") -> int:
    """Return how well a query fits, 0 for not at all; every word of it must fit somewhere.

    Best is the beginning of a word of the name, then the inside of one, then the
    beginning of another word that stands for it (``also``), then letters of the name
    in their order, then a word with one slip in it.

    >>> fit("naskah", "Naskah baru") > fit("naskah", "Cari naskah") > fit("baru", "Tebal")
    True
    >>> fit("tebal", "Tebal") > fit("bold", "Tebal", "bold cetak") > 0
    True
    >>> [fit(query, "Cari dan ganti") > 0 for query in ("gan car", "cdg", "cair", "gabti", "xyz")]
    [True, True, True, True, False]
    >>> fit("", "Tebal")
    1
    """
    name, also = name.casefold(), also.casefold()
    query = " ".join(query.casefold().split())
    fits = [_word_fit(word, name, also) for word in query.split()]
    if not all(fits):
        return 0
    return 1 + sum(fits) // max(len(fits), 1) + 50 * bool(query and name.startswith(query))


def _word_fit(word: str, name: str, also: str) -> int:
    known = name.split()
    if any(part.startswith(word) for part in known):
        return 100
    if word in name:
        return 80
    if any(part.startswith(word) for part in also.split()):
        return 60
    if len(word) > 1 and _spelt_out(word, name):
        return 40
    near = len(word) >= _SHORTEST_SLIP and any(
        OSA.distance(word, part[: len(word) + more], score_cutoff=1) <= 1
        for part in (*known, *also.split())
        for more in (-1, 0, 1)
    )
    return 20 if near else 0


def _spelt_out(letters: str, name: str) -> bool:
    """Say whether the letters stand in the name in this order, from a word's beginning on."""
    starts = [n for n, letter in enumerate(name) if n == 0 or name[n - 1] == " "]
    return any(_in_order(letters, name[start:]) for start in starts if name[start] == letters[0])


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
