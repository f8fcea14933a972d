"""The texts that a story is found by: what a person wrote in it to be read, by kind.

Its sources are left out, and who gave a photo. Whoever looks over a shoulder at a list of
findings, or reads what ``newsroom search`` printed, must not learn who spoke for which
story; and these texts go wherever the store goes. The portal's own name in the dateline is
left out too: all of its stories have it, so that a search for a word in it would find them
all. Headline and body stand in the story's row already and are found as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
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


def searched_texts(story: Story) -> dict[str, str]:
    """Return the texts beside headline and body, by the columns of the store that hold them.

    >>> texts = searched_texts(Story(byline=("Rina Contoh", "Bayu Misalnya"), tags=("padi",)))
    >>> {column: text for column, text in texts.items() if text}
    {'writer_text': 'Rina Contoh\\nBayu Misalnya', 'tag_text': 'padi'}
    """
    return {
        "caption_text": _lines(text for photo in story.photos for text in _told(photo)),
        "writer_text": _lines((*story.byline, *story.contributors)),
        "name_text": _lines((story.editor, *_photo_names(story.photos))),
        "tag_text": _lines((*story.tags, story.topic)),
        "section_text": _lines((story.section, *story.other_sections)),
        "other_text": _lines(_others(story)),
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _told(photo: Photo) -> Iterator[str]:
    yield from (photo.caption, photo.alt, photo.place, *photo.keywords)


def _photo_names(photos: Iterable[Photo]) -> Iterator[str]:
    for photo in photos:
        yield from (photo.credit, photo.creator, photo.copyright)


def _others(story: Story) -> Iterator[str]:
    yield from (story.kicker, story.subheadline, story.summary)
    yield from (story.dateline.place, story.slug, story.canonical)
    yield from (story.search_title, story.search_description, story.social)
    yield "" if names_nobody(story.closing) else story.closing
    if story.event:
        yield _moment(story.event)
    yield from (one.text for one in story.corrections)
    for link in filter(None, (story.answers, *story.answered_by)):
        yield from (link.headline, link.address)
    if story.withdrawal:
        yield story.withdrawal.reason


def _moment(moment: datetime) -> str:
    """Return a moment as people may look for it, by its own zone's day."""
    return f"{written_day(moment)} {long_day(moment)} {moment:%H.%M}"
