"""Quotations that no one is named for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, StoryRule
from newsroom.language.rules.said import said

_SAYS = regex(
    r"\b(?:kata|ujar|tutur|jelas|tegas|terang|ungkap|papar|imbuh|tandas|ucap|sebut|cetus|tukas"
    r"|pungkas|lanjut|tambah|sambung|beber|tulis|cuit|kutip|imbau|harap|akui?|aku|klaim|singgung"
    r"|urai|ulas|seloroh|canda|teriak|pesan|ajak|pinta|pikir|bisik|jawab|tanya|timpal|kenang)"
    r"(?:nya)?\b"
    r"|\b(?:me|di|ber)\w{0,4}(?:kata|ujar|tutur|jelas|tegas|terang|ungkap|papar|imbuh|ucap|sebut"
    r"|lanjut|tambah|sampai|nyata|tulis|cerita|tanya|jawab|pesan|seru|harap|aku|bunyi|kutip)\w{0,6}\b"
    r"|\bmenurut|\b(?:me|pe)nyampai\w*|\bmenyata\w*|\bmenutur\w*|\bpernyataan|\bpesan\b|\bbunyi",
    re.IGNORECASE,
)
_SHORTEST = 6  # words; fewer are a title or a word set apart


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a paragraph outside quotations, and its quotation if it is one whole."""

    outside: str
    quote: tuple[int, int] | None

    def names_source(self) -> bool:
        """Say whether the words outside quotations tell who speaks."""
        return bool(_SAYS.search(self.outside)) or self.outside.rstrip().endswith(":")


class QuoteSource:
    """A paragraph that is a quotation, with no word there or beside it of who said it."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return a paragraph's words outside quotations, and its quotation."""
        if prose.field != "body":
            return None
        text, quote = prose.text, None
        for start, end in prose.quotes:
            whole = not text[:start].strip() and not text[end:].strip(" .")
            if whole and len(text[start:end].split()) >= _SHORTEST:
                quote = (start, end)
        return _Said("".join(_outside(prose)), quote)

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield each quotation that neither its paragraph nor those beside it give a source."""
        for index, note in enumerate(notes):
            if not isinstance(note, _Said) or not note.quote or note.names_source():
                continue
            beside = [notes[at] for at in (index - 1, index + 1) if 0 <= at < len(notes)]
            if not any(
                isinstance(one, _Said) and (one.quote or one.names_source()) for one in beside
            ):
                yield index, Match(*note.quote)


def story_rules() -> list[StoryRule]:
    """Return the rules of this module."""
    return [QuoteSource(said("fact")["fact.quote_source"])]


def _outside(prose: Prose) -> Iterator[str]:
    at = 0
    for start, end in prose.quotes:
        yield prose.text[at:start]
        at = end
    yield prose.text[at:]
