"""What is said of all rules, for their reference page."""

from __future__ import annotations

from newsroom.language.house import HOUSE_RULES
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.rule import About
from newsroom.language.rules.spelling import SPELLING
from newsroom.language.rules.story_catalogue import story_rules


def abouts() -> list[About]:
    """Return what every rule says of itself; no dictionary is needed for it."""

    def nothing(word: str) -> bool:
        return False

    return [
        SPELLING,
        *(rule.about for rule in all_rules(nothing)),
        *(rule.about for rule in story_rules(nothing, nothing)),
        *HOUSE_RULES,
    ]
