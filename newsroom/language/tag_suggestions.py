"""Tags that a story may be given: those of the archive that its text names, and its own names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from newsroom.language.known_names import names_in

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_LONGEST = 5  # words of a tag
_OFTEN = 2  # a name that a story has in so many paragraphs is what it is about


def suggest_tags(
    text: str, archive: Mapping[str, int], chosen: Iterable[str] = (), limit: int = 8
) -> list[str]:
    """Return tags that fit a text and are not chosen yet, the likeliest first.

    ``archive`` are the tags of other stories with the number of those. A tag is taken where
    the text has its words side by side, in any case; the more stories have it, the earlier
    it comes, once, however many spellings it has there. Names that stand in several
    paragraphs follow, the most frequent first.

    >>> suggest_tags("Warga Banten panen padi.", {"Panen": 4, "panen padi": 9, "banjir": 30})
    ['panen padi', 'Panen']
    """
    taken = {fold(tag) for tag in chosen}
    told = _runs(text)
    spellings: dict[str, list[str]] = {}
    for tag in archive:
        if (folded := fold(tag)) in told and folded not in taken:
            spellings.setdefault(folded, []).append(tag)
    groups = sorted(spellings.values(), key=lambda same: (-sum(archive[tag] for tag in same), same))
    found = [_usual(same, archive, text) for same in groups]
    taken.update(spellings)
    names: Counter[str] = Counter()
    for paragraph in text.split("\n"):
        names.update(names_in(paragraph))
    for name, count in names.most_common():
        if count >= _OFTEN and " " in name and fold(name) not in taken:
            found.append(name)
            taken.add(fold(name))
    return found[:limit]


def with_site_tags(archive: Mapping[str, int], site: Sequence[str]) -> dict[str, int]:
    """Return the archive's tags with those of a site, which are the most used first.

    What the stories here have weighs more; among equals the site's order decides.

    >>> with_site_tags({"panen": 2, "Banjir": 1}, ["banjir", "cuaca"])
    {'panen': 6, 'Banjir': 3, 'banjir': 2, 'cuaca': 1}
    """
    if not site:
        return dict(archive)
    above = len(site) + 1
    weights = {tag: count * above for tag, count in archive.items()}
    for rank, tag in enumerate(site):
        weights[tag] = weights.get(tag, 0) + len(site) - rank
    return weights


def beginning(typed: str, known: Mapping[str, int], limit: int = 6) -> list[str]:
    """Return the tags that go on as typed, the weightiest first, each in one spelling.

    >>> beginning("pa", {"padi": 1, "Panen": 5, "panen": 2, "banjir": 9})
    ['Panen', 'padi']
    """
    start = fold(typed)
    if not start:
        return []
    found: dict[str, str] = {}
    for tag in sorted(known, key=lambda tag: (-known[tag], tag)):
        if (folded := fold(tag)).startswith(start) and folded != start:
            found.setdefault(folded, tag)
    return list(found.values())[:limit]


def as_known(tag: str, archive: Mapping[str, int]) -> str:
    """Return a tag in the one spelling that most stories have it in: one tag, one spelling.

    >>> as_known("umkm", {"UMKM": 12, "Umkm": 1}), as_known("baru", {})
    ('UMKM', 'baru')
    """
    same = [known for known in archive if fold(known) == fold(tag)]
    return _usual(same, archive, tag) if same else tag


def fold(tag: str) -> str:
    """Return a tag as it is compared: in any case, hyphens as blanks.

    >>> fold("Ibu-Kota  Negara")
    'ibu kota negara'
    """
    return " ".join(tag.casefold().replace("-", " ").split())


def _usual(same: list[str], archive: Mapping[str, int], text: str) -> str:
    """Return the spelling that most stories have; of several such the text's own."""
    return max(sorted(same), key=lambda tag: (archive[tag], _stands_in(tag, text)))


def _stands_in(tag: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(tag)}(?!\w)", text) is not None


def _runs(text: str) -> set[str]:
    """Return all runs of words of a text that are no longer than a tag is."""
    words = fold(" ".join(_WORD.findall(text))).split()
    return {
        " ".join(words[start : start + length])
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    }
