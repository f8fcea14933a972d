"""All rules of single paragraphs, in the order of their reference page."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.language.rules import (
    acronym_pairs,
    acronyms,
    ages,
    bound_forms,
    capitals,
    clock_times,
    commas,
    compounds,
    doubled,
    facts_dates,
    facts_lists,
    facts_percent,
    facts_sums,
    nonstandard,
    numbers,
    paired_conjunctions,
    particles,
    plain_verbs,
    prepositions,
    punctuation,
    quotes,
    story_shape,
)
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.resources import resource


def all_rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return every rule of single paragraphs.

    ``is_word`` says whether a word in lower case stands in the dictionaries: some
    rules leave alone what is a word of its own. Raises RuleError for a faulty table.
    """
    places = resource("words", "places.txt").read_text(encoding="utf-8").splitlines()
    rules: list[Rule] = [
        *nonstandard.rules(is_word),
        *prepositions.rules(is_word),
        *particles.rules(is_word),
        *bound_forms.rules(is_word),
        *compounds.rules(),
        *doubled.rules(),
        *numbers.rules(),
        *clock_times.rules(),
        *punctuation.rules(is_word),
        *quotes.rules(),
        *commas.rules(),
        *capitals.rules(is_word, places),
        *plain_verbs.rules(),
        *paired_conjunctions.rules(),
        *facts_dates.rules(),
        *facts_sums.rules(),
        *facts_percent.rules(),
        *facts_lists.rules(),
        *acronyms.rules(),
        *acronym_pairs.rules(),
        *ages.rules(),
        *story_shape.rules(),
    ]
    for path in sorted(resource("rules").glob("*.toml")):
        rules += read_rules(path)
    return rules
