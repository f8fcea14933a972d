"""What has been found out about paragraphs, kept for as long as there is room."""

from __future__ import annotations

from typing import Generic, TypeVar

_PARAGRAPHS = 20_000
_LETTERS = 3_000_000  # two of the longest stories; a paragraph as long as a story counts as one

Known = TypeVar("Known")


class Memory(Generic[Known]):
    """Remembers one thing of each paragraph, by its field and text.

    Once there are too many, or they are too long together, it begins anew.

    >>> memory: Memory[int] = Memory(letters=8)
    >>> memory.keep(("body", "Perahu"), 1), memory.keep(("body", "tiba"), 2)
    (1, 2)
    >>> memory.known(("body", "Perahu")), memory.known(("body", "tiba"))
    (None, 2)
    """

    def __init__(self, paragraphs: int = _PARAGRAPHS, letters: int = _LETTERS) -> None:
        self._most, self._most_letters = paragraphs, letters
        self._kept: dict[tuple[str, str], Known] = {}
        self._letters = 0
        self.known = self._kept.get

    def keep(self, paragraph: tuple[str, str], known: Known) -> Known:
        """Remember something of a paragraph, and return it."""
        self._letters += len(paragraph[1])
        if len(self._kept) >= self._most or self._letters > self._most_letters:
            self.forget()
            self._letters = len(paragraph[1])
        self._kept[paragraph] = known
        return known

    def forget(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._letters = 0
