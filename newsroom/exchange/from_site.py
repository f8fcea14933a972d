"""A text that was changed on a site, taken back into the story it came from.

What is still as it was sent keeps the story's own words and marks; only what differs there
is read anew. So the dateline, the closing code and the pictures do not turn into text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from newsroom.exchange.html import body_html
from newsroom.exchange.raw_lines import split_credit
from newsroom.exchange.rich.read import read_html
from newsroom.exchange.rich.write import write_markdown
from newsroom.exchange.wxr_reading.content import Content, Picture, read_content
from newsroom.portal.house_marks import portal_opening
from newsroom.portal.profile import Profile
from newsroom.story.caption import full_caption
from newsroom.story.story import Photo, Story

_PHOTO = "https://foto.invalid/{}"
_NUMBER = re.compile(r"https://foto\.invalid/(\d+)\Z")
_OTHERS = re.compile(r"[\W_]+")
_BETWEEN = " \t*_–—-|:"  # what may stand between a dateline and the text


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Body and photos as the site has them; ``unknown`` are pictures that the story lacks."""

    body: str
    photos: tuple[Photo, ...]
    unknown: tuple[str, ...]


def taken_back(story: Story, profile: Profile, sent: str, found: str) -> TakenBack:
    """Return the text of a story with what was changed in it on the site.

    ``sent`` is the content as it would be sent now, ``found`` as it is there. ``story`` is
    as it goes to the portal, ``profile`` dressed for it.
    """
    ours, theirs = read_content(sent), read_content(found)
    known = _known_pictures(story, profile, ours)
    photos = list(story.photos)
    unknown: list[str] = []

    def written(picture: Picture) -> str:
        number = known.get(picture.address)
        if number is None:
            unknown.append(picture.address)
            return ""
        photos[number] = _said_anew(story.photos[number], photos[number], picture)
        return f"![{story.photos[number].alt}]({story.photos[number].file})"

    blocks = _Blocks(_own_blocks(story.body), _blocks(ours, lambda one: _same(one, known, story)))
    opening = portal_opening(story.dateline, profile)
    closings = [story.closing, profile.closing, *profile.closings]
    placed = [f"]({photo.file})" for photo in story.photos]
    body = blocks.merged(
        _blocks(theirs, written),
        lambda text: _without_closing(_without_opening(text, opening), closings),
        lambda text: any(text.endswith(end) for end in placed),
    )
    return TakenBack(body, tuple(photos), tuple(dict.fromkeys(unknown)))


def _known_pictures(story: Story, profile: Profile, ours: Content) -> dict[str, int]:
    """Return the photos by their addresses on the site.

    The same text made with numbers for addresses has them in the same order.
    """
    numbers = {photo: number for number, photo in reversed([*enumerate(story.photos)])}
    marked = read_content(body_html(story, profile, lambda one: _PHOTO.format(numbers[one])))
    found = [_NUMBER.match(picture.address) for picture in marked.pictures]
    if len(found) == len(ours.pictures):
        pairs = zip(ours.pictures, found, strict=True)
        return {one.address: int(match[1]) for one, match in pairs if match}
    captions = {full_caption(photo): number for photo, number in numbers.items()}
    return {one.address: captions[one.caption] for one in ours.pictures if one.caption in captions}


def _same(picture: Picture, known: dict[str, int], story: Story) -> str:
    number = known.get(picture.address)
    return "" if number is None else f"![{story.photos[number].alt}]({story.photos[number].file})"


def _said_anew(before: Photo, photo: Photo, picture: Picture) -> Photo:
    """Return a photo with the caption and the alternative text that the site has."""
    if picture.caption and _plain(picture.caption) != _plain(full_caption(before)):
        caption, credit = split_credit(picture.caption)
        photo = replace(photo, caption=caption, credit=credit or photo.credit)
    if picture.alt and _plain(picture.alt) != _plain(before.alt):
        photo = replace(photo, alt=picture.alt)
    return photo


def _plain(text: str) -> str:
    return " ".join(text.split())


def _blocks(content: Content, written: Callable[[Picture], str]) -> list[str]:
    markdown = content.with_pictures(write_markdown(read_html(content.html).blocks), written)
    blocks: list[str] = []
    for block in _own_blocks(markdown):
        if blocks and block.startswith(">") and blocks[-1].startswith(">"):
            blocks[-1] += f"\n>\n{block}"  # one quotation, which is read paragraph by paragraph
        else:
            blocks.append(block)
    return blocks


def _own_blocks(text: str) -> list[str]:
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n\s*", text) if part.strip()]


class _Blocks:
    """The story's own blocks, and the same as they went to the site and came back."""

    def __init__(self, own: Sequence[str], sent: Sequence[str]) -> None:
        self._sent = sent
        self._own: dict[int, list[str]] = {}  # by the number of what was sent of them
        self._hanging: dict[int, list[str]] = {}  # of those, what was never known again
        at, last = 0, -1
        self._first: list[str] = []  # what stands before all that is known again
        for block in own:
            letters = _letters(block)
            match = next(
                (n for n in range(at, len(sent)) if letters and letters in _letters(sent[n])), -1
            )
            if match >= 0:
                last, at = match, match + 1
                self._own[match] = [block]
            else:
                (self._own[last] if last >= 0 else self._first).append(block)
                if last >= 0 and letters not in _letters(sent[last]):
                    self._hanging.setdefault(last, []).append(block)

    def merged(
        self,
        found: Sequence[str],
        bare: Callable[[str], str],
        is_picture: Callable[[str], bool],
    ) -> str:
        """Return the text with the blocks that were found; those that were sent stay ours."""
        parts = [*self._first]
        for tag, first, last, start, end in SequenceMatcher(
            None, self._sent, found, autojunk=False
        ).get_opcodes():
            if tag == "equal":
                for number in range(first, last):
                    parts += self._own.get(number, [])
                continue
            parts += [bare(text) for text in found[start:end] if not is_picture(text)]
            parts += self._trails(first, last)
        return "\n\n".join(part for part in parts if part.strip())

    def _trails(self, first: int, last: int) -> Iterator[str]:
        """Yield what hangs on blocks that went, but was never known again on the site."""
        for number in range(first, last):
            yield from self._hanging.get(number, [])


def _letters(text: str) -> str:
    return _OTHERS.sub("", text.casefold())


def _without_opening(text: str, opening: str) -> str:
    """Return a paragraph without the dateline that the portal opens it with.

    >>> _without_opening("**SERANG, kabar.example** – Warga panen.", "SERANG, kabar.example – ")
    'Warga panen.'
    >>> _without_opening("Warga panen.", "SERANG, kabar.example – ")
    'Warga panen.'
    """
    wanted, at = _letters(opening), 0
    for sign in wanted:
        while at < len(text) and _OTHERS.fullmatch(text[at]):
            at += 1
        if at >= len(text) or text[at].casefold() != sign:
            return text
        at += 1
    return text[at:].lstrip(_BETWEEN) if wanted else text


def _without_closing(text: str, closings: Sequence[str]) -> str:
    """Return a paragraph without the closing code at its end.

    >>> _without_closing("Warga panen. (red)", ["", "(red)"])
    'Warga panen.'
    """
    for closing in filter(None, map(str.strip, closings)):
        if text.rstrip().endswith(closing):
            return text.rstrip().removesuffix(closing).rstrip()
    return text
