"""The shape of a story: paragraphs too long for a telephone, foreign phrases, links to others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

MOST_SENTENCES = 3
MOST_WORDS = 60
LONG_STORY = 600
_LINK_WITHIN = 200  # code points: such a line is short
_LINKS = regex(r"\bbaca\s?(?:juga|pula)\b|\bsimak\sjuga\b", re.IGNORECASE)
_LISTED = regex(r"\s{0,3}(?:[-*+]\s|\d{1,3}[.)]\s|\||>|#)")
# Emphasis in Markdown; the marks themselves are no part of Prose.text.
_EMPHASIS = regex(
    r"(?<![\w*])\*{1,3}(?=\S)[^*\n]{1,300}\*{1,3}|(?<!\w)_{1,3}(?=\S)[^_\n]{1,300}_{1,3}(?!\w)"
)


class ParagraphLength:
    """A paragraph of more sentences or words than readers on a telephone follow."""

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield what is beyond the measure: the sentences to put into another paragraph."""
        if len(prose.words) <= MOST_WORDS and len(prose.sentences) <= MOST_SENTENCES:
            return
        if len(prose.text) < 2 * MOST_WORDS or _LISTED.match(prose.markdown):
            return
        narrated = self._narrated(prose)
        starts = [word.start for word in prose.words]
        counts = [bisect_left(starts, end) - bisect_left(starts, start) for start, end in narrated]
        words = sum(counts)
        if (len(narrated) <= MOST_SENTENCES and words <= MOST_WORDS) or len(narrated) < 2:
            return
        message = (
            f"Alinea ini {len(narrated)} kalimat, {words} kata; pembaca ponsel terbantu oleh "
            f"alinea paling banyak {MOST_SENTENCES} kalimat atau {MOST_WORDS} kata. "
            "Pecah mulai dari sini."
        )
        yield Match(*self._beyond(narrated, counts), (), message)

    def _narrated(self, prose: Prose) -> list[tuple[int, int]]:
        """Return the sentences that are not a quotation: what a source said stays whole."""
        return [span for span in prose.sentences if not prose.is_quoted(*span)]

    def _beyond(
        self, sentences: Sequence[tuple[int, int]], counts: Sequence[int]
    ) -> tuple[int, int]:
        words = 0
        for number, (span, count) in enumerate(zip(sentences, counts, strict=True)):
            words += count
            if number and (number >= MOST_SENTENCES or words > MOST_WORDS):
                return span
        return sentences[-1]


class ForeignPhrase:
    """English words side by side that are neither in italics nor in quotes.

    Capitals make a name of them, of a film or a firm, which is left upright.
    """

    def __init__(self, about: About, function: Collection[str], content: Collection[str]) -> None:
        self.about = about
        self._function = frozenset(function)
        self._english = self._function | frozenset(content)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._english and word not in self._function

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each run of two and more English words, one of them in lower case."""
        run: list[int] = []
        for at, word in enumerate((*prose.lowered, "")):
            if word in self._english and (not run or self._follows(prose, at)):
                run.append(at)
                continue
            if len(run) > 1 and self._is_phrase(prose, run):
                start, end = prose.words[run[0]].start, prose.words[run[-1]].end
                if not prose.is_quoted(start, end) and not _is_emphasised(prose, start, end):
                    yield Match(start, end)
            run = [at] if word in self._english else []

    def _follows(self, prose: Prose, at: int) -> bool:
        return prose.text[prose.words[at - 1].end : prose.words[at].start] == " "

    def _is_phrase(self, prose: Prose, run: Sequence[int]) -> bool:
        words = [prose.words[at] for at in run]
        if all(word.text.lower() in self._function for word in words):
            return False
        if any(word.text[0].isupper() and not word.opens for word in words):
            return False
        # A capital beside it makes it part of a name: Bank of the …, Ministry of …
        before = prose.words[run[0] - 1] if run[0] else None
        after = prose.words[run[-1] + 1] if run[-1] + 1 < len(prose.words) else None
        if before and words[0].text.lower() in self._function and before.text[0].isupper():
            return False
        return not (after and after.text[0].isupper() and words[-1].text.lower() in self._function)


class ReadAlso:
    """A long story with no link to another."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return the words of a paragraph, and whether it links to a story."""
        if prose.field != "body":
            return None
        linked = "](" in prose.markdown or bool(
            _LINKS.search(prose.text, 0, _LINK_WITHIN) if "juga" in prose.text else None
        )
        return (len(prose.words), linked, len(prose.text))

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the paragraph at the middle of a story that has no such link."""
        told = [(index, note) for index, note in enumerate(notes) if isinstance(note, tuple)]
        words = sum(note[0] for _, note in told)
        if words <= LONG_STORY or any(note[1] for _, note in told):
            return
        passed = 0
        for index, (count, _, length) in told:
            passed += count
            if passed * 2 >= words:
                yield index, Match(max(length - 1, 0), length)
                return


def rules() -> list[Rule]:
    """Return the rules of single paragraphs."""
    about, english = said("story"), read_list("english")
    return [
        ParagraphLength(about["story.paragraph_length"]),
        ForeignPhrase(about["story.foreign_italics"], english["function"], english["content"]),
    ]


def story_rules() -> list[StoryRule]:
    """Return the rules of whole stories."""
    return [ReadAlso(said("story")["story.read_also"])]


def _is_emphasised(prose: Prose, start: int, end: int) -> bool:
    first, last = prose.place(start, end)
    return any(
        match.start() < first and last <= match.end()
        for match in _EMPHASIS.finditer(prose.markdown)
    )
