"""A post of an export made a story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from html import unescape
from urllib.parse import unquote, urlsplit

from newsroom.exchange.incoming import SetOut, set_out_whole
from newsroom.exchange.loose_pictures import data_of, photos_of
from newsroom.exchange.raw_lines import split_credit
from newsroom.exchange.rich.read import read_html
from newsroom.exchange.rich.write import write_markdown
from newsroom.exchange.unpacked import Keep
from newsroom.exchange.wxr_reading.content import Picture, plain_text, read_content
from newsroom.exchange.wxr_reading.item import Site, WxrItem
from newsroom.photos.placed import placed_photo
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

WESTERN = timezone(timedelta(hours=7))  # where a site does not say how late it is there
_STATUSES = {
    "publish": Status.PUBLISHED,
    "future": Status.READY,
    "pending": Status.SUBMITTED,
    "private": Status.HELD,
}
_TRASH = "trash"
_NO_SECTIONS = frozenset({"uncategorized", "tak-berkategori", "tanpa-kategori"})
_FURTHEST = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
_SCALED = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled)(?=\.\w{2,5}\Z)")


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture of a site: its address, and what is said of it."""

    address: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """The pictures of a site that are in its exports, by their numbers and by their addresses."""

    by_number: Mapping[str, Attached]
    by_address: Mapping[str, Attached]


@dataclass(frozen=True, slots=True)
class Post:
    """A story that was a post: where it came from, and what is to be said of it.

    Pictures are not in an export: ``absent`` counts those of which it has the address only.
    """

    story: Story
    was_discarded: bool = False
    absent: int = 0


def attached_of(item: WxrItem) -> Attached:
    """Return what an attachment says."""
    return Attached(
        item.text("wp:attachment_url"),
        plain_text(item.text("excerpt:encoded")),
        plain_text(item.meta.get("_wp_attachment_image_alt", "")),
    )


def by_address(attached: Mapping[str, Attached]) -> dict[str, Attached]:
    """Return pictures by what is the same in the addresses of all their sizes."""
    return {_whole_size(one.address): one for one in attached.values()}


def post_of(
    item: WxrItem, site: Site, media: Media, keep: Keep, set_out: SetOut | None = None
) -> Post:
    """Return the story of a post; ``keep`` takes pictures whose data are in its text."""
    content = read_content(item.text("content:encoded"))
    text = read_html(content.html)
    own, _ = photos_of(text.pictures, data_of, item.text("wp:post_name") or "foto", keep)
    photos = _Photos(media)
    lead = media.by_number.get(item.meta.get("_thumbnail_id", ""))
    if lead and lead.address:
        photos.add(Picture(lead.address, lead.alt, lead.caption))
    body = content.with_pictures(write_markdown(text.blocks), photos.add)
    headline = plain_text(item.text("title"))
    story = Story(headline=headline, body=body)
    if set_out is not None:
        found = set_out_whole(f"Judul: {headline}\n\n{body}" if headline else body, set_out)
        story = replace(found, headline=headline or found.headline, photos=())
    all_photos = (*photos.found, *own)
    is_led = bool(lead and lead.address)
    story = replace(
        story,
        photos=tuple(
            replace(photo, lead=is_led and number == 0) for number, photo in enumerate(all_photos)
        ),
    )
    story = _with_times(_with_data(story, item, site), item)
    status, discarded = _status(item)
    return Post(replace(story, status=status), discarded, len(photos.found))


class _Photos:
    """Gathers the pictures of a text as photographs, each once."""

    def __init__(self, media: Media) -> None:
        self._media = media
        self.found: list[Photo] = []

    def add(self, picture: Picture) -> str:
        """Take a picture, and return the Markdown that places it."""
        known = self._media.by_address.get(_whole_size(picture.address), Attached(picture.address))
        address = known.address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        caption, credit = split_credit(picture.caption or known.caption)
        photo = Photo(address, caption=caption, credit=credit, alt=picture.alt or known.alt)
        there = placed_photo(Story(photos=tuple(self.found)), address)
        if there is None:
            self.found.append(photo)
        elif not there.caption and caption:
            self.found[self.found.index(there)] = replace(there, caption=caption, credit=credit)
        return f"![{re.sub(r'[][]', '', photo.alt)}]({address})"


