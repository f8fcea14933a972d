"""The posts of a site, as they are stored there."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsroom.portal.wordpress.answers import moment, number, numbers, raw, row, rows, text
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import NotAllowed, Uncertain

STATUSES = ("publish", "future", "draft", "pending", "private")
"""Those that a post is looked for in; ``any`` finds nothing for a contributor (measured)."""

_PATH = "wp/v2/posts"
_UID = "newsroom_uid"
_MOST = 20  # found for one slug or one uid; more is a search that goes by likeness


@dataclass(frozen=True, slots=True)
class RemotePost:
    """A post: raw values, as an editor of the site would get them.

    Entities are undone in ``title``; ``content`` and ``excerpt`` are the stored HTML. Moments
    are aware, in UTC; a draft without a date has that of its last change. ``meta`` holds the
    custom fields registered for REST alone. ``is_raw`` is False where the account may see the
    post but not change it: its texts are then as readers see them.
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


def find_posts(
    client: Client, *, slug: str = "", uid: str = "", author: int | None = None
) -> list[RemotePost]:
    """Return the posts with exactly this slug, or with this uid in content or custom field.

    Both may be asked at once; each post comes once, the oldest first. By slug, posts of
    ``STATUSES`` are found (a trashed one has another slug); by uid those in the trash too
    (``status == "trash"``). The uid is found through the text of the content, so it must
    stand there, in a comment (``<!-- newsroom:UID -->``): WordPress can't look for a custom
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


def read_post(client: Client, id: int) -> RemotePost:
    """Return a post as it is now, also one in the trash. Raises Gone if it was deleted.

    One that may be seen but not changed (a contributor's own, once published) is returned
    as it is shown: ``is_raw`` is False.
    """
    try:
        return _read(client.get(f"{_PATH}/{id}", context="edit").body)
    except NotAllowed:
        return _read(client.get(f"{_PATH}/{id}").body)


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
    client: Client, statuses: tuple[str, ...], author: int | None, **query: object
) -> list[RemotePost]:
    """Return the posts that the site finds.

    In ``context=edit`` those that may not be changed stay out of the list (measured).
    """
    answer = client.get(
        _PATH,
        status=statuses,
        author=author,
        per_page=_MOST,
        orderby="id",
        order="asc",
        _fields="id",
        **query,
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
        raise Uncertain("Jawaban situs tidak memuat waktu perubahan naskah. Coba lagi nanti.")
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
    )
