"""The lists of words that rules which are code read."""

from __future__ import annotations

from typing import Any

from newsroom.language.rules.tables import read_toml
from newsroom.resources import resource


def read_list(name: str) -> dict[str, Any]:
    """Return ``resources/rules/lists/NAME.toml``: a ``rule`` and its words. Raises RuleError."""
    return read_toml(resource("rules", "lists", f"{name}.toml"))
