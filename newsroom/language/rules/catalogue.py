"""All rules of the program, in the order of their reference page."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.language.rules import bound_forms, compounds, nonstandard, particles, prepositions
from newsroom.language.rules.rule import Rule
from newsroom.language.rules.tables import read_rules
from newsroom.resources import resource


def all_rules(is_word: Callable[[str], bool]) -> list[Rule]:
    """Return every rule of single paragraphs.

    ``is_word`` says whether a word in lower case stands in the dictionaries: some
    rules leave alone what is a word of its own. Raises RuleError for a faulty table.
    """
    rules: list[Rule] = [*nonstandard.rules(is_word)]
    for module in (prepositions, particles, bound_forms):
        rules += module.rules(is_word)
    rules += compounds.rules()
    for path in sorted(resource("rules").glob("*.toml")):
        rules += read_rules(path)
    return rules
