"""The one door to all language checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.language.finding import Finding, Severity
from newsroom.language.lexicon import Lexicon
from newsroom.language.prose import Prose
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.speller import Speller
from newsroom.language.vocabulary import Vocabulary
from newsroom.story.markdown_text import paragraphs
from newsroom.story.story import Story

MAX_SUGGESTIONS = 5

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_REMEMBERED = 5_000  # paragraphs whose findings are kept


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the checker says of one word."""

    word: str
    ok: bool
    suggestions: tuple[str, ...] = ()


class Checker:
    """Checks Indonesian text.

    One checker serves one thread, because its speller does; without a speller it
    goes by the project's own lists. ``known`` are the words that the user or the
    house has added. ``rules`` are those to check by, all if not given.
    """

    def __init__(
        self,
        speller: Speller | None,
        known: Iterable[str] = (),
        rules: Sequence[Rule] | None = None,
    ) -> None:
        self._words = Vocabulary(speller, Lexicon.load(), known)
        self._rules = all_rules(self._words.is_word) if rules is None else list(rules)
        self._forms = [rule for rule in self._rules if rule.about.family == "nonstandard"]
        self._remembered: dict[tuple[str, str], list[Finding]] = {}

    def learn(self, word: str) -> None:
        """Take a word as right from now on."""
        self._words.learn(word)
        self._remembered.clear()

    def spell(self, word: str, limit: int = MAX_SUGGESTIONS) -> Spelling:
        """Judge one word as it stands, with up to ``limit`` suggestions."""
        standard = [
            fix
            for rule in self._forms
            for match in rule.find(Prose(word))
            if match.end - match.start == len(word)
            for fix in match.suggestions
        ]
        if not standard and self._words.is_right(word):
            return Spelling(word, True)
        found = dict.fromkeys([*standard, *self._words.suggest(word, limit)])
        return Spelling(word, False, tuple(found)[:limit])

    def paragraph(self, text: str, field: str = "body") -> list[Finding]:
        """Check one paragraph; offsets count from its own start."""
        known = self._remembered.get((field, text))
        if known is None:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[field, text] = self._check(Prose(text, field))
        return known

    def text(self, text: str, field: str = "body") -> list[Finding]:
        """Check a whole field, paragraph by paragraph, in reading order."""
        found = []
        for part in paragraphs(text):
            found += [shift(finding, part.start) for finding in self.paragraph(part.text, field)]
        return found

    def story(self, story: Story) -> list[Finding]:
        """Check every field that readers read, in the order of ``story_texts``."""
        return [finding for field, text in story_texts(story) for finding in self.text(text, field)]

    def _check(self, prose: Prose) -> list[Finding]:
        found = [finding for rule in self._rules for finding in self._by_rule(rule, prose)]
        return _without_rivals([*found, *self._unknown(prose)])

    def _by_rule(self, rule: Rule, prose: Prose) -> Iterator[Finding]:
        about = rule.about
        if about.fields and prose.field.rpartition(".")[2] not in about.fields:
            return
        for match in rule.find(prose):
            if prose.is_address(match.start, match.end):
                continue
            if about.quotes or not prose.is_quoted(match.start, match.end):
                yield _finding(about, match, prose)

    def _unknown(self, prose: Prose) -> Iterator[Finding]:
        for word in prose.words:
            if self._words.is_wrong(word, prose):
                start, end = prose.place(word.start, word.end)
                yield Finding(
                    rule="spelling",
                    severity=Severity.ERROR,
                    field=prose.field,
                    start=start,
                    end=end,
                    text=prose.markdown[start:end],
                    message=f"“{word.text}” tidak ada di kamus.",
                    suggestions=tuple(self._words.suggest(word.text, MAX_SUGGESTIONS)),
                )


def _finding(about: About, match: Match, prose: Prose) -> Finding:
    start, end = prose.place(match.start, match.end)
    text = prose.markdown[start:end]
    # A mark inside what is found would be lost with it; then the person corrects it.
    clean = text == prose.text[match.start : match.end]
    suggestions = match.suggestions if clean else ()
    fix = match.suggestions[0] if match.suggestions else ""
    message = match.message or about.message
    return Finding(
        rule=about.id,
        severity=about.severity,
        field=prose.field,
        start=start,
        end=end,
        text=text,
        message=message.replace("{text}", prose.text[match.start : match.end]).replace(
            "{fix}", fix
        ),
        suggestions=suggestions,
    )


def _without_rivals(found: list[Finding]) -> list[Finding]:
    """Return the findings in order; of those that overlap, the surest and then the longest.

    A rule knows better what is wrong than that a word is in no dictionary.
    """
    ranked = sorted(
        found,
        key=lambda f: (_RANK[f.severity], f.rule == "spelling", f.start - f.end, f.start, f.rule),
    )
    kept: list[Finding] = []
    for finding in ranked:
        if not any(finding.start < other.end and other.start < finding.end for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


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
