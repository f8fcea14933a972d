"""Reading rules from the TOML files in ``resources/rules``.

A file holds ``[[rule]]`` tables; see ``resources/rules/README.md`` for their keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsroom.language.finding import Severity
from newsroom.language.rules.kinds import Pattern, Phrases
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Example, Rule

_ABOUT = {"id", "severity", "message", "source", "wrong", "right", "quotes", "fields", "kind"}
_OWN = {
    "pattern": {"find", "replace", "needs", "ignore_case"},
    "phrases": {"table"},
}


class RuleError(ValueError):
    """A table of rules can't be understood; the message names file, rule and reason."""


def read_rules(path: Path) -> list[Rule]:
    """Read one file of rules. Raises RuleError."""
    return [_rule(values, path) for values in read_toml(path).get("rule", [])]


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a file says. Raises RuleError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from None


def about(values: Mapping[str, Any], where: str) -> About:
    """Return what a table says about its rule. Raises RuleError."""
    try:
        return About(
            id=values["id"],
            severity=Severity(values["severity"]),
            message=values["message"],
            source=values["source"],
            wrong=tuple(_example(value) for value in values["wrong"]),
            right=tuple(values["right"]),
            quotes=values.get("quotes", True),
            fields=tuple(values.get("fields", ())),
        )
    except KeyError as error:
        raise RuleError(f"{where}: kunci {error} belum ada") from None
    except ValueError as error:
        raise RuleError(f"{where}: {error}") from None


def _rule(values: Mapping[str, Any], path: Path) -> Rule:
    where = f"{path.name}, aturan “{values.get('id', '?')}”"
    kind = values.get("kind", "")
    if kind not in _OWN:
        raise RuleError(f"{where}: jenis “{kind}” tidak dikenal; yang ada: {', '.join(_OWN)}")
    if unknown := set(values) - _ABOUT - _OWN[kind]:
        raise RuleError(f"{where}: kunci “{min(unknown)}” tidak dikenal")
    said = about(values, where)
    try:
        if kind == "pattern":
            flags = re.IGNORECASE if values.get("ignore_case") else 0
            expression = regex(values["find"], flags | re.VERBOSE)
            needs = tuple(values.get("needs", ()))
            return Pattern(said, expression, values.get("replace"), needs)
        return Phrases(said, _table(values["table"]))
    except KeyError as error:
        raise RuleError(f"{where}: kunci {error} belum ada") from None


def _table(values: Mapping[str, str | list[str]] | Iterable[str]) -> dict[str, tuple[str, ...]]:
    if not isinstance(values, Mapping):
        return dict.fromkeys(values, ())
    return {
        phrase: (fix,) if isinstance(fix, str) else tuple(fix) for phrase, fix in values.items()
    }


def _example(value: str | list[str]) -> Example:
    return Example(value) if isinstance(value, str) else Example(*value)
