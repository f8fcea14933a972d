"""The ⟨fields⟩ of templates and snippets that nobody has filled in yet."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.language.fields import fields
from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.story.story import Story

LEFT_TO_FILL_IN = "story.field"
"""The rule of what a template or a snippet left to be filled in."""

_TEXTS = (
    *("kicker", "headline", "subheadline", "body", "closing", "editor", "slug", "summary"),
    *("topic", "search_title", "search_description", "social"),
)
_LISTS = ("byline", "contributors", "tags")
_OF_PHOTOS = ("caption", "credit", "alt", "creator", "source", "permission", "copyright")


def of_blanks(story: Story) -> Iterator[Finding]:
    """Find each field that is left in the words of a story."""
    rule = requirements()[LEFT_TO_FILL_IN]
    for field, text in _written(story):
        for start, end in fields(text):
            left = text[start:end]
            yield rule.unmet(field, start, left, left=left)


def _written(story: Story) -> Iterator[tuple[str, str]]:
    """Yield each field that a person writes in, with its text as the window shows it."""
    for name in _TEXTS:
        yield name, getattr(story, name)
    for name in _LISTS:
        yield name, ", ".join(getattr(story, name))
    yield "dateline", ", ".join(filter(None, (story.dateline.place, story.dateline.source)))
    yield "corrections", "\n".join(one.text for one in story.corrections)
    yield "answers", story.answers.headline if story.answers else ""
    yield "answered_by", "\n".join(one.headline for one in story.answered_by)
    yield "withdrawal", story.withdrawal.reason if story.withdrawal else ""
    for number, photo in enumerate(story.photos):
        for name in _OF_PHOTOS:
            yield f"photos[{number}].{name}", getattr(photo, name)
