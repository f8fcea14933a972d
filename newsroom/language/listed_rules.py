"""The rules as a person goes through them: what each finds, in words and by an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.language.finding import Severity
from newsroom.language.reference import abouts
from newsroom.language.requirements import Requirement
from newsroom.language.rules.rule import About, Example

_FILLED_IN = re.compile(r"\{\w+\}")
_LAST_FILLED_IN = re.compile(r": …\.$")
_LONGEST = 160  # characters of an example
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class ListedRule:
    """One rule: its name, what it says, where that is from, and what it would mark.

    One that ``blocks`` an export is switched off by its own name alone.
    """

    id: str
    severity: Severity
    says: str
    source: str
    examples: tuple[str, ...] = ()
    blocks: bool = False

    @property
    def family(self) -> str:
        """The first part of its name."""
        return self.id.partition(".")[0]


def listed_rules() -> list[ListedRule]:
    """Return all rules, those of a family together, in the order of the catalogue."""
    rules = [
        ListedRule(
            about.id,
            about.severity,
            _said(about.message),
            about.source,
            tuple(_examples(about.wrong)) if isinstance(about, About) else (),
            isinstance(about, Requirement) and about.severity is Severity.ERROR,
        )
        for about in abouts()
    ]
    families = list(dict.fromkeys(rule.family for rule in rules))
    return sorted(rules, key=lambda rule: families.index(rule.family))


def _said(message: str) -> str:
    """Return a message without what a finding fills in.

    >>> _said("“{text}” bentuk tidak baku; bakunya “{fix}”."), _said("Dirangkai: “{fix}”.")
    ('… bentuk tidak baku; bakunya …', 'Dirangkai.')
    """
    said = _FILLED_IN.sub("…", message).replace("“…”", "…")
    return _LAST_FILLED_IN.sub(".", said).replace("….", "…")


def _examples(wrong: tuple[Example, ...]) -> Iterator[str]:
    for example in wrong[:_EXAMPLES]:
        right = "" if example.right is None else f" → {_short(example.right)}"
        yield f"{_short(example.wrong)}{right}"


def _short(text: str) -> str:
    line = " ¶ ".join(text.split("\n\n")).replace("\n", " ")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"
