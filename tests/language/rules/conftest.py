"""What the tests of rules ask of them; the rules of a test file are its ``RULES``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules.rule import StoryRule


@pytest.fixture
def corrected(request: pytest.FixtureRequest) -> Callable[..., str]:
    """Puts the first suggestions of the rules into a text."""
    rules = request.module.RULES

    def corrected(text: str, field: str = "body") -> str:
        prose = Prose(text, field)
        fixed = prose.text
        found = (match for rule in rules for match in rule.find(prose) if match.suggestions)
        for match in sorted(found, key=lambda match: -match.start):
            fixed = fixed[: match.start] + match.suggestions[0] + fixed[match.end :]
        return fixed

    return corrected


@pytest.fixture
def marks(request: pytest.FixtureRequest) -> Callable[..., list[str]]:
    """Names the rule of each place that is marked in a text, hints among them if ``quiet``."""
    rules = [rule for rule in request.module.RULES if rule.about.fields != ("headline",)]

    def marks(text: str, *, quiet: bool = True) -> list[str]:
        prose = Prose(text)
        return [
            rule.about.id
            for rule in rules
            if quiet or rule.about.severity is not Severity.HINT
            for _ in rule.find(prose)
        ]

    return marks


@pytest.fixture
def marked_behind(request: pytest.FixtureRequest) -> Callable[[str, str], list[str]]:
    """Returns what the rules mark in a paragraph behind another, which may be odd and long."""

    def marked_behind(odd: str, paragraph: str) -> list[str]:
        prose = Prose(f"{odd}\n\n{paragraph}")
        found = [match for rule in request.module.RULES for match in rule.find(prose)]
        return [prose.text[m.start : m.end] for m in found if m.start > len(odd)]

    return marked_behind


@pytest.fixture
def marked() -> Callable[..., list[str]]:
    """Returns what a rule of whole stories marks in some paragraphs."""

    def marked(rule: StoryRule, *paragraphs: str) -> list[str]:
        proses = [Prose(text) for text in paragraphs]
        found = rule.find([rule.note(prose) for prose in proses])
        return [proses[at].text[match.start : match.end] for at, match in found]

    return marked
