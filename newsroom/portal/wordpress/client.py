"""Requests to one site's REST interface."""

from __future__ import annotations

import json as json_text
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.discovery import discover_anew
from newsroom.portal.wordpress.errors import (
    Blocked,
    Insecure,
    PortalError,
    Rejected,
    Uncertain,
    redirected,
)
from newsroom.portal.wordpress.lines import Line, Progress, Timeouts
from newsroom.portal.wordpress.login import Login
from newsroom.portal.wordpress.origin import Origin, led
from newsroom.portal.wordpress.told import Told, fault_of

__all__ = ["Answer", "Client", "Progress", "Timeouts"]

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_PER_PAGE = 100  # WordPress gives no more
_DIGITS = 9  # of the number of pages: a longer one is no number of pages
_JSON = {"Accept": "application/json"}


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

    Where the first question is answered by no WordPress, the interface is looked for anew: it
    moves when a site's pretty links are switched off. ``moved`` is told where it is now.
    """

    def __init__(
        self,
        root: ApiRoot,
        login: Login | None = None,
        *,
        timeouts: Timeouts | None = None,
        moved: Callable[[ApiRoot], object] = lambda _root: None,
    ) -> None:
        """Raise Insecure or Redirected if the password may not go there; nothing is sent."""
        self._root = root
        self._is_met = False  # WordPress has answered, or was looked for
        self._moved = moved
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
        """The site that it talks to, and where its interface is by now."""
        return self._root

    def close(self) -> None:
        """Let go of the connection."""
        self._line.close()

    def get(self, path: str, **query: object) -> Answer:
        """Ask for something. Redirects within the origin are followed."""
        return self._asked("GET", path, query, self._headers())

    def get_as_nobody(self, path: str, **query: object) -> Answer:
        """Ask for something without the login: sites count each that is wrong."""
        return self._asked("GET", path, query, _JSON)

    def options(self, path: str) -> Answer:
        """Ask what can be done at a path."""
        return self._asked("OPTIONS", path, {}, self._headers())

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
            if not rows or (page >= int(last[:_DIGITS]) if is_known else len(rows) < _PER_PAGE):
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

    def _asked(
        self, method: str, path: str, query: Mapping[str, object], headers: Mapping[str, str]
    ) -> Answer:
        try:
            answer = self._followed(method, path, query, headers)
        except (Blocked, Uncertain) as error:
            fault = error
        else:
            self._is_met = True
            return answer
        if self._is_met or not fault.is_foreign or not self._found_anew():
            raise fault
        answer = self._followed(method, path, query, headers)
        self._moved(self._root)
        return answer

    def _found_anew(self) -> bool:
        """Look where the interface is now; say whether that is another place of the same site."""
        self._is_met = True
        try:
            found = discover_anew(self._root, self._line)
        except PortalError:
            return False
        if found.site != self._root.site or found.url == self._root.url:
            return False
        self._root = replace(found, version=found.version or self._root.version)
        return True

    def _followed(
        self, method: str, path: str, query: Mapping[str, object], headers: Mapping[str, str]
    ) -> Answer:
        url, fixed = self._root.address(path)
        given = {**fixed, **_written(query)}
        for _ in range(_MOST_REDIRECTS):
            told = self._line.send(method, url, query=given, headers=headers)
            if told.status not in _REDIRECTS:
                return self._good(told, is_asking=True)
            target = led(url, told.headers.get("location", ""))
            if Origin.of(target) != self._origin:
                break
            url, given = target.partition("?")[0], dict(parse_qsl(urlsplit(target).query))
        raise redirected(target, told.status)

    def _headers(self) -> Mapping[str, str]:
        return _JSON if self._login is None else {**_JSON, "Authorization": self._login.header}

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


def _written(query: Mapping[str, object]) -> dict[str, str]:
    """Return query values as WordPress reads them."""
    return {key: _value(value) for key, value in query.items() if value is not None}


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return str(value)
