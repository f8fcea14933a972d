"""Asking hunspell, through enchant, whether it knows a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

LANGUAGE = "id_ID"


class SpellerUnavailable(Exception):
    """No spelling on this machine; the message says in Indonesian what to install."""


class Speller(Protocol):
    """Knows words, and what may have been meant by those it does not know."""

    def knows(self, word: str) -> bool:
        """Say whether the word is right as it stands."""

    def suggest(self, word: str) -> Sequence[str]:
        """Return what may have been meant, the likeliest first."""


class HunspellSpeller:
    """The Indonesian hunspell dictionary.

    Enchant's objects are not shared between threads: make one in each thread
    that needs it. Raises SpellerUnavailable where the library or the dictionary
    is missing.
    """

    def __init__(self) -> None:
        try:
            import enchant
        except ImportError:
            raise SpellerUnavailable(
                "Pemeriksa ejaan belum terpasang (pustaka enchant tidak ditemukan). "
                "Pasang paket libenchant-2-2, lalu buka lagi Newsroom."
            ) from None
        try:
            self._dictionary = enchant.Dict(LANGUAGE)
        except enchant.errors.DictNotFoundError:
            raise SpellerUnavailable(
                "Kamus ejaan Indonesia belum terpasang. "
                "Pasang paket hunspell-id, lalu buka lagi Newsroom."
            ) from None

    def knows(self, word: str) -> bool:
        """Say whether the dictionary holds the word, or each part between its hyphens."""
        if not word or self._dictionary.check(word):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(part and self._dictionary.check(part) for part in parts)

    def suggest(self, word: str) -> Sequence[str]:
        """Return hunspell's suggestions in its own order."""
        return list(self._dictionary.suggest(word))
