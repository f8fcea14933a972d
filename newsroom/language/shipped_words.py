"""The lists of words that ship with the program, a word or a phrase a line."""

from __future__ import annotations

from newsroom.resources import resource


def shipped_words(*names: str) -> list[str]:
    """Return the lines of ``resources/words/NAME.txt`` that are not blank and no remark."""
    return [line for name in names for line in _lines(name) if line and line[0] != "#"]


def _lines(name: str) -> list[str]:
    return resource("words", f"{name}.txt").read_text(encoding="utf-8").split("\n")
