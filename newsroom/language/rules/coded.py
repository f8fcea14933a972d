"""A kind of rule for code: a regular expression whose corrections a function works out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.words import holds_one

Work = Callable[[re.Match[str], Prose], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Worked:
    """A regular expression whose corrections are worked out by a function.

    ``work`` returns the suggestions for a match, none of them if there is nothing to
    offer, or None if the place is right. ``needs`` are strings of which one must be in
    the paragraph. Web addresses, handles and file names are left alone.
    """

    about: About
    expression: re.Pattern[str]
    work: Work
    needs: tuple[str, ...] = ()

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each place that is not right."""
        if self.needs and not holds_one(prose.text, self.needs):
            return
        for match in self.expression.finditer(prose.text):
            fixes = self.work(match, prose)
            if fixes is not None and not prose.is_address(*match.span()):
                yield Match(match.start(), match.end(), fixes)
