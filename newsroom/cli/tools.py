"""What the commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from newsroom.app import Newsroom
from newsroom.story.story import Story
from newsroom.story.trail.entry import Trail


@dataclass(frozen=True, slots=True)
class Tools:
    """What the commands work with.

    ``draw`` draws the window with a story into a PNG file, ``print_trail`` writes a trail as a
    PDF file.
    """

    newsroom: Newsroom
    draw: Callable[[Newsroom, Story, Path], None]
    print_trail: Callable[[Trail, Path], None]


def newsroom_of(ctx: typer.Context) -> Newsroom:
    """Return the newsroom that a command is for."""
    tools: Tools = ctx.obj
    return tools.newsroom
