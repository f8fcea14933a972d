"""The text of a story as the forms take it: blocks of runs, with pictures among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.exchange.clean import inner_html
from newsroom.exchange.formats.form import Material
from newsroom.exchange.html import body_html
from newsroom.exchange.rich.inline import RAISED
from newsroom.exchange.rich.text import Block, Kind, Line, Run, joined
from newsroom.exchange.sent_pictures import SentPicture

_BOLD, _ITALIC, _STRUCK = ("strong", "b", "th"), ("em", "i", "cite"), ("s", "del")
_LISTS = ("ul", "ol")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture where it stands in the text, by its address, with its caption and credit."""

    address: str
    alt: str
    caption: str


def url_of(picture: SentPicture) -> str:
    """Return the address that a picture has on the portal."""
    return picture.attachment.url


def body_of(
    material: Material, address: Callable[[SentPicture], str] = url_of, *, with_lead: bool = False
) -> HtmlElement:
    """Return the text as a ``div`` of clean blocks, all addresses in it whole.

    ``with_lead`` puts the lead picture above it, which a portal's theme does by itself.
    """

    def photo_url(photo: object) -> str:
        picture = material.picture_of(photo)
        return address(picture) if picture else ""

    story, lead = material.story, material.lead
    html = body_html(story, material.profile, photo_url)
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    shown = [] if html else [one for one in material.pictures if one != lead]
    root.extend(figure_of(one, address) for one in shown)
    if with_lead and lead:
        root.insert(0, figure_of(lead, address))
    for link in root.iter("a"):
        link.set("href", _whole(link.get("href", ""), material.profile.site))
    return root


def body_markup(
    material: Material, address: Callable[[SentPicture], str] = url_of, *, with_lead: bool = False
) -> str:
    """Return the same as HTML that is XML too, one block a line."""
    return inner_html(body_of(material, address, with_lead=with_lead))


def figure_of(picture: SentPicture, address: Callable[[SentPicture], str] = url_of) -> HtmlElement:
    """Return a picture with its caption and credit."""
    figure, told = lxml_html.Element("figure"), picture.attachment
    figure.append(lxml_html.Element("img", src=address(picture), alt=told.alt))
    if told.caption:
        caption = lxml_html.Element("figcaption")
        caption.text = told.caption
        figure.append(caption)
    return figure


def blocks_of(root: HtmlElement) -> Iterator[Block | Figure]:
    """Yield the blocks of a text, the pictures among them."""
    for number, block in enumerate(root, 1):
        yield from _blocks(block, number, quoted=False)


def lines_of(element: HtmlElement) -> tuple[Line, ...]:
    """Return the lines of an element's text; lists within it are left out."""
    lines: list[list[Run]] = [[]]
    _gather(element, Run(""), lines, with_tail=False)
    made = (joined(line) for line in lines)
    return tuple(line for line in made if line)


def plain_text(root: HtmlElement, *, with_addresses: bool = False) -> str:
    """Return the words alone, a blank line between paragraphs; captions stay out.

    ``with_addresses`` puts that of a link after its words.
    """
    parts: list[str] = []
    before: Block | None = None
    for block in blocks_of(root):
        if isinstance(block, Block) and block.kind is not Kind.RULE:
            parts += ["\n" if before and stand_together(before, block) else "\n\n"] * bool(before)
            parts.append(_plain(block, with_addresses))
            before = block
    return "".join(parts)


def stand_together(before: Block, block: Block) -> bool:
    """Say whether two blocks are items of one list or rows of one table."""
    return before.kind is block.kind and block.kind in (Kind.ITEM, Kind.ROW)


def mark_of(block: Block) -> str:
    """Return what stands before an item of a list; nothing before any other block."""
    if block.kind is not Kind.ITEM:
        return ""
    return "  " * block.level + (f"{block.number}. " if block.number else "- ")


