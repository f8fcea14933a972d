"""Finding a site's REST interface by the site's address alone; no password is sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
from lxml import html as html_tree
from lxml.etree import LxmlError

from newsroom.portal.web_address import site_fault
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.errors import (
    Blocked,
    CertificateFault,
    Insecure,
    NotWordPress,
    PortalError,
    Redirected,
    Unreachable,
    redirected,
)
from newsroom.portal.wordpress.lines import Line, Timeouts
from newsroom.portal.wordpress.origin import Origin, led
from newsroom.portal.wordpress.told import Told, fault_of

__all__ = ["ApiRoot", "discover", "discover_anew"]

Fetch = Callable[[str], Told]
"""Gets the page at an address. Raises PortalError."""

_RELATION = "https://api.w.org/"
_LINK = re.compile(r"<([^<>]*)>([^<]*)")
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 8
_OWN_PAGES = re.compile(r"/(?:wp-admin|wp-login\.php|wp-json|xmlrpc\.php)(?:/.*)?$")
_GENERATOR = re.compile(r"WordPress (\d[\w.-]*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

_SLIPPED = re.compile(r"^(https?)(?::/+|//+)", re.IGNORECASE)  # https:/ and https//

_NO_ADDRESS = "Ini bukan alamat situs. Tulis seperti di peramban, misalnya kabar.example."
_WITH_LOGIN = (
    "Alamat ini memuat nama pengguna atau sandi. Tulis alamat situsnya saja, misalnya "
    "kabar.example; login ditanyakan sesudahnya."
)
_NOT_WORDPRESS = (
    "Yang menjawab di alamat ini bukan WordPress. Periksa alamatnya: buka di peramban, lalu salin "
    "dari sana."
)


def discover(address: str, *, timeouts: Timeouts | None = None) -> ApiRoot:
    """Return where the REST interface of a site is. Raises PortalError.

    The address may be typed without ``https://``, and may lead to any page of the site.
    Where the interface is open to those who have logged in alone, it is found as well.
    """
    fetch = partial(_fetched, timeouts=timeouts or Timeouts())
    starts, fault = _starts(address.strip().lstrip("/")), None
    for start in starts:
        try:
            return _found(_visit(start, fetch), fetch)
        except (Unreachable, CertificateFault) as error:
            fault = fault or error
            if not Origin.of(start).is_loopback:
                raise
    raise fault or NotWordPress(_NO_ADDRESS)


def discover_anew(root: ApiRoot, line: Line) -> ApiRoot:
    """Return where the interface of a known site is by now. Raises PortalError and Cancelled.

    It is asked on a line to the site, which leads nowhere else.
    """
    fetch = partial(_sent, line)
    return _found(_visit(f"{root.site}/", fetch), fetch)


def _starts(address: str) -> list[str]:
    """Return the addresses to try: https, but on one's own machine http first."""
    bare = _OWN_PAGES.sub("/", address.partition("#")[0].partition("?")[0])
    bare = _SLIPPED.sub(r"\1://", bare)
    has_scheme = bool(_SCHEME.match(bare))
    try:
        whole = str(httpx.URL(bare if has_scheme else f"https://{bare}"))
    except (ValueError, httpx.InvalidURL):
        raise NotWordPress(_NO_ADDRESS) from None
    origin, rest = Origin.of(whole), _SCHEME.sub("", whole)
    if "@" in urlsplit(whole).netloc:
        raise NotWordPress(_WITH_LOGIN)
    is_web = origin.host and origin.scheme in ("http", "https")
    if not is_web or site_fault(f"https://{rest}"):
        raise NotWordPress(_NO_ADDRESS)
    if origin.is_loopback:
        return [whole] if has_scheme else [f"http://{rest}", f"https://{rest}"]
    if origin.scheme == "http" and origin.port != 80:
        raise _insecure(origin)
    return [f"https://{rest}"]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the site, and where it was in the end."""

    url: str
    told: Told

    def link(self) -> str:
        """Return where the page says that the interface is; empty if it does not."""
        for target, rest in _LINK.findall(self.told.headers.get("link", "")):
            if _RELATION in rest and (link := led(self.url, target)):
                return link
        if (tree := self._tree()) is not None:
            for element in tree.iter("link"):
                href = element.get("href") if element.get("rel") == _RELATION else ""
                if href and (link := led(self.url, str(href))):
                    return link
        return ""

    def version(self) -> str:
        """Return which WordPress made the page, if it says so."""
        if (tree := self._tree()) is not None:
            for element in tree.iter("meta"):
                if element.get("name") == "generator":
                    found = _GENERATOR.match(str(element.get("content")))
                    if found:
                        return found[1]
        return ""

    def _tree(self) -> html_tree.HtmlElement | None:
        try:
            return html_tree.document_fromstring(self.told.content)
        except (LxmlError, ValueError):
            return None


def _visit(url: str, fetch: Fetch) -> _Page:
    """Return a page, following the site to ``www.`` and to https, but to no other site."""
    for _ in range(_MOST_REDIRECTS):
        told = fetch(url)
        if told.status not in _REDIRECTS:
            return _Page(url, told)
        target = led(url, told.headers.get("location", ""))
        if not target:
            raise redirected("", told.status)
        _require_same_site(url, target)
        url = target.partition("#")[0]
    raise NotWordPress("Alamat ini mengalihkan berputar-putar. Buka di peramban, lalu periksa.")


def _fetched(url: str, timeouts: Timeouts) -> Told:
    try:
        line = Line(Origin.of(url), timeouts)
    except (httpx.InvalidURL, ValueError):
        raise NotWordPress(_NO_ADDRESS) from None
    try:
        return _sent(line, url)
    finally:
        line.close()


def _sent(line: Line, url: str) -> Told:
    try:
        return line.send("GET", url, headers={"Accept": "text/html, application/json"})
    except (httpx.InvalidURL, ValueError):
        raise NotWordPress(_NO_ADDRESS) from None


def _require_same_site(here: str, there: str) -> None:
    """Raise Insecure or Redirected if the way leads to another site."""
    origin, target = Origin.of(here), Origin.of(there)
    if origin == target or (origin.is_twin(target) and target.scheme == "https"):
        return
    if target.host == origin.host and origin.is_loopback and target.is_loopback:
        return
    if target.scheme == "http" and not target.is_loopback:
        raise _insecure(target)
    place = f"{target.scheme}://{urlsplit(there).netloc.rpartition('@')[2]}"
    raise Redirected(
        f"Alamat ini mengalihkan ke situs lain, {place}. Bila itu memang portalnya, tambahkan "
        "portal dengan alamat itu.",
        target=place,
    )


def _insecure(origin: Origin) -> Insecure:
    return Insecure(
        f"Situs {origin.host} tidak memakai https, sehingga sandi dapat dibaca orang lain di "
        "jalan. Minta pengelola situs memasang https."
    )


def _found(page: _Page, fetch: Fetch) -> ApiRoot:
    """Return the interface that a page leads to."""
    link, version = page.link(), page.version()
    if link:
        link = _secured(page.url, link)
        _require_same_site(page.url, link)
        places = [link, _by_query(link)]
    else:
        base = page.url.partition("?")[0]
        base = base if base.endswith("/") else f"{base}/"
        places = [urljoin(base, "wp-json/"), f"{base}?rest_route=/"]
    faults: list[PortalError] = []
    for place in dict.fromkeys(places):
        try:
            return _root(_visit(place, fetch), version)
        except (Blocked, NotWordPress) as error:
            faults.append(error)
    if link or _looks_like_wordpress(page):
        raise next((one for one in faults if isinstance(one, Blocked)), faults[0])
    if (fault := _fault_of_page(page.told)) is not None:
        raise fault
    raise NotWordPress(_NOT_WORDPRESS)


def _looks_like_wordpress(page: _Page) -> bool:
    return b"/wp-content/" in page.told.content or b"/wp-includes/" in page.told.content


def _fault_of_page(told: Told) -> PortalError | None:
    """Return why a site does not even show its page."""
    return (
        None if 200 <= told.status < 300 or told.status == 404 else fault_of(told, is_asking=True)
    )


def _secured(page: str, link: str) -> str:
    """Return a link as https where the page was: behind a proxy WordPress may not know it is."""
    here, there = urlsplit(page), urlsplit(link)
    if (here.scheme, there.scheme) == ("https", "http") and here.hostname == there.hostname:
        return there._replace(scheme="https", netloc=here.netloc).geturl()
    return link


def _by_query(link: str) -> str:
    """Return the same interface as it is reached where pretty links do not work."""
    return re.sub(r"(?:index\.php/)?wp-json/?$", "?rest_route=/", link)


def _root(page: _Page, version: str) -> ApiRoot:
    """Return the interface that answered at an address. Raises PortalError if it is none."""
    told = page.told.json
    if isinstance(told, dict) and "wp/v2" in _listed(told.get("namespaces")):
        home = told.get("home")
        site = _site_of(page.url)
        home = _secured(page.url, led(page.url, home)) if home and isinstance(home, str) else ""
        if Origin.of(home) == Origin.of(site):
            site = home
        return _made(page.url, site, version)
    if page.told.code and page.told.status in (401, 403):
        # Open to those who have logged in, most likely: the test of the login will tell.
        return _made(page.url, _site_of(page.url), version)
    if 200 <= page.told.status < 300:
        raise NotWordPress(_NOT_WORDPRESS)
    raise fault_of(page.told, is_asking=True) or NotWordPress(_NOT_WORDPRESS)


def _listed(found: object) -> list[object]:
    """Return what is in a list; PHP makes an object of one that lacks a number."""
    if isinstance(found, dict):
        return list(found.values())
    return found if isinstance(found, list) else []


def _made(url: str, site: str, version: str) -> ApiRoot:
    uses_query = "rest_route" in parse_qs(urlsplit(url).query, keep_blank_values=True)
    if uses_query:
        url = f"{url.partition('?')[0]}?rest_route=/"
    elif not url.endswith("/"):
        url += "/"
    return ApiRoot(url, uses_query, site.rstrip("/"), version)


def _site_of(url: str) -> str:
    """Return the site that an interface belongs to, by its address."""
    return re.sub(r"(?:index\.php/?)?(?:wp-json/?)?$", "", url.partition("?")[0]).rstrip("/")
