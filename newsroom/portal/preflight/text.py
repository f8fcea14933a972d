"""What is asked of the texts: headline, body, summary, and what search engines list."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.language.finding import Finding
from newsroom.language.requirements import requirements
from newsroom.photos.placed import placed_photo
from newsroom.portal.profile import Profile
from newsroom.story.markdown_text import has_words, lead, pictures, word_count
from newsroom.story.story import Story
from newsroom.story.texts import SEARCH_DESCRIPTION, SEARCH_TITLE


def of_headline(story: Story, profile: Profile) -> Iterator[Finding]:
    """Look for a headline, not too long and without a stop."""
    asks, headline = requirements(), story.headline.rstrip()
    if not headline.strip():
        yield asks["story.headline"].unmet("headline")
        return
    yield from _length("headline_length", "headline", headline, profile.limits.headline)
    if headline.endswith(".") and not headline.endswith(".."):
        start = headline.rfind(" ") + 1
        last = headline[start:]
        yield asks["story.headline_stop"].unmet("headline", start, last, (last[:-1],))


def of_body(story: Story, profile: Profile) -> Iterator[Finding]:
    """Look for words, a lead that is not too long, and pictures that are the story's."""
    asks = requirements()
    if not has_words(story.body):
        yield asks["story.body"].unmet("body")
        return
    first = lead(story.body)
    words, limit = word_count(first.text), profile.limits.lead_words
    if words > limit:
        yield asks["story.lead_length"].unmet(
            "body", first.start, first.text, length=words, limit=limit
        )
    for picture, address in pictures(story.body):
        if not placed_photo(story, address):
            yield asks["story.picture_unlisted"].unmet("body", picture.start, picture.text)


def of_summary(story: Story, profile: Profile) -> Iterator[Finding]:
    """Look for a summary, not too long."""
    summary = story.summary.rstrip()
    if not summary.strip():
        yield requirements()["story.summary"].unmet("summary")
    else:
        yield from _length("summary_length", "summary", summary, profile.limits.summary)


def of_search(story: Story) -> Iterator[Finding]:
    """Look whether search engines can show all that is written for them."""
    for field, limit in (
        ("search_title", SEARCH_TITLE),
        ("search_description", SEARCH_DESCRIPTION),
    ):
        yield from _length(f"{field}_length", field, getattr(story, field).rstrip(), limit)


def _length(rule: str, field: str, text: str, limit: int) -> Iterator[Finding]:
    """Find what is beyond a limit, in characters."""
    if len(text) > limit:
        yield requirements()[f"story.{rule}"].unmet(
            field, limit, text[limit:], length=len(text), limit=limit
        )
