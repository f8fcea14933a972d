"""What a *ralat* cites as it was printed: it is wrong, and has to be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsroom.language.finding import Finding

_KIND = "text"  # of the field: ``corrections[0].text``
_CITED = re.compile(
    r"\b(?:tertulis|ditulis|tercetak|tertera|disebut(?:kan)?)\b(.{1,300}?)"
    r"\b(?:seharusnya|semestinya|yang benar|yang betul)\b"
    r"|\bbukan\b([^.;]{1,200})",
    re.IGNORECASE | re.DOTALL,
)


def misprints(text: str) -> list[tuple[int, int]]:
    """Return start and end of each stretch that is cited as wrong, in code points.

    >>> text = "Semula tertulis Endarwati, seharusnya Endrawati."
    >>> [text[start:end] for start, end in misprints(text)]
    [' Endarwati, ']
    """
    return [match.span(match.lastindex or 0) for match in _CITED.finditer(text)]


def without_cited(found: Iterable[Finding], text: str, field: str) -> Iterator[Finding]:
    """Yield what was found in a field but in what a *ralat* cites as wrong."""
    cited = misprints(text) if field.rpartition(".")[2] == _KIND else []
    for one in found:
        if not any(start <= one.start and one.end <= end for start, end in cited):
            yield one
