"""What is said about the rules that are code: read from ``resources/rules/said``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from newsroom.language.rules.rule import About
from newsroom.language.rules.tables import RuleError, about
from newsroom.resources import resource


def said(family: str) -> Mapping[str, About]:
    """Return what a file says, by the rules' ids. Raises RuleError."""
    path = resource("rules", "said", f"{family}.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise RuleError(f"{path.name}: {error}") from None
    return {values["id"]: about(values, path.name) for values in tables}
