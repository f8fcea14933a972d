"""A story's quotation marks as the house that prints it has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from newsroom.language.typography import Style, in_style
from newsroom.story.aftermath import StoryLink
from newsroom.story.story import Photo, Story

_ADDRESS = re.compile(r"(\]\((?:[^()\n]|\([^()\n]*\))*\)|https?://\S+)")
_TEXTS = (
    *("headline", "kicker", "subheadline", "body", "summary", "topic"),
    *("search_title", "search_description", "social"),
)


def in_house_quotes(story: Story, style: Style) -> Story:
    """Return a story with straight marks where the house wants none but these.

    The other way round is left to a person, whom the checker tells: a straight mark may be
    either of two, or that of inches.

    >>> in_house_quotes(Story(headline="“Kami Siap”"), Style(curly_quotes=False)).headline
    '"Kami Siap"'
    """
    if style.curly_quotes:
        return story
    texts: dict[str, Any] = {name: _prose(getattr(story, name), style) for name in _TEXTS}
    tags = tuple(in_style(tag, style) for tag in story.tags)
    photos = tuple(_photo(photo, style) for photo in story.photos)
    notes: dict[str, Any] = {
        "corrections": tuple(
            replace(one, text=in_style(one.text, style)) for one in story.corrections
        ),
        "answers": story.answers and _link(story.answers, style),
        "answered_by": tuple(_link(one, style) for one in story.answered_by),
    }
    if story.withdrawal:
        reason = in_style(story.withdrawal.reason, style)
        notes["withdrawal"] = replace(story.withdrawal, reason=reason)
    return replace(story, tags=tags, photos=photos, **notes, **texts)


def _prose(text: str, style: Style) -> str:
    """Return a text with its marks in a style; addresses, and names of pictures, stay.

    >>> _prose("“Baik” ![“a”](foto ’24.jpg)", Style(curly_quotes=False))
    '"Baik" !["a"](foto ’24.jpg)'
    """
    parts = _ADDRESS.split(text)
    return "".join(
        part if number % 2 else in_style(part, style) for number, part in enumerate(parts)
    )


def _link(link: StoryLink, style: Style) -> StoryLink:
    return replace(link, headline=in_style(link.headline, style))


def _photo(photo: Photo, style: Style) -> Photo:
    return replace(photo, caption=in_style(photo.caption, style), alt=in_style(photo.alt, style))
