"""Which finding is meant by the word just typed."""

from __future__ import annotations

import pytest

from newsroom.language.finding import Finding, Severity
from newsroom.language.put_right import REACH, just_typed


def found(line: str, *words: str, suggestions: tuple[str, ...] = ("benar",)) -> list[Finding]:
    places = ((word, line.index(word)) for word in words)
    return [
        Finding("spelling", Severity.ERROR, "body", at, at + len(word), word, "", suggestions)
        for word, at in places
    ]


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ("kerja efesien", "", "efesien"),
        ("kerja efesien dan ", "", "efesien"),
        ("trampil dan efesien dan ", "", "efesien"),
        ("trampil dan ", "efesien", "trampil"),
        ("kerja efe", "sien", "efesien"),
        ("", "efesien", None),
        ("baik ", "efesien", None),
        ("efesien" + " kata" * 11 + " ", "", "efesien"),
        ("efesien" + " kata" * 12 + " ", "", None),
    ],
)
def test_the_last_finding_before_the_cursor_is_meant_if_it_is_near(before, after, meant):
    line = before + after
    findings = found(line, *(word for word in ("trampil", "efesien") if word in line))
    chosen = just_typed(findings, line, len(before))
    assert (chosen and chosen.text) == meant


def test_what_has_no_suggestion_is_passed_over():
    line = "trampil dan xyzzy "
    findings = found(line, "trampil") + found(line, "xyzzy", suggestions=())
    assert just_typed(findings, line, len(line)).text == "trampil"


def test_a_last_word_longer_than_the_reach_is_still_the_last_word():
    line = "x" * (REACH + 20)
    assert just_typed(found(line, line[:5]), line, len(line)).text == "xxxxx"
