"""The one door to all language checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsroom.language.finding import Finding, Severity
from newsroom.language.speller import Speller
from newsroom.language.tokens import Word, plain, words
from newsroom.story.markdown_text import paragraphs
from newsroom.story.story import Story

MAX_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the checker says of one word."""

    word: str
    ok: bool
    suggestions: tuple[str, ...] = ()


class Checker:
    """Checks Indonesian text.

    One checker serves one thread, because its speller does. ``known`` are the
    words that the user or the house has added. They are right as they were
    added, and with more capitals, not with fewer: ``Cibeber`` makes ``CIBEBER``
    right, but not ``cibeber``.
    """

    def __init__(self, speller: Speller, known: Iterable[str] = ()) -> None:
        self._speller = speller
        self._known = {plain(word) for word in known}
        self._suggestions: dict[str, tuple[str, ...]] = {}

    def learn(self, word: str) -> None:
        """Take a word as right from now on."""
        self._known.add(plain(word))

    def spell(self, word: str, limit: int = MAX_SUGGESTIONS) -> Spelling:
        """Judge one word as it stands, with up to ``limit`` suggestions."""
        if self._is_right(word):
            return Spelling(word, True)
        return Spelling(word, False, self._suggest(word)[:limit])

    def paragraph(self, text: str, field: str = "body") -> list[Finding]:
        """Check one paragraph; offsets count from its own start."""
        return [self._unknown(word, field) for word in words(text) if self._is_error(word)]

    def text(self, text: str, field: str = "body") -> list[Finding]:
        """Check a whole field, paragraph by paragraph, in reading order."""
        found = []
        for part in paragraphs(text):
            found += [shift(finding, part.start) for finding in self.paragraph(part.text, field)]
        return found

    def story(self, story: Story) -> list[Finding]:
        """Check every field that readers read, in the order of ``story_texts``."""
        return [finding for field, text in story_texts(story) for finding in self.text(text, field)]

    def _is_error(self, word: Word) -> bool:
        text = word.text
        if len(text) == 1 or any(letter.isdigit() for letter in text):
            return False
        # A capital makes it a name or an acronym, unless a sentence begins with it.
        telling = text[1:] if word.opens else text
        if any(letter.isupper() for letter in telling):
            return False
        return not self._is_right(text) and not (word.opens and self._is_right(_lowered(text)))

    def _is_right(self, word: str) -> bool:
        return self._is_known(plain(word)) or self._speller.knows(word)

    def _is_known(self, word: str) -> bool:
        if word in self._known or (word[:1].isupper() and _lowered(word) in self._known):
            return True
        return word.isupper() and bool({word.lower(), word.capitalize()} & self._known)

    def _suggest(self, word: str) -> tuple[str, ...]:
        if word not in self._suggestions:
            self._suggestions[word] = tuple(self._speller.suggest(word))
        return self._suggestions[word]

    def _unknown(self, word: Word, field: str) -> Finding:
        return Finding(
            rule="spelling",
            severity=Severity.ERROR,
            field=field,
            start=word.start,
            end=word.end,
            text=word.text,
            message=f"“{word.text}” tidak ada di kamus.",
            suggestions=self._suggest(word.text)[:MAX_SUGGESTIONS],
        )


def shift(finding: Finding, by: int) -> Finding:
    """Return the finding moved along its field by a number of code points."""
    return replace(finding, start=finding.start + by, end=finding.end + by)


def story_texts(story: Story) -> Iterator[tuple[str, str]]:
    """Yield each checked field of a story by name, with its text, in reading order.

    Findings of a story are listed in this order, and within a field by their start.
    """
    yield "kicker", story.kicker
    yield "headline", story.headline
    yield "subheadline", story.subheadline
    for number, photo in enumerate(story.photos):
        yield f"photos[{number}].caption", photo.caption
        yield f"photos[{number}].alt", photo.alt
    yield "body", story.body
    yield "summary", story.summary


def _lowered(word: str) -> str:
    return word[:1].lower() + word[1:]
