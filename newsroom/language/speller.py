"""Asking hunspell, through enchant, whether it knows a word."""

from __future__ import annotations

from typing import Protocol

from newsroom.language.tokens import plain

LANGUAGE = "id_ID"

# The longest word of the KBBI has 28 letters. Hunspell refuses what is far longer.
_LONGEST = 99
_SURELY_KNOWN = "yang"


class SpellerUnavailable(Exception):
    """No hunspell on this machine; the message says in Indonesian what to install."""

    def __init__(self, lack: str, package: str) -> None:
        super().__init__(
            f"{lack}. Pemeriksaan jalan terus dengan daftar kata sendiri, yang lebih sedikit. "
            f"Pasang paket {package} (di Windows: pasang ulang Newsroom), lalu buka lagi Newsroom."
        )


class Speller(Protocol):
    """Knows words."""

    def knows(self, word: str) -> bool:
        """Say whether the word is right as it stands."""


class HunspellSpeller:
    """The Indonesian hunspell dictionary.

    It has an enchant broker of its own, because dictionaries of one broker are one
    and the same, and none may be used by two threads: make one speller in each
    thread that needs it. Raises SpellerUnavailable where the library or the
    dictionary is missing, and where the dictionary is empty.
    """

    def __init__(self) -> None:
        try:
            import enchant
        except Exception:  # it loads the C library: what that raises is the machine's choice
            raise SpellerUnavailable(
                "Pustaka ejaan enchant tidak ditemukan", "libenchant-2-2"
            ) from None
        try:
            self._dictionary = enchant.Dict(LANGUAGE, enchant.Broker())
        except enchant.errors.Error:
            raise SpellerUnavailable(
                "Kamus ejaan Indonesia tidak ditemukan", "hunspell-id"
            ) from None
        if not self.knows(_SURELY_KNOWN):
            raise SpellerUnavailable("Kamus ejaan Indonesia kosong atau rusak", "hunspell-id")

    def knows(self, word: str) -> bool:
        """Say whether the dictionary holds the word as it stands."""
        word = plain(word)
        # Enchant complains on stderr of characters that can stand in no word.
        return (
            0 < len(word) <= _LONGEST and word.isprintable() and bool(self._dictionary.check(word))
        )
