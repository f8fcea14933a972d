"""What a rule is, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule finds fault with, and the text as its first suggestions make it.

    ``right`` is None for a rule that has no correction to offer.
    """

    wrong: str
    right: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """All that is said about a rule; its reference page and its tests are made from it.

    ``message`` is the reason in one Indonesian sentence; it may hold ``{text}``, what
    was found, and ``{fix}``, the first suggestion. ``source`` names where the rule
    comes from (EYD V section, KBBI, article of a code). ``quotes`` says that it
    speaks inside quotations too: what a source said is not restyled, only spelt.
    ``fields`` are the fields it reads, all if empty; ``body`` and so on. ``addresses``
    says that web addresses and handles are its matter too; others pass them over.
    """

    id: str
    severity: Severity
    message: str
    source: str
    wrong: tuple[Example, ...]
    right: tuple[str, ...]
    quotes: bool = True
    fields: tuple[str, ...] = ()
    addresses: bool = False

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a paragraph that a rule finds fault with; offsets in ``Prose.text``.

    ``message`` is given where the rule's own does not say enough.
    """

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    message: str = ""


class Rule(Protocol):
    """One check of one paragraph at a time. Rules hold no state and may be shared by threads."""

    @property
    def about(self) -> About:
        """What the rule is, with its examples."""

    def find(self, prose: Prose) -> Iterable[Match]:
        """Yield what is wrong in a paragraph, in any order."""


class StoryRule(Protocol):
    """A check across paragraphs: names spelt two ways, acronyms, one list in two places.

    It first takes a note of each paragraph by itself, which the checker remembers as
    long as the paragraph stands unchanged, and then looks at all notes together.
    """

    @property
    def about(self) -> About:
        """What the rule is, with its examples; a text of several paragraphs is one example."""

    def note(self, prose: Prose) -> object:
        """Return what the rule must know of a paragraph; None if there is nothing to know."""

    def find(self, notes: Sequence[object]) -> Iterable[tuple[int, Match]]:
        """Yield what is wrong, each with the index of its paragraph.

        ``notes`` are those of all paragraphs of a story in reading order.
        """
