"""Addresses that WordPress shows as what they lead to: a film, a post, a sound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Embed:
    """An address with the provider and the kind that WordPress knows it by."""

    url: str
    provider: str
    kind: str


_PROVIDERS = {  # site: provider, kind, what its addresses of single items look like
    "youtube.com": ("youtube", "video", r"/(?:watch|shorts/|live/|embed/)"),
    "youtu.be": ("youtube", "video", r"/[\w-]+"),
    "vimeo.com": ("vimeo", "video", r"/(?:.*/)?\d+"),
    "dailymotion.com": ("dailymotion", "video", r"/video/"),
    "tiktok.com": ("tiktok", "video", r"/@[^/]+/video/"),
    "twitter.com": ("twitter", "rich", r"/\w+/status/\d+"),
    "x.com": ("twitter", "rich", r"/\w+/status/\d+"),
    "instagram.com": ("instagram", "rich", r"/(?:[\w.]+/)?(?:p|reel|tv)/"),
    "facebook.com": ("facebook", "rich", r"/(?:watch|[^/]+/(?:posts|videos|photos)/|permalink)"),
    "open.spotify.com": ("spotify", "rich", r"/(?:track|album|playlist|episode|show)/"),
    "soundcloud.com": ("soundcloud", "rich", r"/[^/]+/[^/]+"),
}


def embed_of(address: str) -> Embed | None:
    """Return how WordPress embeds an address, or None for an ordinary one.

    >>> embed_of("https://youtu.be/abc-DEF_123").provider
    'youtube'
    >>> embed_of("https://contoh.id/berita") is None
    True
    """
    parts = urlsplit(address)
    site = re.sub(r"^(?:www|m|mobile|web)\.", "", (parts.hostname or "").lower())
    provider, kind, shape = _PROVIDERS.get(site, ("", "", ""))
    if not provider or not re.match(shape, parts.path):
        return None
    if site == "x.com":  # which older WordPress does not know
        address = parts._replace(netloc="twitter.com").geturl()
    return Embed(address, provider, kind)


def lone_address(paragraph: HtmlElement) -> str:
    """Return the address that a paragraph consists of, or ``""``."""
    if len(paragraph) != 1 or (paragraph.text or "").strip() or paragraph[0].tag != "a":
        return ""
    link = paragraph[0]
    address = str(link.get("href", ""))
    alone = not (link.tail or "").strip() and not len(link)
    return address if alone and (link.text or "").strip() == address else ""
