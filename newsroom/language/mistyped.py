"""Whether a word that no list holds is but a slip away from one in use."""

from __future__ import annotations

from newsroom.language.edits import edits
from newsroom.language.lexicon import Lexicon
from newsroom.language.slips import slip_cost

_COMMON = 4.0  # how common a word is that others are taken for slips of
_SLIP = 0.95
_LESS_LIKELY = 6.0  # a slip that costs more needs a word more common by this times as much


def looks_mistyped(
    lexicon: Lexicon,
    word: str,
    at_least: float = _COMMON,
    beyond: float = 0.0,
    but: frozenset[str] = frozenset(),
) -> bool:
    """Say whether a word is but a small slip away from one at least so common, none of but."""
    zipf = lexicon.zipf
    return any(
        (known := zipf.get(other, 0.0)) >= at_least
        and other not in but
        and known >= at_least + beyond + _LESS_LIKELY * (slip_cost(word, other) - _SLIP)
        for other in edits(word)
    )
