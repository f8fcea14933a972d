"""The one door to all language checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.language.finding import Finding, without_rivals
from newsroom.language.house import HOUSE_RULES, House
from newsroom.language.known_names import KnownNames
from newsroom.language.lexicon import Lexicon
from newsroom.language.memory import Memory
from newsroom.language.misprints import without_cited
from newsroom.language.prose import Prose
from newsroom.language.requirements import requirements
from newsroom.language.rules.catalogue import all_rules
from newsroom.language.rules.facts.datelines import AgainstDateline
from newsroom.language.rules.gate import Gate, reads
from newsroom.language.rules.rule import About, Match, Rule, StoryRule
from newsroom.language.rules.spelling import SPELLING, UNKNOWN
from newsroom.language.rules.story_catalogue import story_rules
from newsroom.language.speller import Speller
from newsroom.language.used_names import Note, note, used_often, without_used
from newsroom.language.vocabulary import Vocabulary
from newsroom.story.dateline import Dateline
from newsroom.story.markdown_text import paragraphs
from newsroom.story.story import Story
from newsroom.story.texts import is_note, story_texts

MAX_SUGGESTIONS = 5

_OF_WORDS = ("nonstandard", "preposition", "particle", "compound")
_REMEMBERED = 20_000  # words whose corrections are kept


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the checker says of one word."""

    word: str
    ok: bool
    suggestions: tuple[str, ...] = ()


