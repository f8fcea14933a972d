"""HTML brought down to what a news story needs, in one fixed shape.

nh3 takes out everything that is not on a short list. What remains is laid out
as a flat row of blocks: ``p``, ``h2`` to ``h6``, ``ul``, ``ol``,
``blockquote``, ``table``, ``hr`` and ``img``, with only inline text within
paragraphs, headings, list items and cells. Pictures that are all there is of
a paragraph are together in a ``div`` of the class ``GALLERY``. A quotation
may end with a ``cite`` that says who it is from; a ``blockquote`` of the class
``PULL_QUOTE`` is one that is set large.
"""

from __future__ import annotations

import re

import nh3
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.exchange.characters import printable
from newsroom.exchange.dialect import ACTIVE

GALLERY = "galeri"
PULL_QUOTE = "kutipan-besar"

_INLINE = frozenset({"a", "b", "br", "cite", "del", "em", "i", "mark", "s", "strong", "sub", "sup"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_ROWS = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_BLOCKS = _HEADINGS | _LISTS | {"p", "blockquote", "table", "hr", "img"}
_HOLDS_TEXT = _HEADINGS | {"p", "li", "th", "td"}
_VOID = frozenset({"br", "hr", "img"})
_MAY_BE_EMPTY = _VOID | {"th", "td"}
_SPACES = re.compile(r"[ \t\n\r\f]+")
# As nh3 writes them: a "<" in a text is an entity, one in an attribute is not.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?: [a-z]+="[^"]*")*>')
_ALIGNED = frozenset({"left", "center", "right"})
_SOURCE = re.compile(r"\s*(?:--|[–—])\s*")
_NAMED_SOURCE = re.compile(r"\s*(?:--|[–—])\s*[^\s–—-]")
_LONGEST_SOURCE = 150
_PARTED = re.compile(r"<p>(?:\s*<p>)+")
_DEEPEST = 60


def clean_blocks(html: str) -> HtmlElement:
    """Return a ``div`` that holds the clean blocks of a piece of HTML.

    Scripts, styles and frames go with their text; attributes but a link's
    address, a picture's address and alternative text, a list's first number and
    how a cell is aligned go; addresses other than http, https, mailto and tel go.
    """
    root = lxml_html.fragment_fromstring(_flat(_clean(html)), create_parent="div")
    for element in [*root.iter()]:
        _squeeze(element)
    _lay_out(root)
    for element in [*root.iter()][:0:-1]:
        _drop_if_empty(element)
    return root


def inner_html(root: HtmlElement) -> str:
    """Return the blocks in an element as HTML that is XML too, one a line."""
    return "\n".join(element_html(block) for block in root)


def element_html(element: HtmlElement) -> str:
    """Return one element as HTML that is XML too."""
    for part in element.iter():
        if part.text is None and not len(part) and part.tag not in _VOID:
            part.text = ""  # or it would be written as <td/>
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _clean(html: str) -> str:
    clean = nh3.clean(
        html,
        tags=set(_INLINE | _BLOCKS | _ROWS | {"li"}),
        clean_content_tags=set(ACTIVE),
        attributes={
            "*": set(),
            "a": {"href"},
            "img": {"src", "alt"},
            "ol": {"start"},
            "th": {"align"},
            "td": {"align"},
        },
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return printable(clean)  # an entity may have been a control character


def _flat(html: str) -> str:
    """Make paragraphs of all blocks where they stand in one another deeper than in any text.

    The parser of HTML would leave out what is deeper than 256, with all that follows.
    """
    depth = deepest = 0
    for end, name in _TAG.findall(html):
        if name not in _VOID:
            depth += -1 if end else 1
            deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return html
    parted = _TAG.sub(lambda tag: "" if tag[2] in _INLINE else "<p>", html)
    return _PARTED.sub("<p>", parted)


def _squeeze(element: HtmlElement) -> None:
    if element.text:
        element.text = _SPACES.sub(" ", element.text)
    if element.tail:
        element.tail = _SPACES.sub(" ", element.tail)
        if element.tag == "br":
            element.tail = element.tail.lstrip(" ")


def _lay_out(parent: HtmlElement) -> None:
    """Put loose text of a container into paragraphs, and lay out what is in its blocks."""
    children = [*parent]
    loose = _Paragraph(parent, parent.text)
    parent.text = None
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in _BLOCKS:
            loose.close()
            parent.append(child)
            _shape(child)
        else:
            loose.add(child)
        loose.add_text(tail)
    loose.close()


class _Paragraph:
    """Loose text and inline elements, gathered until a block ends them."""

    def __init__(self, parent: HtmlElement, text: str | None) -> None:
        self._parent = parent
        self._paragraph = lxml_html.Element("p")
        self.add_text(text)

    def add(self, child: HtmlElement) -> None:
        self._paragraph.append(child)

    def add_text(self, text: str | None) -> None:
        append_text(self._paragraph, text or "")

    def close(self) -> None:
        if len(self._paragraph) or (self._paragraph.text or "").strip():
            self._parent.append(self._paragraph)
            _shape(self._paragraph)
        self._paragraph = lxml_html.Element("p")


def append_text(element: HtmlElement, text: str) -> None:
    """Add text at the end of what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _shape(block: HtmlElement) -> None:
    if block.tag == "h1":  # the page's own title is the first
        block.tag = "h2"
    if block.tag == "blockquote":
        _lay_out(block)
        _shape_quote(block)
    elif block.tag in _LISTS:
        _shape_list(block)
    elif block.tag == "table":
        _shape_table(block)
    elif block.tag in _HOLDS_TEXT:
        _set_free(block)
        _only_inline(block)


def _shape_quote(block: HtmlElement) -> None:
    if len(block) > 1 and _is_source(block[-1]) and not _is_source(block[-2]):
        source = block[-1]
        source.tag = "cite"
        source.text = _SOURCE.sub("", source.text or "", count=1)
    said = [part for part in block if part.tag != "cite"]
    if len(said) == 1 and said[0].tag == "blockquote":
        block.set("class", PULL_QUOTE)
        said[0].drop_tag()


def _is_source(block: HtmlElement) -> bool:
    """Say whether a paragraph of a quotation says who it is from: a dash, and a name."""
    text = str(block.text_content())
    is_short = len(text) <= _LONGEST_SOURCE
    return block.tag == "p" and is_short and bool(_NAMED_SOURCE.match(text))


def _shape_table(block: HtmlElement) -> None:
    """Put all rows into a head and one body: there is no other in the editor of WordPress."""
    for cell in [*block.iter("th", "td")]:
        _only_inline(cell)
        if cell.get("align", "").lower() not in _ALIGNED:
            cell.attrib.pop("align", None)
        cell.tail = None
    rows = [*block.iter("tr")]
    head = [row for row in rows if row.getparent().tag == "thead"]
    body = [row for row in rows if row.getparent().tag != "thead"]
    for part in [*block]:
        block.remove(part)
    block.text = None
    for tag, its_rows in (("thead", head), ("tbody", body)):
        part = lxml_html.Element(tag)
        part.extend(its_rows)
        if its_rows:
            block.append(part)
    for row in rows:
        row.text = row.tail = None


def _shape_list(block: HtmlElement) -> None:
    if (block.text or "").strip():  # it belongs to no item: the first is the nearest
        block.insert(0, lxml_html.Element("li"))
        block[0].text = block.text
    block.text = None
    for item in [*block]:
        tail, item.tail = item.tail, None
        if item.tag != "li":
            inner, item = item, lxml_html.Element("li")
            inner.addprevious(item)
            item.append(inner)
        append_text(item, (tail or "").rstrip())
        nested = [child for child in item if child.tag in _LISTS]
        for child in nested:
            append_text(item, child.tail or "")
            child.tail = None
            item.remove(child)
        _only_inline(item)
        for child in nested:
            _shape_list(child)
            item.append(child)


def _set_free(block: HtmlElement) -> None:
    """Put the pictures of a paragraph after it, as blocks of their own.

    Several with nothing else in the paragraph stay together.
    """
    pictures = [*block.iter("img")]
    is_gallery = len(pictures) > 1 and not block.text_content().strip()
    for picture in reversed(pictures):
        picture.drop_tree()
        picture.tail = None
        block.addnext(picture)
    if is_gallery:
        gallery = lxml_html.Element("div")
        gallery.set("class", GALLERY)
        block.addnext(gallery)
        gallery.extend(pictures)
    if pictures:
        for part in block.iter():  # a space stood on either side of each
            _squeeze(part)


def _only_inline(element: HtmlElement) -> None:
    """Unwrap the blocks within; each begins on a line of its own."""
    for inner in [*element.iterdescendants()]:
        if inner.tag in _INLINE:
            continue
        follows = inner.getprevious() is not None or (inner.getparent().text or "").strip()
        if follows and (len(inner) or (inner.text or "").strip()):
            inner.addprevious(lxml_html.Element("br"))
        inner.drop_tag()
    _trim(element)


def _trim(element: HtmlElement) -> None:
    """Take spaces and line breaks from both ends of a block's text, and spaces from its lines."""
    element.text = (element.text or "").lstrip(" ")
    for line_end in element.iterchildren("br"):
        before = line_end.getprevious()
        if before is not None:
            before.tail = (before.tail or "").rstrip(" ")
        else:
            element.text = element.text.rstrip(" ")
    while len(element) and element[-1].tag == "br" and not (element[-1].tail or "").strip(" "):
        element.remove(element[-1])
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip(" ")
    else:
        element.text = element.text.rstrip(" ")


def _drop_if_empty(element: HtmlElement) -> None:
    if element.tag in _MAY_BE_EMPTY:
        return
    empty = not len(element) and not (element.text or "").strip()
    if empty or (element.tag == "a" and not element.get("href")):
        element.drop_tag()  # what text there is stays
