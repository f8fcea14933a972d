"""What a house makes of the rules: which it goes by, and how sure it takes each to be."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.language.listed_rules import ListedRule
from newsroom.ui.dialogs.settings.draft import Draft

_OFF, _SEVERITY = "house.off", "house.severity"


class HouseRules:
    """Reads and changes the two keys of the draft that speak of rules.

    A family may be switched off as a whole; once one of its rules is wanted, the others
    are switched off one by one.
    """

    def __init__(self, draft: Draft, rules: Sequence[ListedRule]) -> None:
        self._draft = draft
        self._rules = rules

    @property
    def families(self) -> list[str]:
        """The families, in order."""
        return list(dict.fromkeys(rule.family for rule in self._rules))

    def of(self, family: str) -> list[ListedRule]:
        """Return the rules of a family."""
        return [rule for rule in self._rules if rule.family == family]

    def is_on(self, rule: ListedRule) -> bool:
        """Say whether the house goes by a rule."""
        off = self._draft.get(_OFF, [])
        return rule.id not in off and (rule.blocks or rule.family not in off)

    def switch(self, rule: ListedRule, on: bool) -> None:
        """Go by a rule, or not."""
        off = list(self._draft.get(_OFF, []))
        if on:
            if rule.family in off and rule.family != rule.id:
                # One that is called as its family is can't be off alone.
                others = [
                    one.id
                    for one in self.of(rule.family)
                    if not self.is_on(one) and one.id not in (rule.id, one.family)
                ]
                off += [one for one in others if one not in off]
            off = [one for one in off if one not in (rule.id, rule.family)]
        elif self.is_on(rule):
            off.append(rule.id)
        self._draft.set(_OFF, off)

    def switch_family(self, family: str, on: bool) -> None:
        """Go by all rules of a family, or by none."""
        ids = {family, *(rule.id for rule in self.of(family))}
        off = [one for one in self._draft.get(_OFF, []) if one not in ids]
        self._draft.set(_OFF, off if on else [*off, family])

    def severity(self, rule: ListedRule) -> str:
        """Return how sure the house takes a rule to be; nothing where it says nothing."""
        return str(self._draft.get(_SEVERITY, {}).get(rule.id, ""))

    def weigh(self, rule: ListedRule, severity: str) -> None:
        """Take a rule to be so sure; nothing leaves it to the rule."""
        said = {key: one for key, one in self._draft.get(_SEVERITY, {}).items() if key != rule.id}
        self._draft.set(_SEVERITY, said | ({rule.id: severity} if severity else {}))
