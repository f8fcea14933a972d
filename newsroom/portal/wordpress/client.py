"""Requests to one site's REST interface."""

from __future__ import annotations

import json as json_text
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.errors import Insecure, Redirected, Rejected, Uncertain
from newsroom.portal.wordpress.lines import Line, Progress, Timeouts
from newsroom.portal.wordpress.login import Login
from newsroom.portal.wordpress.origin import Origin, led
from newsroom.portal.wordpress.told import Told, fault_of

__all__ = ["Answer", "Client", "Progress", "Timeouts"]

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_PER_PAGE = 100  # WordPress gives no more


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: its status, the JSON in it, and its headers (names in lower case)."""

    status: int
    body: Any
    headers: Mapping[str, str]


class Client:
    """Talks to one site; the password goes to its origin alone.

    One thread asks, one request at a time; ``cancel`` may be called from any other. Paths
    are as ``wp/v2/posts``. Every request raises PortalError (see its kinds), or Cancelled.
    Query values: None is left out, lists are joined by commas, True is ``true``.
    """

    def __init__(
        self, root: ApiRoot, login: Login | None = None, *, timeouts: Timeouts | None = None
    ) -> None:
        """Raise Insecure or Redirected if the password may not go there; nothing is sent."""
        self._root = root
        self._origin = Origin.of(root.url)
        if login is not None:
            require_safe(self._origin, Origin.of(root.site))
        self._login = login
        self._line = Line(self._origin, timeouts or Timeouts())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def root(self) -> ApiRoot:
        """The site that it talks to."""
        return self._root

    def close(self) -> None:
        """Let go of the connection."""
        self._line.close()

    def get(self, path: str, **query: object) -> Answer:
        """Ask for something. Redirects within the origin are followed."""
        return self._asked("GET", path, query)

    def options(self, path: str) -> Answer:
        """Ask what can be done at a path."""
        return self._asked("OPTIONS", path, {})

    def pages(self, path: str, most: int, **query: object) -> Iterator[Any]:
        """Yield the rows of a list, page after page, up to ``most``.

        Where something on the way has taken the number of pages, it goes on while one is full.
        """
        given, page = 0, 1
        while given < most:
            try:
                answer = self.get(path, **{"per_page": _PER_PAGE, "page": page, **query})
            except Rejected as error:
                if page > 1 and error.code.endswith("_invalid_page_number"):
                    return
                raise
            rows = answer.body if isinstance(answer.body, list) else []
            yield from rows[: most - given]
            given += len(rows)
            last = answer.headers.get("x-wp-totalpages", "").strip()
            is_known = last.isascii() and last.isdecimal()
            if not rows or (page >= int(last) if is_known else len(rows) < _PER_PAGE):
                return
            page += 1

    def post(
        self,
        path: str,
        *,
        json: Mapping[str, object] | None = None,
        content: bytes | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> Answer:
        """Send JSON or bytes. No redirect is followed: Redirected is raised."""
        url, fixed = self._root.address(path)
        given = {**self._headers(), **(headers or {})}
        if json is not None:
            content = json_text.dumps(json, ensure_ascii=False).encode()
            given["Content-Type"] = "application/json; charset=utf-8"
        told = self._line.send(
            "POST",
            url,
            query={**fixed, **_written(query or {})},
            headers=given,
            content=content if content is not None else b"",
            progress=progress,
        )
        if told.status in _REDIRECTS:
            raise redirected(led(url, told.headers.get("location", "")), told.status)
        return self._good(told, is_asking=False)

    def cancel(self) -> None:
        """End the request at hand, from another thread; it and all later ones raise Cancelled."""
        self._line.cancel()

    def _asked(self, method: str, path: str, query: Mapping[str, object]) -> Answer:
        url, fixed = self._root.address(path)
        given = {**fixed, **_written(query)}
        for _ in range(_MOST_REDIRECTS):
            told = self._line.send(method, url, query=given, headers=self._headers())
            if told.status not in _REDIRECTS:
                return self._good(told, is_asking=True)
            target = led(url, told.headers.get("location", ""))
            if Origin.of(target) != self._origin:
                break
            url, given = target.partition("?")[0], dict(parse_qsl(urlsplit(target).query))
        raise redirected(target, told.status)

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "application/json"}
        if self._login is not None:
            headers["Authorization"] = self._login.header
        return headers

    def _good(self, told: Told, *, is_asking: bool) -> Answer:
        fault = fault_of(told, is_asking=is_asking)
        if fault is None:
            return Answer(told.status, told.json, told.headers)
        if self._login is not None:
            # Some sites say back what they were sent, and what they say is shown.
            hidden = self._login.hidden_in(told.content)
            fault = fault_of(replace(told, content=hidden), is_asking=is_asking)
        raise fault or Uncertain("Jawaban situs tidak dapat dibaca.")


def require_safe(origin: Origin, site: Origin) -> None:
    """Raise Insecure or Redirected unless a site's password may go to an origin."""
    if not origin.is_safe:
        raise Insecure(
            f"Alamat {origin.host} tidak memakai https, sehingga sandi dapat dibaca orang lain di "
            "jalan. Sandi tidak dikirim. Minta pengelola situs memasang https."
        )
    if origin != site:
        raise redirected(f"{origin.scheme}://{origin.host}", 0)


def redirected(target: str, status: int) -> Redirected:
    """Return the fault of being sent elsewhere; no ``target`` stands for a broken address."""
    if not target:
        return Redirected(
            "Situs mengalihkan permintaan ke alamat yang rusak. Minta pengelola situs memeriksa "
            "pengalihannya (redirect).",
            status=status,
        )
    parts = urlsplit(target)
    place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    return Redirected(
        f"Situs mengalihkan permintaan ke {place}. Sandi dan isinya tidak dikirim ke sana. Bila "
        "portalnya memang pindah ke alamat itu, tambahkan lagi dengan: newsroom portal add ALAMAT.",
        status=status,
        target=place,
    )


def _written(query: Mapping[str, object]) -> dict[str, str]:
    """Return query values as WordPress reads them."""
    return {key: _value(value) for key, value in query.items() if value is not None}


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return str(value)
