"""What is known of a picture on the site, and text that does nothing there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.exchange.clean import element_html

# WordPress' own; what is written like one of a plugin's can't be told from a remark in brackets.
_SHORTCODE = re.compile(r"\[(?=/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b)")


@dataclass(frozen=True, slots=True)
class OnSite:
    """A picture's number on the site and its size in pixels there; 0 is not known."""

    number: int = 0
    width: int = 0
    height: int = 0


def site_html(element: HtmlElement) -> str:
    """Return the HTML of an element, in which a word in brackets is no shortcode.

    The entity is written as an author's text leaves WordPress' filter.
    """
    return _SHORTCODE.sub("&#091;", element_html(element))
