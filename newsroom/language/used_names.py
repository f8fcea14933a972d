"""Names that a story has used more than once: no strangers any more, though no list has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsroom.language.finding import Finding

if TYPE_CHECKING:
    from newsroom.language.prose import Prose

_OFTEN = 2

# A word with a capital, and whether that capital says something.
Note = tuple[tuple[str, bool], ...]


def note(prose: Prose) -> Note:
    """Return the words of a paragraph that have a capital.

    One that opens a sentence, or stands in a headline, would have it anyway.
    """
    return tuple(
        (word.text, not word.opens and not prose.is_title)
        for word in (prose.words[at] for at in prose.capitals)
    )


def used_often(notes: Iterable[Note]) -> frozenset[str]:
    """Return what a story has spelt with a capital twice, and once where only names have one.

    A word mistyped at the beginning of two sentences is no name for that.
    """
    words = [word for note in notes for word in note]
    count = Counter(word for word, _ in words)
    telling = {word for word, tells in words if tells}
    return frozenset(word for word in telling if count[word] >= _OFTEN)


def without_used(found: Sequence[Finding], names: frozenset[str]) -> list[Finding]:
    """Return the findings without those that call a name of the story no word.

    >>> from newsroom.language.finding import Severity
    >>> unknown = Finding("spelling", Severity.ERROR, "body", 0, 7, "Hartini", "")
    >>> without_used([unknown], frozenset(["Hartini"]))
    []
    """
    return [f for f in found if f.family != "spelling" or f.text not in names]