def _whole_size(address: str) -> str:
    """Return what is the same in the addresses of all sizes of a picture.

    >>> _whole_size("https://www.contoh.id/2024/panen-300x200.jpg")
    'contoh.id/2024/panen.jpg'
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    return host + _SCALED.sub("", unquote(parts.path))


def _with_data(story: Story, item: WxrItem, site: Site) -> Story:
    sections = _sections(item, site)
    login = item.text("dc:creator")
    writer = site.authors.get(login, login)
    return replace(
        story,
        slug=unquote(item.text("wp:post_name")).removesuffix("__trashed"),
        summary=plain_text(item.text("excerpt:encoded")),
        byline=(*((writer,) if writer else ()), *_listed(item, "penulis_lain")),
        contributors=_listed(item, "kontributor"),
        section=next(iter(sections), ""),
        other_sections=tuple(sections[1:]),
        tags=_tags(item),
        kicker=_field(item, "kicker"),
        subheadline=_field(item, "subjudul"),
        editor=_field(item, "editor") or story.editor,
        topic=_field(item, "topik"),
        social=_field(item, "teks_medsos", "_yoast_wpseo_opengraph-description"),
        search_title=_filled_in(item, "_yoast_wpseo_title", "rank_math_title"),
        search_description=_filled_in(item, "_yoast_wpseo_metadesc", "rank_math_description"),
        canonical=_field(item, "_yoast_wpseo_canonical", "rank_math_canonical_url"),
    )


def _field(item: WxrItem, *keys: str) -> str:
    """Return the first custom field of these that has something in it."""
    return next((text for key in keys if (text := plain_text(item.meta.get(key, "")))), "")


def _filled_in(item: WxrItem, *keys: str) -> str:
    """Return a field of a search plugin, unless it has slots that the plugin fills."""
    text = _field(item, *keys)
    return "" if "%" in text and re.search(r"%\w+%", text) else text


def _listed(item: WxrItem, key: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in _field(item, key).split(","))))


def _sections(item: WxrItem, site: Site) -> list[str]:
    """Return the sections, the primary one first, as far as a search plugin knows it."""
    names = [
        term.name
        for term in item.terms
        if term.domain == "category" and term.name and term.slug not in _NO_SECTIONS
    ]
    numbers = filter(None, (item.meta.get(key, "") for key in _PRIMARY))
    primary = unescape(next((name for one in numbers if (name := site.sections.get(one))), ""))
    found = [primary, *names] if primary in names else names
    return list(dict.fromkeys(found))


_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category")


def _tags(item: WxrItem) -> tuple[str, ...]:
    names = (term.name for term in item.terms if term.domain == "post_tag" and term.name)
    return tuple(dict.fromkeys(names))


def _status(item: WxrItem) -> tuple[Status, bool]:
    """Return the status, and whether the post had been thrown away before it was ever out."""
    written = item.text("wp:status")
    if written != _TRASH:
        return _STATUSES.get(written, Status.DRAFT), False
    if item.meta.get("_wp_trash_meta_status") == "publish":
        return Status.WITHDRAWN, False
    return Status.DRAFT, True


def _with_times(story: Story, item: WxrItem) -> Story:
    written = _moment(item.text("wp:post_date"), item.text("wp:post_date_gmt"))
    changed = _moment(item.text("wp:post_modified"), item.text("wp:post_modified_gmt"))
    created = written or changed
    if created is None:
        return story
    # A time that is set stands in the future; a story may have been changed before it.
    updated = max(changed, min(created, changed)) if changed else created
    is_out = item.text("wp:status") in ("publish", "future")
    return replace(
        story,
        publish=written if is_out else None,
        created=created.astimezone(UTC),
        updated=updated.astimezone(UTC),
    )


def _moment(local: str, gmt: str) -> datetime | None:
    """Return a moment in the zone of the site, which the two ways of writing it show."""
    there, in_utc = _read_moment(local), _read_moment(gmt)
    if there is None and in_utc is None:
        return None
    if there is None:
        return in_utc and in_utc.replace(tzinfo=UTC).astimezone(WESTERN)
    if in_utc is None:
        return there.replace(tzinfo=WESTERN)
    offset = there - in_utc
    if abs(offset) > _FURTHEST or offset % _QUARTER:
        return in_utc.replace(tzinfo=UTC).astimezone(WESTERN)
    return there.replace(tzinfo=timezone(offset))


def _read_moment(text: str) -> datetime | None:
    """Return a moment without its zone; a year 0 says that there is none."""
    try:
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return None
    return moment if moment.year > 1970 else None
