"""Words of other languages that stand in an Indonesian text and are not set apart in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsroom.language.lexicon import Lexicon
from newsroom.language.prose import Prose
from newsroom.language.slips import slip_cost

_SHORTEST = 4  # in English some two or three letters of any kind are short for something
_SHORTEST_BASE = 5  # before a clitic: mailnya
_CLITICS = frozenset(["nya", "ku", "mu", "lah", "kah", "an"])
_PREFIXES = frozenset(
    ["ber", "di", "ke", "me", "mem", "men", "meng", "nge", "pe", "pem", "pen", "peng", "se", "ter"]
)
_ALIKE = 1.5  # two halves no further apart may be a doubled word in which a finger slipped


class Foreign:
    """Tells what may be foreign from what is mistyped.

    ``is_slip`` says whether a word is a small slip away from a common one, ``is_word`` and
    ``is_standard`` judge words in lower case as ``Vocabulary`` does.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        is_slip: Callable[[str], bool],
        is_word: Callable[[str], bool],
        is_standard: Callable[[str], bool],
    ) -> None:
        self._lexicon = lexicon
        self._is_slip = is_slip
        self._is_word = is_word
        self._is_standard = is_standard

    def is_right(self, word: str) -> bool:
        """Say whether a word without a hyphen is English, or is with *-nya*: *marketnya*."""
        if len(word) < _SHORTEST:
            return False
        base = word.removesuffix("nya")
        listed = word in self._lexicon.foreign or (
            len(base) >= _SHORTEST_BASE and base in self._lexicon.foreign
        )
        return listed and not self._is_slip(word)

    def is_compound(self, parts: Sequence[str]) -> bool:
        """Say whether words joined by hyphens are English: *skin-to-skin, di-hack, file-nya*."""
        first, last = parts[0], parts[-1]
        if len(parts) == 2 and last in _CLITICS:
            return self._is_borrowed(first)
        if len(parts) == 2 and first in _PREFIXES:
            return self._is_borrowed(last)
        if len(parts) == 2 and slip_cost(first, last) <= _ALIKE:
            return False
        return any(len(part) > 2 and part in self._lexicon.foreign for part in parts) and all(
            len(part) == 1 or part in self._lexicon.foreign or self._is_listed(part)
            for part in parts
        )

    def is_among(self, at: int, prose: Prose) -> bool:
        """Say whether a foreign word stands beside another: *read aloud, jet lag*."""
        lowered, lexicon = prose.lowered, self._lexicon
        word = lowered[at]
        before, after = lowered[max(0, at - 1) : at], lowered[at + 1 : at + 2]
        phrases = [(other, word) for other in before] + [(word, other) for other in after]
        if not lexicon.phrases.isdisjoint(phrases):
            return True
        return word in lexicon.foreign and any(
            other in lexicon.foreign
            or other in lexicon.loans
            or (other in lexicon.zipf and not self._is_standard(other))
            for other in (*before, *after)
        )

    def _is_borrowed(self, word: str) -> bool:
        """Say whether a word is English, or in use and in no dictionary."""
        in_use = word in self._lexicon.zipf and not self._is_standard(word)
        return self.is_right(word) or (len(word) >= _SHORTEST and in_use)

    def _is_listed(self, part: str) -> bool:
        return part in self._lexicon.particles or self._is_word(part)
