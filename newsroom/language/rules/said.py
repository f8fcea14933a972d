"""What is said about the rules that are code: read from ``resources/rules/said``."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.language.rules.rule import About
from newsroom.language.rules.tables import about, read_toml
from newsroom.resources import resource


def said(family: str) -> Mapping[str, About]:
    """Return what a file says, by the rules' ids. Raises RuleError."""
    path = resource("rules", "said", f"{family}.toml")
    return {values["id"]: about(values, path.name) for values in read_toml(path)["rule"]}
