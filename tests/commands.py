"""The commands, called as ``__main__`` calls them, and what they answer."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsroom.app import Newsroom
from newsroom.cli.backup import say_recovery
from newsroom.cli.run import run
from newsroom.story.story import Story
from newsroom.story.trail.entry import Trail


@dataclass(frozen=True)
class Answer:
    """The exit code of a command, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Command:
    """Runs commands in one data folder, or in the one that a call names."""

    home: Path
    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    def __call__(
        self, *arguments: object, stdin: str | bytes = "", home: Path | None = None
    ) -> Answer:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        newsroom = Newsroom(home or self.home, say_recovery)
        code = run([str(one) for one in arguments], newsroom, _nothing_to_draw, _nothing_to_print)
        return Answer(code, *self.captured.readouterr())


def is_one_line(text: str) -> bool:
    """Say whether this is all that a command should say of what it can't do."""
    return text.startswith("newsroom: ") and text.count("\n") == 1


def _nothing_to_draw(newsroom: Newsroom, story: Story, out: Path) -> None:
    raise AssertionError("only the demo draws")


def _nothing_to_print(trail: Trail, out: Path) -> None:
    raise AssertionError("only a trail as PDF is printed")
