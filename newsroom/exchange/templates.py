"""Templates: story files with fields to fill in, those that ship and the user's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.language.fields import dated
from newsroom.resources import resource
from newsroom.story.story import Story, new_id

FOLDER = "templates"

_LINE = r"^{}:[ \t]*(.+?)[ \t]*$"
_NAME = re.compile(_LINE.format("template"), re.MULTILINE)
_ABOUT = re.compile(_LINE.format("about"), re.MULTILINE)
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """A story to begin with: its name in the list, what it is for, and the story."""

    name: str
    about: str
    story: Story

    def begin(self, now: datetime) -> Story:
        """Return a new story made from it, with the dates filled in."""
        story = self.story
        return replace(
            story,
            id=new_id(),
            headline=dated(story.headline, now)[0],
            body=dated(story.body, now)[0],
        )


def read_templates(home: Path) -> tuple[list[Template], list[str]]:
    """Return the templates, the user's own last, and why some can't be read.

    One of the user's own with the name of a shipped file takes its place.
    """
    shipped = _files(resource(FOLDER))
    own = _files(home / FOLDER)
    found: list[Template] = []
    faults: list[str] = []
    for path in (shipped | own).values():
        try:
            found.append(_read(path))
        except ExchangeError as error:
            faults.append(str(error))
    return found, faults


def shipped_texts() -> dict[str, str]:
    """Return the templates that come with the program, as they are written, by file name."""
    files = _files(resource(FOLDER))
    return {name: path.read_text(encoding="utf-8") for name, path in files.items()}


def is_template(file: str) -> bool:
    """Say whether a file of this name in a folder of templates is one."""
    return file.endswith(".md") and file != "README.md"


def _files(folder: Path) -> dict[str, Path]:
    """Return the templates of a folder by file name, in its order."""
    return {path.name: path for path in sorted(folder.glob("*.md")) if is_template(path.name)}


def _read(path: Path) -> Template:
    story = read_story_file(path)
    head = _HEAD.match(path.read_text(encoding="utf-8-sig", errors="replace"))
    says = head[1] if head else ""
    name, about = _NAME.search(says), _ABOUT.search(says)
    return Template(
        _plain(name[1]) if name else path.stem, _plain(about[1]) if about else "", story
    )


def _plain(value: str) -> str:
    """Return a value of the head without the quotes it may be written in."""
    return value[1:-1] if value[:1] == value[-1:] and value[0] in "\"'" else value
