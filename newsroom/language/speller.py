"""Asking hunspell, through enchant, whether it knows a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from newsroom.language.tokens import plain

LANGUAGE = "id_ID"

# The longest word of the KBBI has 28 letters. Hunspell refuses what is far longer, and
# thinks for a quarter of a second about what to suggest for it.
_LONGEST = 99
_LONGEST_MENDED = 32
_DOUBLING_ENDINGS = ("an", "nya", "annya")


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

    It has an enchant broker of its own, because dictionaries of one broker are one
    and the same, and none may be used by two threads: make one speller in each
    thread that needs it. Raises SpellerUnavailable where the library or the
    dictionary is missing.
    """

    def __init__(self) -> None:
        try:
            import enchant
        except Exception:  # it loads the C library: what that raises is the machine's choice
            raise SpellerUnavailable(
                "Pemeriksa ejaan belum terpasang (pustaka enchant tidak ditemukan). "
                "Pasang paket libenchant-2-2, lalu buka lagi Newsroom."
            ) from None
        try:
            self._dictionary = enchant.Dict(LANGUAGE, enchant.Broker())
        except enchant.errors.Error:
            raise SpellerUnavailable(
                "Kamus ejaan Indonesia belum terpasang. "
                "Pasang paket hunspell-id, lalu buka lagi Newsroom."
            ) from None

    def knows(self, word: str) -> bool:
        """Say whether the dictionary holds the word, or each part between its hyphens."""
        word = plain(word)
        if not word or self._holds(word):
            return True
        first, *others = word.split("-")
        if not others or not self._holds(first):
            return False
        return all(self._holds(part) or _doubles(first, part) for part in others)

    def suggest(self, word: str) -> Sequence[str]:
        """Return hunspell's suggestions in its order, the word with a capital before them."""
        word = plain(word)
        if not word.isprintable() or len(word) > _LONGEST_MENDED:
            return []
        capital = word[:1].upper() + word[1:]
        first = [capital] if capital != word and self._holds(capital) else []
        return [*first, *(other for other in self._dictionary.suggest(word) if other not in first)]

    def _holds(self, word: str) -> bool:
        # Enchant complains on stderr of characters that can stand in no word.
        return (
            0 < len(word) <= _LONGEST and word.isprintable() and bool(self._dictionary.check(word))
        )


def _doubles(first: str, second: str) -> bool:
    """Say whether the second part is the first with an ending: mobil-mobilan."""
    return second.startswith(first) and second.removeprefix(first) in _DOUBLING_ENDINGS
