"""Clean HTML as the editor before the block editor has it, for sites that kept that one.

It is the same HTML, with a blank line between blocks. Photographs stand in the shortcode
``[caption]``, which asks for the width: where that is not known, they are a plain figure.
What is embedded is its address alone on a line; photographs in a row are a ``[gallery]``,
once the site has given them their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import html as lxml_html
from lxml.etree import Comment
from lxml.html import HtmlElement

from newsroom.exchange.embeds import embed_of, lone_address
from newsroom.exchange.on_site import OnSite, site_html

_MORE = "<!--more-->"


def to_classic(html: str, pictures: Mapping[str, OnSite] | None = None) -> str:
    """Return the markup of a story's HTML, as ``body_html`` makes it.

    ``pictures`` says what is known of those on the site, by their addresses.
    """
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return "\n\n".join(part for block in root for part in _parts(block, pictures or {}))


def _parts(block: HtmlElement, pictures: Mapping[str, OnSite]) -> list[str]:
    if block.tag is Comment:
        return [_MORE]
    if block.tag == "figure":
        return [_photo(block, pictures)]
    if block.tag == "div":
        return _gallery(block, pictures)
    embed = embed_of(lone_address(block)) if block.tag == "p" else None
    if embed:
        return [embed.url]
    for part in [*block.iter("figure", "p")]:  # in a quotation neither has a line of its own
        if part.tag == "figure":
            _with_classes(part, pictures)
        elif within := embed_of(lone_address(part)):
            part[0].drop_tree()
            part.text = within.url
    return [_spaced(site_html(block))]


def _gallery(block: HtmlElement, pictures: Mapping[str, OnSite]) -> list[str]:
    known = [_known(figure, pictures) for figure in block]
    if all(one.number for one in known):
        ids = ",".join(str(one.number) for one in known)
        return [f'[gallery link="none" size="large" ids="{ids}"]']
    return [_photo(figure, pictures) for figure in block]


def _photo(figure: HtmlElement, pictures: Mapping[str, OnSite]) -> str:
    known = _known(figure, pictures)
    caption = figure.find("figcaption")
    _with_classes(figure, pictures)
    picture = figure[0]
    if caption is None:
        picture.set("class", f"aligncenter {picture.get('class')}")
        return _spaced(site_html(picture))
    if not known.width:
        return _spaced(site_html(figure))
    number = f'id="attachment_{known.number}" ' if known.number else ""
    words = site_html(caption)[len("<figcaption>") : -len("</figcaption>")]
    return (
        f'[caption {number}align="aligncenter" width="{known.width}"]'
        f"{_spaced(site_html(picture))} {words}[/caption]"
    )


def _with_classes(figure: HtmlElement, pictures: Mapping[str, OnSite]) -> None:
    known, picture = _known(figure, pictures), figure[0]
    picture.set("class", "size-full" + (f" wp-image-{known.number}" if known.number else ""))
    if known.width and known.height:
        picture.set("width", str(known.width))
        picture.set("height", str(known.height))


def _known(figure: HtmlElement, pictures: Mapping[str, OnSite]) -> OnSite:
    return pictures.get(figure[0].get("src", ""), OnSite())


def _spaced(html: str) -> str:
    """Write the end of an empty element as that editor does; in a text there is no such sign."""
    return html.replace("/>", " />")
