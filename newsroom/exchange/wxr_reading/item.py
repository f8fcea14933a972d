"""One item of an export, and the head of it, parsed.

There is no document type in an item, so no entity but XML's own means anything in it:
nothing can grow while it is read. Names that HTML has for signs are resolved before, for
exports have them in places where XML does not know them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from newsroom.exchange.characters import printable
from newsroom.exchange.errors import ExchangeError

_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = re.compile(r"&([A-Za-z]\w{1,30});")
_PREFIX = re.compile(r"<([A-Za-z][\w.-]*):")
_SPACE = "urn:prefix:"
_KIND = re.compile(rb"<wp:post_type>\s*(?:<!\[CDATA\[)?\s*([\w-]{1,60})")


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag of an item."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class WxrItem:
    """What an item says, by the names of its elements, each once."""

    texts: Mapping[str, str]
    terms: tuple[Term, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the text of an element, ``""`` if it is not there."""
        return self.texts.get(name, "")


@dataclass(frozen=True, slots=True)
class Site:
    """What stands above the items: the site's address, its authors by login, its sections."""

    address: str = ""
    authors: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)  # names by the site's numbers


def kind_of(data: bytes) -> str:
    """Return the kind of an item (post, attachment, page …) without parsing it."""
    found = _KIND.search(data)
    return found[1].decode("ascii", "ignore") if found else "post"


def parse_item(data: bytes, encoding: str) -> tuple[WxrItem, bool]:
    """Return an item, and whether all of its letters could be read.

    Raises ExchangeError for what is no XML.
    """
    text, is_whole = decoded(data, encoding)
    try:
        root = _parse(text)
    except etree.XMLSyntaxError:
        raise ExchangeError("XML-nya rusak di bagian naskah ini") from None
    texts: dict[str, str] = {}
    terms: list[Term] = []
    meta: dict[str, str] = {}
    for element in root[0]:
        name = _name(element)
        if name == "category":
            terms.append(_term(element))
        elif name == "wp:postmeta":
            meta.setdefault(_child(element, "wp:meta_key"), _child(element, "wp:meta_value"))
        elif name:
            texts.setdefault(name, _text(element).strip())
    return WxrItem(texts, tuple(terms), meta), is_whole


def parse_head(data: bytes, encoding: str) -> Site:
    """Return what the head of a file says. Raises ExchangeError for one that no site wrote."""
    text, _ = decoded(data, encoding)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ExchangeError("memuat DTD, yang tidak ada dalam ekspor WordPress; tidak dibaca")
    begin = text.find("<channel")
    if begin < 0:
        return Site()
    root = _parse(f"{text[begin:]}</channel>", recover=True)
    address = {"link": "", "wp:base_site_url": "", "wp:base_blog_url": ""}
    authors: dict[str, str] = {}
    sections: dict[str, str] = {}
    for element in root[0] if len(root) else ():
        name = _name(element)
        if name in address:
            address[name] = _text(element).strip()
        elif name == "wp:author":
            login = _child(element, "wp:author_login")
            authors[login] = _child(element, "wp:author_display_name") or login
        elif name == "wp:category":
            sections[_child(element, "wp:term_id")] = _child(element, "wp:cat_name")
    found = (address["wp:base_blog_url"], address["wp:base_site_url"], address["link"])
    return Site(next(filter(None, found), ""), authors, sections)


def decoded(data: bytes, encoding: str) -> tuple[str, bool]:
    """Return bytes as text that XML may hold, and whether all letters could be read.

    A file may say that it is UTF-8 and have texts of another encoding here and there, or
    texts that a database has cut within a letter.
    """
    data = data.replace(b"\0", b"")
    try:
        return printable(data.decode(encoding or "utf-8")), True
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", "replace")
    lost = lenient.count("\ufffd")
    if sum(sign > "\x7f" for sign in lenient) >= 2 * lost:
        return printable(lenient), False
    return printable(data.decode("cp1252", "replace")), True


def _parse(text: str, *, recover: bool = False) -> etree._Element:
    """Parse a piece of an export; a prefix means the same whatever the file declares for it."""
    text = _ENTITY.sub(_resolved, text)
    prefixes = sorted(set(_PREFIX.findall(text)) - {"xml", "xmlns"})
    names = " ".join(f'xmlns:{prefix}="{_SPACE}{prefix}"' for prefix in prefixes)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    return etree.fromstring(f"<rss {names}>{text}</rss>".encode(), parser)


def _resolved(entity: re.Match[str]) -> str:
    sign = unescape(entity.group())
    is_kept = entity[1].lower() in _XML or sign == entity.group() or sign in '<>&"'
    return entity.group() if is_kept else sign


def _name(element: etree._Element) -> str:
    """Return the name as the file has it, with its prefix."""
    return str(element.tag).removeprefix("{" + _SPACE).replace("}", ":", 1)


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _child(element: etree._Element, name: str) -> str:
    for child in element:
        if _name(child) == name:
            return _text(child).strip()
    return ""


def _term(element: etree._Element) -> Term:
    name = unescape(_text(element)).strip()
    return Term(str(element.get("domain", "")), str(element.get("nicename", "")), name)
