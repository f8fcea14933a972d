"""What all files of formatted text have in common once they are read: they become stories."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsroom.exchange.rich.text import Block, Kind, RichText
from newsroom.exchange.rich.write import plain_line, write_markdown
from newsroom.story.front_matter import write_story
from newsroom.story.story import Photo, Story

SetOut = Callable[[str], Story]
"""Sets a raw text out as a story."""


_INDENT = re.compile(r"\n((?: {4})+)(?=[-\d])")
_MARK = "\ue000"  # of private use: nobody writes it, and it is no blank
_MARKED = re.compile(rf"\n+({_MARK}+)([^\n]*)(?:\n\n(?=(?:-|\d+\.) ))?")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A story whose photographs lie on the disk, and notes in Indonesian on what was left out."""

    story: Story
    notes: tuple[str, ...] = ()


def story_of(text: RichText, set_out: SetOut | None = None, title: str = "") -> Story:
    """Return a formatted text as a story.

    A heading of the first level that opens the text is the headline; without one it is
    ``title``. With ``set_out`` dateline, closing code and labelled lines become fields.
    """
    blocks = list(text.blocks)
    headline = title
    at = _headline_at(blocks)
    if at is not None:
        headline = plain_line(blocks.pop(at))
    elif blocks and plain_line(blocks[0]) == title:
        del blocks[0]
    body = write_markdown(blocks)
    if set_out is None:
        return Story(headline=headline, body=body)
    story = set_out_whole(f"Judul: {headline}\n\n{body}" if headline else body, set_out)
    return replace(story, headline=headline or story.headline)


def set_out_whole(text: str, set_out: SetOut) -> Story:
    """Set Markdown out; items within items stay so, though lines are read without indents."""
    marked = _INDENT.sub(lambda found: "\n" + _MARK * (len(found[1]) // 4), text)
    story = set_out(marked)
    if _MARK in write_story(replace(story, body="")):  # part of a list was taken for a field
        return set_out(text)
    body = _MARKED.sub(_indented, story.body)
    return replace(story, body=body)


def with_photos(story: Story, photos: list[Photo]) -> Story:
    """Return the story with these photos; what was read of its first picture stays with it."""
    if not photos:
        return story
    known = next(iter(story.photos), Photo(""))
    first = replace(known, file=photos[0].file, alt=known.alt or photos[0].alt, lead=True)
    return replace(story, photos=(first, *photos[1:], *story.photos[1:]))


def _indented(item: re.Match[str]) -> str:
    end = "\n" if item.group().endswith("\n") else ""
    return "\n" + "    " * len(item[1]) + item[2] + end


def _headline_at(blocks: list[Block]) -> int | None:
    """Return where the one heading of the first level stands, if it may be the headline."""
    tops = [at for at, one in enumerate(blocks) if one.kind is Kind.HEADING and one.level == 1]
    if tops and (tops[0] == 0 or len(tops) == 1):
        return tops[0]
    return None
