"""All rules of single paragraphs, in the order of their reference page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsroom.language.rules.capitals import capitals
from newsroom.language.rules.facts import (
    ages,
    calendar,
    changes,
    counts,
    lists,
    percent,
    records,
    shares,
    sums,
)
from newsroom.language.rules.forms import (
    bound_forms,
    compounds,
    doubled,
    nonstandard,
    particles,
    prepositions,
    short_forms,
)
from newsroom.language.rules.names import acronym_pairs, acronyms
from newsroom.language.rules.numbers import clock_times, figures
from newsroom.language.rules.punctuation import (
    appositions,
    commas,
    degrees,
    marks,
    quotes,
    sentence_ends,
)
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.story import captions, shape
from newsroom.language.rules.style import paired_conjunctions, plain_verbs
from newsroom.language.rules.tables import read_rules
from newsroom.language.shipped_words import shipped_words
from newsroom.resources import resource


def all_rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return every rule of single paragraphs.

    ``is_word`` says whether a word in lower case stands in the dictionaries: some
    rules leave alone what is a word of its own. Raises RuleError for a faulty table.
    """
    places = shipped_words("places")
    rules: list[Rule] = [
        *nonstandard.rules(is_word),
        *short_forms.rules(is_word),
        *prepositions.rules(is_word),
        *particles.rules(is_word),
        *bound_forms.rules(is_word),
        *compounds.rules(),
        *doubled.rules(),
        *figures.rules(),
        *clock_times.rules(),
        *marks.rules(is_word),
        *degrees.rules(),
        *sentence_ends.rules(),
        *quotes.rules(),
        *commas.rules(),
        *appositions.rules(),
        *capitals.rules(is_word, places),
        *plain_verbs.rules(),
        *paired_conjunctions.rules(),
        *calendar.rules(),
        *sums.rules(),
        *shares.rules(),
        *changes.rules(),
        *percent.rules(),
        *lists.rules(),
        *counts.rules(),
        *records.rules(),
        *acronyms.rules(),
        *acronym_pairs.rules(),
        *ages.rules(),
        *shape.rules(),
        *captions.rules(is_word),
    ]
    return [*rules, *_of_tables()]


@cache  # they are the same for every checker, and reading them is much of making one
def _of_tables() -> tuple[Rule, ...]:
    paths = sorted(resource("rules").glob("*.toml"))
    return tuple(rule for path in paths for rule in read_rules(path))
