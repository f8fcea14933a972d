"""Clean HTML as the block markup that WordPress' editor reads back without complaint.

The forms are those that WordPress 6.1 to 6.5 find valid. Pictures carry no
number, width or height: an import gives them new numbers, and the editor
refuses sizes that it did not write.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.exchange.clean import element_html
from newsroom.exchange.embeds import Embed, embed_of, lone_address


def to_blocks(html: str) -> str:
    """Return the block markup of a story's HTML, as ``body_html`` makes it."""
    return _blocks(lxml_html.fragment_fromstring(html, create_parent="div"))


def _blocks(parent: HtmlElement) -> str:
    return "\n\n".join(_WRITERS.get(str(block.tag), _paragraph)(block) for block in parent)


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
    return _block("paragraph", element_html(block), {"className": style} if style else None)


def _embed(embed: Embed) -> str:
    attributes = {
        "url": embed.url,
        "type": embed.kind,
        "providerNameSlug": embed.provider,
        "responsive": True,
    }
    figure = lxml_html.Element("figure")
    figure.set(
        "class",
        f"wp-block-embed is-type-{embed.kind}"
        f" is-provider-{embed.provider} wp-block-embed-{embed.provider}",
    )
    wrapper = lxml_html.Element("div")
    wrapper.set("class", "wp-block-embed__wrapper")
    wrapper.text = f"\n{embed.url}\n"
    figure.append(wrapper)
    return _block("embed", element_html(figure), attributes)


def _heading(block: HtmlElement) -> str:
    level = int(str(block.tag)[1])
    block.set("class", "wp-block-heading")
    return _block("heading", element_html(block), {"level": level} if level != 2 else None)


def _list(block: HtmlElement) -> str:
    attributes: dict[str, Any] = {"ordered": True} if block.tag == "ol" else {}
    opening = str(block.tag)
    start = block.get("start", "1")
    if block.tag == "ol" and start != "1" and start.isdecimal():
        attributes["start"] = int(start)
        opening += f' start="{int(start)}"'
    items = "\n\n".join(_item(item) for item in block)
    return _block("list", f"<{opening}>{items}</{block.tag}>", attributes)


def _item(item: HtmlElement) -> str:
    nested = [child for child in item if child.tag in ("ul", "ol")]
    for child in nested:
        item.remove(child)
    text = element_html(item).removesuffix("</li>")
    return _block("list-item", text + "".join(_list(child) for child in nested) + "</li>")


def _quote(block: HtmlElement) -> str:
    return _block("quote", f'<blockquote class="wp-block-quote">{_blocks(block)}</blockquote>')


def _table(block: HtmlElement) -> str:
    return _block("table", f'<figure class="wp-block-table">{element_html(block)}</figure>')


def _separator(_: HtmlElement) -> str:
    rule = '<hr class="wp-block-separator has-alpha-channel-opacity"/>'
    return _block("separator", rule)


def _image(block: HtmlElement) -> str:
    block.set("class", "wp-block-image size-full")
    for caption in block.iter("figcaption"):
        caption.set("class", "wp-element-caption")
    attributes = {"sizeSlug": "full", "linkDestination": "none"}
    return _block("image", element_html(block), attributes)


_WRITERS: dict[str, Callable[[HtmlElement], str]] = {
    "p": _paragraph,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "table": _table,
    "hr": _separator,
    "figure": _image,
}
