"""A house style: which rules a newsroom checks by, and its own words and terms.

What each key means stands in ``resources/house/README.md``; ``house_file`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from newsroom.language.finding import Finding, Severity
from newsroom.language.requirements import requirements
from newsroom.language.rules.house.quotes import QUOTES, CurlyQuotes
from newsroom.language.rules.house.shape import (
    DATELINE,
    HEADLINE,
    DatelineStyle,
    HeadlineLength,
)
from newsroom.language.rules.house.terms import HONORIFIC, TERM, Term, Terms, without_honorifics
from newsroom.language.rules.rule import About, Rule, StoryRule
from newsroom.language.typography import Style, straight
from newsroom.story.checklist import Item
from newsroom.story.dateline import Dateline, write_dateline
from newsroom.story.notes import NoteStyle

HOUSE_RULES: tuple[About, ...] = (TERM, HONORIFIC, HEADLINE, DATELINE, QUOTES)
"""What the rules say of themselves that a house can add."""

_WANTS_CURLY = "punctuation.quote_straight"  # the rule that a house with straight ones is spared


class HouseError(ValueError):
    """A house style can't be used; the message names the file, the line and the fault.

    ``fault`` is what comes after the line, and begins with the key; it is empty where
    the file as a whole is at fault.
    """

    def __init__(self, message: str, fault: str = "") -> None:
        super().__init__(message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class House:
    """A house style; one without a name changes nothing.

    ``off`` are rules and families of rules not to check by, ``severity`` is how sure
    the findings of a rule are taken to be, ``words`` are right in this house,
    ``terms`` are not to be written and ``honorifics`` not to stand before a name.
    ``headline`` says how long a headline may be, and ``datelines`` how a dateline is
    written, the house's own way first; where there are none any way will do.
    ``straight_quotes`` are written where others have curly ones. ``notes`` is how readers
    are told of a correction, an answer, a withdrawal. ``checklist`` is what is made sure of
    before a story is printed; none for the list that comes with the program.
    ``lines`` says where in the house's file a rule is named.
    """

    name: str = ""
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    headline: HeadlineLength | None = None
    datelines: tuple[str, ...] = ()
    straight_quotes: bool = False
    notes: NoteStyle = field(default_factory=NoteStyle)
    checklist: tuple[Item, ...] | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def allows(self, rule: str) -> bool:
        """Say whether the house checks by a rule, named by its id."""
        if self.straight_quotes and rule == _WANTS_CURLY:
            return False
        return rule not in self.off and rule.partition(".")[0] not in self.off

    def judge(self, finding: Finding) -> Finding:
        """Return the finding, as sure as the house takes it to be, put right in its own way."""
        if self.straight_quotes and any(map(_has_curly, finding.suggestions)):
            suggestions = dict.fromkeys(map(straight, finding.suggestions))
            finding = replace(finding, suggestions=tuple(suggestions))
        severity = self.severity.get(finding.rule, finding.severity)
        return finding if severity is finding.severity else replace(finding, severity=severity)

    def rules(self) -> list[Rule]:
        """Return the rules that the house adds."""
        rules: list[Rule] = []
        if self.terms:
            rules.append(Terms(self.terms))
        if self.honorifics:
            rules.append(without_honorifics(self.honorifics))
        if self.headline:
            rules.append(self.headline)
        if self.straight_quotes:
            rules.append(CurlyQuotes())
        return rules

    @property
    def typing_style(self) -> Style:
        """How the house wants its quotation marks put as they are typed."""
        return Style(curly_quotes=not self.straight_quotes)

    def story_rules(self) -> list[StoryRule]:
        """Return the rules of whole stories that the house adds."""
        return [DatelineStyle(self.datelines)] if self.datelines else []

    def dateline(self, dateline: Dateline) -> list[Finding]:
        """Judge a dateline that stands apart from the body, if it has a pattern of its own.

        One without is written by the portal in its own way.
        """
        typed = write_dateline(dateline, ())
        if not (typed and self.datelines and self.allows(DATELINE.id)):
            return []
        fault = DatelineStyle(self.datelines).fault(dateline, typed)
        if fault is None:
            return []
        finding = Finding(
            DATELINE.id,
            DATELINE.severity,
            "dateline",
            fault.start,
            fault.end,
            typed,
            fault.message,
        )
        return [self.judge(finding)]

    def require(self, known: Iterable[str]) -> None:
        """Raise HouseError if the house names a rule that is none of the ``known``.

        What is asked of a story before it leaves may be named too.
        """
        rules = {*known, *requirements()}
        families = {rule.partition(".")[0] for rule in rules}
        ticking = [rule for item in self.checklist or () for rule in item.rules]
        for key, named, there in (
            ("off", self.off, rules | families),
            ("severity", self.severity, rules),
            ("checklist", ticking, rules | families),
        ):
            for rule in sorted(set(named) - there):
                near = get_close_matches(rule, sorted(there), 1)
                hint = f"; mungkin maksudnya “{near[0]}”" if near else ""
                where = f"{self.name}.toml, baris {self.lines.get(rule, 1)}"
                fault = f"{key}: aturan “{rule}” tidak ada{hint}"
                raise HouseError(f"{where}: {fault}", fault)


def _has_curly(text: str) -> bool:
    return text != straight(text)
