"""Nouns with *melakukan* where a verb would do: *melakukan pemeriksaan* for *memeriksa*."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newsroom.language.affixes import SUFFIXES
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import like
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import touches

_HEAVY = frozenset(("melakukan", "mengadakan", "melaksanakan"))
_TOWARD = frozenset(("terhadap", "atas", "kepada"))


class PlainVerb:
    """*melakukan* and its like with a noun made from a verb.

    ``verbs`` are those whose noun is made as all are, me- becoming pe-…-an; ``whole``
    are those of them whose last letters are no ending but the root's; ``kinds``
    are words that make the noun one of a kind, which the verb could not be.
    """

    def __init__(
        self,
        about: About,
        verbs: Iterable[str],
        whole: Collection[str],
        kinds: Collection[str],
    ) -> None:
        self.about = about
        self._verbs = {noun_of(verb, verb in whole): verb for verb in verbs}
        self._kinds = frozenset(kinds)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _HEAVY

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each such pair of words, with the preposition after it, and the verb."""
        words, lowered = prose.words, prose.lowered
        for at in range(len(words) - 1):
            if lowered[at] not in _HEAVY or not touches(prose, at):
                continue
            verb = self._verbs.get(lowered[at + 1])
            if not verb:
                continue
            end = at + 1
            if touches(prose, end):
                if lowered[end + 1] in self._kinds:
                    continue
                end += lowered[end + 1] in _TOWARD
            start = words[at].start
            yield Match(start, words[end].end, (like(words[at].text, verb),))


def noun_of(verb: str, is_whole: bool = False) -> str:
    """Return the noun of what a verb in me- does.

    >>> noun_of("memeriksa"), noun_of("menyelidiki"), noun_of("mencuri", is_whole=True)
    ('pemeriksaan', 'penyelidikan', 'pencurian')
    """
    base = verb.removeprefix("me")
    if not is_whole:
        ending = next((suffix for suffix in SUFFIXES if base.endswith(suffix)), "")
        base = base.removesuffix(ending)
    return f"pe{base}an"


def rules() -> list[Rule]:
    """Return the rules of this module."""
    lists = read_list("plain_verbs")
    about = said("wordiness")["wordiness.plain_verb"]
    return [PlainVerb(about, lists["verbs"], lists["whole"], lists["kinds"])]
