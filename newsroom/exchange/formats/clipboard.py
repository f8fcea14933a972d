"""A story for the clipboard: as clean HTML, as rich text for word processors and mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from newsroom.exchange.characters import one_line
from newsroom.exchange.formats import whatsapp
from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import body_markup, body_of, plain_text
from newsroom.story.caption import full_caption


@dataclass(frozen=True, slots=True)
class Copied:
    """What a program that is pasted into takes: the looks if it knows them, else the words."""

    plain: str
    html: str = ""


def html_to_copy(material: Material) -> Copied:
    """Return the text as the source of a page: what a portal's HTML editor is given.

    Pictures are put in there: no address of theirs is known here that lasts.
    """
    return Copied(body_markup(material))


def rich_to_copy(material: Material) -> Copied:
    """Return the story with headline, byline and captions, as it looks and in words alone."""
    story = material.story
    names = ", ".join(name for name in map(one_line, story.byline) if name)
    captions = [one_line(full_caption(photo)) for photo in story.photos]
    root = body_of(material)
    html = [
        *_element("p", story.kicker),
        *_element("h1", story.headline),
        *_element("p", story.subheadline, "em"),
        *_element("p", names),
        body_markup(material),
        *(line for caption in captions for line in _element("p", caption, "em")),
    ]
    plain = [
        *(one_line(text) for text in (story.kicker, story.headline, story.subheadline)),
        names,
        plain_text(root, with_addresses=True),
        *captions,
    ]
    words = "\n\n".join(part for part in plain if part)
    return Copied(words, "\n".join(part for part in html if part))


def message_to_copy(material: Material) -> Copied:
    """Return the story as a message for WhatsApp."""
    return Copied(whatsapp.write(material).decode().rstrip())


def short_message_to_copy(material: Material) -> Copied:
    """Return headline, summary and address as a message for WhatsApp."""
    return Copied(whatsapp.write_short(material).decode().rstrip())


COPIES: dict[str, Callable[[Material], Copied]] = {
    "html": html_to_copy,
    "rich": rich_to_copy,
    "whatsapp": message_to_copy,
    "whatsapp-ringkas": short_message_to_copy,
}
"""What can be put on the clipboard, by name."""


def _element(tag: str, text: str, inner: str = "") -> Iterator[str]:
    if text := escape(one_line(text)):
        yield f"<{tag}><{inner}>{text}</{inner}></{tag}>" if inner else f"<{tag}>{text}</{tag}>"
