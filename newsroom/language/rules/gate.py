"""Which rules are asked of a paragraph: most need a string that few paragraphs hold."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Rule


class Gate:
    """Rules by what they need, so that each string is looked for once and not by every rule.

    A rule with ``needs`` is asked where one of these strings stands, any other always.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._always: list[int] = []
        by_string: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            needs: Sequence[str] = getattr(rule, "needs", ())
            if not needs:
                self._always.append(number)
            for string in needs:
                by_string.setdefault(string, []).append(number)
        self._by_string = tuple(by_string.items())

    def rules(self, prose: Prose) -> list[Rule]:
        """Return the rules that may find something in a paragraph, in their order."""
        text, numbers = prose.text, set(self._always)
        for string, needing in self._by_string:
            if string in text:
                numbers.update(needing)
        rules = (self._rules[number] for number in sorted(numbers))
        return [rule for rule in rules if reads(rule.about, prose.field)]


def reads(about: About, field: str) -> bool:
    """Say whether a rule reads a field; ``photos[0].caption`` is a caption."""
    return not about.fields or field.rpartition(".")[2] in about.fields
