"""Which rules are asked of a paragraph: most need a string or a word that few paragraphs hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Rule

# The letters of Indonesian texts from the most frequent on; all others are rarer.
_FREQUENT = " anietkrsudmgplbhojy.,"
_REMEMBERED = 20_000  # words; a text's most frequent ones come again and again


class Gate:
    """Rules by what they need, so that few of them are asked, and no string is sought twice.

    A rule with ``needs`` is asked where one of these strings stands, one with ``may_mark``
    where that says so of a word, any other always. Strings are looked for only where their
    rarest letter is, and each word is judged once.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._always: set[int] = set()
        self._judges: list[tuple[int, Callable[[str], bool]]] = []
        self._by_letter: dict[str, dict[str, list[int]]] = {}
        self._by_word: dict[str, tuple[int, ...]] = {}
        self._read: dict[str, frozenset[int]] = {}
        for number, rule in enumerate(rules):
            needs: Sequence[str] = getattr(rule, "needs", ())
            if may_mark := getattr(rule, "may_mark", None):
                self._judges.append((number, may_mark))
            elif not needs:
                self._always.add(number)
            for string in needs:
                by_string = self._by_letter.setdefault(max(string, key=_rarity), {})
                by_string.setdefault(string, []).append(number)

    def rules(self, prose: Prose) -> list[Rule]:
        """Return the rules that may find something in a paragraph, in their order."""
        text, numbers = prose.text, self._always.copy()
        for letter in self._by_letter.keys() & set(text):
            for string, needing in self._by_letter[letter].items():
                if string in text:
                    numbers.update(needing)
        for word in prose.lowered:
            if marking := self._marking(word):
                numbers.update(marking)
        return [self._rules[number] for number in sorted(numbers & self._that_read(prose.field))]

    def _marking(self, word: str) -> tuple[int, ...]:
        known = self._by_word.get(word)
        if known is None:
            if len(self._by_word) > _REMEMBERED:
                self._by_word.clear()
            known = tuple(number for number, may_mark in self._judges if may_mark(word))
            self._by_word[word] = known
        return known

    def _that_read(self, field: str) -> frozenset[int]:
        kind = _kind(field)
        if kind not in self._read:
            about = [rule.about for rule in self._rules]
            self._read[kind] = frozenset(n for n, one in enumerate(about) if reads(one, kind))
        return self._read[kind]


def reads(about: About, field: str) -> bool:
    """Say whether a rule reads a field; ``photos[0].caption`` is a caption."""
    return not about.fields or _kind(field) in about.fields


def _kind(field: str) -> str:
    return field.rpartition(".")[2]


def _rarity(letter: str) -> int:
    at = _FREQUENT.find(letter)
    return at if at >= 0 else len(_FREQUENT)