def addresses_after(line: Line, shape: str = " ({})") -> Iterator[Run]:
    """Yield a line's runs with the address of each link after its words, where they differ."""
    words = ""
    for number, run in enumerate(line):
        words += run.text
        yield run
        if number + 1 == len(line) or line[number + 1].address != run.address:
            address = run.address.removeprefix("mailto:").removeprefix("tel:")
            if address and address != words.strip():
                yield Run(shape.format(address), address=run.address)
            words = ""


def _whole(address: str, site: str) -> str:
    try:
        return urljoin(f"{site}/", address)
    except ValueError:  # half a bracket: no browser goes there either
        return address


def _blocks(block: HtmlElement, number: int, *, quoted: bool) -> Iterator[Block | Figure]:
    tag = str(block.tag)
    if tag in ("blockquote", "div"):  # a div is a row of pictures
        for inner in block:
            yield from _blocks(inner, number, quoted=quoted or tag == "blockquote")
    elif tag == "cite":  # whom a quotation is from
        yield Block(((Run("— "), *_in_one_line(block)),), quoted=quoted)
    elif tag in _LISTS:
        yield from _items(block, 0, quoted=quoted)
    elif tag == "table":
        for row in block.iter("tr"):
            cells = [joined(_in_one_line(cell)) for cell in row if cell.tag in ("td", "th")]
            yield Block(tuple(cells), Kind.ROW, number=number, quoted=quoted)
    elif tag == "figure":
        yield _figure(block)
    elif tag == "hr":
        yield Block(kind=Kind.RULE)
    elif tag == "cite":  # whom the quotation above it is from
        yield Block(((Run("— "), *_in_one_line(block)),), quoted=quoted)
    else:
        level = int(tag[1]) if tag[0] == "h" else 0
        yield Block(
            lines_of(block), Kind.HEADING if level else Kind.PARAGRAPH, level, quoted=quoted
        )


def _items(block: HtmlElement, level: int, *, quoted: bool) -> Iterator[Block]:
    start = block.get("start", "1")
    number = int(start) if start.isdecimal() else 1
    for item in block:
        shown = number if block.tag == "ol" else 0
        yield Block(lines_of(item), Kind.ITEM, level, shown, quoted)
        number += 1
        for inner in item:
            if inner.tag in _LISTS:
                yield from _items(inner, level + 1, quoted=quoted)


def _figure(block: HtmlElement) -> Figure:
    picture, caption = block.find("img"), block.find("figcaption")
    words = "" if caption is None else caption.text_content()
    if picture is None:
        return Figure("", "", words)
    return Figure(picture.get("src", ""), picture.get("alt", ""), words)


def _in_one_line(cell: HtmlElement) -> Iterator[Run]:
    for number, line in enumerate(lines_of(cell)):
        if number:
            yield Run(" ")
        yield from line


def _gather(
    element: HtmlElement, look: Run, lines: list[list[Run]], *, with_tail: bool = True
) -> None:
    outer, tag = look, str(element.tag)
    if tag == "br":
        lines.append([])
    elif tag not in _LISTS:
        look = look._replace(
            bold=look.bold or tag in _BOLD,
            italic=look.italic or tag in _ITALIC,
            struck=look.struck or tag in _STRUCK,
            address=element.get("href", "") if tag == "a" else look.address,
        )
        text = element.text or ""
        raised = RAISED.get({"sup": "super"}.get(tag, tag)) if text.strip().isdecimal() else None
        lines[-1].append(look._replace(text=text.translate(raised) if raised else text))
        for inner in element:
            _gather(inner, look, lines)
    if with_tail and element.tail:
        lines[-1].append(outer._replace(text=element.tail))


def _plain(block: Block, with_addresses: bool) -> str:
    lines = (addresses_after(line) if with_addresses else line for line in block.lines)
    words = ("".join(run.text for run in line) for line in lines)
    return mark_of(block) + (" · " if block.kind is Kind.ROW else "\n").join(words)
