"""Addresses that WordPress shows as what they lead to: a film, a post, a sound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Embed:
    """An address with the provider and the kind that WordPress knows it by.

    ``ratio`` is width and height of a film where they are known, as in ``16-9``.
    """

    url: str
    provider: str
    kind: str
    ratio: str = ""


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
_WHOLE_PATH = frozenset({"twitter", "instagram", "tiktok", "spotify"})  # the rest only tracks
_FILM = re.compile(r"/(shorts|live|embed)/([\w-]+)")
_FILM_ID = re.compile(r"[\w-]{1,20}", re.ASCII)
_START = re.compile(r"(?:\d{1,6}[hms]?){1,3}", re.ASCII)


def embed_of(address: str) -> Embed | None:
    """Return how WordPress embeds an address, or None for an ordinary one.

    What in an address does not say which film or post it is is left out: an ``&`` in the
    address of an embed becomes another where an author saves it, as was measured, so none
    with one is embedded.

    >>> embed_of("https://www.youtube.com/watch?v=abc-DEF_123&list=PL1&t=90s").url
    'https://youtu.be/abc-DEF_123?t=90s'
    >>> embed_of("https://contoh.id/berita") is None
    True
    """
    try:
        parts = urlsplit(address)
        site = re.sub(r"^(?:www|m|mobile|web)\.", "", (parts.hostname or "").lower())
    except ValueError:  # half a bracket
        return None
    provider, kind, shape = _PROVIDERS.get(site, ("", "", ""))
    if not provider or not re.match(shape, parts.path):
        return None
    if provider == "youtube":
        return _film(parts)
    if provider in _WHOLE_PATH:
        parts = parts._replace(query="", fragment="")
    if provider == "twitter":  # older WordPress knows no x.com, and none knows the phone's
        parts = parts._replace(netloc="twitter.com")
    address = parts.geturl()
    return None if "&" in address else Embed(address, provider, kind)


def _film(parts: SplitResult) -> Embed | None:
    """Return a film of YouTube's, of whose many addresses WordPress knows few."""
    query = parse_qs(parts.query)
    named = _FILM.match(parts.path)
    short = "" if parts.path == "/watch" else parts.path.strip("/")
    film = named[2] if named else query.get("v", [short])[0]
    if not _FILM_ID.fullmatch(film):
        return None
    if named and named[1] == "shorts":
        return Embed(f"https://www.youtube.com/shorts/{film}", "youtube", "video", "9-16")
    start = query.get("t", query.get("start", [""]))[0]
    address = f"https://www.youtube.com/watch?v={film}"
    if start and _START.fullmatch(start):
        address = f"https://youtu.be/{film}?t={start}"
    return Embed(address, "youtube", "video", "16-9")


def lone_address(paragraph: HtmlElement) -> str:
    """Return the address that a paragraph consists of, or ``""``."""
    if len(paragraph) != 1 or (paragraph.text or "").strip() or paragraph[0].tag != "a":
        return ""
    link = paragraph[0]
    address = str(link.get("href", ""))
    alone = not (link.tail or "").strip() and not len(link)
    return address if alone and (link.text or "").strip() == address else ""
