"""Markdown as reporters write it, made HTML by Python-Markdown.

What the editor does not offer and prose trips over is left out: code (a grave
accent is an apostrophe here, an indented line is a paragraph), reference links
("[Ralat]: …" is a sentence), underlined headings, and headings without a space
("#SaveLebak"). A single line break inside a paragraph is a space, as Markdown
has it; two spaces before it, or a backslash, make it a line break. A quotation
within a quotation and nothing else, ``>> …``, is a pull quote; a last line of
one that begins with a dash says who it is from. ``<!--more-->`` alone on a
line parts what a front page shows. The HTML that comes out is not yet clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.util import AtomicString

ACTIVE = frozenset(
    {"script", "style", "iframe", "object", "embed", "applet", "frame", "frameset", "noframes"}
    | {"noscript", "svg", "math", "template", "textarea", "select", "button", "form", "input"}
    | {"title", "head", "base", "link", "meta", "audio", "video", "source", "xmp"}
)
"""Elements that do something, or hold what is no prose: they go, with what is in them."""

TEXTUAL = frozenset(
    {"a", "abbr", "article", "aside", "b", "blockquote", "br", "center", "cite", "code", "dd"}
    | {"del", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2"}
    | {"h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark"}
    | {"nav", "ol", "p", "pre", "q", "s", "section", "small", "span", "strike", "strong", "sub"}
    | {"sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var"}
)
"""Elements that hold prose: in a text they are taken as HTML, whether they are kept or not."""

_PARTING = frozenset(
    {"article", "aside", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"header", "main", "nav", "pre", "section"}
)
"""Textual elements that are not kept themselves, but part what is in them from the rest."""

MORE = "\ufdd0"
"""The text of the paragraph that stands for ``<!--more-->``: no character that is written."""

_SPLIT = "\ufdd1"  # a paragraph that only parts what is above from what is below
_MORE = re.compile(r"^ {0,3}<!--[ \t]*more[ \t]*-->[ \t]*$", re.MULTILINE | re.IGNORECASE)
_UNREAD = re.compile(rf"<(?:!--|({'|'.join(sorted(ACTIVE))})\b[^<>]*>)", re.IGNORECASE)
_LESS_THAN = re.compile(
    r"<(?:(?P<address>https?://[^<>\s]++|(?<=\]\(<)[^<>\n]++)>"
    r"|/?(?P<name>[A-Za-z][\w-]*+)[^<>]*+>)?"
)
_HASHTAG = re.compile(r"^( {0,3})(?=#{1,6}[^#\s])", re.MULTILINE)
_LIST_PAREN = re.compile(r"^( {0,3}\d{1,9})\)(?= )", re.MULTILINE)
_ITEM = re.compile(r" {0,3}(?:[-*+]|(?P<number>\d{1,9}\.)) ")
_INTERRUPTING = re.compile(r" {0,3}(?:[-*+]|1\.) +\S")
_QUOTED = re.compile(r" {0,3}(?P<signs>(?:> ?)+)(?P<text>.*)")
_SOURCE = re.compile(r"(?:--|[–—])[ \t]*[^\s–—-]")
_LONE_ADDRESS = re.compile(r" {0,3}https?://\S+\s*")
# Python-Markdown looks for the end of a link or picture up to the end of the text: it is
# let loose only on what has one. Brackets and parentheses may hold others of their kind.
_LINK = (
    r"\[(?=(?>(?:[^\[\]]++|\[[^\[\]]*+\])*)\]"
    r"\((?>(?:[^()]++|\([^()]*+\))*)\))"
)
_ADDRESS = r"https?://[^\s<>\"“”\x02\x03]*[^\s<>\"“”‘’'…*.,;:!?()\[\]\x02\x03]"


def dialect_html(text: str) -> str:
    """Return the HTML of a body text; words and figures all come through.

    >>> dialect_html("1.250 warga < 5 desa & #SaveLebak")
    '<p>1.250 warga &lt; 5 desa &amp; #SaveLebak</p>'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(MORE, "").replace(_SPLIT, "")
    text = _MORE.sub(f"\n{MORE}\n", text)
    text = _LESS_THAN.sub(_tame, _without_unread(text))
    text = _LIST_PAREN.sub(r"\1.", _HASHTAG.sub(r"\1\\", text))
    markdown = Markdown(
        extensions=[TableExtension(use_align_attribute=True), "sane_lists", _Dialect()]
    )
    try:
        html = str(markdown.convert("\n".join(_parted(text.split("\n")))))
        return html.replace(f"<p>{_SPLIT}</p>\n", "").replace(_SPLIT, "")
    except RecursionError:  # lists in lists in lists, by the hundred: no list at all
        return "".join(f"<p>{line}</p>" for line in text.split("\n"))


