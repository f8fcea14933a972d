"""What a rule writes instead is right: the whole checker finds no fault with it again."""

from __future__ import annotations

import pytest

from newsroom.language.checker import Checker
from newsroom.language.finding import Finding, Severity
from newsroom.language.prose import Prose
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.kinds import Phrases
from newsroom.language.rules.rule import Match, Rule
from newsroom.language.speller import HunspellSpeller

_SPELLER = HunspellSpeller()
RULES = all_rules(_SPELLER.knows)
PHRASES = [rule for rule in RULES if isinstance(rule, Phrases)]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(_SPELLER)


def corrected(text: str, found: list[Match]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the first suggestions in it, and where they stand."""
    places: list[tuple[int, int]] = []
    moved = 0
    for match in sorted(found, key=lambda match: match.start):
        if match.suggestions:
            fix, start = match.suggestions[0], match.start + moved
            text = text[:start] + fix + text[match.end + moved :]
            places.append((start, start + len(fix)))
            moved += len(fix) - (match.end - match.start)
    return text, places


def is_at(finding: Finding, place: tuple[int, int]) -> bool:
    """Say whether a finding meets a place or stands right beside it."""
    return finding.start <= place[1] and finding.end >= place[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_first_suggestions_are_found_fault_with_by_no_rule(rule: Rule, checker: Checker):
    field = rule.about.fields[0] if rule.about.fields else "body"
    for example in rule.about.wrong:
        prose = Prose(example.wrong, field)
        text, places = corrected(prose.text, list(rule.find(prose)))
        left = [
            (finding.rule, finding.text, text)
            for finding in checker.paragraph(text, field)
            if finding.severity is not Severity.HINT
            and any(is_at(finding, place) for place in places)
        ]
        assert left == []


@pytest.mark.parametrize("rule", PHRASES, ids=lambda rule: rule.about.id)
def test_phrases_are_corrected_to_words_that_are_right(rule: Phrases, checker: Checker):
    fixes = {fix for fixes in rule.table.values() for fix in fixes}
    words = {word.text for fix in fixes for word in Prose(fix).words}
    assert {word for word in words if not checker.spell(word).ok} == set()
