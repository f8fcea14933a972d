"""Reading HTML as a row of tags and texts, in time that grows with its length only.

libxml2 hands the tags over one by one, each with its end, and builds no tree: a
text is never too deep for it. What it does badly, thousands of end tags on top of
thousands of open ones, is taken out before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from lxml import etree

from newsroom.exchange.characters import printable

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"}
    | {"main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that part what is in them from what stands before and after."""

_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noscript", "template"})
# These end by themselves, or hold nothing; they can't pile up.
_FLAT = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option", "body", "html", "head"}) | {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
    *("source", "track", "wbr"),
}
_CLIPBOARD_HEAD = re.compile(r"\AVersion:[^\n<]*\n(?:[A-Za-z]+:[^\n<]*\n)*")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>?")
_DEEPEST = 1_000  # far deeper than any page is


class Target(Protocol):
    """What is told of the tags and the texts. Every start has its end."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Tell of a tag, with its attributes, both in lower case."""

    def end(self, tag: str) -> None:
        """Tell of the end of a tag."""

    def data(self, text: str) -> None:
        """Tell of a piece of text."""


class _Handler:
    """Hands what the parser finds to the target; comments and the like are nothing to it."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        self._target.start(str(tag), {str(name): str(value) for name, value in attrib.items()})

    def end(self, tag: str | bytes) -> None:
        self._target.end(str(tag))

    def data(self, data: str | bytes) -> None:
        self._target.data(str(data))

    def comment(self, text: str | bytes) -> None:
        pass

    def close(self) -> None:
        return None


def parse(html: str, target: Target) -> None:
    """Tell the target what a piece of HTML, as it lies on a clipboard or in a file, consists of."""
    html = printable(_CLIPBOARD_HEAD.sub("", html.lstrip("\ufeff")))
    parser = etree.HTMLParser(
        target=_Handler(target), encoding="utf-8", huge_tree=True, remove_comments=True
    )
    try:
        parser.feed(_shallow(html).encode())
        parser.close()
    except etree.XMLSyntaxError:  # nothing there but comments, or nothing at all
        return


def _shallow(html: str) -> str:
    """Return the HTML without lone end tags, and as bare paragraphs if it is deep beyond reason."""
    opened: Counter[str] = Counter()
    depth = 0
    lone: list[re.Match[str]] = []
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if not tag[1]:
            opened[name] += 1
            depth += 1
            if depth > _DEEPEST:
                return _TAG.sub(_as_paragraph, html)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        else:
            lone.append(tag)
    kept, at = [], 0
    for tag in lone:
        kept.append(html[at : tag.start()])
        at = tag.end()
    return "".join([*kept, html[at:]])


def _as_paragraph(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _RAW:
        return tag.group()
    return "<p>" if name in BLOCKS or name == "br" else ""
