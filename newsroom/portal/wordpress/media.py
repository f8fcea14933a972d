"""The pictures of a site's library."""

from __future__ import annotations

import hashlib
import html
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from newsroom.portal.wordpress.answers import number, plain, raw, row, rows, text
from newsroom.portal.wordpress.client import Client, Progress
from newsroom.portal.wordpress.errors import NotAllowed

_PATH = "wp/v2/media"
# Servers take some 8000 bytes of an address; proxies before them often less.
_LONGEST_QUERY = 2000

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class MediaSize:
    """One of the sizes that the site made of a picture."""

    url: str
    width: int
    height: int
    mime: str = ""


@dataclass(frozen=True, slots=True)
class RemoteMedia:
    """A picture in the site's library. ``sizes`` are by WordPress's names, ``full`` among them.

    ``caption``, ``alt`` and ``title`` are as the site has them, entities undone; another's
    picture may be seen but not changed, and what is said of it is as it is shown: ``is_raw`` is
    False then.
    """

    id: int
    url: str
    slug: str
    sizes: Mapping[str, MediaSize]
    caption: str = ""
    alt: str = ""
    title: str = ""
    mime: str = ""
    is_raw: bool = True


def find_media(client: Client, slug: str) -> RemoteMedia | None:
    """Return the picture with exactly this slug. Ask before every upload.

    WordPress takes the same picture twice without a word: the second gets ``slug-2``.
    """
    # In context=edit the pictures of others stay out of the list (measured).
    listed = rows(client.get(_PATH, slug=slug, _fields="id,slug").body)
    found = next((one["id"] for one in listed if text(one, "slug") == slug), None)
    return None if found is None else read_media(client, found)


def read_media(client: Client, id: int) -> RemoteMedia:
    """Return a picture by its number. Raises Gone if it is not there any more."""
    try:
        return _read(row(client.get(f"{_PATH}/{id}", context="edit").body))
    except NotAllowed:  # somebody else's; what is shown of it may be seen
        return _read(row(client.get(f"{_PATH}/{id}").body))


def upload_media(
    client: Client,
    data: bytes,
    file_name: str,
    mime: str,
    *,
    slug: str,
    caption: str = "",
    alt: str = "",
    title: str = "",
    progress: Progress | None = None,
) -> RemoteMedia:
    """Upload a picture with all that is said of it, in one request: there is no half of it.

    ``file_name`` must be plain ASCII (``nr-3f2a….jpg``). The site checks
    the MD5 of what it got, unless so much is said of the picture that it goes as a form.
    """
    if not file_name.isascii() or not file_name.replace(".", "").replace("-", "").isalnum():
        raise ValueError(f"no file name for an upload: {file_name!r}")
    fields = {"slug": slug, "title": title, "caption": caption, "alt_text": alt}
    fields = {key: value for key, value in fields.items() if value}
    headers: dict[str, str] = {}
    if len(urlencode(fields)) > _LONGEST_QUERY:
        # Without the MD5: WordPress fails over it where the file is over the limit (measured).
        headers["Content-Type"], content = _form(fields, data, file_name, mime)
        answer = client.post(_PATH, content=content, headers=headers, progress=progress)
    else:
        # The bytes alone are not held to the limit for files in forms (measured).
        headers["Content-Type"] = mime
        headers["Content-MD5"] = hashlib.md5(data, usedforsecurity=False).hexdigest()
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
        answer = client.post(_PATH, content=data, query=fields, headers=headers, progress=progress)
    return _read(row(answer.body))


def update_media(
    client: Client, id: int, *, caption: str | None = None, alt: str | None = None
) -> RemoteMedia:
    """Change what is said of a picture; None leaves it."""
    fields = {"caption": caption, "alt_text": alt}
    given = {key: value for key, value in fields.items() if value is not None}
    return _read(row(client.post(f"{_PATH}/{id}", json=given).body))


def finish_media(client: Client, id: int) -> RemoteMedia:
    """Have the site make the sizes that a picture lacks, and return it; it may have all.

    An upload that WordPress could not finish, for want of memory or time, has left them out.
    Raises NotAllowed for another's picture, Blocked before WordPress 5.3.
    """
    action = {"action": "create-image-subsizes"}
    return _read(row(client.post(f"{_PATH}/{id}/post-process", json=action).body))


def _form(fields: Mapping[str, str], data: bytes, file_name: str, mime: str) -> tuple[str, bytes]:
    """Return a form with a file in it, and its content type."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    parts.append(
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n'
        f"Content-Type: {mime}\r\n\r\n".encode()
    )
    content = b"".join([*parts, data, f"\r\n--{boundary}--\r\n".encode()])
    return f"multipart/form-data; boundary={boundary}", content


def _as_read(values: Mapping[str, Any], key: str) -> str:
    """Return a text as people read it; what is shown of it is HTML, the stored text is not."""
    shown = raw(values, key)
    return html.unescape(_TAG.sub("", shown)).strip()


def _read(values: Mapping[str, Any]) -> RemoteMedia:
    details = values.get("media_details")
    sizes = details.get("sizes") if isinstance(details, Mapping) else None
    url = text(values, "source_url")
    found = {
        str(name): MediaSize(
            url=text(size, "source_url"),
            width=number(size, "width"),
            height=number(size, "height"),
            mime=text(size, "mime_type"),
        )
        for name, size in (sizes.items() if isinstance(sizes, Mapping) else ())
        if isinstance(size, Mapping)
    }
    if "full" not in found and isinstance(details, Mapping):
        width, height = number(details, "width"), number(details, "height")
        found["full"] = MediaSize(url, width, height, text(values, "mime_type"))
    return RemoteMedia(
        id=values["id"],
        url=url,
        slug=text(values, "slug"),
        sizes=found,
        caption=_as_read(values, "caption"),
        alt=plain(values, "alt_text"),
        title=_as_read(values, "title"),
        mime=text(values, "mime_type"),
        is_raw="raw" in (values.get("caption") or {}),
    )
