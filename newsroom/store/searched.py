"""The text that a story is found by: what a person wrote in it to be read, in one piece.

Its sources are left out, and who gave a photo. Whoever looks over a shoulder at a list of
findings, or reads what ``newsroom search`` printed, must not learn who spoke for which
story; and this text goes wherever the store goes. The portal's own name in the dateline is
left out too: all of its stories have it, so that a search for a word in it would find them
all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime

from newsroom.story.closing import names_nobody
from newsroom.story.days import long_day, written_day
from newsroom.story.story import Photo, Story


def fold(text: str) -> str:
    """Return the text as it is compared: in any case, accents composed.

    >>> fold("KAFE\\u0301")
    'kafé'
    """
    return unicodedata.normalize("NFC", text.casefold())


def searched_text(story: Story) -> str:
    """Return the text that the words of a query are sought in.

    >>> searched_text(Story(headline="Panen Raya", editor="Rina Contoh"))
    'panen raya\\nrina contoh'
    """
    return fold("\n".join(filter(None, _written(story))))


def _written(story: Story) -> Iterator[str]:
    yield from (story.headline, story.kicker, story.subheadline, story.body, story.summary)
    yield from (*story.byline, *story.contributors, story.editor)
    yield from (story.section, *story.other_sections, *story.tags, story.topic)
    yield from (story.dateline.place, story.slug, story.canonical)
    yield from (story.search_title, story.search_description, story.social)
    yield "" if names_nobody(story.closing) else story.closing
    if story.event:
        yield _moment(story.event)
    for photo in story.photos:
        yield from _of_photo(photo)


def _of_photo(photo: Photo) -> Iterator[str]:
    yield from (photo.caption, photo.credit, photo.alt, photo.place)
    yield from (photo.creator, photo.copyright, *photo.keywords)


def _moment(moment: datetime) -> str:
    """Return a moment as people may look for it, by its own zone's day."""
    return f"{written_day(moment)} {long_day(moment)} {moment:%H.%M}"
