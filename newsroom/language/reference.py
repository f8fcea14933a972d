"""What is said of all rules, for their reference page."""

from __future__ import annotations

from newsroom.language.house import HOUSE_RULES
from newsroom.language.requirements import Requirement, requirements
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.rule import About
from newsroom.language.rules.spelling import SPELLING
from newsroom.language.rules.story_catalogue import story_rules


def abouts() -> list[About | Requirement]:
    """Return what every rule says of itself; no dictionary is needed for it.

    What is asked of a story before it leaves for a portal comes last.
    """

    def nothing(word: str) -> bool:
        return False

    return [
        SPELLING,
        *(rule.about for rule in all_rules(nothing)),
        *(rule.about for rule in story_rules(nothing, nothing)),
        *HOUSE_RULES,
        *requirements().values(),
    ]
