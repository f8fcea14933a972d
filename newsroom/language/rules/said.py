"""What is said about the rules that are code: read from ``resources/rules/said``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsroom.language.rules.rule import About
from newsroom.language.rules.tables import RuleError, about, read_toml
from newsroom.resources import resource


@cache  # several modules ask for the same file
def said(family: str) -> Mapping[str, About]:
    """Return what a file says, by the rules' ids. Raises RuleError."""
    path = resource("rules", "said", f"{family}.toml")
    tables = read_toml(path).get("rule")
    if tables is None:
        raise RuleError(f"{path.name}: kunci 'rule' belum ada")
    return {values["id"]: about(values, path.name) for values in tables}
