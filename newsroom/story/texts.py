"""The texts of a story that its readers read, by the names that findings call them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.story.story import Story

_OF_PHOTO = re.compile(r"photos\[(\d{1,6})](?:\.(.+))?")

PROSE = frozenset(
    {
        "kicker",
        "headline",
        "subheadline",
        "body",
        "summary",
        "search_title",
        "search_description",
        "social",
    }
)
"""The fields, beside those of photos, that are compared and merged by words."""

SEARCH_TITLE = 60  # characters; search engines cut one that is wider than some 600 pixels
SEARCH_DESCRIPTION = 155  # characters; they show about two lines


def story_texts(story: Story) -> Iterator[tuple[str, str]]:
    """Yield each checked field of a story by name, with its text, in reading order.

    Findings of a story are listed in this order, and within a field by their start.

    >>> [name for name, text in story_texts(Story(headline="Perahu", body="Warga.")) if text]
    ['headline', 'body']
    """
    yield "kicker", story.kicker
    yield "headline", story.headline
    yield "subheadline", story.subheadline
    for number, photo in enumerate(story.photos):
        yield f"photos[{number}].caption", photo.caption
        yield f"photos[{number}].alt", photo.alt
    yield "body", story.body
    yield "summary", story.summary
    yield "topic", story.topic
    yield "search_title", story.search_title
    yield "search_description", story.search_description
    yield "social", story.social
    for number, correction in enumerate(story.corrections):
        yield f"corrections[{number}].text", correction.text
    if story.withdrawal is not None:
        yield "withdrawal.reason", story.withdrawal.reason


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of a text without the blanks at its ends.

    >>> trimmed("Warga panen.", 5, 11), trimmed("Warga panen.", 5, 6)
    ((6, 11), (6, 6))
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def around(text: str, start: int, end: int, most: int) -> tuple[str, str]:
    """Return the words before and after a stretch in its line, cut between words.

    ``most`` is of how many characters on each side.

    >>> around("Satu.\\nIa lama menunggu dirumah sejak pagi tadi.", 23, 30, 12)
    ('… menunggu ', ' sejak pagi …')
    """
    before = text[:start].rpartition("\n")[2]
    after = text[end : end + most + 1].partition("\n")[0]
    if len(before) > most:
        before = f"… {before[-most:].partition(' ')[2]}"
    if len(after) > most:
        after = f"{after[:most].rpartition(' ')[0]} …"
    return before, after


def is_note(name: str) -> bool:
    """Say whether a field tells readers what became of the story since it was printed.

    Such a text is read by itself: a *ralat* has words in it that were wrong in the story.

    >>> is_note("corrections[0].text"), is_note("photos[0].caption")
    (True, False)
    """
    return name.startswith(("corrections[", "withdrawal."))


def photo_place(name: str) -> tuple[int, str] | None:
    """Return the number of the photo that a field is of, and what it is called there.

    That is nothing for the photo as a whole; None is returned for a field of no photo.

    >>> photo_place("photos[2].credit"), photo_place("photos[2]"), photo_place("body")
    ((2, 'credit'), (2, ''), None)
    """
    told = _OF_PHOTO.fullmatch(name)
    return (int(told[1]), told[2] or "") if told else None
