"""A kind of rule for code: a regular expression whose corrections a function works out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match

Work = Callable[[re.Match[str], Prose], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Worked:
    """A regular expression whose corrections are worked out by a function.

    ``work`` returns the suggestions for a match, none of them if there is nothing to
    offer, or None if the place is right. ``needs`` are strings of which the paragraph
    of each match holds one, for the gate. Web addresses, handles and file names are left alone.
    """

    about: About
    expression: re.Pattern[str]
    work: Work
    needs: tuple[str, ...] = ()

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each place that is not right."""
        for match in self.expression.finditer(prose.text):
            fixes = self.work(match, prose)
            if fixes is not None and not prose.is_address(*match.span()):
                yield Match(match.start(), match.end(), fixes)
