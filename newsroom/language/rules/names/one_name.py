"""One body or programme that a story calls by several names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from newsroom.language.prose import Prose
from newsroom.language.rules.names.acronyms import WORD, Acronyms, explained, fitting
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.words import holds_one


class OneName:
    """One body or programme that a story calls by several names.

    A name given is doubted where the list of names has it as another's, where its
    letters are those of an acronym of the story that stands for other words, and
    where an acronym is explained in two ways.
    """

    def __init__(self, about: About, acronyms: Acronyms) -> None:
        self.about = about
        self._acronyms = acronyms
        self._others = {
            other: (name, short) for name, short, others in acronyms.one_name for other in others
        }
        phrases = sorted(self._others, key=len, reverse=True)
        self._find_other = regex(
            r"(?<![\w-])(?:" + "|".join(map(re.escape, phrases)) + r")(?![\w-])", re.IGNORECASE
        )

    def note(self, prose: Prose) -> object:
        """Return the paragraph's text, and the names in it that are another's."""
        lowered = prose.lowered_text
        others: tuple[tuple[str, int, int], ...] = ()
        if holds_one(lowered, self._others):
            found = self._find_other.finditer(prose.text)
            others = tuple((match.group().lower(), *match.span()) for match in found)
        return (prose.text, others, explained(prose.text) if "(" in prose.text else ())

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the first place of each other name."""
        noted = [(index, note) for index, note in enumerate(notes) if isinstance(note, tuple)]
        text = "\n".join(note[0] for _, note in noted)
        lowered = text.lower()
        done = set()
        for index, (_, others, _) in noted:
            for other, start, end in others:
                name, short = self._others[other]
                if other in done or not (_stands(name.lower(), lowered) or _stands(short, text)):
                    continue
                done.add(other)
                message = (
                    f"Di tempat lain dalam naskah ini tertulis “{short}” atau “{name}”; "
                    "pakai satu nama yang resmi."
                )
                yield index, Match(start, end, (name,), message)
        yield from self._explained_otherwise(noted)

    def _explained_otherwise(
        self, noted: Sequence[tuple[int, tuple[Any, ...]]]
    ) -> Iterator[tuple[int, Match]]:
        first: dict[str, str] = defaultdict(str)
        for index, (_, _, places) in noted:
            for short, words, start, _ in places:
                end = start - 2
                if not (full := fitting(short, words)) or full.lower() in self._others:
                    continue
                before = first[short]
                if before and _is_other_name(before.lower(), full.lower()):
                    message = f"{short} tadi dijelaskan sebagai “{before}”; pakai satu kepanjangan."
                    yield index, Match(end - len(full), end, (before,), message)
                first[short] = before or full


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    return [OneName(said("fact")["fact.one_name"], Acronyms.load())]


def _is_other_name(one: str, other: str) -> bool:
    """Say whether two names are one body's: most of their words are the same, not all."""
    words, others = set(WORD.findall(one)), set(WORD.findall(other))
    return words != others and 2 * len(words & others) >= max(len(words), len(others))


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", text) is not None
