"""A story as a search engine would list it: the site, the headline, two lines of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsroom.exchange.characters import one_line
from newsroom.exchange.slug import make_slug
from newsroom.portal.profile import Profile
from newsroom.story.markdown_text import lead, without_markup
from newsroom.story.story import Story
from newsroom.story.texts import SEARCH_DESCRIPTION

_LOOKED_AT = 4000  # characters of the text, in which the lead is looked for


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What is shown of a story, cut where it is too long; ``is_cut``: the headline was."""

    site: str
    address: str
    title: str
    description: str
    is_cut: bool


def search_result(story: Story, profile: Profile, fits: Callable[[str], bool]) -> SearchResult:
    """Return how a search engine would list a story; ``fits`` measures its headline.

    Without a title for search engines it is the headline; the text is that for search
    engines, the summary, or the lead.
    """
    host = urlsplit(profile.site).hostname or profile.site
    slug = story.slug.strip() or make_slug(story.headline)
    headline = one_line(story.search_title if story.search_title.strip() else story.headline)
    title = cut(headline, fits)
    told = (story.search_description, story.summary)
    text = next(filter(str.strip, told), "") or lead(story.body[:_LOOKED_AT]).text
    description = cut(one_line(without_markup(text)), lambda part: len(part) <= SEARCH_DESCRIPTION)
    address = " › ".join(part for part in (host, story.section.strip(), slug) if part)
    return SearchResult(profile.title, address, title, description, title != headline)


def cut(text: str, fits: Callable[[str], bool]) -> str:
    """Return the text, or as many of its words as fit with dots behind them.

    >>> cut("Warga membaca buku", lambda part: len(part) <= 16)
    'Warga membaca …'
    """
    if fits(text):
        return text
    words = text.split(" ")
    while len(words) > 1:
        words.pop()
        if fits(short := " ".join(words).rstrip(" ,;:–-") + " …"):
            return short
    letters = words[0]
    while letters and not fits(letters + "…"):
        letters = letters[:-1]
    return letters + "…"
