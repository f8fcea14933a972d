"""How long a text is: words and characters, as readers see it."""

from __future__ import annotations

from typing import NamedTuple

from newsroom.story.markdown_text import without_markup, word_count


class Counts(NamedTuple):
    """Words, characters, and characters without blanks; Markdown's marks are none."""

    words: int = 0
    characters: int = 0
    solid: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        return Counts(
            self.words + other.words,
            self.characters + other.characters,
            self.solid + other.solid,
        )


def count_line(line: str) -> Counts:
    """Count one line.

    >>> count_line("**Dua kata** di [sini](https://a.id)")
    Counts(words=4, characters=16, solid=13)
    """
    text = without_markup(line)
    return Counts(word_count(line), len(text), len("".join(text.split())))


def count(text: str) -> Counts:
    """Count a text; what ends a line is no character.

    >>> count("Satu.\\n\\nDua tiga.")
    Counts(words=3, characters=14, solid=13)
    """
    total = Counts()
    for line in text.split("\n"):
        total = total.plus(count_line(line))
    return total
