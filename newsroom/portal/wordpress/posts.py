"""The posts of a site, as they are stored there."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

from newsroom.portal.wordpress.answers import moment, number, numbers, raw, row, rows, text
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Blocked, Gone, NotAllowed, Uncertain

STATUSES = ("publish", "future", "draft", "pending", "private")
"""Those that a post is looked for in; ``any`` finds nothing for a contributor (measured)."""

_PATH = "wp/v2/posts"
_UID = "newsroom_uid"
_ZONES = {7.0: "WIB", 8.0: "WITA", 9.0: "WIT"}
_MOST = 20  # found for one slug or one uid; more is a search that goes by likeness


@dataclass(frozen=True, slots=True)
class RemotePost:
    """A post: raw values, as an editor of the site would get them.

    Entities are undone in ``title``; ``content`` and ``excerpt`` are the stored HTML. Moments
    are aware, in UTC; a draft without a date has that of its last change. ``meta`` holds the
    custom fields registered for REST alone. ``is_raw`` is False where the account may see the
    post but not change it: its texts are then as readers see them. ``zone`` is the site's own
    at the moment of ``date_gmt``, as far as the answer tells it.
    """

    id: int
    link: str
    status: str
    slug: str
    date_gmt: datetime | None
    modified_gmt: datetime
    title: str
    content: str
    excerpt: str
    categories: tuple[int, ...]
    tags: tuple[int, ...]
    featured_media: int
    meta: Mapping[str, object]
    author: int
    is_raw: bool = True
    zone: timezone = UTC

    @property
    def out(self) -> datetime | None:
        """Since when readers have it, or from when on they will; None for a draft."""
        return self.date_gmt if self.status in ("publish", "future") else None


def find_posts(
    client: Client, *, slug: str = "", uid: str = "", author: int | None = None
) -> list[RemotePost]:
    """Return the posts with exactly this slug, or with this uid in content or custom field.

    Both may be asked at once; each post comes once, the oldest first. By slug, posts of
    ``STATUSES`` are found (a trashed one has another slug); by uid those in the trash too
    (``status == "trash"``). The uid is found through the text of the content, so it must
    stand there, as a class or in a comment: WordPress can't look for a custom
    field. A contributor's slug is dropped on the site: look by uid. Name the ``author``
    (one's own id) unless the account may ``edit_others_posts``: WordPress drops what one may
    not see only after it has counted the page full.
    """
    found: dict[int, RemotePost] = {}
    if slug:
        for post in _asked(client, STATUSES, author, slug=slug):
            if post.slug == slug:
                found[post.id] = post
    if uid:
        for post in _asked(client, (*STATUSES, "trash"), author, search=uid):
            if uid in post.content or post.meta.get(_UID) == uid:
                found[post.id] = post
    return [found[id] for id in sorted(found)]


def find_touched(
    client: Client, since: datetime, authors: Sequence[int], title: str = ""
) -> list[RemotePost]:
    """Return the posts of these authors that were made or changed since then, newest first.

    With a ``title`` also theirs that have just this one, however old. Those in the trash too.
    """
    statuses, found = (*STATUSES, "trash"), dict[int, RemotePost]()
    for post in _asked(
        client, statuses, authors, orderby="id", order="desc", modified_after=since.isoformat()
    ):
        if post.modified_gmt >= since:  # before 5.7 a WordPress does not know that question
            found[post.id] = post
    if title:
        for post in _asked(client, statuses, authors, search=title):
            if post.title.split() == title.split():
                found[post.id] = post
    return [found[id] for id in sorted(found, reverse=True)]


def site_time(client: Client) -> datetime | None:
    """Return what time it is at the site, at most a second ago; None if it does not tell."""
    try:
        told = parsedate_to_datetime(client.get("", _fields="name").headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def read_post(client: Client, id: int) -> RemotePost:
    """Return a post as it is now, also one in the trash. Raises Gone if it was deleted.

    One that may be seen but not changed (a contributor's own, once published) is returned
    as it is shown: ``is_raw`` is False.
    """
    try:
        return _read(client.get(f"{_PATH}/{id}", context="edit").body)
    except NotAllowed:
        return _read(client.get(f"{_PATH}/{id}").body)


def is_page(client: Client, id: int) -> bool:
    """Say whether what was a post is a page now, as a plugin makes of one; it has its number."""
    try:
        client.get(f"wp/v2/pages/{id}", _fields="id")
    except (Gone, Blocked):
        return False
    except NotAllowed:  # it is there
        return True
    return True


def create_post(client: Client, fields: Mapping[str, object]) -> RemotePost:
    """Make a post and return it as the site stored it.

    ``fields`` are REST's: title, content, excerpt, slug, status, date_gmt (a datetime, or
    ISO text), categories, tags (ids), featured_media, author (id), meta. WordPress drops
    unknown ids, unregistered fields and taken slugs without a word: compare.
    """
    return _read(client.post(_PATH, json=_written(fields)).body)


def update_post(client: Client, id: int, fields: Mapping[str, object]) -> RemotePost:
    """Change the named fields of a post and return it. Raises Gone."""
    return _read(client.post(f"{_PATH}/{id}", json=_written(fields)).body)


def _asked(
    client: Client,
    statuses: tuple[str, ...],
    author: int | Sequence[int] | None,
    **query: object,
) -> list[RemotePost]:
    """Return the posts that the site finds.

    In ``context=edit`` those that may not be changed stay out of the list (measured).
    """
    given = {"orderby": "id", "order": "asc", **query}
    answer = client.get(
        _PATH, status=statuses, author=author, per_page=_MOST, _fields="id", **given
    )
    return [read_post(client, one["id"]) for one in rows(answer.body)]


def _written(fields: Mapping[str, object]) -> dict[str, object]:
    """Return fields as JSON takes them; WordPress reads ``date_gmt`` without a zone as UTC."""
    return {
        key: value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        if isinstance(value, datetime)
        else value
        for key, value in fields.items()
    }


def _read(body: Any) -> RemotePost:
    values = row(body)
    meta, modified = values.get("meta"), moment(values, "modified_gmt")
    content = values.get("content")
    if modified is None:
        raise Uncertain("Jawaban situs tidak memuat waktu perubahan tulisan. Coba lagi nanti.")
    return RemotePost(
        id=values["id"],
        link=text(values, "link"),
        status=text(values, "status"),
        slug=text(values, "slug"),
        date_gmt=moment(values, "date_gmt"),
        modified_gmt=modified,
        title=html.unescape(raw(values, "title")),
        content=raw(values, "content"),
        excerpt=raw(values, "excerpt"),
        categories=numbers(values, "categories"),
        tags=numbers(values, "tags"),
        featured_media=number(values, "featured_media"),
        meta=meta if isinstance(meta, Mapping) else {},
        author=number(values, "author"),
        is_raw=isinstance(content, Mapping) and "raw" in content,
        zone=_zone(values),
    )


def _zone(values: Mapping[str, Any]) -> timezone:
    """Return the site's zone, as its two ways to write the same moment differ."""
    here, there = moment(values, "date"), moment(values, "date_gmt")
    apart = here - there if here and there else timedelta()
    hours = apart.total_seconds() / 3600
    if not apart or abs(hours) >= 24:
        return UTC
    return timezone(apart, _ZONES[hours]) if hours in _ZONES else timezone(apart)
