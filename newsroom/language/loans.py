"""Loans that no list holds: known by their look, or by others of their family."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsroom.language.lexicon import Lexicon
from newsroom.language.mistyped import looks_mistyped
from newsroom.language.neighbours import Neighbours

# Endings that come with loans: long words with them that are near no word in use.
_LOAN_LOOKS = (
    "si", "if", "is", "al", "ik", "or", "er", "ia", "itas", "isme", "logi", "grafi", "metri",
    "oskop", "tomi", "ika", "ida", "ina", "osa",
)  # fmt: skip
# What stands for an ending in other loans of its family: depresi, depresif; doktrin, doktrinal.
_KIN = {
    "al": ("",),
    "arkis": ("arki",),
    "atif": ("asi",),
    "ator": ("asi",),
    "bilitas": ("bel",),
    "esif": ("esi",),
    "grafer": ("grafi",),
    "grafis": ("grafi",),
    "ikal": ("ik", "ika"),
    "is": ("isme", "ika", "istik"),
    "isasi": ("", "is", "isme", "ik"),
    "isme": ("", "is", "istik"),
    "istik": ("isme", "is"),
    "istis": ("isme", "is"),
    "itas": ("",),
    "itif": ("isi",),
    "ivitas": ("if",),
    "kratis": ("krasi",),
    "ktif": ("ksi",),
    "logis": ("logi",),
    "metris": ("metri",),
    "nomis": ("nomi",),
    "onal": ("",),
    "ptif": ("psi",),
    "sofis": ("sofi",),
    "stif": ("sti",),
    "utif": ("usi",),
}
_NO_KIN = ("ifitas", "asial", "esial", "isial", "usial")  # efektivitas, realisasi
_KNOWN_KIN = 2.4
_LONG_KIN = 7
LONG_LOAN = 8
# What no loan has: letters doubled, those that are written otherwise, and consonants that do
# not go together at the start or in such numbers.
_UNSAYABLE = re.compile(
    r"[qx]|(.)\1|[bcdfghjklmnpqrstvwxyz]{5}|^(?!kh|ng|ny|sy|ps|pn|kn|[bcdfgkpstw][lrw]|s[fkmnpt]|sk[lr]|s[pt]r)"
    r"[bcdfghjklmnpqrstvwxyz]{2}"
)


class Loans:
    """Tells loans from other words. ``is_listed`` says whether a list holds a word."""

    def __init__(
        self, lexicon: Lexicon, neighbours: Neighbours, is_listed: Callable[[str], bool]
    ) -> None:
        self._lexicon = lexicon
        self._neighbours = neighbours
        self._is_listed = is_listed

    def is_loan(self, word: str) -> bool:
        """Say whether a word has the look of a loan and is no other word mistyped."""
        return self.has_kin(word) or (
            len(word) >= LONG_LOAN
            and word.endswith(_LOAN_LOOKS)
            and not _UNSAYABLE.search(word)
            and not self._neighbours.two_edits(word)
            and not self._neighbours.two_edits_at_start(word)
            and self._neighbours.has_usual_letters(word)
        )

    def has_kin(self, word: str) -> bool:
        """Say whether a loan of the same family is known: *sugesti, sugestif*."""
        if len(word) < _LONG_KIN or word.endswith(_NO_KIN) or _UNSAYABLE.search(word):
            return False
        for ending, others in _KIN.items():
            if word.endswith(ending):
                kin = [word.removesuffix(ending) + other for other in others]
                known = [other for other in kin if self._is_known_kin(other)]
                if known and not looks_mistyped(self._lexicon, word, but=frozenset(known)):
                    return True
        return False

    def _is_known_kin(self, word: str) -> bool:
        return (
            len(word) > 4 and self._lexicon.frequency(word) >= _KNOWN_KIN and self._is_listed(word)
        )
