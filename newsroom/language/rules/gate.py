"""Which rules are asked of a paragraph: most need a string that few paragraphs hold."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Rule

# The letters of Indonesian texts from the most frequent on; all others are rarer.
_FREQUENT = " anietkrsudmgplbhojy.,"


class Gate:
    """Rules by what they need, so that each string is looked for once and not by every rule.

    A rule with ``needs`` is asked where one of these strings stands, any other always.
    Strings are looked for only where their rarest letter is.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._always: list[int] = []
        self._by_letter: dict[str, dict[str, list[int]]] = {}
        self._read: dict[str, frozenset[int]] = {}
        for number, rule in enumerate(rules):
            needs: Sequence[str] = getattr(rule, "needs", ())
            if not needs:
                self._always.append(number)
            for string in needs:
                by_string = self._by_letter.setdefault(max(string, key=_rarity), {})
                by_string.setdefault(string, []).append(number)

    def rules(self, prose: Prose) -> list[Rule]:
        """Return the rules that may find something in a paragraph, in their order."""
        text, numbers = prose.text, set(self._always)
        for letter in self._by_letter.keys() & set(text):
            for string, needing in self._by_letter[letter].items():
                if string in text:
                    numbers.update(needing)
        return [self._rules[number] for number in sorted(numbers & self._that_read(prose.field))]

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
