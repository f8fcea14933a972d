"""Every rule is tried on its own examples: what it must find, and what it must leave alone."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.rule import Match, Rule
from newsroom.language.speller import HunspellSpeller

RULES = all_rules(HunspellSpeller().knows)


def matches(rule: Rule, text: str) -> list[Match]:
    prose = Prose(text, rule.about.fields[0] if rule.about.fields else "body")
    return sorted(rule.find(prose), key=lambda match: match.start)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_finds_and_corrects_its_wrong_examples(rule: Rule):
    assert len(rule.about.wrong) >= 3
    for example in rule.about.wrong:
        found = matches(rule, example.wrong)
        assert found, example.wrong
        if example.right is not None:
            corrected = Prose(example.wrong).text
            for match in reversed(found):
                corrected = corrected[: match.start] + match.suggestions[0] + corrected[match.end :]
            assert corrected == example.right
            assert not matches(rule, example.right), "the correction is found fault with again"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_leaves_its_right_examples_alone(rule: Rule):
    assert len(rule.about.right) >= 3
    for text in rule.about.right:
        assert matches(rule, text) == [], text


def test_ids_are_unique_and_say_their_family():
    ids = [rule.about.id for rule in RULES]
    assert len(set(ids)) == len(ids)
