"""Clean HTML as the block markup that WordPress' editor reads back without complaint.

The forms are those that WordPress 6.1 to 6.5 find valid. A picture carries its
number where the site has given it one; an import gives it a new one, so there
it has none. It carries no width or height: the editor refuses sizes that it did
not write.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lxml import html as lxml_html
from lxml.etree import Comment
from lxml.html import HtmlElement

from newsroom.exchange.clean import PULL_QUOTE
from newsroom.exchange.embeds import Embed, embed_of, lone_address
from newsroom.exchange.on_site import OnSite, site_html

_MORE = "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->"


def to_blocks(html: str, pictures: Mapping[str, OnSite] | None = None) -> str:
    """Return the block markup of a story's HTML, as ``body_html`` makes it.

    ``pictures`` says what is known of those on the site, by their addresses.
    """
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return _Writer(pictures or {}).blocks(root)


class _Writer:
    def __init__(self, pictures: Mapping[str, OnSite]) -> None:
        self._pictures = pictures
        self._by_tag = {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "figure": self._image,
            "div": self._gallery,
        }

    def blocks(self, parent: HtmlElement) -> str:
        return "\n\n".join(self._block(block) for block in parent)

    def _block(self, block: HtmlElement) -> str:
        if block.tag is Comment:
            return _MORE
        return self._by_tag.get(block.tag, _simple)(block)

    def _list(self, block: HtmlElement) -> str:
        attributes: dict[str, Any] = {"ordered": True} if block.tag == "ol" else {}
        opening = str(block.tag)
        start = block.get("start", "1")
        if block.tag == "ol" and start != "1" and start.isdecimal():
            attributes["start"] = int(start)
            opening += f' start="{int(start)}"'
        items = "\n\n".join(self._item(item) for item in block)
        return _block("list", f"<{opening}>{items}</{block.tag}>", attributes)

    def _item(self, item: HtmlElement) -> str:
        nested = [child for child in item if child.tag in ("ul", "ol")]
        for child in nested:
            item.remove(child)
        text = site_html(item).removesuffix("</li>")
        return _block("list-item", text + "".join(map(self._list, nested)) + "</li>")

    def _quote(self, block: HtmlElement) -> str:
        source = ""
        if len(block) and block[-1].tag == "cite":
            source = site_html(block[-1])
            block.remove(block[-1])
        if block.get("class") == PULL_QUOTE and all(part.tag == "p" for part in block):
            return _pull_quote(block, source)
        said = self.blocks(block)
        return _block("quote", f'<blockquote class="wp-block-quote">{said}{source}</blockquote>')

    def _gallery(self, block: HtmlElement) -> str:
        kinds = "wp-block-gallery has-nested-images columns-default is-cropped"
        pictures = "\n\n".join(map(self._image, block))
        return _block("gallery", f'<figure class="{kinds}">{pictures}</figure>', {"linkTo": "none"})

    def _image(self, block: HtmlElement) -> str:
        block.set("class", "wp-block-image size-full")
        for caption in block.iter("figcaption"):
            caption.set("class", "wp-element-caption")
        attributes: dict[str, Any] = {}
        for picture in block.iter("img"):
            known = self._pictures.get(picture.get("src", ""), OnSite())
            if known.number:
                attributes["id"] = known.number
                picture.set("class", f"wp-image-{known.number}")
        attributes |= {"sizeSlug": "full", "linkDestination": "none"}
        return _block("image", site_html(block), attributes)


def _simple(block: HtmlElement) -> str:
    """Write a block that holds no others."""
    if block.tag in ("h2", "h3", "h4", "h5", "h6"):
        return _heading(block)
    if block.tag == "table":
        return _table(block)
    if block.tag == "hr":
        rule = '<hr class="wp-block-separator has-alpha-channel-opacity"/>'
        return _block("separator", rule)
    return _paragraph(block)


def _block(name: str, content: str, attributes: dict[str, Any] | None = None) -> str:
    head = f"wp:{name} {_json(attributes)}" if attributes else f"wp:{name}"
    return f"<!-- {head} -->\n{content}\n<!-- /wp:{name} -->"


def _json(attributes: dict[str, Any]) -> str:
    """Write attributes so that nothing in them can end the comment that they stand in."""
    text = json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("--", "\\u002d\\u002d").replace("<", "\\u003c").replace(">", "\\u003e")
    return text.replace("&", "\\u0026").replace('\\"', "\\u0022")


def _paragraph(block: HtmlElement) -> str:
    embed = embed_of(lone_address(block))
    if embed:
        return _embed(embed)
    style = block.get("class")
    return _block("paragraph", site_html(block), {"className": style} if style else None)


def _embed(embed: Embed) -> str:
    attributes = {
        "url": embed.url,
        "type": embed.kind,
        "providerNameSlug": embed.provider,
        "responsive": True,
    }
    kinds = (
        f"wp-block-embed is-type-{embed.kind}"
        f" is-provider-{embed.provider} wp-block-embed-{embed.provider}"
    )
    if embed.ratio:
        attributes["className"] = f"wp-embed-aspect-{embed.ratio} wp-has-aspect-ratio"
        kinds += f" {attributes['className']}"
    figure = lxml_html.Element("figure")
    figure.set("class", kinds)
    wrapper = lxml_html.Element("div")
    wrapper.set("class", "wp-block-embed__wrapper")
    wrapper.text = f"\n{embed.url}\n"
    figure.append(wrapper)
    return _block("embed", site_html(figure), attributes)


def _heading(block: HtmlElement) -> str:
    level = int(str(block.tag)[1])
    block.set("class", "wp-block-heading")
    return _block("heading", site_html(block), {"level": level} if level != 2 else None)


def _pull_quote(block: HtmlElement, source: str) -> str:
    """Write a pull quote, which is one paragraph whatever is in it."""
    said = "<br/>".join(site_html(part)[len("<p>") : -len("</p>")] for part in block)
    quote = f"<blockquote><p>{said}</p>{source}</blockquote>"
    return _block("pullquote", f'<figure class="wp-block-pullquote">{quote}</figure>')


def _table(block: HtmlElement) -> str:
    for cell in block.iter("th", "td"):
        align = cell.attrib.pop("align", "").lower()
        if align:
            cell.set("class", f"has-text-align-{align}")
            cell.set("data-align", align)
    return _block("table", f'<figure class="wp-block-table">{site_html(block)}</figure>')
