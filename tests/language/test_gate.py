"""The gate lets every rule see what it would find without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.language.lexicon import Lexicon
from newsroom.language.prose import Prose
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.gate import Gate
from newsroom.language.rules.rule import Rule
from newsroom.language.speller import HunspellSpeller
from newsroom.language.vocabulary import Vocabulary

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return all_rules(Vocabulary(HunspellSpeller(), Lexicon.load(), ()).is_standard)


def paragraphs(rules: list[Rule]) -> Iterator[str]:
    for rule in rules:
        yield from (example.wrong for example in rule.about.wrong)
    for path in sorted((TESTS / "language" / "hurried").glob("*.txt")):
        yield from path.read_text("utf-8").split("\n\n")
    yield from (TESTS / "benchmarks" / "good_news.txt").read_text("utf-8").split("\n")


def test_no_rule_that_would_find_something_is_left_out(rules: list[Rule]) -> None:
    gate = Gate(rules)
    found = 0
    for text in paragraphs(rules):
        prose = Prose(text)
        asked = gate.rules(prose)
        for rule in rules:
            if any(rule.find(prose)) and (not rule.about.fields or "body" in rule.about.fields):
                assert rule in asked, f"{rule.about.id} wasn't asked of: {text}"
                found += 1
    assert found > 500


def test_most_rules_are_left_out(rules: list[Rule]) -> None:
    gate = Gate(rules)
    asked = gate.rules(Prose("Warga kampung itu menanam padi di sawah milik mereka sendiri."))
    assert len(asked) < len(rules) / 4
