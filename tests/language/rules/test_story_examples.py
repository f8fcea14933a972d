"""Every rule of whole stories is tried on its own examples, paragraphs parted by blank lines."""

from __future__ import annotations

import pytest

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import Match, StoryRule
from newsroom.language.rules.story_catalogue import story_rules
from newsroom.language.speller import HunspellSpeller

_SPELLER = HunspellSpeller()
RULES = story_rules(_SPELLER.knows, _SPELLER.knows)


def matches(rule: StoryRule, text: str) -> list[tuple[int, Match]]:
    notes = [rule.note(Prose(part)) for part in text.split("\n\n")]
    found = rule.find(notes)
    return sorted(found, key=lambda place: (place[0], place[1].start))


def corrected(text: str, found: list[tuple[int, Match]]) -> str:
    parts = [Prose(part).text for part in text.split("\n\n")]
    for index, match in reversed(found):
        part = parts[index]
        parts[index] = part[: match.start] + match.suggestions[0] + part[match.end :]
    return "\n\n".join(parts)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_finds_and_corrects_its_wrong_examples(rule: StoryRule):
    assert len(rule.about.wrong) >= 3
    for example in rule.about.wrong:
        found = matches(rule, example.wrong)
        assert found, example.wrong
        if example.right is not None:
            assert corrected(example.wrong, found) == example.right
            assert not matches(rule, example.right), "the correction is found fault with again"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_leaves_its_right_examples_alone(rule: StoryRule):
    assert len(rule.about.right) >= 3
    for text in rule.about.right:
        assert matches(rule, text) == [], text


def test_ids_are_unique():
    ids = [rule.about.id for rule in RULES]
    assert len(set(ids)) == len(ids)
