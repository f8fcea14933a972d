"""What is asked of a story before it leaves: declared as data, for the list and the checks.

The words are in ``resources/preflight.toml``. The checks of ``newsroom.portal.preflight``
can find fault only by what is declared there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsroom.language.finding import Finding, Severity
from newsroom.resources import resource


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that is asked; its ``message`` may hold what a check fills in, in braces."""

    id: str
    severity: Severity
    message: str
    source: str

    @property
    def family(self) -> str:
        """The first part of its name."""
        return self.id.partition(".")[0]

    def unmet(
        self,
        field: str,
        start: int = 0,
        text: str = "",
        fixes: tuple[str, ...] = (),
        **told: object,
    ) -> Finding:
        """Return the finding on a stretch of a field, or on a field as a whole."""
        message = self.message.format(**told)
        end = start + len(text)
        return Finding(self.id, self.severity, field, start, end, text, message, fixes)


@cache
def requirements() -> Mapping[str, Requirement]:
    """Return all that is asked, by its name, in the order of the page."""
    path = resource("preflight.toml")
    rules = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return {
        rule["id"]: Requirement(
            rule["id"], Severity(rule["severity"]), rule["message"], rule["source"]
        )
        for rule in rules
    }
