"""From tags and texts to blocks: what is a paragraph, a heading, an item, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsroom.exchange.addresses import clean_address
from newsroom.exchange.clutter import kind_of_box
from newsroom.exchange.rich.clutter import is_box, leads_elsewhere, without_clutter
from newsroom.exchange.rich.inline import Inline
from newsroom.exchange.rich.looks import (
    Look,
    heading_level,
    inner_look,
    is_list_mark,
    is_struck_by_word,
    is_unseen,
    list_level,
    styles,
)
from newsroom.exchange.rich.parse import BLOCKS, parse
from newsroom.exchange.rich.places import Places
from newsroom.exchange.rich.shapes import as_item, number_of
from newsroom.exchange.rich.text import Block, Kind, PictureAt, RichText, Run

_DROPPED = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "embed", "iframe", "nav"}
    | {"noframes", "noscript", "object", "script", "select", "style", "svg", "template"}
    | {"video", "xml"}
)
"""What does something, or leads around a site: no prose, whatever is in it."""

_DROPPED_ROLES = frozenset({"navigation", "search", "button", "menu", "menubar", "toolbar"})
_LISTS = frozenset({"ul", "ol", "dir", "menu"})
_BOXES = frozenset({"aside", "div", "ol", "section", "table", "ul"})
_PARTS_OF_TABLES = frozenset({"table", "tr", "td", "th"})
_PICTURES = ("data:image/", "picture:")


@dataclass(slots=True)
class _List:
    ordered: bool
    count: int


@dataclass(slots=True)
class _Open:
    """An element that is open, and what is to be set back at its end."""

    tag: str
    look: Look
    marks: bool  # it holds the bullet or number that Word drew
    sets: bool = False  # it said what the block in it is
    box: str = ""  # what its page calls it, if that is no part of a story
    first: int = 0  # how many blocks were there before it
    columns: int = 1  # how wide a cell it is


def read_html(html: str) -> RichText:
    """Read a piece of HTML: its text in blocks, its title, the pictures that are in it."""
    reader = _Reader()
    parse(html, reader)
    return reader.result()


class _Reader:
    """Gathers runs into a block until a block-level tag ends it."""

    def __init__(self) -> None:
        self._look = Look()
        self._open: list[_Open] = []
        self._skipped = 0  # how many elements are open in one that is left out
        self._articles = 0
        self._titles = 0
        self._title: list[str] = []
        self._inline = Inline()
        self._blank = Block()  # what the block at hand is, but for its words
        self._mark = ""  # the bullet or number that Word drew before it
        self._marks = 0
        self._word_counts: dict[int, int] = {}
        self._lists: list[_List] = []
        self._places = Places()
        self._pictures: list[PictureAt] = []

    def result(self) -> RichText:
        """Return what has been read."""
        self._finish()
        blocks = without_clutter(as_item(block) for block in self._places.text)
        return RichText(
            tuple(blocks), " ".join("".join(self._title).split()), tuple(self._pictures)
        )

    # What the parser tells.

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._skipped:
            self._skipped += 1
            return
        style = styles(attributes)
        if self._is_left_out(tag, attributes, style):
            self._skipped = 1
            return
        if tag in BLOCKS:
            self._finish()
        opened = _Open(tag, self._look, is_list_mark(style))
        opened.columns = _figure(attributes.get("colspan", ""), 1)
        self._open.append(opened)
        self._look = inner_look(self._look, tag, attributes, style)
        self._note_box(opened, attributes)
        self._marks += opened.marks
        self._articles += tag == "article"
        self._titles += tag == "title"
        if tag in BLOCKS:
            block = self._block(tag, attributes, style)
            opened.sets = block is not None
            self._blank = block or self._blank
        elif tag == "br":
            self._break(style)
        elif tag == "img":
            self._picture(attributes)
        elif tag == "a":
            address = clean_address(attributes.get("href", ""))
            self._look = self._look._replace(address=address)

    def end(self, tag: str) -> None:
        """End the element that was begun last."""
        if self._skipped:
            self._skipped -= 1
            return
        opened = self._open.pop()
        if tag in BLOCKS:
            self._finish()
            self._end_block(opened)
            if opened.box and is_box(opened.box, self._places.here[opened.first :]):
                del self._places.here[opened.first :]
        if opened.sets:
            self._blank = Block()
        self._marks -= opened.marks
        self._articles -= tag == "article"
        self._titles -= tag == "title"
        self._look = opened.look

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._skipped:
            return
        if self._titles:
            self._title.append(text)
        elif self._marks:
            self._mark += text
        else:
            self._inline.add(text, self._look)

    # Within.

    def _is_left_out(
        self, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]
    ) -> bool:
        return (
            tag in _DROPPED
            or (tag in ("del", "span") and is_struck_by_word(attributes))
            or (tag == "hr" and attributes.get("width") == "33%")  # above Word's notes
            or (tag == "footer" and not self._articles)
            or attributes.get("role") in _DROPPED_ROLES
            or is_unseen(attributes, style)
        )

    def _note_box(self, opened: _Open, attributes: Mapping[str, str]) -> None:
        """Note what a page calls an element, for when it is known what is in it."""
        if kind := kind_of_box(attributes):
            if opened.tag in _BOXES:
                opened.box, opened.first = kind, len(self._places.here)
            if kind == "related":
                self._look = self._look._replace(aside=True)

    def _block(
        self, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]
    ) -> Block | None:
        """Begin a block-level element; return what the block in it is, if that says it."""
        if level := heading_level(tag, attributes):
            return Block(kind=Kind.HEADING, level=level)
        if tag in _LISTS:
            first = _figure(attributes.get("start", ""), 1)
            self._lists.append(_List(tag == "ol", first - 1))
        elif tag == "li":
            return self._item(attributes)
        elif tag == "hr":
            self._places.add([Block(kind=Kind.RULE)])
        elif tag in _PARTS_OF_TABLES:
            self._places.begin(tag)
        elif level := list_level(style):
            return Block(kind=Kind.ITEM, level=level - 1)
        return None

    def _end_block(self, opened: _Open) -> None:
        tag = opened.tag
        if tag in _LISTS:
            self._lists.pop()
        elif tag in _PARTS_OF_TABLES:
            self._places.end(tag, opened.columns)

    def _item(self, attributes: Mapping[str, str]) -> Block:
        own = self._lists[-1] if self._lists else _List(False, 0)
        own.count = _figure(attributes.get("value", ""), own.count + 1)
        level = max(len(self._lists) - 1, 0)
        # In Word on the web each item is a list of its own, and says how deep it stands.
        deeper = attributes.get("aria-level") or attributes.get("data-aria-level") or ""
        if deeper in tuple("123456789"):
            level = max(level, int(deeper) - 1)
        return Block(kind=Kind.ITEM, level=level, number=own.count if own.ordered else 0)

    def _break(self, style: Mapping[str, str]) -> None:
        if style.get("page-break-before") == "always":
            self._finish()
        else:
            self._inline.add_break()

    def _picture(self, attributes: Mapping[str, str]) -> None:
        source, alt = attributes.get("src", ""), attributes.get("alt", "")
        if alt and not any(sign.isalnum() or sign.isspace() for sign in alt):
            self._inline.add(alt, self._look)  # an emoji that a page draws itself
        elif source.startswith(_PICTURES):
            self._pictures.append(PictureAt(source, alt))

    def _finish(self) -> None:
        """End the block at hand, if there is anything in it."""
        mark = self._mark.strip()
        if self._inline.is_blank and not mark:
            self._inline.take()
            return
        quoted, is_aside = self._inline.quoted, self._inline.is_aside
        paragraphs = self._inline.take()
        blank, self._blank, self._mark = self._blank, Block(), ""
        if mark and blank.kind is Kind.ITEM:
            blank = replace(blank, number=number_of(mark, self._word_counts, blank.level))
        elif mark:  # a heading's number, or that of a list which is not known as one
            paragraphs = paragraphs or [[()]]
            paragraphs[0][0] = (Run(f"{mark} "), *paragraphs[0][0])
        if blank.kind is Kind.PARAGRAPH:
            self._word_counts.clear()
        if blank.kind is Kind.HEADING and len(paragraphs) > 1:  # a caption on Instagram
            blank = Block()
        for lines in paragraphs:
            block = replace(blank, lines=tuple(lines), quoted=quoted)
            if not (is_aside and leads_elsewhere(block)):
                self._places.add([block])
            blank = Block()


def _figure(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise
