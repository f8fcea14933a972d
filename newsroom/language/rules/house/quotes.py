"""The rule of a house that writes straight quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newsroom.language.finding import Severity
from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Example, Match
from newsroom.language.typography import straight

QUOTES = About(
    id="house.quotes",
    severity=Severity.HINT,
    message="Gaya selingkung redaksi: tanda petik ditulis lurus (\" dan ') dalam seluruh naskah.",
    source="quotes dalam berkas gaya selingkung redaksi",
    wrong=(
        Example('Film “Malam" tayang.', 'Film "Malam" tayang.'),
        Example('"Kami siap,” kata Karta.', '"Kami siap," kata Karta.'),
        Example("Ma’ruf memanen padi.", "Ma'ruf memanen padi."),
    ),
    right=(
        '"Kami siap," kata Karta.',
        "Ma'ruf memanen padi.",
        "Luasnya 5′ 30″ lintang selatan.",
    ),
    addresses=True,
)


@dataclass(frozen=True, slots=True)
class CurlyQuotes:
    """The first curly quotation mark of a paragraph; it says enough of all that follow."""

    needs: ClassVar = ("“", "”", "‘", "’")
    about: About = QUOTES
    _MARK: ClassVar = re.compile("[“”‘’]")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the first mark, made straight."""
        if mark := self._MARK.search(prose.text):
            yield Match(mark.start(), mark.end(), (straight(mark.group()),))
