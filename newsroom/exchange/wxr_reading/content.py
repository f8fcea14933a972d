"""The content of a post as the site's editor kept it, made HTML that a page would show.

Pictures and what is embedded become paragraphs of their own, marked by signs that nobody
writes, so that they keep their places while the text is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

from newsroom.exchange.rich.parse import BLOCKS

_IN_FIGURE = r"((?>(?:(?!</?figure\b).)*))"
_FIGURE = re.compile(rf"<figure\b[^<>]*+>{_IN_FIGURE}</figure>", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(
    r"<figcaption\b[^<>]*+>((?>(?:(?!</?figcaption\b).)*))</figcaption>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?([A-Za-z][\w-]*)[^<>]*+>|<!--.*?-->", re.DOTALL)
_CAPTION_CODE = re.compile(
    r"\[(?:wp_)?caption\b([^\]]*)\]((?>(?:(?!\[/?(?:wp_)?caption\b).)*))\[/(?:wp_)?caption\]",
    re.IGNORECASE | re.DOTALL,
)
_CODE_CAPTION = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
_EMBED_CODE = re.compile(r"\[(embed|video|audio)\b[^\]]*\]\s*([^\[\s]*)\s*\[/\1\]", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^<>]*+>", re.IGNORECASE)
_LINKED = re.compile(r"<a\b[^<>]*+>\s*(<img\b[^<>]*+>)\s*</a>", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"<(iframe|video|audio)\b([^<>]*+)>(?:((?>(?:(?!</?\1\b).)*))</\1>)?", re.IGNORECASE | re.DOTALL
)
_CITED = re.compile(
    r"<cite\b[^<>]*+>\s*((?>(?:(?!</?(?:cite|blockquote)\b).)*))</cite>\s*(?=</blockquote>)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt|width)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_BLOCK_EDITOR = "<!-- wp:"
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_TAG_AT = rf"</?(?:{'|'.join(sorted(BLOCKS))}|br|!--)\b"
_BREAK = re.compile(rf"(?<!>)\n(?!\s*{_TAG_AT})|(?<=[^-]>)\n(?!\s*(?:{_TAG_AT}|\Z))", re.I)
_AFTER_BLOCK = re.compile(rf"({_TAG_AT}[^<>]*+>)\s*<br>", re.I)
_MARK = "\ue010{}\ue011"
_MARKED = re.compile("\ue010(\\d+)\ue011")
_ALONE = re.compile("\\n*(?:\\*{1,3})?\ue010(\\d+)\ue011(?:\\*{1,3})?\\n*")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a text: its address, and what is said of it there."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(slots=True)
class Content:
    """The HTML of a text, and its pictures by the numbers of their marks."""

    html: str
    pictures: list[Picture] = field(default_factory=list)

    def with_pictures(self, markdown: str, written: Callable[[Picture], str]) -> str:
        """Return Markdown made of the HTML with its pictures, as written, for their marks."""

        def put(mark: re.Match[str]) -> str:
            return f"\n\n{written(self.pictures[int(mark[1])])}\n\n"

        return _MARKED.sub(put, _ALONE.sub(put, markdown)).strip("\n")


def read_content(source: str) -> Content:
    """Return the content of a post, of the block editor or the one before it."""
    content = Content("")

    def mark(picture: str, caption: str = "") -> str:
        values = {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(picture)
        }
        address = values.get("src", "").strip()
        alt = " ".join(values.get("alt", "").split())
        is_sign = alt and not any(sign.isalnum() for sign in alt)
        if address.startswith("//"):
            address = f"https:{address}"
        if is_sign or values.get("width") == "1" or not address.lower().startswith("http"):
            return picture
        content.pictures.append(Picture(address, alt, plain_text(caption)))
        return f"<p>{_MARK.format(len(content.pictures) - 1)}</p>"

    def figure(found: re.Match[str]) -> str:
        return _marked_figure(found[1], "", mark) or found.group()

    def caption_code(found: re.Match[str]) -> str:
        named = _CODE_CAPTION.search(found[1])
        said = (named[1] or named[2] or "") if named else ""
        return _marked_figure(found[2], unescape(said), mark) or found[2]

    html = re.sub("[\ue010\ue011]", "", source.replace("\r\n", "\n").replace("\r", "\n"))
    html = _EMBED_CODE.sub(r"\n\n\2\n\n", html)
    html = _EMBEDDED.sub(_address_of, html)
    html = _CITED.sub(_with_dash, html)
    html = _CAPTION_CODE.sub(caption_code, html)
    html = _FIGURE.sub(figure, html)
    html = _LINKED.sub(r"\1", html)
    html = _PICTURE.sub(lambda found: mark(found.group()), html)
    content.html = _in_paragraphs(html)
    return content


def plain_text(html: str) -> str:
    """Return the words of a piece of HTML, on one line.

    >>> plain_text("Panen <em>raya</em> &amp; pasar")
    'Panen raya & pasar'
    """

    def parted(tag: re.Match[str]) -> str:
        return " " if tag[1] and (tag[1].lower() in BLOCKS or tag[1].lower() == "br") else ""

    return " ".join(unescape(_TAG.sub(parted, html)).split())


def _marked_figure(inside: str, caption: str, mark: Callable[[str, str], str]) -> str:
    """Return the marks of the pictures in a figure, the first one with the caption."""
    found = _CAPTION.search(inside)
    pictures = _PICTURE.findall(inside)
    if not pictures:
        return ""
    if found:
        caption = found[1]
    elif not caption:
        caption = _PICTURE.sub("", _LINKED.sub(r"\1", inside))
    marks = [mark(one, caption if number == 0 else "") for number, one in enumerate(pictures)]
    return "".join(marks)


def _address_of(embedded: re.Match[str]) -> str:
    """Return what is embedded as its address, which a reader may follow."""
    source = _SOURCE.search(f"{embedded[2]} {embedded[3] or ''}")
    address = unescape(source[1] or source[2] or source[3] or "") if source else ""
    if address.startswith("//"):
        address = f"https:{address}"
    return f"\n\n{escape(address, quote=False)}\n\n" if address.startswith("http") else ""


def _with_dash(cited: re.Match[str]) -> str:
    """Return whom a quotation is from as its last line, which begins with a dash."""
    name = cited[1].strip()
    dash = "" if not name or name[0] in "-–—" else "— "
    return f"<p>{dash}{name}</p>"


def _in_paragraphs(html: str) -> str:
    """Set the paragraphs that the older editor shows for empty lines, as WordPress does."""
    html = html.strip()
    if _BLOCK_EDITOR not in html:
        html = "\n\n".join(
            _AFTER_BLOCK.sub(r"\1", _BREAK.sub("<br>", part)) for part in _GAP.split(html)
        )
    return "<p>" + html.replace("\n\n", "\n<p>") if "\n\n" in html else html
