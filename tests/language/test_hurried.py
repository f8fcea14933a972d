"""Twelve stories as a reporter in a hurry writes them, each with a list of what is wrong in it.

Beside each ``hurried/NAME.txt`` (headline, empty line, body) stands ``NAME.toml``: every
fault by its text, the rule or family of rules that should find it, and what is right
instead, if anything is. What the checker does not manage is listed here and nowhere else:
a change for the better shows as a failure too, and shortens a list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsroom.language.checker import Checker
from newsroom.language.finding import Finding, Severity
from newsroom.language.speller import HunspellSpeller
from newsroom.story.story import Story

FOLDER = Path(__file__).with_name("hurried")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))

MISSED: dict[str, set[str]] = {
    # Of 1,2 and 1,5 triliun, both rounded, a fifth more may be right.
    "anggaran": {"dihadiri Bupati", "atau naik 20 persen", "Miliar", "nggak", "Ke tiga"},
    "festival": {"pagelaran"},
    "irigasi": {"Padi dana"},
    "pencabulan": {"45"},
    "pilkades": {"perhitungan"},
    "umkm": {"ngajarin"},
}
"""Faults that nothing marks."""

OTHER_FIRST: dict[str, set[str]] = {"pencabulan": {"KPAI"}}
"""Faults that are marked, but whose first suggestion is not what is right."""

WRONGLY_MARKED: dict[str, set[str]] = {"pencabulan": {"ngaji"}}
"""What is right and marked as an error or a warning all the same."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A stretch of a story that is wrong, and its findings."""

    text: str
    right: str | None
    found: list[Finding]
    field: str
    start: int

    def is_righted(self, field_text: str) -> bool:
        """Say whether the first suggestion makes of it what is right."""
        end = self.start + len(self.text)
        wanted = field_text[: self.start] + (self.right or "") + field_text[end:]
        return any(
            field_text[: f.start] + f.suggestions[0] + field_text[f.end :] == wanted
            for f in self.found
            if f.suggestions
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """A story, its faults with what was found of each, and all that was found."""

    story: Story
    faults: list[Fault]
    findings: list[Finding]

    def others(self) -> Iterator[Finding]:
        """Yield the findings where nothing is wrong."""
        for finding in self.findings:
            if not any(_meets(finding, f.field, f.start, f.text) for f in self.faults):
                yield finding


def _meets(finding: Finding, field: str, start: int, text: str) -> bool:
    return finding.field == field and finding.start < start + len(text) and start < finding.end


@pytest.fixture(scope="module")
def stories() -> dict[str, Checked]:
    checker = Checker(HunspellSpeller())
    return {name: check(checker, name) for name in NAMES}


def check(checker: Checker, name: str) -> Checked:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    listed = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["fault"]
    headline, _, body = text.partition("\n\n")
    story = Story(headline=headline, body=body)
    findings = checker.story(story)
    faults = []
    for fault in listed:
        assert text.count(fault["text"]) == 1, fault
        field = "headline" if fault["text"] in headline else "body"
        start = getattr(story, field).index(fault["text"])
        found = [
            finding
            for finding in findings
            if _meets(finding, field, start, fault["text"])
            and f"{finding.rule}.".startswith(f"{fault['rule']}.")
        ]
        faults.append(Fault(fault["text"], fault.get("right"), found, field, start))
    return Checked(story, faults, findings)


def test_the_stories_are_long_and_faulty_enough(stories: dict[str, Checked]) -> None:
    assert len(stories) == 12
    for checked in stories.values():
        assert 250 <= len(checked.story.body.split()) <= 350
        assert len(checked.faults) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_faults_are_found(stories: dict[str, Checked], name: str) -> None:
    missed = {fault.text for fault in stories[name].faults if not fault.found}
    assert missed == MISSED.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_the_first_suggestion_is_right(stories: dict[str, Checked], name: str) -> None:
    story = stories[name].story
    other = {
        fault.text
        for fault in stories[name].faults
        if fault.found
        and fault.right is not None
        and not fault.is_righted(getattr(story, fault.field))
    }
    assert other == OTHER_FIRST.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_marked(stories: dict[str, Checked], name: str) -> None:
    wrong = {f.text for f in stories[name].others() if f.severity is not Severity.HINT}
    assert wrong == WRONGLY_MARKED.get(name, set())
