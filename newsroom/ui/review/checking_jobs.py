"""What the checker's process is told to do.

It is told of these functions by name, and loads this module for them: so there is no Qt here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING, TypeVar

from newsroom.language.finding import Finding
from newsroom.story.dateline import Dateline
from newsroom.story.story import Story

if TYPE_CHECKING:
    from newsroom.language.checker import Checker

R = TypeVar("R")
Line = tuple[str, str]  # the last part of its field's name ("body", "caption"), its text
Findings = tuple[Finding, ...]


def job(what: Callable[..., R], *given: object, lasting: bool = False) -> Callable[..., R]:
    """Return one of these for the lane, which hands it on to the process."""
    return methodcaller("do", partial(_call, what, given), lasting=lasting)


def _call(what: Callable[..., R], given: tuple[object, ...], checker: Checker) -> R:
    return what(checker, *given)


def check(checker: Checker, lines: Sequence[Line]) -> tuple[dict[Line, Findings], str]:
    """Return what is found in each line, and what the checker has to do without."""
    found = {(kind, text): tuple(checker.paragraph(text, kind)) for kind, text in lines}
    return found, checker.lack


def look_across(
    checker: Checker, lines: Sequence[tuple[str, str]], dateline: Dateline
) -> tuple[list[list[Finding]], Findings, frozenset[str]]:
    """Return what only the whole story shows: of its lines, of its dateline, the names it uses."""
    across = checker.across(lines, dateline)
    return across, tuple(checker.dateline(dateline)), checker.used_names(lines)


def check_story(checker: Checker, story: Story) -> list[Finding]:
    """Return what is found in a whole story; of lines that were checked before, at once."""
    return checker.story(story)


def learn(checker: Checker, words: Sequence[str]) -> None:
    """Take words as right from now on."""
    for word in words:
        checker.learn(word)


def unlearn(checker: Checker, words: Sequence[str]) -> None:
    """Take words that were learnt as any other again."""
    for word in words:
        checker.forget(word)


def sources(checker: Checker) -> dict[str, str]:
    """Return where each rule is written down, by its name."""
    return checker.sources()