def _without_unread(text: str) -> str:
    """Take out comments and active elements that end somewhere, with what is in them.

    Each kind of end that is not found is looked for only once: a text may hold
    thousands of beginnings.
    """
    kept: list[str] = []
    endless: set[str] = set()
    at = 0
    for opening in _UNREAD.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < at or name in endless:
            continue
        end = re.compile(rf"</{name}\s*>" if name else "-->", re.IGNORECASE)
        if closing := end.search(text, opening.end()):
            kept.append(text[at : opening.start()])
            at = closing.end()
        else:
            endless.add(name)
    return "".join([*kept, text[at:]])


def _tame(match: re.Match[str]) -> str:
    """Keep a tag that holds prose, drop one that acts, and take any other sign for itself."""
    if address := match["address"]:
        return str(address)
    name = (match["name"] or "").lower()
    if name in _PARTING:
        return "<p>"
    if name in TEXTUAL:
        return match.group()
    return "" if name in ACTIVE else "&lt;" + match.group()[1:]


def _parted(lines: list[str]) -> list[str]:
    """Part from the line that they follow at once what are no more of its paragraph.

    These are a list, an address alone on its line, and who a quotation is from.

    >>> _parted(["Ada:", "- satu", "- dua", "1. tiga"])
    ['Ada:', '', '- satu', '- dua', '', '1. tiga']
    >>> _parted(["> Kami pulang.", "> — Karta Contoh"])
    ['> Kami pulang.', '>', '> — Karta Contoh']
    """
    parted: list[str] = []
    in_list = is_numbered = False
    for line in _parted_quotes(lines):
        above = bool(parted and parted[-1].strip())
        lone = bool(_LONE_ADDRESS.fullmatch(line))
        item = _ITEM.match(line)
        begins = _INTERRUPTING.match(line) and not in_list
        changes = item and in_list and bool(item["number"]) != is_numbered
        if above and (lone or begins or changes):
            parted.append("")
        is_numbered = bool(item["number"]) if item else is_numbered
        parted.append(line)
        if lone:
            parted.append("")
        in_list = bool(item) or (in_list and bool(line.strip()))
    return parted


def _parted_quotes(lines: list[str]) -> Iterator[str]:
    """Set apart who a quotation is from, and quotations that a blank line is between.

    Two of one depth are one to Python-Markdown, unless it is said whom the first is from.
    """
    quotes = [_QUOTED.fullmatch(line) for line in lines]
    before, is_sourced = "", False  # the signs of the quotation that the last words stood in
    for at, (line, quote) in enumerate(zip(lines, quotes, strict=True)):
        signs = quote["signs"].replace(" ", "") if quote else ""
        if quote and quote["text"]:
            above = quotes[at - 1] if at else None
            if before and not above and (is_sourced or before != signs):
                yield from (_SPLIT, "")
            below = quotes[at + 1] if at + 1 < len(lines) else None
            is_sourced = not below and bool(_SOURCE.match(quote["text"]))
            if is_sourced and above and above["text"]:
                yield signs
        if line.strip(" >"):
            before = signs
        yield line


class _Dialect(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.preprocessors.deregister("html_block")
        for name in ("code", "setextheader", "reference"):
            md.parser.blockprocessors.deregister(name)
        for name in (
            "backtick",
            "reference",
            "image_reference",
            "short_reference",
            "short_image_ref",
            "entity",  # it stays one without being stashed away and fetched back
        ):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(LinkInlineProcessor(rf"(?<!!){_LINK}", md), "link", 160)
        md.inlinePatterns.register(ImageInlineProcessor(rf"!{_LINK}", md), "image_link", 150)
        md.inlinePatterns.register(_Address(_ADDRESS, md), "address", 75)


class _Address(InlineProcessor):
    """An address in running text is a link, and none of its letters is markup."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        link = Element("a", href=m.group())
        link.text = AtomicString(m.group())
        return link, m.start(), m.end()
