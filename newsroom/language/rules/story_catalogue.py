"""All rules of whole stories, in the order of their reference page."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.language.known_names import KnownNames
from newsroom.language.rules.ethics import ethics
from newsroom.language.rules.facts import (
    ages,
    dateline_dates,
    dateline_places,
    durations,
    sums_across,
    totals_last,
)
from newsroom.language.rules.names import acronym_slips, acronyms, one_name, spellings
from newsroom.language.rules.rule import StoryRule
from newsroom.language.rules.story import headline_words, quote_source, shape


def story_rules(
    is_word: Callable[[str], bool],
    is_name: Callable[[str], bool],
    known: KnownNames | None = None,
) -> list[StoryRule]:
    """Return every rule that looks at a whole story.

    ``is_word`` says whether a word in lower case stands in the dictionaries, and
    ``is_name`` whether a word with its capital is a known name; ``known`` are the names
    of the archive and of the newsroom. Raises RuleError for a faulty table.
    """
    return [
        *spellings.story_rules(is_word, is_name, known or KnownNames()),
        *acronyms.story_rules(is_name),
        *acronym_slips.story_rules(is_name),
        *one_name.story_rules(),
        *ages.story_rules(),
        *durations.story_rules(),
        *sums_across.story_rules(),
        *totals_last.story_rules(),
        *dateline_places.story_rules(),
        *dateline_dates.story_rules(),
        *quote_source.story_rules(),
        *ethics.story_rules(),
        *headline_words.story_rules(is_word, is_name),
        *shape.story_rules(),
    ]