class Checker:
    """Checks Indonesian text.

    One checker serves one thread, because its speller does; without a speller it
    goes by the project's own lists. ``known`` are the words that the user has added.
    ``rules`` are those to check by, all if not given; ``house`` may switch some of
    them off and add its own. ``archive`` is asked, once and when first needed, for the
    names that other stories have, with the number of those stories. ``lack`` is what the
    checker has to do without, for whoever uses it to be told in Indonesian; nothing if
    empty. Raises HouseError if the house names an unknown rule.
    """

    def __init__(
        self,
        speller: Speller | None,
        known: Iterable[str] = (),
        rules: Sequence[Rule] | None = None,
        house: House | None = None,
        archive: Callable[[], Mapping[str, int]] = dict,
        lack: str = "",
    ) -> None:
        self.lack = lack
        self._house = house = house or House()
        own = [*house.words, *known]
        self._words = Vocabulary(speller, Lexicon.load(), own)
        self._rules = [*house.rules()]
        self._story_rules: list[StoryRule] = [*house.story_rules()]
        if rules is None:
            self._rules += all_rules(self._words.is_standard)
            # Without hunspell too few words are surely more than merely in use.
            is_word = self._words.is_standard if speller else self._words.is_word
            names = KnownNames(archive, own)
            self._story_rules += story_rules(is_word, self._is_name, names)
            house.require(
                [SPELLING.id]
                + [about.id for about in HOUSE_RULES]
                + [rule.about.id for rule in self._rules]
                + [rule.about.id for rule in self._story_rules]
            )
        else:
            self._rules += rules
        self._rules = [rule for rule in self._rules if house.allows(rule.about.id)]
        self._story_rules = [rule for rule in self._story_rules if house.allows(rule.about.id)]
        self._gate = Gate(self._rules)
        self._forms = [rule for rule in self._rules if rule.about.family in _OF_WORDS]
        self._remembered: Memory[list[Finding]] = Memory()
        self._proses: Memory[Prose] = Memory()
        self._notes: Memory[Sequence[object]] = Memory()
        self._names: Memory[Note] = Memory()
        # A word that is mistyped once is so again, and always to be corrected alike.
        self._put_right = lru_cache(_REMEMBERED)(self._standardised)

    def learn(self, word: str) -> None:
        """Take a word as right from now on."""
        self._words.learn(word)
        self._judge_anew()

    def forget(self, word: str) -> None:
        """Take a word that was learnt as any other again, unless it is the house's too."""
        if word not in self._house.words:
            self._words.forget(word)
            self._judge_anew()

    def spell(self, word: str, limit: int = MAX_SUGGESTIONS) -> Spelling:
        """Judge one word as it stands, with up to ``limit`` suggestions."""
        if self._words.is_known(word):
            return Spelling(word, True)
        standard = self._standard_forms([word]).get(word, ())
        if not standard and self._words.is_right(word):
            return Spelling(word, True)
        found = dict.fromkeys(
            [*standard, *self._put_right(tuple(self._words.suggest(word, limit)))]
        )
        return Spelling(word, False, tuple(found)[:limit])

    def _standardised(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return suggestions; those that our own rules would mark are put right."""
        standard = self._standard_forms(words)
        return tuple(dict.fromkeys(standard.get(other, (other,))[0] for other in words))

    def _standard_forms(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return what is to be written instead of those of some words that are not standard."""
        if not words:
            return {}
        prose = Prose("\n".join(words))
        found: dict[str, tuple[str, ...]] = {}
        for rule in self._forms:
            for match in rule.find(prose):
                text = prose.text[match.start : match.end]
                if match.suggestions and text in words:
                    found[text] = found.get(text, ()) + match.suggestions
        return found

    def paragraph(self, text: str, field: str = "body") -> list[Finding]:
        """Check one paragraph; offsets count from its own start."""
        known = self._remembered.known((field, text))
        if known is None:
            known = self._remembered.keep((field, text), self._check(self._prose(field, text)))
        return known

    def text(self, text: str, field: str = "body") -> list[Finding]:
        """Check a whole field by itself, in reading order."""
        return self._check_all([(field, text)])

    def story(self, story: Story) -> list[Finding]:
        """Check every field that readers read, in the order of ``story_texts``."""
        texts = list(story_texts(story))
        running = [(name, text) for name, text in texts if not is_note(name)]
        found = self._check_all(running, story.dateline)
        for name, text in texts:
            if is_note(name):
                for part in paragraphs(text):
                    found += [one.moved(part.start) for one in self.paragraph(part.text, name)]
        return found + self.dateline(story.dateline)

    def dateline(self, dateline: Dateline) -> list[Finding]:
        """Check a dateline that stands apart from the body."""
        return self._house.dateline(dateline)

    def across(
        self, texts: Sequence[tuple[str, str]], dateline: Dateline | None = None
    ) -> list[list[Finding]]:
        """Return what only the whole story shows, for each of its paragraphs.

        ``texts`` are the paragraphs in reading order, each with the name of its field;
        offsets count from the start of each. ``dateline`` is one that stands apart.
        """
        found: list[list[Finding]] = [[] for _ in texts]
        proses = [self._prose(field, text) for field, text in texts]
        noted = [self._notes_of(prose) for prose in proses]
        for number, rule in enumerate(self._story_rules):
            notes = [notes[number] for notes in noted]
            before = 0
            if dateline is not None and isinstance(rule, AgainstDateline):
                notes.insert(0, rule.note_dateline(dateline))
                before = 1
            for index, match in rule.find(notes):
                if finding := self._finding(rule.about, match, proses[index - before]):
                    found[index - before].append(finding)
        return found

    def used_names(self, texts: Sequence[tuple[str, str]]) -> frozenset[str]:
        """Return the names that a story has used more than once; ``texts`` as for ``across``.

        They are no strangers: what calls them no word is left out of the story's findings.
        """
        return used_often(self._capitals(text) for text in texts)

    def sources(self) -> dict[str, str]:
        """Return where each rule is written down, by its name; of what a portal asks for, too."""
        asked = {each.id: each.source for each in requirements().values()}
        abouts = [SPELLING, *HOUSE_RULES]
        abouts += [rule.about for rule in self._rules]
        abouts += [rule.about for rule in self._story_rules]
        return asked | {about.id: about.source for about in abouts}

    def _judge_anew(self) -> None:
        self._remembered.forget()
        self._notes.forget()

    def _is_name(self, name: str) -> bool:
        """Say whether a word with its capital is a known name, or one of the user's words."""
        return self._words.is_name(name) or self._words.is_known(name)

    def _check_all(
        self, fields: Sequence[tuple[str, str]], dateline: Dateline | None = None
    ) -> list[Finding]:
        parts = [(field, part) for field, text in fields for part in paragraphs(text)]
        texts = [(field, part.text) for field, part in parts]
        own: list[list[Finding]] = []
        for field, text in texts:
            own.append(self.paragraph(text, field))
            self._notes_of(self._prose(field, text))  # while what rules share of it is at hand
        across, names = self.across(texts, dateline), self.used_names(texts)
        return [
            finding.moved(part.start)
            for (_, part), found, more in zip(parts, own, across, strict=True)
            for finding in without_rivals([*without_used(found, names), *more])
        ]

    def _prose(self, field: str, text: str) -> Prose:
        known = self._proses.known((field, text))
        return known or self._proses.keep((field, text), Prose(text, field))

    def _capitals(self, text: tuple[str, str]) -> Note:
        known = self._names.known(text)
        return known if known is not None else self._names.keep(text, note(self._prose(*text)))

    def _notes_of(self, prose: Prose) -> Sequence[object]:
        """Return what each of the story's rules must know of a paragraph."""
        key = prose.field, prose.markdown
        known = self._notes.known(key)
        if known is None:
            notes = tuple(rule.note(prose) for rule in self._story_rules)
            known = self._notes.keep(key, notes)
        return known

    def _check(self, prose: Prose) -> list[Finding]:
        found = [
            finding
            for rule in self._gate.rules(prose)
            for match in rule.find(prose)
            if (finding := self._finding(rule.about, match, prose))
        ]
        if self._house.allows(SPELLING.id):
            found += map(self._house.judge, self._unknown(prose))
        return without_rivals(without_cited(found, prose.markdown, prose.field))

    def _finding(self, about: About, match: Match, prose: Prose) -> Finding | None:
        """Return the finding of a rule as the house judges it.

        None in a field or a quotation that the rule does not read, in an address, and
        where a word has another form but the user or the house has it so.
        """
        if not reads(about, prose.field):
            return None
        if not about.addresses and prose.is_address(match.start, match.end):
            return None
        if not about.quotes and prose.is_quoted(match.start, match.end):
            return None
        finding = _finding(about, match, prose)
        if about.family in _OF_WORDS and self._words.is_known(finding.text):
            return None
        return self._house.judge(finding)

    def _unknown(self, prose: Prose) -> Iterator[Finding]:
        for at in self._words.wrong(prose):
            word = prose.words[at]
            suggested = self._words.suggest_at(at, prose, MAX_SUGGESTIONS)
            suggestions = self._put_right(tuple(suggested))
            sure = self._words.is_slip_of_one(word.text, suggestions)
            about = SPELLING if sure else UNKNOWN
            yield _finding(about, Match(word.start, word.end, suggestions), prose)


def _finding(about: About, match: Match, prose: Prose) -> Finding:
    start, end = prose.place(match.start, match.end)
    text = prose.markdown[start:end]
    # A mark inside what is found would be lost with it; then the person corrects it.
    clean = len(text) == match.end - match.start
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
