"""Marks that a person has left out: in one place, in one story, or for the whole house."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from newsroom.language.finding import Finding, Severity

# Two words on each side tell one place from others; they are sought no farther than so far.
_REACH = 40
_BEFORE = re.compile(r"(?:\S+\s*){0,2}\Z")
_AFTER = re.compile(r"\A(?:\s*\S+){0,2}")


class Scope(StrEnum):
    """How far a mark is left out."""

    ONCE = "once"
    STORY = "story"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Ignored:
    """What is no longer marked: a text, by one rule alone, as it was written.

    ``field`` is empty unless it is left out in one place only: then it is the last
    part of the field's name, and ``before`` and ``after`` are the words around the
    text in its paragraph. Where they change, it is marked again. A mark
    without ``rule`` is left out whatever rule it comes from.
    """

    rule: str
    text: str
    field: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, finding: Finding) -> Ignored:
        """Return what to leave out so that the rule lets the text pass everywhere."""
        return cls(finding.rule, finding.text)

    @classmethod
    def at(cls, finding: Finding, text: str) -> Ignored:
        """Return what to leave out so that one place passes; the finding stands in ``text``."""
        before = text[max(0, finding.start - _REACH) : finding.start].rpartition("\n")[2]
        after = text[finding.end : finding.end + _REACH].partition("\n")[0]
        return cls(
            finding.rule,
            finding.text,
            finding.field.rpartition(".")[2],
            _part(_BEFORE, before),
            _part(_AFTER, after),
        )

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two of them one: the same text in any case."""
        return (self.rule, self.text.casefold(), self.field, self.before, self.after)

    def as_json(self) -> dict[str, str]:
        """Return it as it is kept with a story."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, value: Any) -> Ignored:
        """Return what was kept; a text alone was left out whatever rule it came from."""
        return cls("", value) if isinstance(value, str) else cls(**{"rule": "", **value})


class IgnoredMarks:
    """A set of what is left out, asked of each finding."""

    def __init__(self, marks: Iterable[Ignored] = ()) -> None:
        self._keys = frozenset(mark.key for mark in marks)

    def cover(self, finding: Finding, text: str = "") -> bool:
        """Say whether a finding is left out.

        ``text`` is the paragraph, or the whole field, that it stands in; without it
        only what is left out everywhere is.
        """
        if not self._keys or not may_be_ignored(finding):
            return False
        return any(
            mark.key in self._keys
            for mark in (
                Ignored.of(finding),
                Ignored("", finding.text),
                Ignored.at(finding, text),
            )
        )


def may_be_ignored(finding: Finding) -> bool:
    """Say whether a person may leave a finding out: not what a story lacks to be sent."""
    return bool(finding.text) and (
        finding.family != "story" or finding.severity is not Severity.ERROR
    )


def _part(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
