"""Telling words with a capital apart: names, titles of stories, and openings of sentences."""

from __future__ import annotations

from functools import cached_property

from newsroom.language.prose import Prose


class Capitals:
    """What the capitals of one paragraph say. Made anew by each rule that asks."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    @cached_property
    def are_all(self) -> bool:
        """Whether the paragraph is written in nothing but capitals."""
        return len(self._prose.words) > 1 and self._prose.text.isupper()

    def mark_name(self, index: int) -> bool:
        """Say whether the capital of a word makes it a name, or an acronym.

        It does inside a sentence; in a headline and at the start of a sentence it
        says nothing.
        """
        word = self._prose.words[index]
        if word.text.islower():
            return False
        if len(word.text) > 1 and word.text.isupper():
            return not self.are_all
        return not word.opens and not self._prose.is_title

    def before(self, index: int) -> str:
        """Return the word before one, in lower case; nothing if more than a blank parts them."""
        return self._prose.lowered[index - 1] if self._touch(index - 1) else ""

    def after(self, index: int) -> str:
        """Return the word behind one as it stands; nothing if more than a blank parts them."""
        return self._prose.words[index + 1].text if self._touch(index) else ""

    def _touch(self, first: int) -> bool:
        words = self._prose.words
        if not 0 <= first < len(words) - 1:
            return False
        start, end = words[first].end, words[first + 1].start
        return end - start <= 2 and self._prose.text[start:end].isspace()
