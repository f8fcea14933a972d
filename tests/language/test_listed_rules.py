from __future__ import annotations

from newsroom.language.finding import Severity
from newsroom.language.listed_rules import listed_rules
from newsroom.language.reference import abouts


def test_every_rule_is_listed_with_its_family_around_it():
    rules = listed_rules()
    assert {rule.id for rule in rules} == {about.id for about in abouts()}
    families = [rule.family for rule in rules]
    assert len(list(dict.fromkeys(families))) == len(set(families))
    assert families == [one for name in dict.fromkeys(families) for one in families if one == name]


def test_a_rule_says_what_it_finds_with_examples():
    rule = next(rule for rule in listed_rules() if rule.id == "spelling")
    assert rule.says == "… tidak ada di kamus."
    assert rule.severity is Severity.ERROR
    assert rule.examples[0] == "Kerja yang efesien. → Kerja yang efisien."


def test_what_blocks_an_export_is_marked_as_such():
    blocking = {rule.id for rule in listed_rules() if rule.blocks}
    assert "story.headline" in blocking
    assert "spelling" not in blocking
    assert "story.alt" not in blocking
