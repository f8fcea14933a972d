"""The word lists of rules that are code, and how words stand beside each other."""

from __future__ import annotations

import tomllib
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.tables import RuleError
from newsroom.resources import resource

_ENDINGS = ("nya", "ku", "mu", "lah", "kah")


def read_list(name: str) -> dict[str, Any]:
    """Return ``resources/rules/lists/NAME.toml``: a ``rule`` and its words. Raises RuleError."""
    path = resource("rules", "lists", f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from None


def touches(prose: Prose, index: int) -> bool:
    """Say whether only blanks part the word at an index from the one after it."""
    if index < 0 or index + 1 >= len(prose.words):
        return False
    gap = prose.text[prose.words[index].end : prose.words[index + 1].start]
    return not gap.strip(" \u00a0")


def without_ending(word: str) -> str:
    """Return a word without its clitic or particle.

    >>> without_ending("sumbernya"), without_ending("buku")
    ('sumber', 'buku')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
