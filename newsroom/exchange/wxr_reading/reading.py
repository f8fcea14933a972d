"""The posts of one or several exports of WordPress, one after another."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.wxr_reading.item import (
    Site,
    WxrItem,
    kind_of,
    parse_head,
    parse_item,
)
from newsroom.exchange.wxr_reading.opening import WxrFile, encoding_of
from newsroom.exchange.wxr_reading.scan import MOST_ITEM, Piece, parts
from newsroom.exchange.wxr_reading.story import Attached, Media, attached_of, by_address
from newsroom.store.imported import OURS

_ATTACHMENT = "attachment"
_STORIES = frozenset({"post", "berita", "news", "artikel", "article", "liputan", "opini", "kolom"})
"""The kinds of items that are stories; themes for newspapers have kinds of their own."""

_OUR_GUID = re.compile(r"/\?newsroom=([0-9a-f]{32})\Z")
_NEVER = frozenset({"auto-draft", "inherit"})
_SAID = ("title", "content:encoded", "excerpt:encoded", "dc:creator")
_SAID_TOO = ("wp:status", "wp:post_name", "wp:post_date")


@dataclass(frozen=True, slots=True)
class RawPost:
    """A post as it stands in a file: where, on which site, what it is known by and says."""

    where: str
    site: Site
    item: WxrItem
    media: Media
    is_whole: bool  # no letter of it is broken

    @property
    def keys(self) -> tuple[str, ...]:
        """What the post is known by: its number on its site, and its guid, which moves with it.

        One that went out from here is known by the story's own id.
        """
        number, guid = self.item.text("wp:post_id"), self.item.text("guid")
        keys = [f"{OURS}{own[1]}" for own in [_OUR_GUID.search(guid)] if own]
        if number and self.site.address:
            keys.append(f"wxr:{_site_key(self.site.address)}#{number}")
        if guid:
            keys.append(f"guid:{guid}")
        return tuple(keys) or (f"wxr:{self.digest}",)

    @property
    def digest(self) -> str:
        """What the post says, and is not counted up by readers."""
        said = [self.item.text(name) for name in (*_SAID, *_SAID_TOO)]
        terms = sorted((term.domain, term.name) for term in self.item.terms)
        return hashlib.sha256(json.dumps([said, terms]).encode()).hexdigest()

    @property
    def headline(self) -> str:
        """The headline as the file has it."""
        return self.item.text("title")


@dataclass(frozen=True, slots=True)
class RawFault:
    """Something in a file that can't be read, and why."""

    where: str
    why: str


@dataclass(slots=True)
class Survey:
    """What is in the files: how many stories, and what else, by its kind; and all pictures."""

    stories: int = 0
    others: Counter[str] = field(default_factory=Counter)
    media: dict[str, dict[str, Attached]] = field(default_factory=dict)  # by site and number


def survey(files: Sequence[WxrFile], tell: Callable[[], None] | None = None) -> Survey:
    """Look through the files for their pictures, which may stand behind their stories.

    What can't be read is left to ``posts`` to tell. ``tell`` is called again and again
    meanwhile, and may raise.
    """
    found = Survey()
    for file in files:
        site, encoding = "", "utf-8"
        try:
            for part in parts(_telling(file.blocks(), tell)):
                if part.piece is Piece.HEAD:
                    encoding = encoding_of(part.data)
                    site = _site_key(parse_head(part.data, encoding).address)
                elif part.piece is Piece.ITEM:
                    _note(found, site, part.data, encoding)
        except ExchangeError:
            continue
    return found


def _telling(blocks: Iterable[bytes], tell: Callable[[], None] | None) -> Iterator[bytes]:
    for block in blocks:
        if tell:
            tell()
        yield block


def posts(file: WxrFile, media: dict[str, dict[str, Attached]]) -> Iterator[RawPost | RawFault]:
    """Yield the stories of a file, and what can't be read of it."""
    site, encoding, number = Site(), "utf-8", 0
    pictures = Media({}, {})
    try:
        for part in parts(file.blocks()):
            if part.piece is Piece.HEAD:
                encoding = encoding_of(part.data)
                site = parse_head(part.data, encoding)
                found = media.get(_site_key(site.address), {})
                pictures = Media(found, by_address(found))
                continue
            number += 1
            where = f"{file.name}, butir {number}"
            if part.piece is Piece.CUT:
                yield RawFault(where, "terputus di sini; unduh lagi ekspornya")
            elif part.piece is Piece.TOO_LARGE:
                yield RawFault(where, f"lebih besar dari {MOST_ITEM // 1_000_000} MB")
            elif kind_of(part.data) in _STORIES:
                yield from _post(part.data, encoding, RawPost(where, site, _NONE, pictures, True))
    except ExchangeError as error:
        yield RawFault(file.name, str(error))


_NONE = WxrItem({})


def _post(data: bytes, encoding: str, blank: RawPost) -> Iterator[RawPost | RawFault]:
    try:
        item, is_whole = parse_item(data, encoding)
    except ExchangeError as error:
        yield RawFault(blank.where, str(error))
        return
    if item.text("wp:status") not in _NEVER:
        yield replace(blank, item=item, is_whole=is_whole)


def _note(found: Survey, site: str, data: bytes, encoding: str) -> None:
    kind = kind_of(data)
    if kind in _STORIES:
        found.stories += 1
        return
    if kind != _ATTACHMENT:
        found.others[kind] += 1
        return
    try:
        item, _ = parse_item(data, encoding)
    except ExchangeError:
        return
    found.media.setdefault(site, {})[item.text("wp:post_id")] = attached_of(item)


def _site_key(address: str) -> str:
    """Return the address of a site however it is reached.

    >>> _site_key("https://www.Contoh.id/"), _site_key("http://contoh.id")
    ('contoh.id', 'contoh.id')
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/")
