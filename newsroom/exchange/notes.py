"""The notes of a story as paragraphs: a correction, links to other stories, a withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from lxml.html import Element, HtmlElement

from newsroom.exchange.characters import one_line
from newsroom.exchange.clean import append_text
from newsroom.portal.web_address import is_page_address
from newsroom.story.notes import Note, NoteStyle, notes_of
from newsroom.story.story import Story

NOTE_CLASSES = {
    "correction": "ralat",
    "answers": "hak-jawab",
    "answered": "hak-jawab",
    "corrects": "ralat",
    "corrected": "ralat",
    "withdrawal": "cabut-berita",
}
"""The class of the paragraph of each kind of note, for the portal's own style."""


def note_paragraphs(story: Story, style: NoteStyle, zone: tzinfo) -> Iterator[HtmlElement]:
    """Yield the notes in the order of reading, each a paragraph that begins bold."""
    for note in notes_of(story, style, zone):
        yield _paragraph(note)


def _paragraph(note: Note) -> HtmlElement:
    paragraph = Element("p")
    paragraph.set("class", NOTE_CLASSES[note.kind])
    mark, text, after = one_line(note.mark), one_line(note.text), one_line(note.after)
    if mark:
        bold = Element("strong")
        bold.text = mark
        bold.tail = " " if text else ""
        paragraph.append(bold)
    if is_page_address(note.address):
        link = Element("a", href=note.address)
        link.text = text or note.address
        paragraph.append(link)
    else:
        append_text(paragraph, text)
    if after:
        append_text(paragraph, after if after[0] in ".,;:)" else f" {after}")
    return paragraph
