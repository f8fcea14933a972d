"""The lists of words that rules which are code read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from newsroom.language.rules.tables import read_toml
from newsroom.resources import resource


@cache  # several modules ask for the same file
def read_list(name: str) -> Mapping[str, Any]:
    """Return ``resources/rules/lists/NAME.toml``: a ``rule`` and its words. Raises RuleError."""
    return read_toml(resource("rules", "lists", f"{name}.toml"))
