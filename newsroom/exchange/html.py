"""The text of a story as clean HTML: dateline, body, closing code, photographs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PureWindowsPath

from lxml.etree import Comment
from lxml.html import Element, HtmlElement

from newsroom.exchange.characters import one_line, printable
from newsroom.exchange.clean import append_text, clean_blocks, inner_html
from newsroom.exchange.dialect import MORE, dialect_html
from newsroom.exchange.embeds import embed_of, lone_address
from newsroom.exchange.notes import note_paragraphs
from newsroom.photos.placed import placed_photo
from newsroom.portal.house_marks import portal_opening
from newsroom.portal.profile import Profile
from newsroom.story.caption import full_caption
from newsroom.story.notes import announced
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

READ_ALSO = "baca-juga"
"""The class of a paragraph that leads to another story."""

_NO_PROSE = frozenset({"p", "img", "hr", "div", Comment})
_SEPARATOR = re.compile(r"\s*[-–—|:]+\s*$")


def file_name(photo: Photo) -> str:
    """Return the photograph's own file name, without any folder."""
    return PureWindowsPath(photo.file).name


def body_html(
    story: Story,
    profile: Profile,
    photo_url: Callable[[Photo], str] = file_name,
    *,
    keep_more: bool = False,
) -> str:
    """Return the text of a story as the portal's readers get it.

    The dateline opens the first paragraph, bold up to its separator. The closing
    code ends the last one; a story without its own gets the portal's. A
    photograph stands where the text places it, as ``![](name.jpg)``; those not
    placed follow the text, but the lead photograph, which the portal's theme
    shows above the story, does not. ``photo_url`` gives each photograph's
    address; one without address is left out. Photographs of one paragraph are
    together in a ``div`` of the class ``GALLERY``. ``keep_more`` leaves in the
    comment ``more``, which parts what a front page shows. Notes of what happened
    since it was printed stand below or above, as the house has it; of a withdrawn
    story the announcement is all there is. A story without text is ``""``.
    """
    story = announced(story, profile.notes)
    notes = list(note_paragraphs(story, profile.notes, profile.zone))
    root = clean_blocks(dialect_html(printable(story.body)))
    _part(root, keep_more=keep_more)
    if not len(root):
        root.extend(notes if story.status is Status.WITHDRAWN else ())
        return inner_html(root)
    _mark_links_to_others(root)
    _open(root, printable(portal_opening(story.dateline, profile)))
    _close(root, one_line(story.closing) or profile.closing, profile.closings)
    _show_photos(root, story, photo_url)
    _put_notes(root, notes, on_top=profile.notes.on_top)
    return inner_html(root).replace(MORE, "")


def _part(root: HtmlElement, *, keep_more: bool) -> None:
    """Make a comment of the first mark that stands between two blocks; the others go."""
    for mark in [block for block in root if block.text == MORE]:
        if keep_more and mark.getprevious() is not None and mark.getnext() is not None:
            mark.addprevious(Comment("more"))
            keep_more = False
        root.remove(mark)


def _put_notes(root: HtmlElement, notes: list[HtmlElement], *, on_top: bool) -> None:
    for at, note in enumerate(notes):
        root.insert(at if on_top else len(root), note)


def _mark_links_to_others(root: HtmlElement) -> None:
    for paragraph in root.iterchildren("p"):
        words = paragraph.text_content().strip().casefold()
        if words.startswith("baca juga") and paragraph.find(".//a") is not None:
            paragraph.set("class", READ_ALSO)


def _open(root: HtmlElement, dateline: str) -> None:
    if not dateline.strip():
        return
    first = root[0]
    if not _is_prose(first):
        first = Element("p")
        root.insert(0, first)
    mark = Element("strong")
    mark.text = _SEPARATOR.sub("", dateline)
    mark.tail = dateline[len(mark.text) :] + (first.text or "")
    first.text = None
    first.insert(0, mark)


def _close(root: HtmlElement, closing: str, known: tuple[str, ...]) -> None:
    blocks = [block for block in root if _is_prose(block) or block.tag not in _NO_PROSE]
    last = blocks[-1] if blocks else root[-1]
    if not closing or last.text_content().rstrip().endswith((closing, *known)):
        return
    if _is_prose(last):
        append_text(last, f" {closing}")
    else:
        paragraph = Element("p")
        paragraph.text = closing
        last.addnext(paragraph)


def _is_prose(block: HtmlElement) -> bool:
    return (
        block.tag == "p" and block.get("class") != READ_ALSO and not embed_of(lone_address(block))
    )


def _show_photos(root: HtmlElement, story: Story, photo_url: Callable[[Photo], str]) -> None:
    shown = [story.lead_photo]
    for picture in [*root.iter("img")]:
        photo = placed_photo(story, picture.get("src", ""))
        figure = _figure(photo, photo_url, picture.get("alt", "")) if photo else None
        if figure is not None:
            picture.addprevious(figure)
            shown.append(photo)
        picture.getparent().remove(picture)
    for gallery in [*root.iter("div")][1:]:
        if len(gallery) < 2:
            gallery.drop_tag()
    for photo in story.photos:
        if photo not in shown:
            figure = _figure(photo, photo_url)
            if figure is not None:
                root.append(figure)


def _figure(photo: Photo, photo_url: Callable[[Photo], str], alt: str = "") -> HtmlElement | None:
    address = photo_url(photo)
    if not address:
        return None
    figure = Element("figure")
    picture = Element("img", src=address, alt=one_line(photo.alt) or one_line(alt))
    figure.append(picture)
    caption = one_line(full_caption(photo))
    if caption:
        words = Element("figcaption")
        words.text = caption
        figure.append(words)
    return figure
